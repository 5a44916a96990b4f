"""What can be opened: pages and jobs by their names, and what the book holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee.queries import Decision
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.finding import found_by
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money
from imt_desktop.oversight.finding import Found, FoundLine
from imt_desktop.ui.pages.finding.parts import PAGES_ALSO, PAPERS, PARTS, Part
from imt_desktop.ui.pages.jobs import Job
from imt_desktop.ui.pages.standing import balance, called, standing_of
from imt_desktop.ui.shell import PageEntry
from imt_desktop.ui.widgets import PersonLine
from imt_desktop.wording.finding import line_about, line_title
from imt_desktop.wording.kinds import body_name


class Hit(Struct, frozen=True):
    """One thing that was found. ``ref`` opens a line; else ``page`` opens, and shows ``what``."""

    line: PersonLine
    page: str = ""
    what: object = None
    ref: Ref | None = None


def places(
    entries: Sequence[PageEntry], jobs: Sequence[Job], words: str, tr: Translator
) -> Iterator[Hit]:
    """Find jobs, pages, their parts and papers by name; without words all jobs and pages."""
    wanted = folded(words).split()
    taken, opened = set(), set()
    for title, names, hit in _doors(entries, jobs, tr):
        if title not in taken and all(word in folded(names) for word in wanted):
            taken.add(title)
            if hit.what is None:
                opened.add(hit.page)
            yield hit
    fitting = []
    for title, names, hit in _parts(entries, tr) if wanted else ():
        again = title in taken or (hit.what is None and hit.page in opened)
        if not again and _fits(wanted, names):
            fitting.append((title, hit))
    fitting.sort(key=lambda found: not _fits(wanted, found[0]))  # its own name before other words
    yield from (hit for _title, hit in fitting)


def elsewhere(entries: Sequence[PageEntry], words: str, tr: Translator) -> list[Hit]:
    """Find pages, parts and papers by their words in other languages: papers speak two.

    It reads catalogues, so it is no work for the window's thread.
    """
    wanted = folded(words).split()
    others = [Translator(each.code) for each in LANGUAGES if each.code != tr.code]
    fitting = {
        tr.gettext(part.words)
        for part in (*PARTS, *PAPERS)
        for other in others
        if _fits(wanted, _names_of(part, other))
    }
    fitting |= {
        one.title
        for one in entries
        for other in others
        if one.key in PAGES_ALSO and _fits(wanted, other.gettext(PAGES_ALSO[one.key]))
    }
    return [hit for title, _names, hit in _parts(entries, tr) if title in fitting]


def _doors(
    entries: Sequence[PageEntry], jobs: Sequence[Job], tr: Translator
) -> Iterator[tuple[str, str, Hit]]:
    for job in jobs:
        title, second = tr.gettext(job.words), job.key or tr.gettext("page")
        yield title, title, _place(title, second, job.icon, job.page, job.what)
    for one in entries:
        names = f"{one.title} {one.short_title}"  # on a small screen only the short one is seen
        yield one.title, names, _place(one.title, tr.gettext("page"), one.icon, one.key)


def _parts(entries: Sequence[PageEntry], tr: Translator) -> Iterator[tuple[str, str, Hit]]:
    pages = {one.key for one in entries}
    for one in entries:
        if also := PAGES_ALSO.get(one.key):
            names = f"{one.title} {tr.gettext(also)}"
            yield one.title, names, _place(one.title, tr.gettext("page"), one.icon, one.key)
    for part in (*PARTS, *PAPERS):
        if part.page in pages:
            title = tr.gettext(part.words)
            second = tr.gettext("Notices") if part in PAPERS else tr.gettext("page")
            yield title, _names_of(part, tr), _place(title, second, part.icon, part.page, part.what)


def _names_of(part: Part, tr: Translator) -> str:
    return f"{tr.gettext(part.words)} {part.also and tr.gettext(part.also)}"


def _fits(wanted: Sequence[str], title: str) -> bool:
    """Whether words begin as typed: there are many papers, and people's names come behind them."""
    said = f" {folded(title)}"
    return all(f" {word}" in said for word in wanted)


def _place(title: str, second: str, icon: str, page: str, what: object = None) -> Hit:
    return Hit(PersonLine(title, second=second, icon=icon), page, what)


def hits(
    found: Found,
    typed: str,
    own: Mapping[str, str],
    today: date,
    tr: Translator,
    hidden: bool = False,
) -> Iterator[Hit]:
    """Put what the book holds into lines: members, lines of money and bills, decisions.

    ``hidden`` leaves out what members owe and paid, since a queue looks on.
    """
    yield from (_member(one, typed, today, tr, hidden) for one in found.members)
    yield from (_line(one, own, tr, hidden and bool(one.number)) for one in found.lines)
    yield from (_decision(one, tr) for one in found.decisions)


def without_amount(found: Found, amount: Money) -> Found:
    """Leave out the members' lines of an amount: to find a household by it is to tell it."""
    lines = tuple(one for one in found.lines if not (one.number and one.amount == amount))
    return replace(found, lines=lines)


def _member(row: MemberRow, typed: str, today: date, tr: Translator, hidden: bool) -> Hit:
    number = ", ".join((row.number, *found_by(row, typed)))
    if hidden:
        return Hit(PersonLine(called(tr, row), number, icon="user"), "members", row)
    state, amount = standing_of(tr, row, today), tr.amount(balance(row))
    line = PersonLine(called(tr, row), number, state, amount=amount, icon="user")
    return Hit(line, "members", row)


def _line(one: FoundLine, own: Mapping[str, str], tr: Translator, hidden: bool) -> Hit:
    about = ", ".join(part for part in (tr.short_date(one.on), line_about(one, own, tr)) if part)
    line = PersonLine(
        line_title(one, own, tr),
        second=about,
        amount="" if hidden else tr.amount(one.amount),
        icon=_ICONS.get(one.what, "book-open"),
        struck=one.void,
    )
    return Hit(line, ref=one.ref)


def _decision(one: Decision, tr: Translator) -> Hit:
    title = one.what or tr.gettext("Minute {number}").format(number=one.minute)
    about = f"{tr.date(one.decided_on)}, {body_name(one.body, tr)}"
    second = tr.gettext("Minute {number}, {about}").format(number=one.minute, about=about)
    return Hit(PersonLine(title, second=second, icon="gavel"), "meetings", one)


_ICONS = {
    "payment": "hand-coins",
    "in": "banknote-arrow-up",
    "returned": "banknote-arrow-up",
    "out": "banknote-arrow-down",
    "spent": "banknote-arrow-down",
    "owed": "banknote-arrow-down",
    "owed-paid": "banknote-arrow-down",
    "refund": "undo-2",
    "advance": "hand-coins",
    "move": "arrow-left-right",
    "bill": "receipt-text",
}
"""Of lines; what comes from the old book has the book's."""
