"""Words for what the water costs and what covers it: cost groups, things that wear out, gifts in kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark

GROUPS: Final[Mapping[str, str]] = {
    "operation": mark("Operation"),
    "maintenance": mark("Maintenance and repairs"),
    "administration": mark("Administration"),
    "capital-maintenance": mark("Large repairs"),
    "support": mark("Training and advice"),
    "capital": mark("Interest on loans"),
    "other": mark("Other costs"),
    "replacement": mark("Set aside for what wears out"),
    "reserve": mark("Set aside for what nobody foresees"),
}
"""The cost groups of the field."""

SHORT: Final[Mapping[str, str]] = {
    "operation": mark("Operation"),
    "maintenance": mark("Upkeep"),
    "administration": mark("Administration"),
    "capital-maintenance": mark("Large repairs"),
    "support": mark("Training"),
    "capital": mark("Interest"),
    "other": mark("Other"),
    "set-aside": mark("Set aside"),
}
"""The same, to be written into a bar."""

EXPERT: Final[Mapping[str, str]] = {
    "OpEx": mark("Operation, small repairs (OpEx)"),
    "CapManEx": mark("Capital maintenance (CapManEx)"),
    "CoC": mark("Cost of capital (CoC)"),
    "ExpDS": mark("Direct support (ExpDS)"),
}
"""The cost groups by IRC's terms."""

THINGS: Final[Mapping[str, str]] = {
    "pump": mark("pump"),
    "tank": mark("tank"),
    "pipes": mark("pipes"),
    "meters": mark("meters"),
    "source": mark("source or borehole"),
    "building": mark("building"),
    "other": mark("other"),
}
"""What wears out."""

GIFTS: Final[Mapping[str, str]] = {
    "materials": mark("Sand, stones, materials"),
    "tools": mark("Tools and parts given"),
    "transport": mark("Transport given"),
    "food": mark("Food for those who work"),
    "land": mark("Land"),
    "skilled-work": mark("Work of a craftsman"),
    "other": mark("Other gifts"),
}
"""What is given that is no money."""


def group_name(code: str, tr: Translator) -> str:
    """Name a cost group."""
    return tr.gettext(GROUPS[code]) if code in GROUPS else code


def short_group(code: str, tr: Translator) -> str:
    """Name a cost group in a word."""
    return tr.gettext(SHORT[code]) if code in SHORT else code


def expert_name(code: str, tr: Translator) -> str:
    """Name a cost group of IRC."""
    return tr.gettext(EXPERT[code]) if code in EXPERT else code


def thing_name(code: str, tr: Translator) -> str:
    """Name what wears out."""
    return tr.gettext(THINGS[code]) if code in THINGS else code


def gift_name(code: str, tr: Translator) -> str:
    """Name a gift in kind."""
    return tr.gettext(GIFTS[code]) if code in GIFTS else code
