"""Our own drawings (sign, landscape, tap and jerrican): SVG whose colours are names of roles."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from imt_desktop.ui.theme.palette import current
from imt_desktop.ui.theme.roles import LIGHT, Roles

FOLDER: Final = Path(__file__).resolve().parent / "drawings"
_ROLE: Final = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=32)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def drawing_svg(name: str, roles: Roles) -> str:
    """Return a drawing with its roles filled in; ``{teal}`` becomes that role's colour."""
    return _ROLE.sub(lambda found: roles.colour(found[1]), _source(name))


def _renderer(name: str, roles: Roles) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing_svg(name, roles).encode()))


def drawing_size(name: str) -> QSize:
    """Return a drawing's own size at scale 1."""
    return _renderer(name, LIGHT).defaultSize()


def paint_drawing(
    painter: QPainter, name: str, box: QRectF, stretched: bool = False, roles: Roles | None = None
) -> None:
    """Draw into a box, in the theme in force; ``stretched`` lets it lose its proportions."""
    renderer = _renderer(name, roles or current())
    renderer.setAspectRatioMode(
        Qt.AspectRatioMode.IgnoreAspectRatio if stretched else Qt.AspectRatioMode.KeepAspectRatio
    )
    renderer.render(painter, box)


def app_icon() -> QIcon:
    """Return the program's sign for windows and task bars (always in its light colours)."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_drawing(painter, "sign", QRectF(0, 0, size, size), roles=LIGHT)
        painter.end()
        made.addPixmap(pixmap)
    return made
