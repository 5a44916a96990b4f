"""Notices and statements: looking books nothing, printing and saving issue, and nothing twice."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.queries import by_id
from imt_desktop.community.complaints.dealing import ComplaintRequest
from imt_desktop.community.complaints.dealing import receive as receive_complaint
from imt_desktop.errors import WorkStoppedError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.anchor import anchor_of, cleaned, with_code
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest, spend
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.period import Period
from imt_desktop.reports.kinds import Sheet, Tell
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A3, A4
from imt_desktop.reports.printing import PAPERS, PaperWanted, issue
from imt_desktop.settings import Waiting
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.notices.paper_item import PaperItem
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.printing.came_out import CameOut
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.printing.waiting_sheet import WaitingSheet
from imt_desktop.ui.printing.which_came import WhichCame
from tests.reports.reading import codes_of, text
from tests.ui.pages.conftest import idle
from tests.ui.printers import NoPrinters, PdfPrinters

PAID = Changes(balances=True, money=True)
D = TypeVar("D", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def printers(window: MainWindow, tmp_path: Path) -> PdfPrinters:
    """A printer that prints into files, and a folder for saved papers."""
    made = PdfPrinters(tmp_path)
    window.desk.printers = made
    (tmp_path / "papers").mkdir()
    window.desk.keep(papers_folder=str(tmp_path / "papers"))
    return made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, printers: PdfPrinters) -> Iterator[NoticesPage]:
    """The page, opened by its key, with its first preview drawn."""
    QTest.keyClick(window, Qt.Key.Key_F7)
    found = window.page("notices")
    assert isinstance(found, NoticesPage)
    drawn(found, qtbot)
    yield found


def test_the_focus_is_on_the_paper_that_is_chosen(
    page: NoticesPage, qtbot: QtBot, window: MainWindow
) -> None:
    page.desk.go.emit("home", None)
    page.desk.go.emit("notices", Wish("members"))
    drawn(page, qtbot)
    item = window.focusWidget()
    assert isinstance(item, PaperItem) and item.choice.value == "members"
    page.desk.go.emit("home", None)
    page.desk.go.emit("notices", None)
    assert window.focusWidget() is item


def drawn(page: NoticesPage, qtbot: QtBot) -> None:
    """Wait until what is chosen is drawn."""
    qtbot.waitUntil(lambda: not page.previewer.waiting and not page.desk.tasks.busy)


def preview_of(page: NoticesPage, qtbot: QtBot, change: Callable[[], object]) -> str:
    """Choose something else; returns the words of the new preview."""
    with qtbot.waitSignal(page.previewer.drawn) as heard:
        change()
    drawn(page, qtbot)
    return text(heard.args[0].pdf)


def entries(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def shown(page: NoticesPage, qtbot: QtBot, kind: type[D]) -> D:
    """Wait for a dialog."""

    def open_now() -> list[D]:
        return [one for one in page.window().findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(open_now()), timeout=20_000)
    idle(qtbot, page.desk)
    return open_now()[0]


def waiting_sheet(page: NoticesPage, qtbot: QtBot) -> WaitingSheet:
    return shown(page, qtbot, WaitingSheet)


def say_which(page: NoticesPage, qtbot: QtBot) -> WhichCame:
    return shown(page, qtbot, WhichCame)


def answer(page: NoticesPage, qtbot: QtBot, press: str) -> None:
    """Wait for the question whether it came out, and press a button of it."""

    def asked() -> list[CameOut]:
        return [one for one in page.window().findChildren(CameOut) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()), timeout=20_000)
    (dialog,) = asked()
    if press == "once_more":
        dialog.no.click()
    getattr(dialog, press).click()
    idle(qtbot, page.desk)


def pay(page: NoticesPage, qtbot: QtBot, member: str, paid_by: str = "") -> None:
    line = PaymentLine(member=member, amount=Decimal(450), paid_by=paid_by)
    request = PaymentRequest(lines=(line,), languages=("en", "sw"))
    page.desk.write(lambda book: receive(book, request), lambda _: None, PAID, pytest.fail)
    idle(qtbot, page.desk)


def test_a_paper_that_an_arrow_leads_to_comes_into_view(page: NoticesPage) -> None:
    """The list of papers is longer than the window."""
    *others, last = page.papers.items
    page.papers.items[0].setFocus()
    for item in others:
        QTest.keyClick(item, Qt.Key.Key_Down)
    assert last.isChecked() and last.visibleRegion().boundingRect() == last.rect()


def test_looking_is_marked_as_a_preview_and_books_nothing(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    before = entries(book)
    words = preview_of(page, qtbot, lambda: page.look.sizes.cards[1].click())
    assert "Preview: not yet issued" in words
    assert "Our water money" in words
    assert page.preview.badge.isVisible()
    assert not page.preview.sheet.accessibleDescription().startswith(",")
    assert entries(book) == before


def test_every_choice_is_seen_at_once(page: NoticesPage, qtbot: QtBot) -> None:
    look = page.look
    words = preview_of(page, qtbot, lambda: look.sizes.cards[1].click())
    assert "Pesa zetu za maji" in words
    swapped = preview_of(page, qtbot, look.languages.swap.click)
    assert swapped.index("Pesa zetu za maji") < swapped.index("Our water money")
    look.languages.small.set_value("")
    alone = preview_of(page, qtbot, lambda: look.languages.small.chosen.emit(""))
    assert "Our water money" not in alone
    year = preview_of(
        page, qtbot, lambda: (look.spans.set_value("year"), look.period.set_span("year"))
    )
    assert str(look.period.value().first.year) in year
    preview_of(page, qtbot, look.saving.click)
    assert page.look.wanted().saving  # type: ignore[union-attr]


def test_a_calendar_begins_with_this_year_and_leaves_other_papers_their_time(
    page: NoticesPage,
) -> None:
    before = page.look.period.value()
    page.look.set_paper("calendar")
    assert page.look.period.value() == Period.year(page.desk.today.year)
    assert page.look.spans.value() == "year"
    page.look.period.move_by(2)
    assert page.look.period.value() == Period.year(page.desk.today.year + 1), "to hang up in time"
    page.look.set_paper("calendar-aloud")
    page.look.set_paper("notice")
    assert (page.look.period.value(), page.look.spans.value()) == (before, "month")


@pytest.mark.parametrize("view", ["new", "issued"])
def test_another_language_leaves_the_paper_and_its_time(
    page: NoticesPage, qtbot: QtBot, window: MainWindow, view: str
) -> None:
    next(item for item in page.papers.items if item.choice.value == "cashbook").click()
    page.look.spans.set_value("quarter")
    page.look.period.set_span("quarter")
    page.look.period.move_by(-2)
    time, account = page.look.period.value(), page.look.account.itemData(1)
    page.look.account.set_value(account)
    page.show_view(view)
    window.go("settings")
    window.desk.tr = Translator("sw", "KE")
    window.rebuild()
    window.go("notices")
    again = window.page("notices")
    assert isinstance(again, NoticesPage) and again is not page
    idle(qtbot, window.desk)
    assert again.papers.value() == "cashbook" and again.views.value() == view
    assert (again.look.period.value(), again.look.spans.value()) == (time, "quarter")
    assert again.look.account.value() == account
    wanted = again.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.period) == ("cashbook", time)


def test_only_a_language_that_nobody_read_is_called_a_draft(page: NoticesPage) -> None:
    badges = [badge for badge in page.look.languages._drafts if not badge.isHidden()]
    assert [badge.state.words for badge in badges] == ["Kiswahili: draft"]


def test_pages_are_turned_and_looked_at_nearer_with_keys(page: NoticesPage, qtbot: QtBot) -> None:
    sheet = page.preview.sheet
    assert page.preview.pages.text() == "1 of 5"
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert page.preview.pages.text() == "2 of 5"
    whole = sheet.share()
    QTest.keyClick(sheet, Qt.Key.Key_Plus)
    assert sheet.share() > whole
    while page.preview.smaller.isEnabled():
        QTest.keyClick(sheet, Qt.Key.Key_Minus)
    assert sheet.share() == whole
    idle(qtbot, page.desk)


def test_a_paper_is_issued_printed_and_asked_after(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    preview_of(page, qtbot, lambda: page.look.sizes.cards[1].click())
    before = entries(book)
    QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    answer(page, qtbot, "did")
    assert entries(book) == before + 1
    (file,) = printers.printed
    sheet = file.read_bytes()
    assert raster.sizes(sheet)[0][0] == pytest.approx(A3.width, abs=1)
    with book.read() as reading:
        assert codes_of(sheet) == [anchor_of(reading.recorded(before + 1)).qr]
    assert not waiting(page.desk).papers
    qtbot.waitUntil(lambda: len(page.issued.table.rows()) == 1)


def test_a_jam_makes_no_second_copy(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    before = entries(book)
    page.deliver.print.click()
    answer(page, qtbot, "once_more")
    qtbot.waitUntil(lambda: len(printers.printed) == 2)
    answer(page, qtbot, "not_yet")
    assert entries(book) == before + 1
    assert waiting(page.desk).papers == (before + 1,)
    one, other = (raster.png(file.read_bytes(), 1, 60) for file in printers.printed)
    assert one == other
    page.deliver.print.click()  # asked again before it is printed again
    asked = say_which(page, qtbot)
    assert len(printers.printed) == 2
    asked.no.click()
    asked.rest.click()
    answer(page, qtbot, "did")
    assert len(printers.printed) == 3
    assert entries(book) == before + 1
    assert not waiting(page.desk).papers
    page.deliver.print.click()  # once more, for another wall
    answer(page, qtbot, "did")
    assert entries(book) == before + 2


def test_leaving_the_systems_dialog_books_nothing(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    before = entries(book)
    printers.left = True
    page.deliver.print.click()
    idle(qtbot, page.desk)
    assert printers.asked == 1
    assert entries(book) == before


def test_without_a_printer_a_paper_waits_or_is_saved_and_is_issued_once(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    window.desk.printers = NoPrinters()
    window.desk.keep(papers_folder=str(tmp_path))
    QTest.keyClick(window, Qt.Key.Key_F7)
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    drawn(page, qtbot)
    assert "No printer" in page.deliver.hint.text()
    assert page.deliver.pdf.kind == "primary"
    before = entries(book)
    with qtbot.waitSignal(window.desk.said, timeout=20_000) as said:
        QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    assert said.args == ["1 paper waits for a printer"]
    assert page.deliver.mistake.isHidden() and page.deliver.hint.isVisible()
    assert entries(book) == before + 1 and waiting(window.desk).papers == (before + 1,)
    with qtbot.waitSignal(window.desk.said):
        QTest.keyClick(page, Qt.Key.Key_S, CTRL)
    assert entries(book) == before + 1 and not waiting(window.desk).papers
    assert len(list(tmp_path.glob("Kiboko - Transparency notice - *.pdf"))) == 1
    assert page.deliver.mistake.isHidden()


def test_saving_issues_once_and_overwrites_nothing(
    page: NoticesPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    before = entries(book)
    for ending in (".pdf", ".png", ".pdf"):
        with qtbot.waitSignal(page.bringing.delivery.saved):
            page.deliver.saving.emit(ending)
        idle(qtbot, page.desk)
    assert entries(book) == before + 1
    names = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert [name.split(" - ")[0] for name in names] == ["Kiboko"] * 3
    assert sum(name.endswith(" (2).pdf") for name in names) == 1
    picture = next((tmp_path / "papers").glob("*.png"))
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_a_paper_that_was_saved_does_not_wait_for_a_printer(
    page: NoticesPage, qtbot: QtBot, printers: PdfPrinters, ending: str
) -> None:
    page.deliver.print.click()
    answer(page, qtbot, "not_yet")
    assert len(waiting(page.desk).papers) == 1
    page.deliver.saving.emit(ending)  # asked first: it may lie in the printer
    asked = say_which(page, qtbot)
    asked.no.click()
    assert asked.rest.words == "Save"
    with qtbot.waitSignal(page.bringing.delivery.saved):
        asked.rest.click()
    assert not waiting(page.desk).papers


def test_a_paper_that_came_out_after_all_is_not_saved_as_a_first_print(
    page: NoticesPage, qtbot: QtBot, printers: PdfPrinters, tmp_path: Path
) -> None:
    page.deliver.print.click()
    answer(page, qtbot, "not_yet")
    page.deliver.pdf.click()
    say_which(page, qtbot).did.click()
    idle(qtbot, page.desk)
    assert not waiting(page.desk).papers
    assert not list((tmp_path / "papers").glob("*.pdf"))


def test_a_receipt_that_was_saved_does_not_wait_for_a_printer(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    pay(page, qtbot, "1")
    page.desk.keep(waiting={book.id: Waiting(receipts=(1,))})
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    preview_of(page, qtbot, lambda: QTest.keyClicks(page.look.number, "1"))
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    assert not waiting(page.desk).receipts


def test_all_receipts_of_a_day_come_out_once(page: NoticesPage, qtbot: QtBot, book: Book) -> None:
    for member in ("1", "2", "3"):
        pay(page, qtbot, member)
    page.desk.keep(waiting={book.id: Waiting(receipts=(1, 2))})
    words = choose(page, qtbot, "receipts")
    assert words.count("COPY 2") == 1, "the third came out at the till"
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    assert waiting(page.desk) == Waiting()
    page.refresh()
    drawn(page, qtbot)
    page.deliver.print.click()
    answer(page, qtbot, "not_yet")
    assert len(waiting(page.desk).papers) == 1 and not waiting(page.desk).receipts


def test_what_changed_in_the_book_is_issued_anew(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    for paid in (False, True):
        if paid:
            with qtbot.waitSignal(page.previewer.drawn):
                pay(page, qtbot, "1")
            idle(qtbot, page.desk)
        before = entries(book)
        with qtbot.waitSignal(page.bringing.delivery.saved):
            page.deliver.pdf.click()
        assert entries(book) == before + 1


def test_a_folder_that_refuses_is_said_beside_the_button_and_nothing_is_booked(
    page: NoticesPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_bytes(b"")
    pay(page, qtbot, "1")
    page.desk.keep(papers_folder=str(tmp_path / "stick"))
    page.desk.keep(waiting={book.id: Waiting(receipts=(1,))})
    said: list[str] = []
    page.desk.said.connect(said.append)
    before = entries(book)
    with qtbot.waitSignal(page.bringing.delivery.refused):
        page.deliver.pdf.click()
    idle(qtbot, page.desk)
    assert said == []
    assert "stick" in page.deliver.mistake.text().replace("\u200b", "")  # where it may break
    assert page.deliver.mistake.isVisible()
    assert page.deliver.pdf.isEnabled()
    assert entries(book) == before


def test_a_printer_that_went_away_is_said_and_the_paper_waits(
    page: NoticesPage, qtbot: QtBot, printers: PdfPrinters
) -> None:
    printers.gone = True
    page.deliver.print.click()
    idle(qtbot, page.desk)
    assert "Test printer" in page.deliver.mistake.text()


def test_a_receipt_is_found_by_its_number(page: NoticesPage, qtbot: QtBot, book: Book) -> None:
    pay(page, qtbot, "1")
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    assert "number of a receipt" in page.preview.sheet._words
    assert not page.deliver.print.isEnabled()
    with qtbot.waitSignal(page.previewer.refused):
        QTest.keyClicks(page.look.number, "12")
    assert page.look.number.wrong
    words = preview_of(page, qtbot, lambda: QTest.keyClick(page.look.number, Qt.Key.Key_Backspace))
    assert "Mwikali Nzomo" in words
    assert not page.look.number.wrong


def test_a_file_is_named_by_its_day_where_no_zone_is_chosen(
    page: NoticesPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "members")
    with qtbot.waitSignal(page.bringing.delivery.saved) as heard:
        page.deliver.pdf.click()
    (path,) = heard.args[0]
    assert path.name == f"Kiboko - Members - {page.desk.tr.date(page.desk.today)}.pdf"


def test_a_name_too_long_for_its_place_is_said_under_the_preview(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    pay(page, qtbot, "1", paid_by="Wanjiru " * 30)
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    preview_of(page, qtbot, lambda: QTest.keyClick(page.look.number, Qt.Key.Key_1))
    assert page.preview.not_whole.isVisible()
    assert page.preview.not_whole.words().endswith("…")
    preview_of(page, qtbot, lambda: page.papers.items[0].click())
    assert page.preview.not_whole.isHidden()


def test_only_what_the_book_has_and_is_not_cancelled_waits(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    for member in ("1", "2"):
        pay(page, qtbot, member)
    with book.write(Signing(1)) as writing:
        void(writing, VoidRequest(entry=writing.head().seq, reason="not paid"))
    page.desk.keep(waiting={book.id: Waiting(receipts=(1, 2, 14))})
    page.issued.refresh()
    idle(qtbot, page.desk)
    assert page.issued.many_wait.words() == "1 paper waits for a printer"


def test_a_receipt_that_never_came_out_is_no_copy_until_it_did(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    pay(page, qtbot, "1")
    page.desk.keep(waiting={book.id: Waiting(receipts=(1,))})
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    preview_of(page, qtbot, lambda: QTest.keyClicks(page.look.number, "1"))
    before = entries(book)
    page.deliver.print.click()
    answer(page, qtbot, "not_yet")
    page.deliver.print.click()
    asked = say_which(page, qtbot)
    asked.no.click()
    asked.rest.click()
    answer(page, qtbot, "did")
    assert entries(book) == before  # its payment's entry issued it
    assert [text(file.read_bytes()).count("COPY") for file in printers.printed] == [0, 0]
    assert not waiting(page.desk).receipts
    page.deliver.print.click()
    answer(page, qtbot, "did")
    assert entries(book) == before + 1
    with book.read() as reading:
        issued = reading.recorded(before + 1).entry
    assert isinstance(issued, PaperIssued) and issued.copy == 2


def test_a_receipt_that_waits_comes_out_in_the_languages_it_was_asked_for_in(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    for member in ("1", "2"):
        pay(page, qtbot, member)
    page.desk.keep(waiting={book.id: Waiting(receipts=(1, 2))})
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    preview_of(page, qtbot, lambda: QTest.keyClicks(page.look.number, "1"))
    page.look.languages.set_value(("es", "fr"))
    preview_of(page, qtbot, page.look.languages.changed.emit)
    page.desk.printers = NoPrinters()
    with qtbot.waitSignal(page.bringing.delivery.held):
        page.deliver.print.click()
    page.desk.printers = printers
    page.bringing.batch.print_receipts((1, 2))
    idle(qtbot, page.desk)
    assert len(printers.printed) == 2, "a job for each pair of languages"
    came = say_which(page, qtbot)
    came.no.click()
    came.later.click()
    page.bringing.show_waiting()
    (sheet,) = page.window().findChildren(WaitingSheet)
    idle(qtbot, page.desk)
    sheet.pdf.click()
    idle(qtbot, page.desk)
    files = sorted(Path(page.desk.settings.papers_folder).iterdir())
    first, second = (text(file.read_bytes()).casefold() for file in files)
    assert "recibo de pago" in first and "reçu" in first
    assert "receipt" in second and "reçu" not in second
    assert waiting(page.desk) == Waiting()


def test_a_new_kind_of_paper_appears_by_itself(
    window: MainWindow, qtbot: QtBot, printers: PdfPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAPERS, "money-tree", PAPERS["aloud"])
    window.go("notices")
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    drawn(page, qtbot)
    item = page.papers.items[-1]
    assert item.choice.value == "money-tree"
    preview_of(page, qtbot, item.click)
    assert page.deliver.print.isEnabled()


def test_a_long_preview_gives_way(
    window: MainWindow, page: NoticesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the next one, and to whatever is drawn on another page: a receipt waited for it."""
    begun: list[int] = []

    def endless(_sheet: Sheet, tell: Tell) -> bytes:
        begun.append(1)
        while True:
            tell(0, 100_000)

    monkeypatch.setitem(PAPERS, "members", replace(PAPERS["members"], ink=endless))
    members = next(item for item in page.papers.items if item.choice.value == "members")
    members.click()
    qtbot.waitUntil(lambda: len(begun) == 1)
    moment = "This takes a moment …"
    qtbot.waitUntil(lambda: page.preview.sheet._words == moment)
    assert "Kiboko" in preview_of(page, qtbot, page.papers.items[0].click)
    members.click()
    qtbot.waitUntil(lambda: len(begun) == 2)
    window.go("receive")
    qtbot.waitUntil(lambda: not page.desk.tasks.busy)
    with qtbot.waitSignal(page.previewer.drawn):
        monkeypatch.setitem(PAPERS, "members", PAPERS["behind"])
        window.go("notices")
    drawn(page, qtbot)


def test_papers_issued_before_are_listed_with_their_code(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    page.views.chosen.emit("issued")
    assert not page.issued._none.isHidden()
    page.show_view("new")
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    qtbot.waitUntil(lambda: len(page.issued.table.rows()) == 1)
    (row,) = page.issued.table.rows()
    assert (row.paper, row.languages, row.copy) == ("notice", ("en", "sw"), 1)
    with book.read() as reading:
        found = with_code(reading, cleaned(row.code))
        assert found is not None and found.seq == row.entry


def test_the_slip_of_a_complaint_is_not_there_for_whoever_it_is_about(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        receive_complaint(
            writing, ComplaintRequest(words="He was rude", source="anonymous", about="2")
        )
        issue(writing, PaperWanted("complaint-slip", ("en",), complaint=1))
        entry = writing.head().seq
    page.desk.keep(waiting={book.id: Waiting(papers=(entry,))})
    for officer, there in ((2, []), (1, [entry])):
        with book.read() as reading:
            page.desk.sit(by_id(reading, officer))
        drawn(page, qtbot)
        page.show_view("issued")
        idle(qtbot, page.desk)
        assert [row.entry for row in page.issued.table.rows()] == there
        assert page.issued.many_wait.words() == ("1 paper waits for a printer" if there else "")
        page.bringing.show_waiting()
        waits = waiting_sheet(page, qtbot)
        assert [piece.number for piece in waits.list.rows_model.rows] == there
        waits.close_it.click()
        assert waiting(page.desk).papers == (entry,), "it goes on waiting"
        qtbot.waitUntil(lambda: not page.window().findChildren(WaitingSheet))


def test_receipts_saved_without_printing_are_printed_together(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    for member in ("1", "2"):
        pay(page, qtbot, member)
    page.desk.keep(waiting={book.id: Waiting(receipts=(1, 2, 99))})
    page.show_view("issued")
    page.issued.refresh()
    before = entries(book)
    page.issued.print_waiting.click()
    waits = waiting_sheet(page, qtbot)
    assert [piece.number for piece in waits.list.rows_model.rows] == [1, 2]
    waits.print.click()
    say_which(page, qtbot).did.click()
    assert entries(book) == before
    assert raster.pages(printers.printed[0].read_bytes()) == 2
    assert not waiting(page.desk).receipts
    assert raster.sizes(printers.printed[0].read_bytes())[0][1] < A4.height


# Papers that come in numbers.


def test_a_receipt_on_a_roll_comes_out_in_its_size(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    pay(page, qtbot, "1")
    next(item for item in page.papers.items if item.choice.value == "receipt").click()
    preview_of(page, qtbot, lambda: QTest.keyClicks(page.look.number, "1"))
    (roll,) = (card for card in page.look.sizes.cards if card.choice.value == "roll")
    preview_of(page, qtbot, roll.click)
    page.deliver.print.click()
    answer(page, qtbot, "did")
    with qtbot.waitSignal(page.bringing.delivery.saved) as heard:
        page.deliver.pdf.click()
    (saved,) = heard.args[0]
    ours, printed = (raster.sizes(file.read_bytes())[0] for file in (saved, printers.printed[0]))
    assert printed == pytest.approx(ours, abs=1), "with the code under it, and not made smaller"


def choose(page: NoticesPage, qtbot: QtBot, paper: str) -> str:
    """Choose a paper by a click; returns the words of its preview."""
    item = next(one for one in page.papers.items if one.choice.value == paper)
    return preview_of(page, qtbot, item.click)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("behind", "Never for the wall"),
        ("members", "Rose Ndunge"),
        ("slips", "To pay"),
        ("confirmations", "Every balance from the old book is confirmed."),
        ("letters", "No step was taken on this day."),
        ("visits", "There is no household to decide about."),
        ("daylist", "No money was entered on this day."),
        ("wages", "No wages were paid and none are owed."),
        ("statements", "To pay"),
        ("receipts", "No receipt was given on this day."),
    ],
)
def test_every_further_paper_is_looked_at(
    page: NoticesPage, qtbot: QtBot, paper: str, words: str
) -> None:
    assert words in choose(page, qtbot, paper)


def test_all_statements_are_saved_in_one_file(
    page: NoticesPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    choose(page, qtbot, "statements")
    before = entries(book)
    heard: list[tuple[int, int]] = []
    page.desk.tasks.moved.connect(lambda done, every: heard.append((done, every)))
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    idle(qtbot, page.desk)
    (file,) = (tmp_path / "papers").glob("*.pdf")
    assert raster.pages(file.read_bytes()) == 3
    assert entries(book) == before + 3
    assert heard[-1] == (3, 3)
    assert page.deliver.stop.isHidden()
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()  # once more, into a second file
    assert entries(book) == before + 3


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_a_file_for_each_household(
    page: NoticesPage, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    choose(page, qtbot, "statements")
    preview_of(page, qtbot, page.look.sizes.cards[1].click)
    said: list[str] = []
    page.desk.said.connect(said.append)
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.saving.emit(ending)
    idle(qtbot, page.desk)
    (folder,) = (path for path in (tmp_path / "papers").iterdir() if path.is_dir())
    names = sorted(file.name for file in folder.iterdir())
    assert names == [f"{n} {who}{ending}" for n, who in enumerate(
        ("Mwikali Nzomo", "Peter Musyoka", "Rose Ndunge"), 1)]  # fmt: skip
    assert said == [f"Saved: {folder.name}"]


def stop_saving(page: NoticesPage, qtbot: QtBot, at: tuple[int, int]) -> None:
    """Save a paper as PDF, and stop once when so many of so many are done."""
    presses = [page.bringing.delivery.stop]

    def press(done: int, every: int) -> None:
        if presses and (done, every) == at:
            presses.pop()()

    page.desk.tasks.moved.connect(press, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(page.bringing.delivery.refused):
        page.deliver.pdf.click()
    idle(qtbot, page.desk)
    assert "Stopped" in page.deliver.mistake.text()


def test_a_batch_that_is_stopped_leaves_no_file_and_no_entry(
    page: NoticesPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    choose(page, qtbot, "statements")
    before = entries(book)
    stop_saving(page, qtbot, (1, 3))  # between the first statement and the second
    assert not list((tmp_path / "papers").iterdir())
    assert entries(book) == before
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    assert entries(book) == before + 3


def test_a_list_that_is_still_gathered_is_stopped_and_nothing_is_booked(
    page: NoticesPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    choose(page, qtbot, "members")
    before = entries(book)
    stop_saving(page, qtbot, (0, 0))  # before anybody knows how many there are
    assert entries(book) == before
    assert not list((tmp_path / "papers").iterdir())


def test_a_preview_that_is_still_gathered_is_stopped_by_another_choice(
    page: NoticesPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, "members")
    page.refresh()
    telling = page.previewer._telling
    assert telling is not None
    page.previewer.ask(None)
    with pytest.raises(WorkStoppedError), page.desk.book.read() as reading, telling.over(reading):
        raise AssertionError("it went on")


def test_what_is_stopped_once_it_is_issued_waits_until_it_is_saved(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    choose(page, qtbot, "statements")
    before = entries(book)
    said: list[str] = []
    page.desk.said.connect(said.append)
    steps: list[tuple[int, int]] = []

    def press(done: int, every: int) -> None:  # after the first statement that is drawn
        steps.append((done, every))
        if steps.count((1, 3)) == 2:
            page.bringing.delivery.stop()

    page.desk.tasks.moved.connect(press, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(page.bringing.delivery.refused):
        page.deliver.pdf.click()
    idle(qtbot, page.desk)
    page.desk.tasks.moved.disconnect(press)
    assert entries(book) == before + 3
    assert len(waiting(page.desk).papers) == 3
    assert said == ["3 papers wait for a printer"]
    with qtbot.waitSignal(page.bringing.delivery.saved):
        page.deliver.pdf.click()
    idle(qtbot, page.desk)
    assert entries(book) == before + 3
    assert not waiting(page.desk).papers


def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(page: NoticesPage) -> None:
    page.deliver.begin("Saving\u2026")
    page.deliver.go_on(120, 2000)
    assert page.deliver.hint.text() == "Saving\u2026 120 of 2,000"
    assert not page.deliver.stop.isHidden()
    page.deliver.end()
    assert page.deliver.stop.isHidden()


def test_what_is_gathered_for_long_can_be_stopped(page: NoticesPage, qtbot: QtBot) -> None:
    page.deliver._patience.setInterval(0)
    page.deliver.begin("Saving\u2026")
    page.deliver.go_on(0, 0)
    assert page.deliver.stop.isHidden(), "most papers are there before one could press it"
    qtbot.waitUntil(lambda: not page.deliver.stop.isHidden())
    page.deliver.end()
    assert page.deliver.stop.isHidden()


def test_a_list_is_of_a_zone_and_a_voucher_of_an_expense(
    page: NoticesPage, qtbot: QtBot, book: Book
) -> None:
    look = page.look
    choose(page, qtbot, "members")
    assert look.zone.value() == ""
    assert [look.zone.itemText(n) for n in range(look.zone.count())] == ["All zones"]
    item = next(one for one in page.papers.items if one.choice.value == "voucher")
    item.click()
    assert page.look.missing() == "Nothing was paid out yet."
    line = ExpenseLine(payee="Hardware", category="repairs", amount=Decimal(70))
    page.desk.write(
        lambda writing: spend(writing, ExpenseRequest(lines=(line,))),
        lambda _: None,
        PAID,
        pytest.fail,
    )
    idle(qtbot, page.desk)
    words = preview_of(page, qtbot, page.load)
    assert "Hardware" in words and "Thumb" in words


def test_the_receipts_of_a_day_are_copies_once_they_were_printed(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    pay(page, qtbot, "1")
    pay(page, qtbot, "2")
    page.desk.keep(waiting={book.id: Waiting(receipts=(1, 2))})
    assert "COPY" not in choose(page, qtbot, "receipts")
    page.deliver.print.click()
    answer(page, qtbot, "did")
    (file,) = printers.printed
    assert len(codes_of(file.read_bytes(), 0, 200)) == 2
    words = preview_of(page, qtbot, page.look.sizes.cards[1].click)
    assert "COPY 2" in words


def test_a_day_that_is_none_is_asked_for(page: NoticesPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "daylist")
    page.look.day.set_value(None)
    assert page.look.wanted() is None
    assert page.look.missing().startswith("Type a day")


def test_a_paper_issued_before_is_printed_again_as_a_copy(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    choose(page, qtbot, "behind")
    page.deliver.print.click()
    answer(page, qtbot, "did")
    before = entries(book)
    page.show_view("issued")
    page.issued.table.set_rows(page.issued.table.rows())
    page.issued.table.setCurrentIndex(page.issued.table.model().index(0, 0))
    page.issued.refresh()
    page.issued.print.click()
    answer(page, qtbot, "did")
    assert entries(book) == before + 1
    assert len(printers.printed) == 2
    with book.read() as reading:
        entry = reading.recorded(before + 1).entry
    assert isinstance(entry, PaperIssued)
    assert (entry.paper, entry.copy) == ("behind", 2)


def test_a_paper_of_the_list_that_never_came_out_is_printed_for_the_first_time(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page.deliver.print.click()
    answer(page, qtbot, "not_yet")
    page.show_view("issued")
    qtbot.waitUntil(lambda: len(page.issued.table.rows()) == 1)
    page.issued.table.choose(page.issued.table.rows()[0])
    before = entries(book)
    page.issued.print.click()
    asked = say_which(page, qtbot)
    assert len(printers.printed) == 1  # it is asked after first
    asked.no.click()
    asked.rest.click()
    say_which(page, qtbot).did.click()
    assert entries(book) == before and not waiting(page.desk).papers
    first, again = (raster.png(file.read_bytes(), 0, 60) for file in printers.printed)
    assert first == again


def pictures(file: Path) -> list[bytes]:
    """Return each page that a printer printed as a picture."""
    pdf = file.read_bytes()
    return [raster.png(pdf, page, 60) for page in range(raster.pages(pdf))]


def test_a_batch_that_jams_is_printed_on_from_where_it_jammed(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    choose(page, qtbot, "statements")
    page.deliver.print.click()
    which = say_which(page, qtbot)
    every = which.last.count() - 1
    assert every == 3 and len(waiting(page.desk).papers) == every
    booked = entries(book)
    which.ask_which()
    which.last.set_value(1)
    which._say()
    which.rest.click()
    which = say_which(page, qtbot)
    assert which.last.count() - 1 == every - 1
    assert len(waiting(page.desk).papers) == every - 1
    which.did.click()
    idle(qtbot, page.desk)
    assert not waiting(page.desk).papers and entries(book) == booked
    first, rest = printers.printed
    assert pictures(rest) == pictures(first)[1:]


def test_of_a_batch_only_what_did_not_come_out_is_printed_later(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    choose(page, qtbot, "statements")
    page.deliver.print.click()
    which = say_which(page, qtbot)
    which.ask_which()
    which.last.set_value(1)
    which.later.click()
    booked = entries(book)
    page.deliver.print.click()
    which = say_which(page, qtbot)
    assert len(waiting(page.desk).papers) == 2
    which.reject()  # nobody knows
    qtbot.waitUntil(lambda: not page.window().findChildren(WhichCame))
    page.deliver.print.click()
    which = say_which(page, qtbot)
    assert which.last.count() - 1 == 2
    first, rest = printers.printed
    assert pictures(rest) == pictures(first)[1:]
    which.did.click()
    idle(qtbot, page.desk)
    assert waiting(page.desk) == Waiting() and entries(book) == booked
    assert len(printers.printed) == 2


def test_of_a_batch_only_what_did_not_come_out_is_saved(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters, tmp_path: Path
) -> None:
    page.desk.keep(papers_folder=str(tmp_path))
    choose(page, qtbot, "statements")
    page.deliver.print.click()
    which = say_which(page, qtbot)
    which.ask_which()
    which.last.set_value(1)
    which.later.click()
    known, booked = set(tmp_path.glob("*.pdf")), entries(book)
    page.deliver.pdf.click()
    idle(qtbot, page.desk)
    (file,) = set(tmp_path.glob("*.pdf")) - known
    assert len(pictures(file)) == 2 and "Mwikali" not in text(file.read_bytes())
    assert waiting(page.desk) == Waiting() and entries(book) == booked


def test_a_batch_is_printed_again_as_a_whole(
    page: NoticesPage, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    choose(page, qtbot, "statements")
    page.deliver.print.click()
    which = say_which(page, qtbot)
    every = which.last.count() - 1
    which.ask_which()
    which.last.set_value(1)
    which._say()
    which.later.click()
    idle(qtbot, page.desk)
    page.show_view("issued")
    (row,) = page.issued.table.rows()
    page.issued.table.choose(row)
    assert page.issued.print.isEnabled()
    before = entries(book)
    page.issued.print.click()
    say_which(page, qtbot).did.click()
    idle(qtbot, page.desk)
    assert entries(book) == before + 1  # one came out before
    first, again = map(pictures, printers.printed)
    assert len(again) == every and first[0] != again[0] and first[1:] == again[1:]
    assert not waiting(page.desk).papers
