"""Find anything: Ctrl+K over any page, by the keyboard alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.community.complaints import dealing
from imt_desktop.community.complaints.dealing import ComplaintRequest
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Ref, Signing
from imt_desktop.ledger import expenses, members, payments
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.bringing_in.page import BringingInPage
from imt_desktop.ui.pages.closing.page import ClosingPage
from imt_desktop.ui.pages.complaints.page import ComplaintsPage
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.finding.hits import elsewhere, places
from imt_desktop.ui.pages.finding.palette import Palette
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.meetings.decided import show_decisions
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.tariffs.costs.view import CostsView
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, none_open, opened

CTRL = Qt.KeyboardModifier.ControlModifier


def everybody(window: MainWindow) -> tuple[queries.Officer, ...]:
    with window.desk.book.read() as reading:
        return queries.officers(reading)


def pay(book: Book, member: str, amount: int) -> Ref:
    line = payments.PaymentLine(member=member, amount=Decimal(amount))
    with book.write(Signing(1)) as writing:
        (receipt,) = payments.receive(writing, payments.PaymentRequest(lines=(line,)))
    return Ref(receipt.entry)


def spend(book: Book, amount: int, payee: str) -> Ref:
    line = expenses.ExpenseLine(amount=Decimal(amount), payee=payee, category="fuel", account=None)
    with book.write(Signing(1)) as writing:
        return Ref(expenses.spend(writing, expenses.ExpenseRequest(lines=(line,))).seq)


def look_for(window: MainWindow, qtbot: QtBot, words: str) -> Palette:
    """Press Ctrl+K, type, and wait for what is found."""
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = opened(window, Palette)
    qtbot.waitUntil(palette.box.hasFocus)
    if words.isascii():
        QTest.keyClicks(palette.box, words)
    else:
        palette.box.insert(words)  # as an input method does
    qtbot.waitUntil(lambda: palette._shown == words.strip())
    return palette


def found(palette: Palette) -> list[str]:
    return [
        palette.list.rows_model.line(at).name for at in range(len(palette.list.rows_model.rows))
    ]


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.box, key)


def test_a_members_card_opens_from_another_page(window: MainWindow, qtbot: QtBot) -> None:
    window.go("money")
    palette = look_for(window, qtbot, "ndunge")
    assert found(palette) == ["Rose Ndunge"]
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage) and window.shell.page_key() == "members"
    qtbot.waitUntil(lambda: page._card is not None and page.row().name == "Rose Ndunge")
    assert none_open(window)


def test_who_is_found_by_another_name_says_so(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    adults = (AdultLine(name="Eshe"), AdultLine(name="Amina Hassan"))
    with book.write(Signing(1)) as writing:
        members.join(writing, JoinRequest(lines=(MemberLine(adults=adults, nickname="Bibi"),)))
    for typed, number in (("hassan", "4, Amina Hassan"), ("bibi", "4, Bibi"), ("eshe", "4")):
        palette = look_for(window, qtbot, typed)
        line = palette.list.rows_model.line(0)
        assert (line.name, line.number) == ("Eshe", number)
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)


def test_a_complaint_is_found_by_number_or_kind_but_not_by_whom_it_is_about(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        for category, about in (("leak", ""), ("leak", "1"), ("treatment", "2")):
            dealing.receive(
                writing,
                ComplaintRequest(words="Oh", source="anonymous", category=category, about=about),
            )
    for officer, typed, numbers in (
        (1, "complaint 1", [1]), (1, "complaint 2", []), (1, "no. 3", [3]), (1, "leak", [1]),
        (2, "leak", [2, 1]), (2, "#2", [2]), (2, "3", []), (2, "treat", []), (1, "leak 3", []),
    ):  # fmt: skip
        with book.read() as reading:
            window.desk.sit(queries.by_id(reading, officer))
        palette = look_for(window, qtbot, typed)
        hits = [one for one in palette.list.rows_model.rows if one.page == "complaints"]
        assert [one.what for one in hits if one.what is not None and one.what != "new"] == numbers
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)
    palette = look_for(window, qtbot, "complaint 3")
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("complaints")
    assert isinstance(page, ComplaintsPage)
    qtbot.waitUntil(lambda: page._opened is not None and page._opened.row.id == 3)


def test_an_officer_is_found_by_name_or_post(window: MainWindow, qtbot: QtBot) -> None:
    chair = next(one for one in everybody(window) if one.post == "chair")
    for typed in ("chair", chair.name.split()[0].casefold()):
        palette = look_for(window, qtbot, typed)
        rows = palette.list.rows_model.rows
        assert [one.what for one in rows if one.page == "settings"] == [chair]
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)
    palette = look_for(window, qtbot, "chair")
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.officers.list.row() == chair)


def test_hidden_balances_are_hidden_here_too(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    pay(book, "3", 300)
    for hidden in (False, True):
        window.desk.hide_balances(hidden)
        for words in ("ndunge", "1"):
            palette = look_for(window, qtbot, words)
            line = palette.list.rows_model.line(0)
            assert bool(line.amount) != hidden, words
            assert not (hidden and line.state)
            press(palette, Qt.Key.Key_Escape)
            qtbot.waitUntil(window.isActiveWindow)


def test_a_household_is_not_found_by_what_it_paid_while_that_is_hidden(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    pay(book, "3", 317)
    spent = spend(book, 317, "Kitui Borehole Services")
    for hidden, lines in ((False, 2), (True, 1)):
        window.desk.hide_balances(hidden)
        palette = look_for(window, qtbot, "317")
        refs = [hit.ref for hit in palette.list.rows_model.rows]
        assert len(refs) == lines and spent in refs
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)


def test_that_there_are_more_than_are_shown_is_said(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    for amount in range(31):
        spend(book, 1000 + amount, "Kitui Borehole Services")
    for typed, more in (("kitui", True), ("kitui services 1", False), ("ndunge", False)):
        palette = look_for(window, qtbot, typed)
        assert palette.more.isVisible() == more, typed
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)


def test_that_amounts_are_hidden_is_said_where_one_is_looked_for(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    pay(book, "3", 317)
    window.desk.hide_balances(True)
    for typed, said in (("317", "hidden from the queue"), ("zzz", "Nothing of that is in")):
        palette = look_for(window, qtbot, typed)
        assert said in palette.nothing.words() and palette.nothing.isVisible()
        press(palette, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)


def test_decisions_are_not_said_to_be_none_before_they_are_read(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    decided = DecisionRequest(minute="1", what="A price", decided_on=window.desk.today)
    with book.write(Signing(1)) as writing:
        record_decision(writing, decided)
    sheet = show_decisions(window, window.desk)
    assert sheet._none.isHidden()
    idle(qtbot, window.desk)
    assert sheet._none.isHidden() and sheet.list.isVisible()


def test_f7_comes_to_the_papers_from_those_issued_before(window: MainWindow, qtbot: QtBot) -> None:
    for before in ("notices", "home"):
        window.go("notices", "issued")
        idle(qtbot, window.desk)
        window.go(before)
        QTest.keyClick(window, Qt.Key.Key_F7)
        idle(qtbot, window.desk)
        page = window.page("notices")
        assert isinstance(page, NoticesPage)
        assert page.views.value() == "new" and page.issued.isHidden()
        assert window.focusWidget() in page.papers.items


def test_kinds_of_complaints_are_found(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "kinds")
    assert found(palette)[0] == "Deadline and kinds of complaints"
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert opened(window, Form).windowTitle() == "Deadline and kinds of complaints"


def test_a_member_is_shown_whatever_the_list_was_filtered_by(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    pay(book, "3", 900)
    window.go("members", "owing")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    page.list.search.setText("Peter")
    palette = look_for(window, qtbot, "rose")
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    qtbot.waitUntil(lambda: page.row().name == "Rose Ndunge")


def test_a_receipt_opens_with_its_line_and_leads_to_the_bill(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    ref = pay(book, "2", 450)
    palette = look_for(window, qtbot, "1")
    assert found(palette)[0] == "Mwikali Nzomo"
    press(palette, Qt.Key.Key_Down)
    line = palette.list.row()
    assert (line.ref, line.line.name) == (ref, "Receipt 1")
    assert line.line.spoken() == palette.box.accessibleDescription()
    press(palette, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: bool(window.findChildren(LineSheet)))
    sheet = opened(window, LineSheet)
    assert sheet.windowTitle() == "Receipt 1"
    (bill,) = sheet.links.buttons
    bill.click()
    qtbot.waitUntil(
        lambda: [one.isVisible() for one in window.findChildren(LineSheet)].count(True) == 1
    )
    qtbot.waitUntil(lambda: opened(window, LineSheet).windowTitle().startswith("Fee for"))
    opened(window, LineSheet).reject()


def test_an_amount_as_it_is_written_here(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    ref = spend(book, 12_600, "Kitui Borehole Services")
    palette = look_for(window, qtbot, "12,600")
    assert [hit.ref for hit in palette.list.rows_model.rows] == [ref]
    press(palette, Qt.Key.Key_Escape)


def test_a_receipt_is_found_by_the_words_on_it_before_the_member_of_that_number(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    ref = pay(book, "2", 450)
    palette = look_for(window, qtbot, "Receipt 1")
    assert [hit.ref for hit in palette.list.rows_model.rows] == [ref]
    press(palette, Qt.Key.Key_Escape)


def test_pages_and_jobs_open_before_anything_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = opened(window, Palette)
    names = found(palette)
    assert {"Members", "Money", "Settings", "Count cash"} <= set(names)
    assert len(names) == len(set(names))
    QTest.keyClicks(palette.box, "settin")
    assert found(palette) == ["Settings"]
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert window.shell.page_key() == "settings"


def test_enter_pressed_at_once_waits_for_the_book(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = opened(window, Palette)
    QTest.keyClicks(palette.box, "musyoka")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell.page_key() == "members")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    qtbot.waitUntil(lambda: page._card is not None and page.row().name == "Peter Musyoka")


def test_nothing_found_says_what_to_try(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "zanzibar")
    assert palette.nothing.isVisible() and "part of the name" in palette.nothing.words()
    assert not palette.open_it.isEnabled()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    press(palette, Qt.Key.Key_Escape)
    assert none_open(window)


def test_a_decision_leads_to_itself_among_the_decisions(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        record_decision(writing, DecisionRequest(minute="99", what="A fence"))
    palette = look_for(window, qtbot, "water price")
    assert found(palette) == ["Agreement on the water price", "Water price"]
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    qtbot.waitUntil(lambda: opened(window, QDialog).windowTitle() == "Decisions")
    sheet = opened(window, ListSheet)
    qtbot.waitUntil(lambda: sheet.list.row() is not None)
    assert sheet.list.row().decision.what == "Water price"
    sheet.reject()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_shown_as_plain_text(
    window: MainWindow, qtbot: QtBot, book: Book, name: str
) -> None:
    with book.write(Signing(1)) as writing:
        members.join(writing, JoinRequest(lines=(MemberLine(adults=(AdultLine(name=name),)),)))
    spend(book, 70, name)
    palette = look_for(window, qtbot, name[:8].split()[0])
    assert (
        len(
            [
                hit
                for hit in palette.list.rows_model.rows
                if hit.line.name.startswith(name[:8]) or hit.line.second.endswith(name)
            ]
        )
        == 2
    )
    assert palette.width() <= window.width()
    palette.grab()
    press(palette, Qt.Key.Key_Escape)


def test_it_does_not_open_in_front_of_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sign_in(tuple_of_officers(window))
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert none_open(window)


def tuple_of_officers(window: MainWindow) -> tuple[queries.Officer, ...]:
    with window.desk.book.read() as reading:
        return queries.officers(reading)


def test_a_part_of_a_page_is_found_by_its_own_name(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "wears")
    assert found(palette)[0] == "What wears out"
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage)
    assert isinstance(page.view, CostsView)
    assert page.view.assets.isVisible()


def test_a_pack_leads_to_where_all_its_papers_are_made(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "papers for a handover")
    assert found(palette) == ["All papers for a handover"]
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert opened(window, QFileDialog).windowTitle() == "All papers for a handover"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("laptop", "Take the book to another laptop"), ("laptop", "The laptop is gone"),
        ("backup", "Make a copy now"), ("copy", "Compare with a copy"), ("usb", "Sealed copy onto a stick"),
        ("restore", "Bring it back from a copy"), ("verify", "Check the book"), ("qr", "Check a paper"),
        ("audit tr", "Who did what"), ("closing", "Close the month"), ("reconcile", "The bank's papers"),
        ("difference", "Count cash"), ("password", "Officers"), ("handover", "Hand over"),
        ("erase", "Forget names and telephone"), ("forget", "Forget names and telephone"),
        ("second signature", "Expenses not yet approved"), ("gaps", "Receipt pads"),
        ("community audit", "Community audit"), ("planning board", "Action plan"), ("workshop", "Round"),
        ("indicators", "Figures"), ("root causes", "Three key problems"), ("siasar", "What the committee is able to do"),
        ("registration", "Management model and compliance"), ("beans", "Integrity and reputation"),
        ("tool library", "Integrity tools"), ("coaching", "Follow up"), ("red flags", "Questions"),
    ],
)  # fmt: skip
def test_what_is_done_to_the_book_is_found_by_the_words_people_type(
    window: MainWindow, qtbot: QtBot, typed: str, name: str
) -> None:
    assert found(look_for(window, qtbot, typed)).count(name) == 1


@pytest.mark.parametrize(
    ("code", "typed", "title"),
    [
        ("es", "respaldo", "Make a copy now"), ("es", "portatil", "Take the book to another laptop"),
        ("es", "contrasena", "Officers"), ("es", "restaurar", "Bring it back from a copy"),
        ("es", "cierre", "Close the month"), ("es", "borrar", "Forget names and telephone"),
        ("sw", "rejesha", "Bring it back from a copy"), ("sw", "tarakilishi", "Take the book to another laptop"),
        ("sw", "nenosiri", "Officers"), ("sw", "makabidhiano", "Hand over"), ("sw", "futa", "Forget names and telephone"),
        ("fr", "sauvegarde", "Make a copy now"), ("fr", "portable", "Take the book to another laptop"),
        ("fr", "cloture", "Close the month"), ("fr", "passation", "Hand over"), ("fr", "effacer", "Forget names and telephone"),
        ("es", "contraloria", "Community audit"), ("es", "indicadores", "Figures"), ("es", "banderas rojas", "Questions"),
        ("es", "causas", "Three key problems"), ("es", "frijoles", "Integrity and reputation"), ("es", "tablero", "Action plan"),
        ("sw", "ukaguzi wa", "Community audit"), ("sw", "viashiria", "Figures"), ("sw", "maharage", "Integrity and reputation"),
        ("sw", "usajili", "Management model and compliance"), ("sw", "zana", "Integrity tools"),
        ("fr", "audit social", "Community audit"), ("fr", "indicateurs", "Figures"), ("fr", "drapeaux rouges", "Questions"),
        ("fr", "haricots", "Integrity and reputation"), ("fr", "tableau", "Action plan"),
        ("en", "collection sheet", "Collection sheet"), ("en", "catch up", "Collection sheet"),
        ("en", "excel", "Bring in a spreadsheet"), ("en", "excel", "Lists in Excel"), ("en", "workbook", "Lists in Excel"),
        ("en", "template", "Empty spreadsheets to fill in"), ("en", "import", "Bring in a spreadsheet"),
        ("en", "waiting", "Waiting for a printer"), ("en", "waiting", "Expenses not yet approved"),
        ("en", "reprint", "Issued before"), ("en", "debts", "Arrears"), ("en", "invoice", "Bill everyone"),
        ("en", "cash book", "Money"), ("en", "customers", "Members"), ("en", "minutes", "Meetings"),
        ("es", "hoja de cobro", "Collection sheet"), ("es", "ponerse al dia", "Collection sheet"),
        ("es", "plantilla", "Empty spreadsheets to fill in"), ("es", "importar", "Bring in a spreadsheet"),
        ("es", "libro de excel", "Lists in Excel"), ("es", "deudas", "Arrears"), ("es", "en espera", "Waiting for a printer"),
        ("sw", "makusanyo", "Collection sheet"), ("sw", "kiolezo", "Empty spreadsheets to fill in"),
        ("sw", "ingiza", "Bring in a spreadsheet"), ("sw", "excel", "Lists in Excel"), ("sw", "wateja", "Members"),
        ("sw", "zinasubiri", "Waiting for a printer"),
        ("fr", "rattraper", "Collection sheet"), ("fr", "modele", "Empty spreadsheets to fill in"),
        ("fr", "importer", "Bring in a spreadsheet"), ("fr", "classeur", "Lists in Excel"), ("fr", "dettes", "Arrears"),
        ("fr", "en attente", "Waiting for a printer"),
        ("en", "list of members", "Members"), ("en", "day list", "Entered on a day"),
    ],
)  # fmt: skip
def test_people_type_such_words_in_each_language(code: str, typed: str, title: str) -> None:
    tr = Translator(code)
    entries = [spec.entry(tr) for spec in PAGES]
    assert [one.line.name for one in places(entries, (), typed, tr)].count(tr.gettext(title)) == 1


def test_the_way_to_another_laptop_is_found(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "laptop")
    assert found(palette)[0] == "Take the book to another laptop"
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("copies")
    assert isinstance(page, CopiesPage) and window.shell.page_key() == "copies"
    qtbot.waitUntil(page.along.hasFocus)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("arrears", "Who is behind"), ("statem", "Statement"), ("aviso", "Transparency notice")],
)
def test_a_paper_is_found_by_its_name_in_any_language(
    window: MainWindow, qtbot: QtBot, typed: str, name: str
) -> None:
    palette = look_for(window, qtbot, typed)
    for _ in range(found(palette).index(name)):
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("notices")
    assert isinstance(page, NoticesPage) and window.shell.page_key() == "notices"
    (chosen,) = [item for item in page.papers.items if item.isChecked()]
    assert chosen.choice.words == name


def test_a_page_is_found_by_its_words_in_another_language() -> None:
    tr = Translator("en")
    entries = [spec.entry(tr) for spec in PAGES]
    assert "Arrears" in [one.line.name for one in elsewhere(entries, "deudas", tr)]


@pytest.mark.parametrize(
    ("typed", "name", "page"),
    [("collection", "Collection sheet", "receive"), ("template", "Empty spreadsheets to fill in", "bringing-in"),
     ("workbook", "Lists in Excel", "notices"), ("waiting", "Waiting for a printer", "notices"),
     ("reprint", "Issued before", "notices"), ("certificates", "Closed months", "closing")],
)  # fmt: skip
def test_a_view_that_is_found_is_shown(
    window: MainWindow, qtbot: QtBot, typed: str, name: str, page: str
) -> None:
    palette = look_for(window, qtbot, typed)
    for _ in range(found(palette).index(name)):
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert window.shell.page_key() == page
    there = window.page(page)
    if isinstance(there, ReceivePage | NoticesPage | ClosingPage):
        wanted = {"Collection sheet": "sheet", "Lists in Excel": "new", "Closed months": "closed"}
        assert there.views.value() == wanted.get(name, "issued")
    if isinstance(there, BringingInPage):
        first = next(iter(there.views.start.templates.values()))
        qtbot.waitUntil(first.hasFocus)
    if name in ("Lists in Excel", "Waiting for a printer"):
        sheet = opened(window, QDialog)
        assert sheet.windowTitle() == name
        sheet.reject()


def test_the_frame_goes_with_the_paper_that_is_found(window: MainWindow, qtbot: QtBot) -> None:
    window.go("notices")
    idle(qtbot, window.desk)
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    page.papers.setFocus()
    palette = look_for(window, qtbot, "statem")
    for _ in range(found(palette).index("Statement")):
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    qtbot.waitUntil(window.isActiveWindow)
    (chosen,) = [item for item in page.papers.items if item.isChecked()]
    assert chosen.choice.words == "Statement"
    assert window.focusWidget() is chosen


def test_the_way_to_another_book_is_found(window: MainWindow, qtbot: QtBot) -> None:
    palette = look_for(window, qtbot, "open a b")
    assert found(palette)[0] == "Another book"
    with qtbot.waitSignal(window.desk.left):
        press(palette, Qt.Key.Key_Return)


def test_a_page_that_two_names_fit_is_found_once(window: MainWindow, qtbot: QtBot) -> None:
    names = found(look_for(window, qtbot, "audit"))
    assert "Audit" in names and "Community audit" not in names


def test_what_has_the_name_itself_comes_before_what_has_it_among_other_words() -> None:
    tr = Translator("es")
    entries = [spec.entry(tr) for spec in PAGES]
    names = [one.line.name for one in places(entries, (), "herramientas de int", tr)]
    assert names[0] == tr.gettext("Integrity tools")


@pytest.mark.parametrize("code", ["en", "es", "fr", "sw"])
def test_a_page_is_found_by_the_short_name_that_a_small_screen_shows(code: str) -> None:
    tr = Translator(code)
    entries = [spec.entry(tr) for spec in PAGES]
    for entry in entries:
        pages = [one.page for one in places(entries, (), entry.short_title, tr)]
        assert entry.key in pages, entry.short_title
