"""Where Tab and Enter go: Enter goes to the next field, past what only does something on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

INNER = "inner"
"""Property of a button inside a form, such as one that chooses a file: Enter passes over it."""


def tab_as_one_reads(around: QWidget) -> None:
    """Let Tab go from part to part as they stand; for Qt what is added later comes last."""
    for before, after in pairwise(_stops(around)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Find the stops in a widget; what has none, such as a drawing over all of it, makes no row."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    within = {one: list(_stops(one)) for one in widget.children() if _shown(one)}
    for row in _rows([one for one, stops in within.items() if stops]):
        for one in row:
            yield from within[one]


def _shown(one: QObject) -> TypeGuard[QWidget]:
    return isinstance(one, QWidget) and not one.isWindow() and not one.isHidden()


def _rows(widgets: Sequence[QWidget]) -> Iterator[list[QWidget]]:
    """Put what stands beside each other into one row, from left to right."""
    left = sorted(widgets, key=lambda one: one.y())
    while left:
        middle = left[0].y() + left[0].height() // 2
        row = [one for one in left if one.y() <= middle]
        yield sorted(row, key=lambda one: one.x())
        left = left[len(row) :]


def plain_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter with nothing held beside it."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def for_window(event: QKeyEvent) -> bool:
    """Whether a key is a letter or digit with Alt: meant for the window, and never typed into a field.

    Qt would type it where the key does nothing at the moment, such as a third way to pay where there are two.
    """
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(event.text())


def go_on(widget: QWidget) -> bool:
    """Go to the next field. Returns False after the last one: a button follows, or nothing."""
    following = _next_field(widget)
    if following is None:
        return False
    following.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def is_last(widget: QWidget) -> bool:
    """Whether Enter goes to no other field from here, but does what the main button says."""
    return _next_field(widget) is None


def _next_field(widget: QWidget) -> QWidget | None:
    following = _following(widget)
    return None if isinstance(following, QPushButton) else following


def _following(widget: QWidget) -> QWidget | None:
    """Return the next tab stop that can be seen and is not passed over."""
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        stop = following.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stop and following.isVisible() and following.isEnabled() and not _inner(following):
            return following
        following = following.nextInFocusChain()
    return None


def _inner(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return bool(widget.property(INNER) or (around is not None and around.property(INNER)))
