"""Icons: Lucide's drawings in the colour of a role, sharp at the screen's ratio.

They are cached by name, colour and size, so a change of theme simply asks for others; the least used
leave Qt's pixmap cache by themselves.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from imt_desktop.ui.theme.palette import colour

FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "icons"
DIRECTIONAL: Final = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "megaphone"}
)
"""Icons that turn round where one reads from right to left."""


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def _line_width(size: float) -> float:
    """Thinner lines in large icons: 1.75 at 20 px, 2 to 2.25 in badges (units of 24)."""
    return 1.75 if size >= 18 else 2.0 if size >= 15 else 2.25


def _draw(name: str, ink: QColor, size: int, ratio: float) -> QPixmap:
    text = _source(name).replace("currentColor", ink.name())
    text = text.replace('stroke-width="2"', f'stroke-width="{_line_width(size)}"')
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if name in DIRECTIONAL and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon_pixmap(name: str, ink: str | QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon; ``ink`` is a role such as ``"teal"``, or a colour; ``size`` in pixels."""
    shade = colour(ink) if isinstance(ink, str) else ink
    key = f"icon/{name}/{shade.name()}/{size}/{ratio}/{QGuiApplication.layoutDirection().value}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _draw(name, shade, size, ratio)
        QPixmapCache.insert(key, found)
    return found


def icon(name: str, ink: str = "ink2", size: int = 20) -> QIcon:
    """Return an icon for Qt's own widgets, in the theme in force."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, ink, size, ratio))
        made.addPixmap(icon_pixmap(name, "ink3", size, ratio), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, name: str, ink: str | QColor, at: QPointF, size: int) -> None:
    """Draw an icon with its upper left corner at a point."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    painter.drawPixmap(at.toPoint(), icon_pixmap(name, ink, size, ratio))
