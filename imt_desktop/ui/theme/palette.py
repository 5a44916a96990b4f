"""The theme as Qt's palette; the palette in force is what says which theme is on."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from imt_desktop.ui.theme.roles import LIGHT, THEMES, Roles

_Role = QPalette.ColorRole
_COLOURS: Final = {
    _Role.Window: "paper",
    _Role.Base: "card",
    _Role.AlternateBase: "sunk",
    _Role.Button: "card",
    _Role.WindowText: "ink",
    _Role.Text: "ink",
    _Role.ButtonText: "ink",
    _Role.PlaceholderText: "ink3",
    _Role.Light: "card",
    _Role.Midlight: "line",
    _Role.Mid: "line",
    _Role.Dark: "field",
    _Role.Shadow: "line2",
    _Role.Highlight: "teal_tint",
    _Role.HighlightedText: "ink",
    _Role.Accent: "teal",
    _Role.Link: "teal",
    _Role.LinkVisited: "teal",
    _Role.ToolTipBase: "ink",
    _Role.ToolTipText: "paper",
    _Role.BrightText: "bad",
}
_BY_GROUND: Final = {
    (QColor(roles.paper).rgb(), QColor(roles.teal).rgb()): roles for roles in THEMES.values()
}


def palette_of(roles: Roles) -> QPalette:
    """Make Qt's palette from the table of roles."""
    palette = QPalette()
    for role, name in _COLOURS.items():
        palette.setColor(role, QColor(roles.colour(name)))
    off = QPalette.ColorGroup.Disabled
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(off, role, QColor(roles.ink3))
    for role in (_Role.Base, _Role.Button):
        palette.setColor(off, role, QColor(roles.sunk))
    return palette


def current() -> Roles:
    """Return the table of roles in force (light, as long as no theme was applied)."""
    palette = QGuiApplication.palette()
    key = (palette.color(_Role.Window).rgb(), palette.color(_Role.Accent).rgb())
    return _BY_GROUND.get(key, LIGHT)


def colour(role: str) -> QColor:
    """Return a role's colour in the theme in force; transparent where it has none."""
    value = current().colour(role)
    return QColor(0, 0, 0, 0) if value == "none" else QColor(value)
