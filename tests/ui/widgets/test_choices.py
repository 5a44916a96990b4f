"""Choices: one stays chosen, arrows choose, acts only announce."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from imt_desktop.ui.widgets import ChipRow, Choice, ChoiceCards, ComboBox, LineEdit, Segments
from imt_desktop.ui.widgets.chips import Chip
from imt_desktop.ui.widgets.choice_card import ChoiceCard
from imt_desktop.ui.widgets.segments import Segment

LEFT = Qt.MouseButton.LeftButton
WAYS = [Choice("Cash", "cash", "banknote"), Choice("M-Pesa", "mobile"), Choice("Bank", "bank")]


def test_arrows_choose_a_segment(qtbot: QtBot, window) -> None:
    segments = Segments(WAYS, name="How paid")
    window.put(segments)
    assert segments.value() == "cash"
    first = segments.findChildren(Segment)[0]
    first.setFocus()
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert heard.args == ["mobile"]
    assert segments.value() == "mobile"


def test_segments_are_one_tab_stop(qtbot: QtBot, window) -> None:
    before, segments, after = LineEdit(), Segments(WAYS), LineEdit()
    window.put(before, segments, after)
    segments.findChildren(Segment)[0].setFocus()
    qtbot.keyClick(segments.findChildren(Segment)[0], Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_setting_a_value_announces_nothing(qtbot: QtBot) -> None:
    segments = Segments(WAYS)
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("bank")
    assert segments.value() == "bank"


def test_a_chip_is_chosen_and_unchosen(qtbot: QtBot, window) -> None:
    row = ChipRow(WAYS, name="Show")
    window.put(row)
    assert row.value() is None
    chip = row.findChildren(Chip)[1]
    plain = chip.sizeHint().width()
    with qtbot.waitSignal(row.chosen) as heard:
        qtbot.mouseClick(chip, LEFT)
    assert heard.args == ["mobile"]
    assert (row.value(), chip.sizeHint().width() > plain) == ("mobile", True)
    row.set_value(None)
    assert row.value() is None


def test_other_chips_keep_what_was_chosen(qtbot: QtBot, window) -> None:
    row = ChipRow(WAYS, "bank")
    window.put(row)
    row.set_choices([*WAYS[1:], Choice("Gift", "gift")])
    assert row.value() == "bank"
    assert [chip.choice.words for chip in row.findChildren(Chip) if chip.isVisible()][-1] == "Gift"


def test_other_chips_keep_the_keyboard(qtbot: QtBot, window) -> None:
    row = ChipRow(WAYS, "bank")
    window.put(row)
    next(chip for chip in row.findChildren(Chip) if chip.choice.value == "bank").setFocus()
    row.set_choices([Choice("Gift", "gift"), *WAYS])
    focused = row.focusWidget()
    assert isinstance(focused, Chip) and focused.choice.value == "bank" and focused.isVisible()


def test_chips_are_radio_buttons_to_a_screen_reader() -> None:
    row = ChipRow(WAYS)
    chip = row.findChildren(Chip)[0]
    assert QAccessible.queryAccessibleInterface(chip).role() is QAccessible.Role.RadioButton


def test_a_card_is_chosen(qtbot: QtBot, window) -> None:
    cards = ChoiceCards(
        [Choice("Yes", True, "book-open", "We read it"), Choice("No", False)], name="Members"
    )
    window.put(cards)
    assert cards.value() is None
    card = cards.findChildren(ChoiceCard)[1]
    with qtbot.waitSignal(cards.chosen) as heard:
        qtbot.mouseClick(card, LEFT, pos=card.rect().center())
    assert heard.args == [False]
    assert cards.value() is False


def test_a_list_box_gives_values_and_leaves_the_wheel_alone(qtbot: QtBot, window) -> None:
    box = ComboBox(WAYS, "bank")
    window.put(box)
    assert (box.value(), box.currentText()) == ("bank", "Bank")
    box.setFocus()
    with qtbot.waitSignal(box.chosen) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert heard.args == ["mobile"]
    assert ComboBox(WAYS, placeholder="Choose").value() is None
