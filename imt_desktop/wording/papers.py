"""Papers in words: what each is called, what it is about, and the sheets it is printed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator, mark
from imt_desktop.period import Period, parse_day
from imt_desktop.plan.rounds import STEPS
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.plan import step_name

NAMED: Final = 3
"""Words that a paper does not show whole, of those that are named."""

PAPERS: Final[Mapping[str, str]] = {
    "notice": mark("Transparency notice"),
    "aloud": mark("Page to read aloud"),
    "tariff": mark("Tariff poster"),
    "tariff-aloud": mark("The tariff, to read aloud"),
    "complaint-poster": mark("How to complain"),
    "complaint-aloud": mark("How to complain, to read aloud"),
    "complaint-slip": mark("Slip of a complaint"),
    "invitation": mark("Invitation to a meeting"),
    "invitations": mark("Invitations by name"),
    "invitation-aloud": mark("The invitation, to read aloud"),
    "attendance": mark("List of who comes"),
    "minutes": mark("Minutes"),
    "support-letter": mark("Letter that asks for help"),
    "audit": mark("Result of an audit"),
    "house-visits": mark("House visits of an audit"),
    "audit-aloud": mark("Result of an audit, to read aloud"),
    "board": mark("Planning board"),
    "board-aloud": mark("The plan, to read aloud"),
    "cards": mark("Cards of the board"),
    "capacity": mark("Capacity sheet"),
    "capacity-aloud": mark("Capacity sheet, to read aloud"),
    "before-after": mark("Before and after"),
    "worksheets": mark("Blank sheets of a round"),
    "receipt": mark("Receipt"),
    "receipts": mark("All receipts of a day"),
    "pad": mark("Numbers for the paper pad"),
    "statement": mark("Statement"),
    "statements": mark("All statements"),
    "bill": mark("Bill"),
    "bills": mark("All bills"),
    "readings": mark("Sheet to read meters"),
    "charging": mark("Preview of the bills"),
    "kiosks": mark("Kiosk sales"),
    "contribution": mark("Who has contributed"),
    "slips": mark("Slips by household"),
    "confirmations": mark("Slips to confirm the old book"),
    "letters": mark("Letters about a step"),
    "agreement": mark("Agreement to sign"),
    "visits": mark("Slips for visits"),
    "behind": mark("Who is behind"),
    "members": mark("Members"),
    "daylist": mark("Entered on a day"),
    "voucher": mark("Payment voucher"),
    "wages": mark("Wage sheet"),
    "cashbook": mark("Cash book"),
    "income": mark("Money in and money out"),
    "scenarios": mark("Prices to be weighed"),
    "acta": mark("Agreement on the water price"),
    "budget": mark("Budget"),
    "assets": mark("What wears out"),
    "closing": mark("Certificate of a closed month"),
    "receipt-list": mark("List of receipts"),
    "voucher-list": mark("List of vouchers"),
    "decision-list": mark("List of decisions"),
    "complaint-list": mark("List of complaints"),
    "registration-list": mark("List of registration papers"),
    "handover": mark("Handover of a post"),
    "calendar": mark("A year at a glance"),
    "calendar-aloud": mark("A year at a glance, to read aloud"),
    "handing-over": mark("Handover of the committee"),
    "audit-pack": mark("All papers for an audit"),
    "handover-pack": mark("All papers for a handover"),
}
"""Kinds of paper, by their codes."""

SIZES: Final[Mapping[str, str]] = {
    "tiled": mark("4 x A4"),
    "eight": mark("8 slips"),
    "roll": mark("Roll 80 mm"),
    "each": mark("A file each"),
}
"""Sizes that do not bear the name of a sheet."""


def paper_name(code: str, tr: Translator) -> str:
    """Name a kind of paper; one that nobody knows is shown as it is."""
    return tr.gettext(PAPERS[code]) if code in PAPERS else code


def paper_about(about: str, tr: Translator) -> str:
    """Say what an issued paper is about: its period or day in words, anything else as it was written."""
    when, _space, rest = about.partition(" ")
    try:
        said = tr.period(Period.parse(when))
    except UserError:
        try:
            said = tr.date(parse_day(when))
        except UserError:
            return about
    return f"{said} · {rest}" if rest else said


def about_words(
    paper: str,
    about: str,
    tr: Translator,
    number: str = "",
    accounts: Mapping[int, tuple[str, str]] = MappingProxyType({}),
) -> str:
    """Say what an issued paper is about, in no code of the book's own.

    ``paper`` is its kind, ``about`` what the book keeps: a period, day, member, line or such.
    ``number`` is that of the receipt or voucher it names; ``accounts`` are types and names by number.
    """
    if number:
        return number
    if paper in ("voucher", "handover"):
        entry, _slash, _line = about.partition("/")
        return tr.gettext("entry {number}").format(number=entry)
    if paper == "worksheets" and about in STEPS:
        return step_name(about, tr)
    if paper in ("complaint-slip", "support-letter"):
        return tr.gettext("No. {n}").format(n=about)
    when, _space, rest = about.partition(" ")
    if paper == "cashbook" and rest.isdigit() and int(rest) in accounts:
        kind, name = accounts[int(rest)]
        return f"{paper_about(when, tr)} · {name or account_name(kind, {}, tr)}"
    return paper_about(about, tr)


def size_name(size: str, tr: Translator) -> str:
    """Name what a paper is printed on."""
    return tr.gettext(SIZES[size]) if size in SIZES else size


def not_whole_words(found: Sequence[str], tr: Translator) -> str:
    """Say what of names and words a paper does not show whole; the first few stand for many."""
    shown, more = list(found[:NAMED]), len(found) - NAMED
    if more > 0:
        shown.append(tr.ngettext("and {n} more", "and {n} more", more).format(n=tr.number(more)))
    words = tr.gettext("Not whole on the paper: {words}")
    return words.format(words=" · ".join(shown))
