"""Fields: typing, reading, mistakes beside the field."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from imt_desktop.errors import AmountError, DateError
from imt_desktop.i18n.translator import Translator
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month, Period
from imt_desktop.ui.pages.walking.cells import CellEdit
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    CheckBox,
    DateEdit,
    EvenRow,
    LabelledField,
    LineEdit,
    MonthEdit,
    PeriodEdit,
    SearchBox,
    TextArea,
)
from imt_desktop.ui.widgets.chips import ActChip

LEFT = Qt.MouseButton.LeftButton


def test_an_amount_is_money(qtbot: QtBot, window, en: Translator, kes: Currency) -> None:
    edit = AmountEdit(en, kes)
    window.put(edit)
    assert edit.amount() is None and edit.is_empty()
    with qtbot.waitSignal(edit.amount_changed) as heard:
        qtbot.keyClicks(edit, "1,350.50")
    assert edit.amount() == Money(135050, kes)
    assert heard.args is not None
    assert edit.read().minor == 135050


@pytest.mark.parametrize("kind", [LineEdit, CellEdit])
def test_a_key_of_the_window_is_never_typed(qtbot: QtBot, window, kind: type) -> None:
    """Alt+3 where there are two ways to pay made 450 a 4503."""
    field = LineEdit() if kind is LineEdit else CellEdit(window, right=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "450")
    qtbot.keyClick(field, "3", Qt.KeyboardModifier.AltModifier)
    assert field.text() == "450"


def test_what_is_no_amount_is_none_and_says_why(en: Translator, kes: Currency) -> None:
    edit = AmountEdit(en, kes)
    edit.setText("1.350,00")
    assert edit.amount() is None
    with pytest.raises(AmountError):
        edit.read()


def test_an_amount_is_shown_in_the_language(en: Translator, kes: Currency) -> None:
    edit = AmountEdit(en, kes, Money(135000, kes), big=True)
    assert edit.text() == "1,350"
    edit.set_amount(None)
    assert edit.text() == ""


def test_the_amount_of_the_till_grows_smaller_before_it_loses_digits(
    qtbot: QtBot, window, en: Translator, kes: Currency
) -> None:
    edit = AmountEdit(en, kes, big=True)
    window.put(edit)
    edit.setFixedWidth(230)
    edit.setText("450")
    large = edit.fontMetrics().height()
    edit.setText("1.350,00")
    edit.set_wrong(True)
    margins = edit.textMargins()
    room = edit.width() - margins.left() - margins.right()
    assert edit.fontMetrics().horizontalAdvance(edit.text()) < room
    edit.set_wrong(False)
    edit.setText("450")
    assert edit.fontMetrics().height() == large


def test_a_day_is_shown_in_words_and_typed_in_figures(qtbot: QtBot, window, en: Translator) -> None:
    edit, other = DateEdit(en, date(2026, 10, 15)), LineEdit()
    window.put(other, edit)
    other.setFocus()
    assert edit.text() == en.short_date(date(2026, 10, 15))
    edit.setFocus()
    assert (edit.text(), edit.selectedText()) == ("15/10/2026", "15/10/2026")
    with qtbot.waitSignal(edit.changed):
        qtbot.keyClicks(edit, "3/11/2026")
    other.setFocus()
    assert edit.value() == date(2026, 11, 3)
    assert edit.text() == en.short_date(date(2026, 11, 3))


@pytest.mark.parametrize(("key", "day"), [("+", 16), ("-", 14)])
def test_plus_and_minus_move_a_day(
    qtbot: QtBot, window, en: Translator, key: str, day: int
) -> None:
    edit = DateEdit(en, date(2026, 10, 15))
    window.put(edit)
    edit.setFocus()
    qtbot.keyClicks(edit, key)
    assert edit.value() == date(2026, 10, day)


def test_a_minus_inside_an_unfinished_date_is_typed(qtbot: QtBot, window, en: Translator) -> None:
    edit = DateEdit(en)
    window.put(edit)
    edit.setFocus()
    qtbot.keyClicks(edit, "2026-10-09")
    assert edit.value() == date(2026, 10, 9)


def test_what_is_no_date_stays_and_says_why(qtbot: QtBot, window, en: Translator) -> None:
    edit, other = DateEdit(en), LineEdit()
    window.put(edit, other)
    edit.setFocus()
    qtbot.keyClicks(edit, "31/02/2026")
    other.setFocus()
    assert (edit.value(), edit.text()) == (None, "31/02/2026")
    with pytest.raises(DateError):
        edit.read()


def test_a_day_is_chosen_from_the_calendar(qtbot: QtBot, window, en: Translator) -> None:
    edit = DateEdit(en, date(2026, 10, 15))
    window.put(edit)
    edit.open_calendar()
    sheet = edit.findChild(QCalendarWidget)
    sheet.clicked.emit(QDate(2026, 10, 20))
    assert edit.value() == date(2026, 10, 20)
    assert sheet.isHidden()


def test_a_month_moves_within_its_bounds(qtbot: QtBot, window, en: Translator) -> None:
    edit = MonthEdit(en, Month(2026, 10), latest=Month(2026, 11))
    window.put(edit)
    edit.setFocus()
    with qtbot.waitSignal(edit.changed):
        qtbot.keyClick(edit, Qt.Key.Key_Right)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.value() == Month(2026, 11)
    qtbot.keyClick(edit, Qt.Key.Key_PageUp)
    assert edit.value() == Month(2025, 11)


def test_months_that_are_billed_together_are_stepped_over_together(
    qtbot: QtBot, window, en: Translator
) -> None:
    edit = MonthEdit(en, Month(2026, 11), Month(2026, 2), Month(2026, 11))
    window.put(edit)
    edit.set_span(Period.quarter(2026, 4))
    assert edit.words() == "Oct – Dec 2026" and edit.value() == Month(2026, 11)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    assert edit.words() == "Jul – Sept 2026"
    qtbot.keyClick(edit, Qt.Key.Key_PageUp)
    assert edit.words() == "Jan – Mar 2026" and edit.value() == Month(2026, 2)
    edit.set_span(Period.year(2026))
    assert edit.words() == "2026"


def test_a_period_is_a_month_a_quarter_or_a_year(qtbot: QtBot, window, en: Translator) -> None:
    edit = PeriodEdit(en, Month(2026, 2), Month(2026, 11))
    window.put(edit)
    assert str(edit.value()) == "2026-10"  # the last one that is over
    edit.set_span("quarter")
    assert str(edit.value()) == "2026-Q3"
    assert edit.words() == "Jul \N{EN DASH} Sept 2026"
    edit.setFocus()
    with qtbot.waitSignal(edit.changed):
        qtbot.keyClick(edit, Qt.Key.Key_Right)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert str(edit.value()) == "2026-Q4"
    qtbot.keyClick(edit, Qt.Key.Key_PageUp)
    assert str(edit.value()) == "2026-Q1"
    edit.set_span("year")
    assert str(edit.value()) == "2026"
    edit.set_value(Period.parse("2026-Q2"))
    assert (edit.span, str(edit.value())) == ("quarter", "2026-Q2")
    edit.set_value(Period.parse("2026-05"))
    assert (edit.span, str(edit.value())) == ("month", "2026-05")


def test_enter_goes_to_the_next_field_and_then_is_left_to_the_page(qtbot: QtBot, window) -> None:
    first, second, save = LineEdit(), LineEdit(), Button("Save")
    window.put(first, second, save)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert second.hasFocus()


def test_a_search_waits_for_a_pause_and_esc_empties(qtbot: QtBot, window) -> None:
    box = SearchBox("Find", key="Ctrl+K")
    window.put(LineEdit(), box)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    with qtbot.waitSignal(box.searched) as heard:
        qtbot.keyClicks(box, "mwi ")
    assert heard.args == ["mwi"]
    with qtbot.waitSignal(box.searched):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_mistake_stands_beside_its_field(qtbot: QtBot, window) -> None:
    edit = LineEdit("213")
    field = LabelledField("Voucher number", "as on the paper", edit)
    window.put(field)
    field.set_error("Voucher 213 is used already.")
    assert field.error == "Voucher 213 is used already."
    assert (edit.wrong, edit.property("state")) == (True, "wrong")
    assert edit.accessibleName() == "Voucher number"
    assert edit.accessibleDescription() == "Voucher 213 is used already."
    field.set_error(None)
    assert (field.error, edit.wrong) == (None, False)
    assert edit.accessibleDescription() == "as on the paper"


def test_a_mistake_goes_as_something_else_is_typed(qtbot: QtBot, window) -> None:
    edit = LineEdit("213")
    field = LabelledField("Voucher number", "", edit)
    window.put(field)
    field.set_error("Voucher 213 is used already.")
    qtbot.keyClicks(edit, "a")
    assert (field.error, edit.wrong) == (None, False)
    edit.textChanged.connect(lambda _text: field.set_error("Say a number."))
    qtbot.keyClicks(edit, "b")
    assert field.error == "Say a number.", "what is found wrong while one types stays"


def test_the_meanings_of_a_mistake_can_be_chosen(qtbot: QtBot, window) -> None:
    field = LabelledField("Amount", "", LineEdit("1.350,00"))
    window.put(field)
    field.set_error("Do you mean 1,350.00 or 1.35?", ("1,350.00", "1.35"))
    chips = field.findChildren(ActChip)
    with qtbot.waitSignal(field.meaning_chosen) as heard:
        qtbot.mouseClick(chips[1], LEFT)
    assert heard.args == ["1.35"]


def test_a_field_keeps_its_height_when_focused_or_wrong(qtbot: QtBot, window) -> None:
    edit = LineEdit()
    window.put(edit)
    heights = {edit.sizeHint().height()}
    edit.setFocus()
    heights.add(edit.sizeHint().height())
    edit.set_wrong(True)
    heights.add(edit.sizeHint().height())
    assert heights == {40}


def test_a_wrong_text_area_is_marked(window) -> None:
    area = TextArea("Words")
    field = LabelledField("Note", "", area)
    window.put(field)
    field.set_error("Too long")
    assert (area.property("state"), area.text()) == ("wrong", "Words")
    area.insertPlainText("Other ")
    assert field.error is None, "it goes as something else is typed"


def test_a_tick_is_set_by_its_words(qtbot: QtBot, window) -> None:
    box = CheckBox("The household agreed")
    window.put(box)
    with qtbot.waitSignal(box.toggled):
        qtbot.mouseClick(box, LEFT, pos=box.rect().center())
    assert box.isChecked()


def test_a_mistake_of_a_day_stays_while_the_focus_comes_and_goes(qtbot: QtBot, window) -> None:
    edit, other = DateEdit(Translator("en"), date(2026, 10, 14)), LineEdit()
    field = LabelledField("Day", "", edit)
    window.put(field)
    window.put(other)
    field.set_error("That month is closed.")
    edit.setFocus()
    other.setFocus()
    edit.setFocus()
    assert field.error == "That month is closed."
    qtbot.keyClicks(edit, "-")
    assert field.error is None


def test_fields_beside_each_other_stand_in_one_line_whatever_their_hints(qtbot: QtBot) -> None:
    plain = LabelledField("Place", "", LineEdit())
    hinted = LabelledField("How many must come", "only if your rules say so", LineEdit())
    row = EvenRow([plain, hinted])
    qtbot.addWidget(row)
    row.resize(400, row.heightForWidth(400))
    row.show()

    def lines() -> set[int]:
        return {one.editor.mapTo(row, QPoint(0, 0)).y() for one in (plain, hinted)}

    qtbot.waitUntil(lambda: len(lines()) == 1)
    assert plain.sunk > 0 and hinted.sunk == 0
    row.resize(1200, row.heightForWidth(1200))
    qtbot.waitUntil(lambda: plain.sunk == 0 and len(lines()) == 1)


def test_what_is_written_from_right_to_left_leaves_the_hint_free(qtbot: QtBot) -> None:
    box = SearchBox("Who pays?", "Name, house or number", large=True)
    qtbot.addWidget(box)
    box.resize(600, 48)
    right = QRect(300, 0, 300, 48)
    box.setText("Jose")
    wanted = box.grab(right).toImage()
    box.setText("محمد علي")
    assert box.grab(right).toImage() == wanted
