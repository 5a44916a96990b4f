"""A whole round of the toolbox without a mouse: every step, from the first key to the visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from imt_desktop.plan.rounds import STEPS
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.round.beans import Beans
from imt_desktop.ui.pages.round.look import RoundLook, look
from imt_desktop.ui.pages.round.page import RoundPage
from imt_desktop.ui.widgets import Button, CheckBox, ComboBox
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, said

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FAR = 60
"""Tabs after which somebody gives up."""


def name(widget: QWidget) -> str:
    return widget.words if isinstance(widget, Button) else widget.accessibleName()


class Hands:
    """Presses keys on whatever has the focus, as somebody without a mouse does."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def here(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing takes the keys"
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.here, key, held)
        for _ in range(3):  # a write, what is read after it, and what is shown of that
            idle(self.qtbot, self.window.desk)
            QCoreApplication.processEvents()

    def write(self, words: str) -> None:
        QTest.keyClicks(self.here, words)

    def tab_to(self, kind: type[QWidget], words: str = "") -> None:
        passed = []
        for _ in range(FAR):
            here = self.here
            passed.append(name(here))
            if isinstance(here, kind) and name(here).startswith(words):
                return
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(f"no way by Tab to {kind.__name__} {words}: {passed}")

    def press(self, words: str) -> None:
        self.tab_to(Button, words)
        self.key(Qt.Key.Key_Return)

    def form(self, fill: Callable[[], object]) -> None:
        form = opened(self.window, Form)
        self.qtbot.waitUntil(form.isActiveWindow)
        fill()
        self.key(Qt.Key.Key_Return, CTRL)
        assert not isValid(form) or not form.isVisible(), said(form)

    def on(self) -> None:
        self.key(Qt.Key.Key_Right, ALT)


def test_a_whole_round_is_gone_through_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.go("round")
    idle(qtbot, window.desk)
    page, hands = window.page("round"), Hands(window, qtbot)
    assert isinstance(page, RoundPage)
    hands.key(Qt.Key.Key_Return)

    hands.press("Write it down")
    hands.form(lambda: _prepare(hands))
    assert page.view.isAncestorOf(hands.here), "the keys stay on the step"

    hands.on()
    hands.tab_to(Beans, "No")
    hands.write("4")
    hands.key(Qt.Key.Key_Tab)
    hands.write("6")
    hands.key(Qt.Key.Key_S, CTRL)
    assert isinstance(hands.here, Beans), "counting goes on"

    hands.on()
    hands.press("Write down the choice")
    hands.form(lambda: _choose(hands))
    hands.tab_to(Button, "Write down")
    hands.key(Qt.Key.Key_Tab)
    hands.press("Write down")
    hands.form(lambda: None)
    assert name(hands.here).startswith("Write down")
    hands.press("Make it an action")
    hands.form(lambda: None)

    hands.on()
    for _ in range(2):
        hands.press("Lay a card")
        hands.form(lambda: None)
    assert name(hands.here).startswith("Lay a card")
    _from_the_top(hands)
    hands.tab_to(Beans)
    hands.write("9")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.press("Ask why")
    hands.form(lambda: hands.write("Nobody prints pads"))

    hands.on()
    _from_the_top(hands)
    hands.tab_to(CheckBox)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_S, CTRL)

    hands.on()
    _from_the_top(hands)
    hands.press("Action for")
    hands.form(lambda: None)
    assert page.isVisible(), "who plans stays on the step"

    hands.on()
    hands.key(Qt.Key.Key_N, CTRL)
    hands.form(lambda: _visit(hands))
    found = _now(page)
    assert [step for step in STEPS if not found.done(step)] == []
    assert len(found.plan.actions) == 2
    for _ in STEPS:
        hands.key(Qt.Key.Key_Left, ALT)
    assert page.view is page.views[0]


def _prepare(hands: Hands) -> None:
    hands.write("Borehole and kiosk")
    for count in ("6", "4", "30"):
        hands.key(Qt.Key.Key_Tab)
        hands.write(count)


def _choose(hands: Hands) -> None:
    assert isinstance(hands.here, ComboBox)
    for _ in range(2):
        hands.key(Qt.Key.Key_Down)
        hands.key(Qt.Key.Key_Tab)


def _visit(hands: Hands) -> None:
    for _ in range(FAR):
        if name(hands.here).startswith("Who came"):
            break
        hands.key(Qt.Key.Key_Tab)
    hands.write("Coaches")
    hands.key(Qt.Key.Key_Tab)
    assert isinstance(hands.here, Beans)
    QTest.keyClick(hands.here, Qt.Key.Key_3)
    for _ in range(FAR):
        if name(hands.here).startswith("What was decided"):
            break
        hands.key(Qt.Key.Key_Tab)
    hands.write("Go on")


def _from_the_top(hands: Hands) -> None:
    page = hands.window.page("round")
    assert isinstance(page, RoundPage)
    for _ in range(FAR):
        if page.steps.hasFocus():
            return
        QTest.keyClick(hands.here, Qt.Key.Key_Backtab)
    raise AssertionError("no way back to the steps")


def _now(page: RoundPage) -> RoundLook:
    with page.desk.book.read() as book:
        return look(book, page.desk.today)
