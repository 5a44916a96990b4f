"""The widgets that every page is made of. ``ui/README.md`` shows each of them.

``every.py`` names them. It is read when the first of them is asked for, not before: the frame of the
window and Home name the few modules of this folder that they need, and are there before the others are read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imt_desktop.ui.widgets.every import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """Return a widget, which Python asks for here where the folder itself has no such name."""
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(import_module("imt_desktop.ui.widgets.every"), name)
