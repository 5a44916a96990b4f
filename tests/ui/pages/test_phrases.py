"""The phrasebook: own words typed sentence after sentence, languages of the committee's own, papers in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.languages import own_languages, spoken
from imt_desktop.committee.phrasebook import (
    MOST_LETTERS,
    OwnLanguageRequest,
    name_language,
    places_of,
)
from imt_desktop.committee.queries import committee
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.period import Month
from imt_desktop.reports import printing
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.settings.phrases.rows import PhraseRow
from imt_desktop.ui.pages.settings.phrases.sheet import PhrasesSheet
from imt_desktop.ui.widgets import Button, ConfirmDialog
from imt_desktop.ui.widgets.chips import ActChip
from imt_desktop.ui.widgets.dialog import Dim
from tests.reports.reading import text
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, press, refused, save, write


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    window.go("settings")
    idle(qtbot, window.desk)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def sheet(page: SettingsPage, qtbot: QtBot) -> PhrasesSheet:
    press(next(b for b in page.findChildren(Button) if b.words == "Own words on papers"))
    idle(qtbot, page.desk)
    return opened(page.window(), PhrasesSheet)  # type: ignore[arg-type]


def window_of(sheet: PhrasesSheet) -> MainWindow:
    window = sheet.parentWidget()
    assert isinstance(window, MainWindow)
    return window


def speak(sheet: PhrasesSheet, code: str) -> None:
    """Walk through the languages with the arrows."""
    sheet.language.setFocus()
    QTest.keyClick(sheet.language, Qt.Key.Key_Home)
    for _ in range(sheet.language.count()):
        if sheet.language.value() == code:
            return
        QTest.keyClick(sheet.language, Qt.Key.Key_Down)
    raise AssertionError(code)


def find(sheet: PhrasesSheet, words: str, english: str) -> None:
    """Search for a sentence; Enter goes to the first that is found."""
    sheet.search.setFocus()
    sheet.search.selectAll()
    QTest.keyClick(sheet.search, Qt.Key.Key_Delete)
    QTest.keyClicks(sheet.search, words)
    QTest.keyClick(sheet.search, Qt.Key.Key_Return)
    sheet.list.table.choose(PhraseRow(english, ""))
    assert shown(sheet) == english
    assert sheet.editor.edit.hasFocus()


def shown(sheet: PhrasesSheet) -> str:
    row = sheet.list.table.row()
    assert row is not None
    return str(row.english)


def type_in(sheet: PhrasesSheet, words: str) -> None:
    sheet.editor.edit.selectAll()
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(sheet.editor.edit, words)


def keep(sheet: PhrasesSheet, qtbot: QtBot) -> None:
    desk = window_of(sheet).desk
    with qtbot.waitSignal(desk.changed):
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, desk)


def head(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def own_words(book: Book, code: str) -> dict[str, str]:
    with book.read() as reading:
        return dict(spoken(reading, code).phrases)


def test_own_words_are_typed_one_after_another_and_saved_in_one_entry(
    sheet: PhrasesSheet, qtbot: QtBot, book: Book
) -> None:
    before = head(book)
    speak(sheet, "sw")
    first, second = (row.english for row in sheet.list.table.rows()[:2])
    sheet.list.table.setFocus()
    QTest.keyClick(sheet.list.table, Qt.Key.Key_Home)
    QTest.keyClick(sheet.list.table, Qt.Key.Key_Return)
    type_in(sheet, "Maneno  yetu")
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Return)
    assert shown(sheet) == second
    mine = " ".join(("Mengine", *places_of(second)))
    type_in(sheet, mine)
    assert sheet.unsaved.text() == "2 sentences not saved yet"
    keep(sheet, qtbot)
    assert head(book) == before + 1
    assert own_words(book, "sw") == {first: "Maneno yetu", second: mine}
    assert not sheet.unsaved.text()
    assert not sheet.save.isEnabled()
    sheet.left.chosen.emit("own")
    assert [row.english for row in sheet.list.table.rows()] == [first, second]
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Up)
    type_in(sheet, "")
    keep(sheet, qtbot)
    assert own_words(book, "sw") == {second: mine}
    sheet.reject()


def test_a_sentence_is_found_by_its_english_and_by_the_words_of_its_language(
    sheet: PhrasesSheet,
) -> None:
    speak(sheet, "es")
    tr = Translator("es", "KE")
    for words in ("receipt CANCELLED", tr.gettext("Receipt {number} cancelled").upper()):
        find(sheet, words, "Receipt {number} cancelled")
    find(sheet, "no.", "No.")
    row = sheet.list.table.row()
    assert row is not None
    assert row.programs == tr.pgettext("receipt number", "No.")
    sheet.search.setFocus()
    QTest.keyClicks(sheet.search, "zzz")
    QTest.keyClick(sheet.search, Qt.Key.Key_Return)
    assert not sheet.list.table.rows()
    assert not sheet.editor.isVisible()
    sheet.reject()


def test_a_sentence_that_counts_has_words_for_one_and_for_several(
    sheet: PhrasesSheet, qtbot: QtBot, book: Book
) -> None:
    find(sheet, "working day", "Answer within {n} working day")
    type_in(sheet, "{n} day to answer")
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Return)
    assert shown(sheet) == "Answer within {n} working days"
    type_in(sheet, "{n} days to answer")
    keep(sheet, qtbot)
    tr = Translator("en", "KE", own_words(book, "en"))
    one, many = "Answer within {n} working day", "Answer within {n} working days"
    assert [tr.ngettext(one, many, n).format(n=n) for n in (1, 3)] == [
        "1 day to answer", "3 days to answer",
    ]  # fmt: skip
    sheet.reject()


def test_mistakes_stand_beside_the_words_and_nothing_is_saved(
    sheet: PhrasesSheet, qtbot: QtBot, book: Book
) -> None:
    before = head(book)
    english = "Receipt {number} cancelled"
    find(sheet, "receipt cancelled", english)
    for wrong in ("No more", "{number} and {number}", "{number} } gone", "{nummer} gone"):
        type_in(sheet, wrong)
        QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Return)
        assert sheet.editor.field.error == "Leave these places in the words, once each: {number}."
        assert shown(sheet) == english
    sheet.editor.edit.selectAll()
    sheet.editor.edit.insert("m" * 5000)
    sheet.editor.edit.textEdited.emit(sheet.editor.edit.text())
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Down)  # it may be left as it is for now
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, window_of(sheet).desk)
    assert shown(sheet) == english
    assert str(MOST_LETTERS) in (sheet.editor.field.error or "")
    assert head(book) == before
    type_in(sheet, "gone: ")
    press(sheet.editor.places.findChildren(ActChip)[0])
    assert sheet.editor.edit.text() == "gone: {number}"
    assert sheet.editor.field.error is None
    keep(sheet, qtbot)
    assert own_words(book, "en") == {english: "gone: {number}"}
    sheet.reject()


def test_words_are_not_lost_by_esc(sheet: PhrasesSheet, book: Book) -> None:
    before = head(book)
    find(sheet, "cash book", "Cash book")
    type_in(sheet, "Our book")
    QTest.keyClick(sheet.editor.edit, Qt.Key.Key_Escape)
    asked = opened(window_of(sheet), ConfirmDialog)
    asked.reject()
    assert sheet.isVisible()
    assert sheet.editor.edit.text() == "Our book"
    sheet.reject()
    opened(window_of(sheet), ConfirmDialog).accept()
    assert not sheet.isVisible()
    assert head(book) == before


def test_a_language_of_the_committees_own_on_the_committees_notice(
    sheet: PhrasesSheet, page: SettingsPage, qtbot: QtBot, book: Book
) -> None:
    window = window_of(sheet)
    press(sheet.new)
    form = opened(window, Form)
    assert not sheet.isVisible()
    assert any(one.isVisible() for one in window.findChildren(Dim))  # the page behind is dark
    assert "not the code" in refused_code(form, qtbot, "tzeltal")
    assert "already" in refused_code(form, qtbot, "ES")
    write(form, code="TZH")
    assert refused(form, qtbot, "name") == "A name is missing."
    write(form, name="Tseltal")
    choose(form, "base", "es")
    save(form, qtbot)
    assert sheet.isVisible()
    assert sheet.language.value() == "tzh"
    find(sheet, "money in", "Money in")
    type_in(sheet, "Ochel tak'in")
    keep(sheet, qtbot)
    sheet.reject()

    page.committee.edit.emit()
    form = opened(window, Form)
    box = form.findChildren(type(sheet.language))[0]
    box.setFocus()
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == "tzh"
    save(form, qtbot)
    with book.read() as reading:
        found = committee(reading)
    assert found is not None
    assert found.languages == ("tzh", "sw")
    assert page.committee.words["papers"].text().startswith("Tseltal")

    window.go("notices")
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    offered = notices.look.languages.large
    assert "Tseltal" in [offered.itemText(at) for at in range(offered.count())]

    with book.write(Signing(1)) as writing:
        period = Month.of(window.desk.today).period
        issued = printing.issue(writing, PaperWanted("notice", period=period))
    said = text(printing.draw(issued))
    es = Translator("es", "KE")
    assert "Ochel tak'in" in said
    assert es.gettext("Money in") not in said
    assert es.gettext("Money out") in said  # the language that it leans on stands in


def refused_code(form: Form, qtbot: QtBot, code: str) -> str:
    write(form, code=code, name="Tseltal")
    sentence = refused(form, qtbot, "code")
    write(form, name="")
    return sentence


def test_a_language_leans_on_another_and_its_code_is_taken(
    sheet: PhrasesSheet, qtbot: QtBot, book: Book
) -> None:
    window = window_of(sheet)
    with book.write(Signing(1)) as writing:
        name_language(writing, OwnLanguageRequest(code="tzh", name="Tzeltal", base="en"))
    window.desk.changed.emit(Changes(settings=True))
    idle(qtbot, window.desk)
    speak(sheet, "tzh")
    press(sheet.edit)
    form = opened(window, Form)
    write(form, name="Bats'il k'op")
    choose(form, "base", "es")
    save(form, qtbot)
    with book.read() as reading:
        (one,) = own_languages(reading)
    assert (one.name, one.base) == ("Bats'il k'op", "es")
    assert sheet.language.currentText() == "Bats'il k'op"
    press(sheet.new)
    form = opened(window, Form)
    assert "already" in refused_code(form, qtbot, "tzh")
    form.leave()
    sheet.reject()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_and_words(
    sheet: PhrasesSheet, page: SettingsPage, qtbot: QtBot, book: Book, name: str
) -> None:
    window = window_of(sheet)
    wide = sheet.width()
    press(sheet.new)
    form = opened(window, Form)
    write(form, code="xx")
    form.fields["name"].editor.setText(name)  # type: ignore[attr-defined]
    save(form, qtbot)
    assert sheet.width() == wide
    find(sheet, "cash book", "Cash book")
    sheet.editor.edit.insert(name[:MOST_LETTERS])
    sheet.editor.edit.textEdited.emit(sheet.editor.edit.text())
    keep(sheet, qtbot)
    assert own_words(book, "xx") == {"Cash book": " ".join(name[:MOST_LETTERS].split())}
    sheet.reject()
    with book.write(Signing(1)) as writing:
        issued = printing.issue(writing, PaperWanted("cashbook", ("xx", "en")))
    assert printing.draw(issued).startswith(b"%PDF")
    window.go("notices")
    idle(qtbot, window.desk)
    assert window.page("notices").isVisible()
