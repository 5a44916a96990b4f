"""The checklist of a month, point by point: what is so, what to do, and where that is done."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.closing.checklist import Checked, Checklist
from imt_desktop.ledger.closing.entries import Span
from imt_desktop.ledger.closing.gaps import how_many
from imt_desktop.ledger.waiting.limit import InParts
from imt_desktop.ui.pages.money.wish import PaperWish
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import State, shortened
from imt_desktop.ui.widgets.states import done, late, question, under_way
from imt_desktop.wording.proof import called, difference_words

PADS = "pads"
"""What the closing itself shows: the receipt pads, over the page."""

MOST_SPANS = 6
"""Gaps that are named; of more only how many numbers there are."""


class Way(Struct, frozen=True):
    """Where a point is put in order: a page and what it shows; without a page, over this one."""

    words: str
    page: str = ""
    what: object = None


class Point(Struct, frozen=True):
    """One thing that is looked at. ``question`` is what the officers answer about it, by its code."""

    code: str
    state: State
    title: str
    line: str = ""
    way: Way | None = None
    question: str = ""
    account: int | None = None
    """Of a point about one account."""

    @property
    def open(self) -> bool:
        """Whether the month cannot be closed as it stands."""
        return self.state.tone == "bad"


def to_know(tr: Translator) -> State:
    """Say that a point may be looked at, and needs nothing."""
    return under_way(tr.gettext("To know"))


def points(found: Checklist, tr: Translator, asked: int = 0) -> tuple[Point, ...]:
    """Put a checklist into points, in the order of the certificate, and what the book still asks."""
    return tuple(_points(found, tr, asked))


def _points(found: Checklist, tr: Translator, asked: int) -> Iterator[Point]:
    for one in found.accounts:
        if one.must_be_counted:
            yield _cash(one, found, tr)
    yield from _banks(found, tr)
    if "bills" in found.questions:
        yield _bills(found, tr)
    yield from _receipts(found, tr)
    yield from _money(found, tr)
    yield from _entries(found, tr)
    if asked:
        line = tr.ngettext("{n} is not answered yet", "{n} are not answered yet", asked)
        yield Point(
            "asked", to_know(tr), tr.gettext("Questions of the book"),
            line.format(n=tr.number(asked)), Way(tr.gettext("Look"), "questions"),
        )  # fmt: skip
    if found.two_officers:
        yield Point(
            "relatives", question(tr.gettext("To answer")), tr.gettext("Who signs"),
            tr.gettext("Two who are related may sign; the certificate then says so."),
            question="relatives",
        )  # fmt: skip


def _cash(one: Checked, found: Checklist, tr: Translator) -> Point:
    """Cash is counted, best by two; a difference is said and not hidden."""
    account, count = one.figures.account, one.count
    title = tr.gettext("Money counted: {account}").format(account=shortened(called(account, tr)))
    way = Way(tr.gettext("Count"), "money", "count")
    code = f"cash-{account.id}"
    if count is None:
        line = tr.gettext("It was not counted after its last entry up to {day}. Count it.").format(
            day=tr.date(found.month.last)
        )
        return Point(code, late(tr.gettext("To do")), title, line, way, account=account.id)
    said = tr.gettext("{day}, by {who}: {amount}, {difference}.").format(
        day=tr.date(count.on),
        who=shortened(tr.join(list(count.by))),
        amount=tr.money(count.counted),
        difference=difference_words(count.difference, tr),
    )
    if count.difference:  # what stays unexplained is booked where the counts are listed
        way = Way(tr.gettext("Look"), "money", "counts")
        return Point(code, to_know(tr), title, said, way, account=account.id)
    way = Way(tr.gettext("Look"), "money", "counts")
    return Point(code, done(tr.gettext("In order")), title, said, way, account=account.id)


def _banks(found: Checklist, tr: Translator) -> Iterator[Point]:
    for one in found.accounts:
        if not one.bank:
            continue
        account = one.figures.account
        name = shortened(called(account, tr))
        title = tr.gettext("Held against the bank's paper: {account}").format(account=name)
        code, book = f"bank-{account.id}", tr.money(one.figures.carried)
        way = Way(tr.gettext("Compare"), "money", PaperWish(found.month.last))
        if one.bank == "no-paper":
            line = tr.gettext("The book says {amount}. Compare it with the bank's paper.").format(
                amount=book
            )
            if one.changed:
                said = tr.gettext("The book says {amount}.").format(amount=book)
                again = tr.gettext("It changed after it was compared: compare it again.")
                line = f"{said} {again}"
            state = question(tr.gettext("To answer"))
            yield Point(code, state, title, line, way, "bank", account.id)
        elif one.paper is not None:
            line = tr.gettext("The paper of {day} says {amount}.").format(
                day=tr.date(one.paper.day), amount=tr.money(one.paper.balance)
            )
            wrong = one.paper.difference
            if wrong:
                line += " " + tr.gettext("{amount} is not explained by any line.").format(
                    amount=tr.money(wrong)
                )
            if one.unshown:
                line += " " + tr.ngettext(
                    "{n} line up to that day is not on the paper: {amount}.",
                    "{n} lines up to that day are not on the paper: {amount}.",
                    one.unshown,
                ).format(n=tr.number(one.unshown), amount=tr.money(one.paper.unshown))
            look = Way(tr.gettext("Look"), "money", "papers")
            state = to_know(tr) if wrong or one.unshown else done(tr.gettext("In order"))
            yield Point(code, state, title, line, way if wrong else look, account=account.id)
        elif one.count is not None:
            line = tr.gettext("{day}, by {who}: {amount}, {difference}.").format(
                day=tr.date(one.count.on),
                who=shortened(tr.join(list(one.count.by))),
                amount=tr.money(one.count.counted),
                difference=difference_words(one.count.difference, tr),
            )
            title = tr.gettext("Money counted: {account}").format(account=name)
            look = Way(tr.gettext("Look"), "money", "counts")
            yield Point(code, done(tr.gettext("In order")), title, line, look, account=account.id)


def _bills(found: Checklist, tr: Translator) -> Point:
    """Nobody was billed: it leads to the bills of that month, or to its price where there is none."""
    lacks, lines = found.unbilled, []
    way = Way(tr.gettext("Open bills"), "billing", found.month)
    if lacks.fees:
        line = tr.ngettext(
            "{n} fee could still be billed.", "{n} fees could still be billed.", lacks.fees
        )
        lines.append(line.format(n=tr.number(lacks.fees)))
    if lacks.without_price:
        line = tr.ngettext(
            "{n} connection has no price in this month.",
            "{n} connections have no price in this month.",
            lacks.without_price,
        )
        lines.append(line.format(n=tr.number(lacks.without_price)))
    return Point(
        "bills", question(tr.gettext("To answer")),
        tr.gettext("No bills were made for this month"), " ".join(lines), way, "bills",
    )  # fmt: skip


def _receipts(found: Checklist, tr: Translator) -> Iterator[Point]:
    receipts, title = found.receipts, tr.gettext("Receipts all accounted for")
    look: Way | None = None
    if receipts.missing:
        line = tr.gettext("Missing: {numbers}").format(numbers=spans(receipts.missing, tr))
        if found.receipts_left:
            said = tr.gettext("In a part that a restore left behind: {numbers}")
            line = tr.parts((line, said.format(numbers=spans(found.receipts_left, tr))))
        look = Way(tr.gettext("Look"), "trail", TrailWish(kind="restored"))
        yield Point(
            "receipts", question(tr.gettext("To answer")), title, line, look, "receipts"
        )  # fmt: skip
    else:
        line = tr.gettext("No receipt was given in this month.")
        if receipts.given:
            line = tr.ngettext(
                "{first} to {last}: {n} receipt, none is missing.",
                "{first} to {last}: {n} receipts, none is missing.",
                receipts.given,
            ).format(first=receipts.first, last=receipts.last, n=tr.number(receipts.given))
            look = Way(tr.gettext("Look"), "money", found.month)
        yield Point("receipts", done(tr.gettext("In order")), title, line, look)
    if found.pads:
        line = tr.parts(
            tr.gettext("pad {pad}: {numbers}").format(pad=gap.pad, numbers=spans(gap.missing, tr))
            for gap in found.pads[:MOST_SPANS]
        )
        yield Point(
            "pads", question(tr.gettext("To answer")),
            tr.gettext("Numbers of a paper pad passed over"), line,
            Way(tr.gettext("Pads"), "", PADS), "pads",
        )  # fmt: skip


def _money(found: Checklist, tr: Translator) -> Iterator[Point]:
    """Vouchers, money not yet known whose, and expenses that wait."""
    missing, title = found.without_voucher, tr.gettext("Vouchers of expenses")
    if missing:
        line = tr.gettext("{n} of {all} have none. Add its number, photo or envelope.").format(
            n=tr.number(len(missing)), all=tr.number(found.vouchers + len(missing))
        )
        way = Way(tr.gettext("Look"), "", missing)
        yield Point("vouchers", question(tr.gettext("To answer")), title, line, way, "vouchers")
    elif found.vouchers:
        line = tr.ngettext(
            "{n} expense has its voucher.", "All {n} expenses have theirs.", found.vouchers
        )
        line = line.format(n=tr.number(found.vouchers))
        look = Way(tr.gettext("Look"), "money", found.month)
        yield Point("vouchers", done(tr.gettext("In order")), title, line, look)
    if found.in_parts:
        yield Point(
            "in-parts", question(tr.gettext("To answer")),
            tr.gettext("Several expenses just within the limit"), in_parts(found.in_parts, tr),
            Way(tr.gettext("Look"), "money", found.month), "in-parts",
        )  # fmt: skip
    if found.unknown:
        line = tr.ngettext("{n} payment, {amount}", "{n} payments, {amount}", found.unknown).format(
            n=tr.number(found.unknown), amount=tr.money(found.unknown_amount)
        )
        yield Point(
            "unknown", question(tr.gettext("To answer")), tr.gettext("Not yet known whose money"),
            line, Way(tr.gettext("Open"), "money", "unknown"), "unknown",
        )  # fmt: skip
    if found.waiting:
        n = len(found.waiting)
        line = tr.ngettext(
            "{n} expense waits for a second officer", "{n} expenses wait for a second officer", n
        ).format(n=tr.number(n))
        yield Point(
            "waiting", question(tr.gettext("To answer")), tr.gettext("Expenses not yet approved"),
            line, Way(tr.gettext("Open"), "money", "waiting"), "waiting",
        )  # fmt: skip


def _entries(found: Checklist, tr: Translator) -> Iterator[Point]:
    """What was cancelled, came late, or was entered while something was odd."""

    def look(entries: tuple[int, ...]) -> Way:
        return Way(tr.gettext("Look"), "trail", TrailWish(entries=entries))

    if found.cancelled:
        n = len(found.cancelled)
        line = tr.ngettext(
            "{n} was cancelled, with a reason", "{n} were cancelled, each with a reason", n
        ).format(n=tr.number(n))
        if found.same_day:
            n = len(found.same_day)
            same = tr.ngettext("{n} on the day it was made", "{n} on the day they were made", n)
            line = f"{line}; {same.format(n=tr.number(n))}"
        yield Point(
            "same-day",
            question(tr.gettext("To answer")) if found.same_day else to_know(tr),
            tr.gettext("Entries cancelled"),
            line,
            look(found.cancelled),
            "same-day" if found.same_day else "",
        )
    if found.clock:
        n = len(found.clock)
        line = tr.ngettext("{n} entry", "{n} entries", n).format(n=tr.number(n))
        yield Point(
            "clock", question(tr.gettext("To answer")),
            tr.gettext("Entered while the clock was wrong"), line,
            look(found.clock), "clock",
        )  # fmt: skip
    if found.pins:
        n = len(found.pins)
        line = tr.ngettext("{n} officer", "{n} officers", n).format(n=tr.number(n))
        yield Point(
            "pins", question(tr.gettext("To answer")), tr.gettext("New PIN without the old one"),
            line,
            look(found.pins),
            "pins",
        )  # fmt: skip
    if found.restored:
        n = sum(one.left or 0 for one in found.restored)
        line = tr.ngettext("{n} entry was left behind", "{n} entries were left behind", n)
        yield Point(
            "restored", question(tr.gettext("To answer")),
            tr.gettext("The book was brought back from a copy"),
            line.format(n=tr.number(n)) if n else "",
            look(tuple(one.entry for one in found.restored)),
            "restored",
        )  # fmt: skip
    if found.late:
        n = len(found.late)
        line = tr.ngettext("{n} entry", "{n} entries", n).format(n=tr.number(n))
        title = tr.gettext("Entered late, for an earlier month")
        yield Point("late", to_know(tr), title, line, look(found.late))
    if found.rebuilt:
        yield Point(
            "rebuilt", to_know(tr),
            tr.gettext("Rebuilt from receipts and papers"),
            tr.gettext("The certificate says so."),
        )  # fmt: skip


def in_parts(found: tuple[InParts, ...], tr: Translator) -> str:
    """Say who got how much in parts; of many payees the first ones."""
    said = tr.parts(
        tr.gettext("{n} payments to {who}, {amount}").format(
            n=tr.number(one.count), who=shortened(one.payee), amount=tr.money(one.amount)
        )
        for one in found[:MOST_SPANS]
    )
    return f"{said} \N{HORIZONTAL ELLIPSIS}" if len(found) > MOST_SPANS else said


def spans(found: tuple[Span, ...], tr: Translator) -> str:
    """Name numbers that are missing; of many gaps only how many numbers there are."""
    if len(found) > MOST_SPANS:
        n = how_many(found)
        return tr.ngettext("{n} number", "{n} numbers", n).format(n=tr.number(n))
    return ", ".join(
        f"{one.first}" if one.first == one.last else f"{one.first}\N{EN DASH}{one.last}"
        for one in found
    )


def lines_of(way: Way) -> tuple[Ref, ...]:
    """Return the lines that a way opens, where it opens some."""
    return way.what if isinstance(way.what, tuple) else ()
