"""Charts tell their figures also to those who do not see them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import LIGHT
from imt_desktop.ui.widgets import BarChart, Bars, Legend, Series
from imt_desktop.ui.widgets.chart_data import cells, round_step


def bars(values: tuple[int | None, ...] = (50, None, 100)) -> Bars:
    return Bars(
        ("Aug", "Sep", "Oct"),
        (Series("In", "teal", values), Series("Out", "out", (10, 20, 30))),
        write=lambda n: f"KSh {n}",
        axis=str,
        unfinished=frozenset({2}),
        missing="not read",
    )


def test_the_text_twin_has_every_figure() -> None:
    assert bars().text().splitlines() == [
        "\tIn\tOut",
        "Aug\tKSh 50\tKSh 10",
        "Sep\tnot read\tKSh 20",
        "Oct\tKSh 100\tKSh 30",
    ]


def test_ctrl_c_copies(qtbot: QtBot, window) -> None:
    chart = BarChart("Collected and spent", bars())
    window.put(chart)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == bars().text()
    assert chart.accessibleDescription() == bars().text()


@pytest.mark.parametrize(
    ("largest", "step"),
    [(0, 1), (1, 1), (2, 1), (16, 10), (95, 50), (40, 20), (9_500_000, 5_000_000)],
)
def test_steps_are_round(largest: int, step: int) -> None:
    assert round_step(largest) == step


def test_bars_stand_in_their_colours(qtbot: QtBot, window) -> None:
    chart = BarChart("Money", bars())
    window.put(chart, Legend(bars()))
    image = chart.grab().toImage()
    seen = {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 4)
    }
    assert {LIGHT.teal, LIGHT.out} <= seen


def test_every_so_many_labels_but_always_the_last() -> None:
    assert cells(("a", "b", "c", "d"), 2) == {1, 3}
    assert cells(("a", "b", "c"), 1) == {0, 1, 2}
