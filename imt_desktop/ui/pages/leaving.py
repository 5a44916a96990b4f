"""Asking before something typed or ticked is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import ConfirmDialog


def ask_before_leaving(
    over: QWidget, tr: Translator, lost: str, leave: Callable[[], object]
) -> None:
    """Say what would be lost, and leave only where somebody wants to."""
    asked = ConfirmDialog(
        over,
        tr,
        tr.gettext("Leave without saving?"),
        lost,
        tr.gettext("Leave without saving"),
        tr.gettext("Go back"),
        danger=True,
    )
    asked.accepted.connect(leave)
    asked.finished.connect(asked.deleteLater)
    asked.open()
