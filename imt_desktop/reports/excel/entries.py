"""The journal as a sheet: each entry with what it posted, and who stood behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imt_desktop.journal import Reading
from imt_desktop.ledger.listing import journal_of
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Cell, Column, Listing, totals
from imt_desktop.reports.excel.said import Said


def journal_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Every entry of a period. In is positive, out negative; a move is both. Cancelled ones stand aside."""
    tr, places = said.tr, {None: "", **said.places()}
    kinds: dict[str, str] = {}
    signed = tr.gettext("with a PIN")

    def kind(code: str) -> str:
        if code not in kinds:
            names = {
                "": "",
                "move": tr.gettext("Money moved"),
                "opening": tr.gettext("From the old book"),
            }
            name = names.get(code)
            kinds[code] = said.kind(code.partition(":")[2]) if name is None else name
        return kinds[code]

    what: dict[str, str] = {}
    posts = {number: said.post(number) for number in (None, *said.officers)}
    names = {number: said.officer(number) for number in (None, *said.officers)}

    def rows() -> Iterator[Sequence[Cell]]:
        for one in journal_of(book, period):
            said_of = what.get(one.what) or what.setdefault(one.what, said.entry(one.what))
            amount, aside = (None, one.amount) if one.void else (one.amount, None)
            by = names.get(one.entered_by, "") if one.entered_by != one.responsible else ""
            yield (
                one.entry, one.line, one.on, one.at, said_of, places.get(one.account, ""),
                kind(one.kind), amount, aside, one.receipt, one.voucher, one.who, one.text,
                posts.get(one.responsible, ""), names.get(one.responsible, ""), by,
                signed if one.signed else None,
            )  # fmt: skip

    return Listing(
        "journal",
        tr.gettext("Journal"),
        tr.gettext("Journal of entries"),
        (
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("line", tr.gettext("Line"), "count", 7),
            Column("on", said.head("on"), "day"),
            Column("at", tr.gettext("Written down (UTC)"), "moment", 19),
            Column("what", tr.gettext("What happened"), wide=28),
            Column("account", tr.gettext("Account"), wide=18),
            Column("kind", said.head("what"), wide=22),
            Column("amount", said.head("amount"), "money"),
            Column("cancelled", tr.gettext("Cancelled"), "money"),
            Column("receipt", tr.gettext("Receipt"), "count", 10),
            Column("voucher", said.head("voucher")),
            Column("who", tr.gettext("Who"), wide=26, private=True),
            Column("text", tr.gettext("Note"), wide=26, private=True),
            Column("post", tr.gettext("Post"), wide=16),
            Column("officer", tr.gettext("Officer"), wide=22, private=True),
            Column("typed", tr.gettext("Typed by"), wide=20, private=True),
            Column("signed", tr.gettext("Signed"), wide=14),
        ),
        (Block("lines", rows(), feet=(totals(tr.gettext("Total"), amount=_posted(book, period)),)),),
        said.notes(period),
    )  # fmt: skip


def _posted(book: Reading, period: Period) -> Money:
    """Add up all postings of a period that count."""
    (amount,) = book.driver.execute(
        "SELECT coalesce(sum(amount), 0) FROM posting WHERE void IS NULL"
        " AND effective_on BETWEEN ? AND ?",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return Money(amount, book.currency)
