"""Our own layouts: nested, they are measured once, and anew when something in them changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.widgets import Button
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.even_row import EvenLayout
from imt_desktop.ui.widgets.flow import FlowLayout
from imt_desktop.ui.widgets.list_layout import ListLayout
from imt_desktop.ui.widgets.panes import PaneLayout

DEPTH = 6


class Leaf(QWidget):
    """Counts how often it is asked for its size."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.size_wished = QSize(60, 20)

    def sizeHint(self) -> QSize:  # noqa: N802
        self.asked += 1
        return self.size_wished

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


def box(layout_of: type[ListLayout], *inside: QWidget) -> QWidget:
    outer = QWidget()
    layout: ListLayout
    if layout_of is PaneLayout:
        layout = PaneLayout(outer, 50, 8, False, 50)
        inside = (*inside, Leaf())
    else:
        layout = layout_of(outer)
    for one in inside:
        layout.addWidget(one)
    return outer


def nested(layout_of: type[ListLayout], leaf: QWidget, depth: int) -> QWidget:
    for _ in range(depth):
        leaf = box(layout_of, leaf)
    return leaf


def asked(qtbot: QtBot, layout_of: type[ListLayout], depth: int) -> int:
    leaf = Leaf()
    window = nested(layout_of, leaf, depth)
    qtbot.addWidget(window)
    window.resize(900, 300)
    window.show()
    QApplication.processEvents()
    assert leaf.height() > 0
    return leaf.asked


def test_a_level_more_does_not_double_the_work(qtbot: QtBot) -> None:
    for kind in (BarLayout, EvenLayout, FlowLayout, PaneLayout):
        few, many = asked(qtbot, kind, 2), asked(qtbot, kind, 2 + DEPTH)
        assert many <= 3 * few, (kind, few, many)


def test_what_changes_deep_inside_is_measured_anew(qtbot: QtBot) -> None:
    for kind in (BarLayout, EvenLayout, FlowLayout, PaneLayout):
        leaf = Leaf()
        window = nested(kind, leaf, DEPTH)
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        assert window.sizeHint().height() < 60, kind
        leaf.size_wished = QSize(60, 400)
        leaf.updateGeometry()
        qtbot.waitUntil(lambda window=window: window.sizeHint().height() >= 400)  # type: ignore[misc]


def test_a_layout_inside_a_layout_is_measured_anew(qtbot: QtBot) -> None:
    leaf = Leaf()
    window = QWidget()
    column = QVBoxLayout(window)
    bar = BarLayout()
    column.addLayout(bar)
    bar.addWidget(leaf)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    leaf.size_wished = QSize(60, 400)
    leaf.updateGeometry()
    QApplication.processEvents()
    assert leaf.height() == 400

    other = Leaf()
    bar.addWidget(other)
    QApplication.processEvents()
    assert other.x() > leaf.x()
    leaf.hide()
    QApplication.processEvents()
    assert bar.sizeHint().height() == 20


@pytest.mark.parametrize("layout_of", [BarLayout, EvenLayout, FlowLayout])
def test_buttons_of_one_line_are_equally_high(layout_of: type[ListLayout], qtbot: QtBot) -> None:
    short, long = Button("Open"), Button("Practise with a committee that somebody made up")
    small = Button("Away", size="row")
    window = box(layout_of, short, long, small)
    qtbot.addWidget(window)
    narrow = long.minimumSizeHint().width() + 20
    wide = {BarLayout: narrow + 150, EvenLayout: 3 * narrow, FlowLayout: narrow + 400}
    window.resize(wide[layout_of], 60)
    window.show()
    QApplication.processEvents()
    assert short.y() == long.y()
    assert short.height() == long.height()
    assert small.height() < short.height()
    assert layout_of is FlowLayout or short.height() > short.sizeHint().height()
