"""Papers in words: what each is called, what it is about, and the sheets it is printed on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator, mark
from imt_desktop.period import Period

PAPERS: Final[Mapping[str, str]] = {
    "notice": mark("Transparency notice"),
    "aloud": mark("Page to read aloud"),
    "receipt": mark("Receipt"),
    "statement": mark("Statement"),
    "cashbook": mark("Cash book"),
    "income": mark("Money in and money out"),
    "closing": mark("Certificate of a closed month"),
}
"""Kinds of paper, by their codes."""

SIZES: Final[Mapping[str, str]] = {"tiled": mark("4 x A4")}
"""Sizes that do not bear the name of a sheet."""


def paper_name(code: str, tr: Translator) -> str:
    """Name a kind of paper; one that nobody knows is shown as it is."""
    return tr.gettext(PAPERS[code]) if code in PAPERS else code


def paper_about(about: str, tr: Translator) -> str:
    """Say what an issued paper is about: its period in words, anything else as it was written."""
    try:
        return tr.period(Period.parse(about))
    except UserError:
        return about


def size_name(size: str, tr: Translator) -> str:
    """Name what a paper is printed on."""
    return tr.gettext(SIZES[size]) if size in SIZES else size
