"""Signatures in words: what needs two officers, what roles are, wrong PINs and how long to wait."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from imt_desktop.committee.errors import (
    TooManyTriesError,
    WrongPinError,
    WrongPinSetAnewError,
)
from imt_desktop.committee.queries import Officer
from imt_desktop.i18n import Translator, mark
from imt_desktop.wording.kinds import post_name

ACTS: Final[Mapping[str, str]] = {
    "expense": mark("Money out above the assembly's limit"),
    "void": mark("Cancelling an entry of an earlier day or one that two signed"),
    "write-off": mark("Letting a debt go"),
    "exemption": mark("Letting somebody pay less"),
    "tariff": mark("A new water price"),
    "officers": mark("A change of officers"),
    "closing": mark("Closing a month"),
    "limits": mark("A new limit"),
    "names": mark("Names on the notice"),
    "difference": mark("Booking a difference of a count"),
    "handover": mark("A handover"),
    "rebuilt": mark("Marking days as rebuilt"),
    "ladder": mark("Other steps with those who do not pay"),
    "opening": mark("Balance from the old book"),
    "forget": mark("Erasing words for good"),
}
"""What needs two officers."""

ROLES: Final[Mapping[str, str]] = {
    "treasurer": mark("books and signs"),
    "chair": mark("books and signs"),
    "secretary": mark("books and signs"),
    "committee": mark("books and signs"),
    "collector": mark("books"),
    "oversight": mark("reads, signs closings"),
    "auditor": mark("reads, signs closings"),
    "facilitator": mark("sets up, types for others"),
    "reads": mark("reads"),
}
"""What a role may do."""


def act_words(act: str, tr: Translator) -> str:
    """Say what needs two officers; a code that nobody knows is shown as it is."""
    return tr.gettext(ACTS[act]) if act in ACTS else act


def role_words(role: str, tr: Translator) -> str:
    """Say what a role may do."""
    return tr.gettext(ROLES[role]) if role in ROLES else role


def seat_words(name: str, officer: Officer, tr: Translator) -> str:
    """Say what somebody of that name may do at the computer; empty for those who book."""
    role = officer.role
    if role.books:
        return ""
    if role.witnesses:
        words = tr.gettext(
            "{name} ({post}) reads everything, and writes down only complaints and what belongs to an"
            " audit."
        )
    elif role.sets_up:
        words = tr.gettext("{name} ({post}) sets the book up and reads it. An officer books.")
    else:
        words = tr.gettext("{name} ({post}) reads the book and books nothing.")
    return words.format(name=name, post=post_name(officer.post, {}, tr))


def wrong_pin(error: WrongPinError, tr: Translator) -> str:
    """Say how many tries are left, or how long to wait; and that the PIN was set anew, if it was."""
    if isinstance(error, WrongPinSetAnewError):
        return f"{_tries(error, tr)} {_set_anew(error, tr)}"
    return _tries(error, tr)


def _set_anew(error: WrongPinSetAnewError, tr: Translator) -> str:
    words = tr.gettext(
        "This PIN was set anew on {day}, without the old one and without a witness. If that was not"
        " you, tell the committee."
    )
    if error.witness:
        words = tr.gettext(
            "This PIN was set anew on {day}; the witness was {witness}. If that was not you, tell the"
            " committee."
        )
    try:
        day = tr.date(date.fromisoformat(error.day))
    except ValueError:
        day = error.day
    return words.format(day=day, witness=error.witness)


def _tries(error: WrongPinError, tr: Translator) -> str:
    if error.left:
        return tr.ngettext(
            "That was not the PIN. You can try {n} more time before you have to wait.",
            "That was not the PIN. You can try {n} more times before you have to wait.",
            error.left,
        ).format(n=tr.number(error.left))
    return tr.ngettext(
        "That was not the PIN. Wait {n} minute, then try again.",
        "That was not the PIN. Wait {n} minutes, then try again.",
        error.minutes,
    ).format(n=tr.number(error.minutes))


def too_many_tries(error: TooManyTriesError, tr: Translator) -> str:
    """Say how long to wait after too many wrong PINs."""
    return tr.ngettext(
        "Too many wrong PINs. Wait {n} minute, then try again.",
        "Too many wrong PINs. Wait {n} minutes, then try again.",
        error.minutes,
    ).format(n=tr.number(error.minutes))
