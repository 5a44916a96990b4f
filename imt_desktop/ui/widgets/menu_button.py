"""A button behind which the rarer things wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from imt_desktop.ui.theme import icon
from imt_desktop.ui.widgets.button import Button, Size


class MenuItem(Struct, frozen=True):
    """One thing to do; ``key`` is shown where another key does the same."""

    words: str
    do: Callable[[], object]
    icon: str = ""
    key: str = ""
    ruled: bool = False
    """Whether a line stands above it."""


class MenuButton(Button):
    """Three dots that open a menu, or with an ``icon`` the words beside it.

    What stands in it is asked anew each time: nothing is grey.
    """

    def __init__(
        self,
        words: str,
        items: Callable[[], Sequence[MenuItem]],
        key: str = "",
        size: Size = "normal",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words if icon else "", "plain", icon or "ellipsis", key, size, says=words, parent=parent
        )
        self._items = items
        self.menu_shown: QMenu | None = None
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu_shown = open_menu(self, self._items(), self.accessibleName())


def open_menu(at: QWidget, items: Sequence[MenuItem], name: str) -> QMenu:
    """Open a menu under a widget, its first item chosen."""
    menu = QMenu(at)
    menu.setAccessibleName(name)
    for item in items:
        if item.ruled and not menu.isEmpty():
            menu.addSeparator()
        words = item.words.replace("&", "&&")
        action = menu.addAction(f"{words}\t{item.key}" if item.key else words)
        if item.icon:
            action.setIcon(icon(item.icon, "teal"))
        action.triggered.connect(lambda _=False, do=item.do: do())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(_corner(at, menu))
    actions = menu.actions()
    if actions:
        menu.setActiveAction(actions[0])
    return menu


def _corner(at: QWidget, menu: QMenu) -> QPoint:
    """Under the widget, its right edge where the widget's is; above it near the screen's end."""
    size = menu.sizeHint()
    corner = at.mapToGlobal(QPoint(at.width() - size.width(), at.height() + 4))
    window = at.window()
    bottom = window.mapToGlobal(QPoint(0, window.height())).y()
    if corner.y() + size.height() > bottom:
        corner.setY(at.mapToGlobal(QPoint(0, 0)).y() - size.height() - 4)
    return corner
