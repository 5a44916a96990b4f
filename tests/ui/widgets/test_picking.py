"""Fields that offer what fits, menus, tabs, and pairs of a label and what it says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Choice,
    ComboBox,
    Details,
    EvenRow,
    LabelledField,
    LineEdit,
    MenuButton,
    MenuItem,
    SuggestEdit,
    Tabs,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.tab_order import INNER

MEMBERS = (
    Choice("Mwikali Nzomo", "1", second="1"),
    Choice("José Núñez", "22", second="22, Baraka"),
    Choice("Peter Mwiki", "3", second="3"),
)


def column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for widget in widgets:
        layout.addWidget(widget)
    return made


def test_what_fits_is_offered_without_case_and_accents(window) -> None:
    edit = SuggestEdit(MEMBERS)
    window.put(edit)
    assert [one.value for one in edit.fitting("mwik")] == ["1", "3"]  # the beginning counts first
    assert [one.value for one in edit.fitting("nunez")] == ["22"]
    assert [one.value for one in edit.fitting("baraka")] == ["22"]
    assert edit.fitting("  ") == []


def test_enter_takes_the_first_where_only_what_is_offered_counts(qtbot: QtBot, window) -> None:
    edit = SuggestEdit(MEMBERS, strict=True)
    window.put(edit)
    QTest.keyClicks(edit, "nun")
    with qtbot.waitSignal(edit.picked) as heard:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert heard.args == ["22"]
    assert edit.value() == "22"


def test_a_number_is_taken_before_another_that_holds_it(qtbot: QtBot, window) -> None:
    many = (
        Choice("Rose Ndunge", "146", second="146"),
        Choice("Peter Musyoka", "46", second="46, Hill"),
    )
    edit = SuggestEdit(many, strict=True)
    window.put(edit)
    QTest.keyClicks(edit, "46")
    with qtbot.waitSignal(edit.picked) as heard:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert heard.args == ["46"]


def test_two_that_fit_equally_well_are_asked(qtbot: QtBot, window) -> None:
    many = [Choice("Kamau Wanjiru", number, second=number) for number in ("1", "14")]
    edit = SuggestEdit(many, strict=True)
    window.put(edit)
    QTest.keyClicks(edit, "kamau")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.value() is None
    popup = edit.completer().popup()
    assert popup.isVisible()
    assert not popup.verticalScrollBar().isVisible()
    assert popup.viewport().rect().contains(popup.visualRect(popup.model().index(1, 0)))
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(edit.picked) as heard:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert heard.args == ["1"]


def test_enter_keeps_words_that_are_new_where_they_may_be(window) -> None:
    edit = SuggestEdit([Choice("Upper village", "Upper village")])
    window.put(edit)
    QTest.keyClicks(edit, "Up")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.value()) == ("Up", None)


def test_a_row_of_thousands_of_letters_is_offered_shortened(window) -> None:
    edit = SuggestEdit([Choice("m" * 5000 + "\n<b>", "1")])
    window.put(edit)
    (found,) = edit.fitting("mmm")
    edit.take(found)
    assert len(edit.text()) == 120
    assert edit.value() == "1"


def test_enter_passes_over_what_only_helps_and_stops_before_the_main_button(window) -> None:
    first, helper, box, last, save = (
        LineEdit(), Button("Choose a file"), ComboBox([Choice("a", 1)]), LineEdit(), Button("Save"),
    )  # fmt: skip
    helper.setProperty(INNER, True)
    window.put(column(first, helper, box, last, save))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert window.focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert window.focusWidget() is last


def test_a_menu_asks_anew_what_stands_in_it(window) -> None:
    done: list[str] = []
    items = [MenuItem("Cut && off", lambda: done.append("cut"), "ban")]
    button = MenuButton("More", lambda: items, key="F10")
    window.put(button)
    assert (button.words, button.accessibleName()) == ("", "More")
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu_shown
    assert menu is not None and menu.isVisible()
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["cut"]
    items.append(MenuItem("Second", lambda: done.append("second"), ruled=True))
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu_shown
    assert menu is not None
    assert [one.text() for one in menu.actions() if not one.isSeparator()] == [
        "Cut &&&& off", "Second",
    ]  # fmt: skip
    menu.close()


def test_arrows_choose_a_tab(qtbot: QtBot, window) -> None:
    tabs = Tabs([Choice("History", 0), Choice("A & B", 1)], "Parts")
    window.put(tabs)
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as heard:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert heard.args == [1]
    tabs.set_words(1, "Connections 2")
    assert (tabs.value(), tabs.tabText(1)) == (1, "Connections 2")


def test_pairs_leave_out_what_is_empty_and_say_a_label_once(window) -> None:
    details = Details([("Paid", "100"), ("Paid", "200"), ("Due", ""), ("State", "<b>open")])
    window.put(details)
    assert [one.text() for one in details.findChildren(Words)] == [
        "Paid", "100", "", "200", "State", "<b>open",
    ]  # fmt: skip


def test_a_number_of_parts_that_does_not_divide_still_shares_rows(window) -> None:
    parts = [Button("m" * 12) for _ in range(5)]
    row = EvenRow(parts, most=4)
    window.put(row)
    row.resize(em(500), em(200))
    assert len({part.y() for part in parts}) < 5


def test_a_word_of_thousands_of_letters_makes_nothing_wider(window) -> None:
    words = Words("m" * 5000)
    window.put(words)
    assert words.minimumSizeHint().width() < em(300)
    assert shortened("m" * 5000, 20) == "m" * 19 + "…"
    assert shortened("two\n lines") == "two lines"


def test_a_french_sign_and_an_amount_stay_with_their_word_in_a_title(window) -> None:
    title = "Mettre «\u00a0Pompe\u00a0» hors service pour KSh\u00a05\u202f400\u00a0?"
    assert shortened(title) == title
    words = Words(title)
    window.put(words)
    assert words.minimumSizeHint().width() >= words.fontMetrics().horizontalAdvance(
        "KSh\u00a05\u202f400\u00a0?"
    )


def test_the_list_goes_with_its_field(window) -> None:
    """An open list hands every key to its own field, wherever the keys were meant to go."""
    edit, other = SuggestEdit(MEMBERS), LineEdit()
    window.put(edit, other)
    edit.setFocus()
    QTest.keyClicks(edit, "mwik")
    popup = edit.completer().popup()
    assert popup.isVisible()
    other.setFocus()
    assert not popup.isVisible()


def test_the_list_makes_way_for_the_sentence_under_its_field(window) -> None:
    edit = SuggestEdit(MEMBERS)
    field = LabelledField("And by", "", edit)
    window.put(field)
    QTest.keyClicks(edit, "mwik")
    popup = edit.completer().popup()
    assert popup.isVisible()
    field.set_error("Money is counted by two people.")
    assert not popup.isVisible()
