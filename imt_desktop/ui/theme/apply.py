"""Putting a theme on the running program, at the start and live."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop.ui.theme.fonts import load_fonts
from imt_desktop.ui.theme.palette import current, palette_of
from imt_desktop.ui.theme.roles import THEMES
from imt_desktop.ui.theme.sheet import style_sheet
from imt_desktop.ui.theme.style import RingStyle
from imt_desktop.ui.theme.type import BODY, em, put_font_on
from imt_desktop.ui.theme.type import scale as scale_in_force

SYSTEM: Final = "system"
_STYLED: Final = "imtStyled"


def apply(app: QApplication, theme_name: str = SYSTEM, scale: float = 1.0) -> None:
    """Put a theme on: ``light``, ``dark``, ``contrast`` or ``system``; text ``scale`` times as large.

    May be called again at any time; open windows follow without a restart.
    """
    if app.property(_STYLED) is None:
        load_fonts()
        app.setStyle(RingStyle())
        app.setProperty(_STYLED, True)
    roles = THEMES[system_theme() if theme_name == SYSTEM else theme_name]
    app.setPalette(palette_of(roles))
    put_font_on(app, scale)
    app.setStyleSheet(style_sheet(roles, scale_in_force()))


def system_theme() -> str:
    """Return the theme that the system asks for."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def dress(part: QWidget) -> None:
    """Let one part follow ``put_scale_on`` where that is not the size of the application.

    So what hangs on the wall grows at once: to ``apply`` a size to all pages that were ever opened takes
    seconds.
    """
    if QApplication.font().pixelSize() == em(BODY):
        if part.styleSheet():
            part.setStyleSheet("")
        return
    body = f"* {{ font-size: {em(BODY)}px; }}\n"
    part.setStyleSheet(body + style_sheet(current(), scale_in_force()))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose ``kind``, ``role`` or ``state`` changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
