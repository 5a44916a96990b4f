"""Tooltips show names as they are: Qt would read markup in them."""

from __future__ import annotations

from html import escape

from imt_desktop.i18n.turning import isolated


def plain_tip(words: str) -> str:
    """Return words as a tooltip in which nothing is markup."""
    return f"<p>{escape(isolated(words))}</p>" if words else ""
