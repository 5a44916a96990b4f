"""The frame of a page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell import PageFrame, Shell
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import Button, Card, LineEdit, Words

LEFT = Qt.MouseButton.LeftButton


def test_the_first_field_has_the_focus_its_text_selected(
    qtbot: QtBot, shell: Shell, en: Translator
) -> None:
    page = PageFrame(en, "Voucher")
    field = LineEdit("213")
    page.add(field)
    page.set_first(field)
    shell.add_page("voucher", page)
    shell.show_page("voucher")
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == "213"


def test_a_first_field_that_comes_later_has_the_focus_unless_somebody_types(
    qtbot: QtBot, en: Translator
) -> None:
    for types in (False, True):
        page = PageFrame(en, "Voucher")
        qtbot.addWidget(page)
        other, first, button = LineEdit(), LineEdit(), Button("Step before")
        for part in (other, first, button):
            page.add(part)
        page.set_first(first)
        first.hide()
        page.show()
        qtbot.waitUntil(other.isVisible)
        (other if types else button).setFocus()
        first.show()
        assert page.focusWidget() is (other if types else first)


def test_the_foot_stays_in_view(qtbot: QtBot, en: Translator) -> None:
    page = PageFrame(en, "Long")
    for number in range(40):
        page.add(Words(f"Line {number}"))
    save = Button("Save", "primary")
    foot = page.foot()
    foot.addStretch()
    foot.addWidget(save)
    assert page.foot() is foot
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    assert save.y() + save.height() == 400 - 20
    assert save.x() + save.width() == 800 - 24


def test_page_down_scrolls_from_the_buttons_of_the_bar_too(qtbot: QtBot, en: Translator) -> None:
    page = PageFrame(en, "Long")
    for number in range(40):
        page.add(Words(f"Line {number}"))
    save = Button("Save", "primary")
    page.add_action(save)
    qtbot.addWidget(page)
    page.resize(800, 400)
    page.show()
    last = page.body.itemAt(39).widget()
    while last.visibleRegion().isEmpty():
        before = last.mapTo(page, last.pos()).y()
        QTest.keyClick(save, Qt.Key.Key_PageDown)
        assert last.mapTo(page, last.pos()).y() < before
    for _ in range(9):
        QTest.keyClick(save, Qt.Key.Key_PageUp)
    assert last.visibleRegion().isEmpty()


def test_actions_stand_before_help_and_go_below_where_narrow(qtbot: QtBot, en: Translator) -> None:
    page = PageFrame(en, "Receive payment", "Last receipt 4219")
    new = Button("New member with a long name", icon="user-plus")
    page.add_action(new)
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    help_button = next(b for b in page.findChildren(Button) if b.key == "F1")
    assert new.geometry().right() < help_button.x()
    assert new.y() < 40
    page.resize(330, 400)
    qtbot.waitUntil(lambda: new.y() > 50)
    with qtbot.waitSignal(page.help_wanted):
        qtbot.mouseClick(help_button, LEFT)


def test_parts_stay_at_the_top_unless_one_takes_the_room(qtbot: QtBot, en: Translator) -> None:
    page = PageFrame(en, "Short")
    card = Card("Only this")
    page.add(card)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    assert card.height() < 200
    filling = Card("Fills")
    page.add(filling, 1)
    qtbot.waitUntil(lambda: filling.height() > 300)


def test_titles_change(en: Translator) -> None:
    page = PageFrame(en, "Money", "Cash box")
    page.set_title("Bank")
    assert page.accessibleName() == "Bank"


def test_the_top_bar_shrinks_when_the_text_does(
    qtbot: QtBot, en: Translator, qapp: QApplication
) -> None:
    apply(qapp, "light", 1.5)
    page = PageFrame(en, "Settings")
    qtbot.addWidget(page)
    page.show()
    assert page._bar_room.minimumHeight() == 108
    apply(qapp, "light", 1)
    qtbot.waitUntil(lambda: page._bar_room.minimumHeight() == 72)


def test_an_amount_under_the_title_is_never_cut(qtbot: QtBot, en: Translator) -> None:
    page = PageFrame(en, "Money", "Together KSh\u00a01,234,567,890.50")
    for words in ("Dinero que entró", "Dinero que salió", "Mover dinero"):
        page.add_action(Button(words, icon="wallet", key="Ctrl+I"))
    qtbot.addWidget(page)
    page.show()
    amount = page._subtitle.fontMetrics().horizontalAdvance("KSh\u00a01,234,567,890.50")
    for width in range(1000, 600, -20):
        page.resize(width, 400)
        assert page._subtitle.width() >= amount, width
    page.set_title("Money", "n" * 5000)
    assert page._subtitle.minimumWidth() < 300  # a name without end takes no button's room


def test_words_under_the_title_go_on_under_the_buttons_before_they_wrap(
    qtbot: QtBot, en: Translator
) -> None:
    page = PageFrame(en, "Members", "47 households, 7 are behind, 1 left and owes nothing")
    for words in ("Confirm 3 old balances", "New member"):
        page.add_action(Button(words, icon="user-plus", key="Ctrl+N"))
    qtbot.addWidget(page)
    page.resize(1300, 400)
    page.show()
    button, line = page.findChildren(Button)[0], page._subtitle.fontMetrics().height()
    assert page._subtitle.geometry().bottom() < button.geometry().bottom() + line
    page.resize(800, 400)
    qtbot.waitUntil(lambda: page._subtitle.y() >= button.geometry().bottom())
    assert page._subtitle.height() < 2 * line


def test_a_button_that_comes_finds_words_and_buttons_their_place_at_once(
    qtbot: QtBot, en: Translator
) -> None:
    words = "47 households, 7 are behind"
    page = PageFrame(en, "Members", words)
    late, new = (Button(words, icon="user-plus") for words in ("Confirm 3 balances", "New member"))
    for button in (late, new):
        page.add_action(button)
    late.hide()
    qtbot.addWidget(page)
    page.show()
    said = page._subtitle.sizeHint().width()
    page.resize(said + page._bar.beside_first() + 2 * 24 + 20, 400)
    qtbot.waitUntil(lambda: page._subtitle.y() < new.geometry().bottom())
    late.show()
    qtbot.waitUntil(lambda: page._subtitle.y() >= new.geometry().bottom())
    stood = new.geometry()
    page.set_title("Members", words)  # as whenever the book has changed
    QApplication.processEvents()
    assert new.geometry() == stood
