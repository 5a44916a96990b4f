"""Plain words for the codes of the book: kinds of money, accounts, methods, posts, connections.

A committee's own categories, posts and connection types carry a plain name of their own. Words of the
tables are marked for the catalogues and translated at the moment of use.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.i18n.languages import LANGUAGES

INCOME: Final[Mapping[str, str]] = {
    "fee": mark("Water fees"),
    "kiosk": mark("Kiosk sales"),
    "contribution": mark("Contributions"),
    "connection": mark("New connections"),
    "reconnection": mark("Reconnections"),
    "fine": mark("Fines"),
    "sale": mark("Other bills"),
    "ahead": mark("Paid ahead"),
    "unknown": mark("Not yet known whose"),
    "grant": mark("Grants"),
    "donation": mark("Donations"),
    "interest": mark("Interest"),
    "loan": mark("Loans received"),
}
"""Kinds of money in."""

EXPENSE: Final[Mapping[str, str]] = {
    "fuel": mark("Diesel for the pump"),
    "electricity": mark("Power for the pump"),
    "wages": mark("Wages"),
    "repairs": mark("Repairs"),
    "parts": mark("Spare parts, pipes"),
    "treatment": mark("Chlorine, water tests"),
    "transport": mark("Transport"),
    "office": mark("Office"),
    "meetings": mark("Meetings"),
    "charges": mark("Bank and mobile charges"),
    "licences": mark("Licences"),
    "rent": mark("Rent"),
    "renewal": mark("Large repairs"),
    "asset": mark("New equipment"),
    "support": mark("Training and advice"),
    "advance": mark("Advances"),
    "loan-repaid": mark("Loans paid back"),
    "loan-interest": mark("Interest on loans"),
    "refund": mark("Paid back to members"),
}
"""Categories of money out."""

KINDS: Final[Mapping[str, str]] = {
    **INCOME,
    **EXPENSE,
    "other": mark("Other"),
    "difference": mark("Difference when counting"),
    "known-later": mark("Not known whose at first"),
}
"""Both; "other" is a kind of either, and so is what a count differed."""

ACCOUNTS: Final[Mapping[str, str]] = {
    "cash": mark("cash box"),
    "bank": mark("bank"),
    "mobile": mark("mobile money"),
    "reserve": mark("savings"),
}
"""Where money lies."""

METHODS: Final[Mapping[str, str]] = {
    "cash": mark("Cash"),
    "bank": mark("Bank"),
    "mobile": mark("Mobile money"),
}
"""How somebody paid."""

POSTS: Final[Mapping[str, str]] = {
    "chair": mark("Chair"),
    "vice-chair": mark("Vice chair"),
    "treasurer": mark("Treasurer"),
    "secretary": mark("Secretary"),
    "oversight": mark("Oversight"),
    "auditor": mark("Auditor"),
    "operator": mark("Pump operator"),
    "collector": mark("Collector"),
    "facilitator": mark("Facilitator"),
    "member": mark("Committee member"),
}
"""Posts of officers."""

BODIES: Final[Mapping[str, str]] = {
    "assembly": mark("assembly"),
    "committee": mark("committee"),
    "zone": mark("families of a zone"),
}
"""Who takes decisions."""

GENDERS: Final[Mapping[str, str]] = {
    "woman": mark("woman"),
    "man": mark("man"),
    "": mark("not asked"),
}
"""Of the grown-ups of a household."""

CONNECTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "household": (mark("household"), mark("a household, a month")),
    "yard": (mark("yard tap"), mark("a yard tap, a month")),
    "shared": (mark("shared tap"), mark("a shared tap, a month")),
    "kiosk": (mark("kiosk"), mark("a kiosk, a month")),
    "institution": (mark("school or clinic"), mark("a school or clinic, a month")),
    "business": (mark("business"), mark("a business, a month")),
    "livestock": (mark("cattle trough"), mark("a cattle trough, a month")),
}
"""Types of connection: their name, and what a monthly price is for."""


def kind_name(code: str, own_names: Mapping[str, str], tr: Translator) -> str:
    """Name a kind of money in or out; a code that nobody knows is shown as it is."""
    return _named(code, KINDS, own_names, tr)


def account_name(code: str, own_names: Mapping[str, str], tr: Translator) -> str:
    """Name an account: where money lies."""
    return _named(code, ACCOUNTS, own_names, tr)


def method_name(code: str, tr: Translator) -> str:
    """Name the way somebody paid."""
    return _named(code, METHODS, {}, tr)


def post_name(code: str, own_names: Mapping[str, str], tr: Translator) -> str:
    """Name an officer's post."""
    return _named(code, POSTS, own_names, tr)


def body_name(code: str, tr: Translator) -> str:
    """Say who took a decision."""
    return _named(code, BODIES, {}, tr)


def gender_name(code: str, tr: Translator) -> str:
    """Say whether somebody is a woman or a man."""
    return _named(code, GENDERS, {}, tr)


def connection_name(code: str, own_names: Mapping[str, str], tr: Translator) -> str:
    """Name a type of connection; one that was typed as the program names it in some language is that one."""
    names = {known: words[0] for known, words in CONNECTIONS.items()}
    return _named(_meant(code, own_names), names, own_names, tr)


def price_of(code: str, own_names: Mapping[str, str], tr: Translator) -> str:
    """Say what a monthly price is for."""
    own, code = own_names.get(code), _meant(code, own_names)
    if own or code not in CONNECTIONS:
        return tr.gettext("{connection}, a month").format(connection=own or code)
    return tr.gettext(CONNECTIONS[code][1])


def _meant(code: str, own_names: Mapping[str, str]) -> str:
    known = code in CONNECTIONS or own_names.get(code)
    return code if known else _suggested().get(code.casefold(), code)


@cache
def _suggested() -> Mapping[str, str]:
    """Return the types by the names that the program offers for them, in each of its languages."""
    return {
        Translator(language.code).gettext(words[0]).casefold(): code
        for language in LANGUAGES
        for code, words in CONNECTIONS.items()
    }


def _named(
    code: str, words: Mapping[str, str], own_names: Mapping[str, str], tr: Translator
) -> str:
    own = own_names.get(code)
    if own:
        return own
    return tr.gettext(words[code]) if code in words else code
