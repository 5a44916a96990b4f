"""What stands on the keys of a keyboard, in the language of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from imt_desktop.i18n import Translator

KEYS: Final = "key"
"""Under what Qt is asked for the name of a key; ``qt_words`` answers."""


def key_words(key: str) -> str:
    """Name a key, or keys pressed together, as keyboards of the language do."""
    return "+".join(QCoreApplication.translate(KEYS, part) for part in key.split("+"))


def key_names(tr: Translator) -> dict[str, str]:
    """Return the keys that are called otherwise on other keyboards."""
    return {
        "Enter": tr.pgettext("key", "Enter"),
        "Esc": tr.pgettext("key", "Esc"),
        "Del": tr.pgettext("key", "Del"),
        "Space": tr.pgettext("key", "Space"),
        "Shift": tr.pgettext("key", "Shift"),
        "Left": tr.pgettext("key", "Left"),
        "Right": tr.pgettext("key", "Right"),
    }
