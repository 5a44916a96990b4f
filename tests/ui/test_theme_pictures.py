"""Whole pages in all themes and sizes: drawn without a warning, nothing cut off at the right."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import Scroll
from imt_desktop.ui.widgets.painted import PaintedButton
from tests.ui import demo

SHOTS = pytest.mark.parametrize(
    ("page", "theme", "wide", "scale"), demo.SHOTS, ids=lambda part: str(part)
)


@SHOTS
def test_a_page_fits(
    qapp: QApplication, qtbot: QtBot, page: str, theme: str, wide: int, scale: float
) -> None:
    apply(qapp, theme, scale)
    shell = demo.demo_shell(page)
    qtbot.addWidget(shell)
    shell.resize(wide, 768)
    with qtbot.waitExposed(shell):
        shell.show()
    assert shell.width() == wide
    for area in shell.findChildren(Scroll):
        assert area.horizontalScrollBar().maximum() == 0
    for button in shell.findChildren(PaintedButton):
        if button.isVisible():
            assert _inside(button), button.accessibleName()
            assert button.height() >= button.sizeHint().height(), button.accessibleName()
    apply(qapp, "light")


def _inside(widget: QWidget) -> bool:
    """Whether a widget lies within its parent from left to right."""
    parent = widget.parentWidget()
    left = widget.mapTo(parent, QPoint(0, 0)).x()
    return left >= 0 and left + widget.width() <= parent.width()


def test_pictures_are_written(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    file = demo.shoot(qapp, tmp_path, "till", "light", 1024, 1.0)
    assert file.stat().st_size > 10_000
