"""What waits for a printer: printed together, asked after, and nothing twice as a first print."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from imt_desktop.errors import NoPrinterError, PrinterError
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import voids
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest, spend
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import PaperWanted, issue
from imt_desktop.settings import Settings, Waiting
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.receive.again import PrintAgain
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.printing.naming import piece_name
from imt_desktop.ui.printing.remembered import languages, remember_look
from imt_desktop.ui.printing.waiting import let_wait, waiting
from imt_desktop.ui.printing.waiting_sheet import WaitingSheet
from imt_desktop.ui.printing.which_came import WhichCame
from tests.ui.pages.conftest import idle
from tests.ui.printers import NAME, NoPrinters, PdfPrinters

D = TypeVar("D", bound=QDialog)
Key = Qt.Key


class Stopping(PdfPrinters):
    """A printer that stops after so many jobs."""

    works_for = 1

    def printer(self, name: str) -> QPrinter:
        if len(self.printed) >= self.works_for:
            raise PrinterError(name)
        return super().printer(name)


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def printers(window: MainWindow, tmp_path: Path) -> PdfPrinters:
    return use(window, PdfPrinters(tmp_path))


def use(window: MainWindow, made: PdfPrinters) -> PdfPrinters:
    window.desk.printers = made
    return made


def dialog(window: MainWindow, qtbot: QtBot, kind: type[D]) -> D:
    def shown() -> list[D]:
        return [one for one in window.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1, timeout=20_000)
    idle(qtbot, window.desk)
    return shown()[0]


def paid(window: MainWindow, book: Book, *members: str) -> None:
    """Take payments whose receipts wait."""
    lines = tuple(PaymentLine(member=number, amount=Decimal(10)) for number in members)
    with book.write(Signing(1)) as writing:
        receipts = receive(writing, PaymentRequest(lines=lines, languages=("en",)))
    let_wait(window.desk, receipts=[one.number for one in receipts])


def notice_waits(window: MainWindow, book: Book) -> int:
    with book.write(Signing(1)) as writing:
        issue(writing, PaperWanted("notice", ("en",)))
        entry = writing.head().seq
    let_wait(window.desk, papers=(entry,))
    return entry


def till(window: MainWindow, qtbot: QtBot) -> ReceivePage:
    window.go("receive")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    return page


def entries(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def opened(window: MainWindow, qtbot: QtBot) -> WaitingSheet:
    made = WaitingSheet(window, window.desk)
    made.open()
    idle(qtbot, window.desk)
    return made


def test_the_days_receipts_are_printed_in_one_go_and_a_jam_prints_none_twice(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    window.desk.keep(receipt_printer=NAME)
    paid(window, book, "1", "2", "3")
    page = till(window, qtbot)
    assert "3" in page.today.print_all._words
    before = entries(book)
    QTest.keyClick(page, Key.Key_P, Qt.KeyboardModifier.AltModifier)
    asked = dialog(window, qtbot, WhichCame)
    assert printers.asked == 0  # the till's printer is known
    assert raster.pages(printers.printed[0].read_bytes()) == 3
    assert waiting(window.desk).receipts == (1, 2, 3)  # nobody has seen them yet
    asked.no.click()
    asked.last.setFocus()
    QTest.keyClick(asked.last, Key.Key_Down)
    asked.rest.click()
    again = dialog(window, qtbot, WhichCame)
    first, second = (file.read_bytes() for file in printers.printed)
    assert raster.pages(second) == 2
    for at in range(2):  # the very same papers, no word more
        assert raster.png(second, at, 60) == raster.png(first, at + 1, 60)
    QTest.keyClick(again.did, Key.Key_Return)
    assert waiting(window.desk).receipts == ()
    assert page.today.print_all.isHidden()
    assert entries(book) == before


def test_a_sheet_is_saved_and_printed_in_one_go(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    window.desk.keep(receipt_printer=NAME)
    window.go("receive", "sheet")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    grid = page.sheet.grid
    qtbot.waitUntil(lambda: grid.field() is not None)
    for _ in range(3):
        QTest.keyClicks(grid.field(), "10")
        QTest.keyClick(grid.field() or grid, Key.Key_Down)
    QTest.keyClick(grid.field(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(window, qtbot, WhichCame)
    assert raster.pages(printers.printed[0].read_bytes()) == 3
    assert waiting(window.desk).receipts == (1, 2, 3)
    asked.no.click()
    asked.last.set_value(2)
    asked.later.click()
    assert waiting(window.desk).receipts == (3,)
    with qtbot.waitActive(window):
        window.activateWindow()  # a window manager does that when the dialog closes
    QTest.keyClick(page.sheet, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog(window, qtbot, WhichCame).did.click()
    assert raster.pages(printers.printed[1].read_bytes()) == 1  # nothing twice as a first print
    assert page.sheet.booked.print.isHidden()
    assert page.today.print_all.isHidden()


def test_esc_leaves_all_of_it_waiting(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    paid(window, book, "1", "2")
    page = till(window, qtbot)
    page.today.print_all.click()
    QTest.keyClick(dialog(window, qtbot, WhichCame), Key.Key_Escape)
    assert waiting(window.desk).receipts == (1, 2)


def asked_after(window: MainWindow, qtbot: QtBot, book: Book) -> ReceivePage:
    """Two receipts went to the printer; whether they came out, nobody has said."""
    window.desk.keep(receipt_printer=NAME)
    paid(window, book, "1", "2")
    page = till(window, qtbot)
    page.today.print_all.click()
    QTest.keyClick(dialog(window, qtbot, WhichCame), Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(WhichCame))
    return page


def test_what_nobody_answered_for_is_asked_after_before_it_is_printed_again(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = asked_after(window, qtbot, book)
    paid(window, book, "3")
    page.load()
    idle(qtbot, window.desk)
    for _ in range(2):  # the question stays until it is answered
        page.today.print_all.click()
        asked = dialog(window, qtbot, WhichCame)
        assert len(printers.printed) == 1
        assert list(asked._names) == ["Receipt 1, Mwikali Nzomo", "Receipt 2, Peter Musyoka"]
        QTest.keyClick(asked, Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(WhichCame))
    page.today.print_all.click()
    asked = dialog(window, qtbot, WhichCame)
    asked.no.click()
    asked.last.set_value(1)
    asked.rest.click()
    dialog(window, qtbot, WhichCame).did.click()
    assert raster.pages(printers.printed[1].read_bytes()) == 2  # 2, which jammed, and 3
    assert waiting(window.desk) == Waiting()


def test_what_came_out_after_all_is_not_printed_again(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = asked_after(window, qtbot, book)
    page.today.print_all.click()
    dialog(window, qtbot, WhichCame).did.click()
    idle(qtbot, window.desk)
    assert len(printers.printed) == 1
    assert waiting(window.desk) == Waiting()
    assert page.today.print_all.isHidden()


def test_everything_that_waits_is_asked_after_and_printed_later_where_it_did_not_come_out(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    asked_after(window, qtbot, book)
    sheet = opened(window, qtbot)
    sheet.print.click()
    asked = dialog(window, qtbot, WhichCame)
    assert len(printers.printed) == 1
    asked.no.click()
    asked.later.click()  # none came out: known now
    assert waiting(window.desk).receipts == (1, 2)
    idle(qtbot, window.desk)
    sheet.print.click()
    dialog(window, qtbot, WhichCame).did.click()
    assert len(printers.printed) == 2
    assert waiting(window.desk) == Waiting()


def test_home_tells_of_what_nobody_answered_for_and_leads_to_the_question(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    asked_after(window, qtbot, book)  # the laptop remembers it over a restart
    window.go("home")
    idle(qtbot, window.desk)
    page = window.page("home")
    assert isinstance(page, HomePage)
    row = page.to_do.rows[0]
    assert row.said.title == "Say what came out of the printer"
    assert row.said.line == "2 papers were sent to it, and nobody has answered yet"
    row.button.click()
    asked = dialog(window, qtbot, WhichCame)
    assert list(asked._names) == ["Receipt 1, Mwikali Nzomo", "Receipt 2, Peter Musyoka"]
    asked.not_yet.click()
    (sheet,) = window.findChildren(WaitingSheet)
    assert "2 papers" in sheet._given.words()
    sheet.answer.click()
    dialog(window, qtbot, WhichCame).did.click()
    idle(qtbot, window.desk)
    assert not sheet.answer.isVisible() and len(printers.printed) == 1
    sheet.close_it.click()
    window.go("home")
    idle(qtbot, window.desk)
    assert all("printer" not in one.said.title for one in page.to_do.rows)


class Slow(PdfPrinters):
    """A printer that is given its second job only when it is let go on."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.waits, self.go_on = Event(), Event()

    def another(self, printer: QPrinter) -> QPrinter:
        self.waits.set()
        assert self.go_on.wait(60)
        return super().another(printer)


def test_while_papers_are_on_their_way_nothing_is_sent_a_second_time(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    printers = Slow(tmp_path)
    use(window, printers)
    paid(window, book, "1", "2")
    notice_waits(window, book)
    sheet = opened(window, qtbot)
    sheet.print.click()
    qtbot.waitUntil(printers.waits.is_set, timeout=20_000)
    try:
        assert "3 papers" in sheet.under_way.words() and sheet.under_way.isVisible()
        assert not sheet.print.isEnabled() and not sheet.pdf.isEnabled()
        sheet.close_it.click()
        other = WaitingSheet(window, window.desk)  # opened anew, while they are on their way
        other.open()
        qtbot.waitUntil(lambda: bool(other._pieces))
        with qtbot.waitSignal(window.desk.said) as heard:
            other.print.click()
        assert heard.args == ["Papers are still on their way to the printer."]
        assert len(printers.printed) == 1
    finally:
        printers.go_on.set()
    idle(qtbot, window.desk)
    other.print.click()  # nobody has said yet whether they came out
    asked = dialog(window, qtbot, WhichCame)
    assert len(asked._names) == 3
    asked.did.click()
    idle(qtbot, window.desk)
    assert waiting(window.desk) == Waiting() and len(printers.printed) == 2


def test_one_of_them_alone_is_asked_after_too(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = asked_after(window, qtbot, book)
    page.today.list.choose(page.today.list.rows_model.rows[0])
    page.today.print.click()
    asked = dialog(window, qtbot, PrintAgain)
    assert len(printers.printed) == 1
    before = entries(book)
    asked.copy.emit()
    asked.reject()
    qtbot.waitUntil(lambda: len(printers.printed) == 2)
    idle(qtbot, window.desk)
    assert entries(book) == before + 1
    assert len(waiting(window.desk).receipts) == 1  # who asks for a copy has the first print


def test_a_printer_that_stops_between_papers_is_asked_after(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    printers = use(window, Stopping(tmp_path))
    paid(window, book, "1", "2")
    entry = notice_waits(window, book)
    sheet = opened(window, qtbot)
    assert [one.kind for one in sheet.list.rows_model.rows] == ["receipt", "receipt", "notice"]
    before = entries(book)
    QTest.keyClick(sheet.print, Key.Key_Return)
    asked = dialog(window, qtbot, WhichCame)
    assert not asked.rest.isHidden()  # it is known to have stopped
    assert (asked.rest.words, asked.later.words) == ("Print all 3 now", "Print later")
    asked.last.set_value(2)
    asked.last.chosen.emit(2)
    assert "1" in asked.rest._words
    asked.later.click()
    assert waiting(window.desk).receipts == () and waiting(window.desk).papers == (entry,)
    idle(qtbot, window.desk)
    assert [one.number for one in sheet.list.rows_model.rows] == [entry]
    Stopping.works_for = 99
    try:
        sheet.print.click()
        dialog(window, qtbot, WhichCame).did.click()
    finally:
        Stopping.works_for = 1
    assert waiting(window.desk).papers == ()
    assert entries(book) == before  # the paper has the entry that issued it
    assert raster.pages(printers.printed[-1].read_bytes()) == 5  # the poster, tiled
    idle(qtbot, window.desk)
    assert not sheet._none.isHidden() and sheet.print.isHidden()


def test_a_voucher_that_waits_says_that_its_number_is_an_entrys(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    lines = (ExpenseLine(payee="Juma", category="parts", amount=Decimal(5)),)
    with book.write(Signing(1)) as writing:
        spent = spend(writing, ExpenseRequest(lines=lines)).seq
        issue(writing, PaperWanted("voucher", ("en",), expense=f"{spent}/1"))
        entry = writing.head().seq
    let_wait(window.desk, papers=(entry,))
    sheet = opened(window, qtbot)
    (piece,) = sheet.list.rows_model.rows
    assert piece_name(piece, window.desk.tr) == f"Payment voucher, entry {spent}"


@pytest.mark.parametrize("made", [NoPrinters, PdfPrinters])
def test_no_printer_and_one_that_is_off_are_said_and_everything_waits(
    window: MainWindow,
    qtbot: QtBot,
    book: Book,
    tmp_path: Path,
    made: Callable[..., PdfPrinters],
) -> None:
    if made is NoPrinters:
        window.desk.printers = NoPrinters()
    else:
        use(window, PdfPrinters(tmp_path)).gone = True
    paid(window, book, "1")
    page = till(window, qtbot)
    with qtbot.waitSignal(window.desk.refused) as heard:
        page.today.print_all.click()
    assert isinstance(heard.args[0], NoPrinterError | PrinterError)
    assert waiting(window.desk).receipts == (1,)


def test_where_papers_wait_no_printer_leads_to_the_button_beside(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.desk.printers = NoPrinters()
    paid(window, book, "1")
    sheet = opened(window, qtbot)
    with qtbot.waitSignal(window.desk.refused) as heard:
        sheet.print.click()
    said = window.desk.sentence(heard.args[0])
    assert said == "No printer is set up on this computer. Save the papers as PDF instead."


def test_what_was_cancelled_or_is_not_in_the_book_waits_no_more(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    paid(window, book, "1", "2")
    with book.write(Signing(1)) as writing:
        entry = writing.driver.execute("SELECT seq FROM money_line WHERE receipt=1").fetchone()[0]
        voids.void(writing, voids.VoidRequest(entry=entry, line=1, reason="typed twice"))
    let_wait(window.desk, receipts=[99], papers=(7777,))
    sheet = opened(window, qtbot)
    assert [one.number for one in sheet.list.rows_model.rows] == [2]
    assert waiting(window.desk).receipts == (2,) and waiting(window.desk).papers == ()
    sheet.away.click()
    assert waiting(window.desk).receipts == ()


# As files.


def test_what_nobody_answered_for_is_asked_after_before_it_is_saved_too(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters, tmp_path: Path
) -> None:
    window.desk.keep(papers_folder=str(tmp_path))
    asked_after(window, qtbot, book)
    paid(window, book, "3")
    sheet = opened(window, qtbot)
    known = set(tmp_path.glob("*.pdf"))
    QTest.keyClick(sheet, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog(window, qtbot, WhichCame), Key.Key_Escape)
    idle(qtbot, window.desk)
    assert set(tmp_path.glob("*.pdf")) == known and waiting(window.desk).receipts == (1, 2, 3)
    sheet.pdf.click()
    qtbot.waitUntil(lambda: len(window.findChildren(WhichCame)) == 1)
    asked = dialog(window, qtbot, WhichCame)
    asked.no.click()
    asked.last.set_value(1)
    assert asked.rest.words == "Save as PDF"
    asked.rest.click()
    qtbot.waitUntil(lambda: waiting(window.desk) == Waiting())
    (file,) = set(tmp_path.glob("*.pdf")) - known
    assert raster.pages(file.read_bytes()) == 2  # 2, which jammed, and 3
    assert len(printers.printed) == 1


def test_what_came_out_after_all_is_not_saved(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters, tmp_path: Path
) -> None:
    window.desk.keep(papers_folder=str(tmp_path))
    asked_after(window, qtbot, book)
    sheet = opened(window, qtbot)
    known = set(tmp_path.glob("*.pdf"))
    sheet.pdf.click()
    dialog(window, qtbot, WhichCame).did.click()
    idle(qtbot, window.desk)
    assert set(tmp_path.glob("*.pdf")) == known and waiting(window.desk) == Waiting()


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_batch_is_saved_whole_or_not_at_all(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    window.desk.keep(papers_folder=str(folder))
    paid(window, book, "1", "2")
    entry = notice_waits(window, book)
    sheet = opened(window, qtbot)
    with qtbot.waitSignal(window.desk.said):
        sheet.pdf.click()
    idle(qtbot, window.desk)
    sizes = sorted(path.stat().st_size for path in folder.iterdir())
    assert len(sizes) == 2
    assert (folder / "Kiboko - Receipt 1 – 2.pdf").exists()
    now = waiting(window.desk)
    assert not now.receipts and not now.papers  # a file can be sent, or printed elsewhere
    assert not sheet.list.isVisible()
    let_wait(window.desk, receipts=(1, 2), papers=(entry,))
    sheet.load()
    idle(qtbot, window.desk)
    with small_files(sizes[1] - 1):  # the first file fits, the second does not
        sheet.pdf.click()
        qtbot.waitUntil(lambda: not sheet.refusal.isHidden(), timeout=20_000)
    assert "papers" in sheet.refusal.words()
    assert len(list(folder.iterdir())) == 2
    assert len(waiting(window.desk).receipts) == 2 and waiting(window.desk).papers == (entry,)
    assert sheet.pdf.isEnabled()


def test_a_folder_that_refuses_is_said(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_bytes(b"")
    window.desk.keep(papers_folder=str(tmp_path / "stick"))
    paid(window, book, "1")
    sheet = opened(window, qtbot)
    sheet.pdf.click()
    qtbot.waitUntil(lambda: not sheet.refusal.isHidden(), timeout=20_000)
    assert "stick" in sheet.refusal.words()
    assert waiting(window.desk).receipts == (1,)


def test_a_laptop_without_a_printer_for_two_months(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    for _ in range(3):
        paid(window, book, *["1", "2", "3"] * 300)
    sheet = opened(window, qtbot)
    assert len(sheet.list.rows_model.rows) == 2700
    assert sheet.height() <= window.height()
    assert not sheet.grab().isNull()


# Remembered by kind of paper.


def test_how_a_paper_was_printed_is_remembered_by_its_kind(
    window: MainWindow, qtbot: QtBot, printers: PdfPrinters
) -> None:
    window.go("notices")
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    qtbot.waitUntil(lambda: not page.previewer.waiting and not window.desk.tasks.busy)
    page.look.sizes.set_value("A4")
    page.look.saving.setChecked(True)
    page.look.languages.set_value(("sw",))
    page.refresh()
    qtbot.waitUntil(lambda: page.deliver.print.isEnabled() and not window.desk.tasks.busy)
    page.deliver.print.click()
    idle(qtbot, window.desk)
    kept: Settings = window.desk.settings
    assert kept.prints["notice"].size == "A4"
    window.rebuild()
    window.go("notices")
    again = window.page("notices")
    assert isinstance(again, NoticesPage) and again is not page
    wanted = again.look.wanted()
    assert wanted is not None
    assert (wanted.size, wanted.saving, wanted.languages) == ("A4", True, ("sw",))
    next(item for item in again.papers.items if item.choice.value == "income").click()
    other = again.look.wanted()
    assert other is not None and (other.saving, other.languages) == (False, ("en", "sw"))


def test_languages_of_papers_are_of_the_book_and_begin_with_the_committees(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk, other = window.desk, "11111111-1111-1111-1111-111111111111"
    desk.keep(paper_languages={other: {"notice": ("fr", "es")}})
    assert languages(desk, "notice") == ("en", "sw")
    remember_look(desk, PaperWanted("notice", languages=("sw",)))
    assert languages(desk, "notice") == ("sw",)
    assert languages(desk, "members") == ("en", "sw")
    assert desk.settings.paper_languages[other] == {"notice": ("fr", "es")}
