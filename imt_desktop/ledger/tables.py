"""The ledger's derived tables: all of them can be thrown away and rebuilt from the journal.

A row that an entry founded stays when that entry is cancelled; ``void`` then says by which one.
"""

from __future__ import annotations

from typing import Any, Final

from imt_desktop.journal.posting import ADDED_UP, GROWS
from imt_desktop.journal.schema import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

TABLES: Final = MetaData()


def _int(name: str, null: bool = False, **options: Any) -> Column:
    return Column(name, Integer, nullable=null, **options)


def _text(name: str, null: bool = False, **options: Any) -> Column:
    return Column(name, Text, nullable=null, **options)


def _founded(name: str, *parts: Any) -> Table:
    """A table of things that have a number of their own, given by the entry that founds them."""
    return Table(name, TABLES, _int("id", primary_key=True), *parts)


def _by_key(name: str, *parts: Any, **options: Any) -> Table:
    """A table kept in the order of its key, so that it needs no second tree to find a row."""
    return Table(name, TABLES, *parts, rowid=False, **options)


def _line(*key: str) -> tuple[Any, ...]:
    """A table of lines of entries: keyed by where the line stands in the journal."""
    return (
        *map(_int, ("seq", "line", *key)),
        PrimaryKeyConstraint("seq", "line", *key),
    )


MEMBER: Final = _founded(
    "member",
    _text("number"),
    _text("name"),
    _text("gender"),
    _text("second_adult"),
    _text("second_gender"),
    _text("nickname"),
    _text("house"),
    _text("old_number"),
    _text("phone"),
    _int("phone_consent"),
    _text("zone"),
    _int("people", null=True),
    _text("status"),
    _text("since"),
    _int("owed"),
    _int("ahead"),
    _int("void", null=True),
    Index("member_number", "number", unique=True, where="void IS NULL"),
)
"""``owed`` and ``ahead`` are the member's balance, kept in the posting's own transaction."""

MEMBER_NAME: Final = _by_key(
    "member_name",
    _int("member"),
    _int("seq"),
    _text("name"),
    PrimaryKeyConstraint("member", "seq"),
)
"""What a member was called from an entry on, for reprints."""

MEMBER_STATUS: Final = _by_key(
    "member_status",
    _int("seq"),
    _int("member"),
    _text("status"),
    _text("effective_on"),
    _text("reason"),
    PrimaryKeyConstraint("member", "seq"),
)

CONNECTION: Final = _founded(
    "connection",
    _text("type"),
    _int("system", null=True),
    _text("label"),
    _text("status"),
    _int("void", null=True),
)

CONNECTION_STATUS: Final = _by_key(
    "connection_status",
    _int("seq"),
    _int("connection"),
    _text("status"),
    _text("effective_on"),
    _text("reason"),
    PrimaryKeyConstraint("connection", "seq"),
)

HOLDER: Final = _by_key(
    "holder",
    _int("connection"),
    _int("member"),
    _int("from_seq"),
    _int("place"),
    _text("from_on"),
    _int("until_seq", null=True),
    _text("until_on", null=True),
    PrimaryKeyConstraint("connection", "member", "from_seq"),
    Index("holder_member", "member"),
)
"""Who holds a connection, and did; ``place`` is the order in which an entry named them."""

TARIFF: Final = _founded(
    "tariff",
    _int("seq"),
    _text("name"),
    _text("effective_from"),
    _int("decision", null=True),
    _int("due_day"),
    _int("void", null=True),
)

TARIFF_FEE: Final = _by_key(
    "tariff_fee",
    _int("tariff"),
    _int("place"),
    _text("connection_type"),
    _int("amount"),
    PrimaryKeyConstraint("tariff", "place"),
)

BILL: Final = _by_key(
    "bill",
    *_line(),
    _int("member"),
    _int("connection", null=True),
    _text("item"),
    _text("period", null=True),
    _int("amount"),
    _int("open"),
    _text("billed_on"),
    _text("due_on"),
    _int("tariff", null=True),
    _text("text"),
    _int("disputed"),
    _int("confirmed"),
    _int("moved"),
    _int("void", null=True),
    Index(
        "bill_once",
        "period",
        "item",
        "connection",
        "member",
        unique=True,
        where="void IS NULL AND period IS NOT NULL AND moved=0",
    ),
    Index("bill_open", "member", "due_on", where="open > 0"),
    Index("bill_open_connection", "connection", where="open > 0"),
    Index("bill_member", "member", "billed_on"),
    info={GROWS: True},
)
"""``bill_once`` begins with the period, so that a month's bills are written side by side.
``moved``: it came from another member with the connection, and is no second bill for it."""

BILL_ABOUT: Final = _by_key(
    "bill_about",
    *_line(),
    _int("of_seq"),
    _int("of_line"),
    Index("bill_about_of", "of_seq", "of_line"),
)
"""What a bill is about: the overdue bill of a late fee, an absence, or a contribution."""

READING: Final = _by_key(
    "reading",
    *_line(),
    _int("connection"),
    _text("read_on"),
    _text("through"),
    _int("value"),
    _int("used"),
    _int("charged_to"),
    _text("how"),
    _int("void", null=True),
    Index("reading_connection", "connection", "through", where="void IS NULL"),
    Index("reading_through", "through", where="void IS NULL"),
)
"""What meters said, in thousandths, and until which day a use is charged."""

QUANTITY: Final = _by_key(
    "quantity",
    *_line(),
    _int("connection"),
    _text("unit"),
    _int("count"),
    _text("counted_on"),
    _int("once"),
    _int("void", null=True),
    Index("quantity_on", "counted_on", where="void IS NULL"),
)
"""How many of a thing belong to a connection from a day on; ``once``: were sold in a period."""

KIOSK_SALE: Final = _by_key(
    "kiosk_sale",
    *_line(),
    _text("sold_on"),
    _int("connection", null=True),
    _text("attendant"),
    _text("unit"),
    _int("sold"),
    _int("price"),
    _int("expected"),
    _int("commission"),
    _int("handed"),
    _int("reading", null=True),
    _text("pad"),
    _int("void", null=True),
    Index("kiosk_sale_on", "sold_on", where="void IS NULL"),
)
"""What kiosks sold, and what was handed in; ``reading`` is the meter's after."""

RELIEF: Final = _founded(
    "relief",
    _int("seq"),
    _int("member"),
    _text("on_item"),
    _text("group_code"),
    _int("share"),
    _int("amount"),
    _int("decision"),
    _text("since"),
    _text("until"),
    _int("void", null=True),
)
"""Who pays less, from a month to a month, by which decision."""

ABSENCE: Final = _by_key(
    "absence",
    *_line(),
    _int("member"),
    _text("what"),
    _text("absent_on"),
    _int("void", null=True),
    Index("absence_member", "member", "absent_on"),
)

BUDGET: Final = _by_key(
    "budget",
    _int("year"),
    _text("direction"),
    _text("kind"),
    _int("amount"),
    _int("seq"),
    _int("decision", null=True),
    PrimaryKeyConstraint("year", "direction", "kind"),
)

ASSET: Final = _founded(
    "asset",
    _int("seq"),
    _text("what"),
    _text("name"),
    _text("bought_on"),
    _int("cost"),
    _int("life"),
    _int("replacement"),
    _int("void", null=True),
)

ASSET_OUT: Final = _by_key(
    "asset_out",
    *_line(),
    _int("asset"),
    _text("out_on"),
    _text("reason"),
    _int("void", null=True),
)
"""What is used no longer."""

RESERVE_TARGET: Final = _by_key(
    "reserve_target",
    _int("account", primary_key=True),
    _int("seq"),
    _int("target"),
    _int("yearly"),
    _int("decision", null=True),
)

IN_KIND: Final = _by_key(
    "in_kind",
    *_line(),
    _text("given_on"),
    _text("what"),
    _int("worth"),
    _text("giver"),
    _text("text"),
    _int("void", null=True),
    Index("in_kind_day", "given_on"),
)
"""Gifts that are no money."""

SCENARIO: Final = _by_key("scenario", _text("place", primary_key=True), _int("seq"))
"""Water prices that are weighed: which entry holds for each place."""

LADDER: Final = _by_key(
    "ladder",
    _int("seq"),
    _int("place"),
    _text("since"),
    _int("decision"),
    _text("step"),
    _int("after_bills"),
    _int("after_days"),
    _int("days_between"),
    PrimaryKeyConstraint("seq", "place"),
)
"""The steps with those who do not pay, as they were decided."""

ARREARS_STEP: Final = _by_key(
    "arrears_step",
    *_line(),
    _int("member"),
    _text("step"),
    _text("taken_on"),
    _int("void", null=True),
    Index("arrears_step_member", "member"),
)

DRIVE: Final = _founded(
    "drive",
    _int("seq"),
    _text("name"),
    _int("target"),
    _int("each"),
    _text("due_on"),
    _int("decision"),
    _int("void", null=True),
)
"""Extraordinary contributions."""

CREDIT: Final = _by_key(
    "credit",
    *_line(),
    _int("member"),
    _int("amount"),
    _int("left_over"),
    _int("confirmed"),
    _int("void", null=True),
    Index("credit_left", "member", where="left_over > 0"),
    info={GROWS: True},
)
"""Money paid ahead, by the payment or opening that it came with. A payment that left nothing over
has a row only once a bill that it settled was put right or cancelled."""

SETTLEMENT: Final = _by_key(
    "settlement",
    _int("seq"),
    _int("bill_seq"),
    _int("bill_line"),
    _int("payment_seq"),
    _int("payment_line"),
    _int("amount"),
    PrimaryKeyConstraint("bill_seq", "bill_line", "payment_seq", "payment_line", "seq"),
    Index("settlement_payment", "payment_seq", "payment_line"),
)
"""Which payment settled which bill, and the entry that said so."""

MONEY_LINE: Final = _by_key(
    "money_line",
    *_line(),
    _text("what"),
    _text("effective_on"),
    _int("amount"),
    _int("account", null=True),
    _text("kind"),
    _int("member", null=True),
    _text("who"),
    _text("text"),
    _int("receipt", null=True),
    _text("voucher"),
    _text("reference"),
    _text("pad"),
    _text("old_receipt"),
    _text("envelope"),
    _text("attachment", null=True),
    _int("void", null=True),
    _text("void_reason", null=True),
    Index(
        "money_line_receipt",
        "receipt",
        unique=True,
        where="receipt IS NOT NULL",
    ),
    Index("money_line_reference", "reference", where="reference <> ''"),
    Index("money_line_pad", "pad", where="pad <> ''"),
    Index("money_line_member", "member", where="member IS NOT NULL"),
)
"""What the cash book says in words: payments, money in and out, moves."""

POSTING: Final = _by_key(
    "posting",
    *_line("part"),
    _int("account", null=True),
    _text("kind"),
    _int("amount"),
    _text("effective_on"),
    _int("of_seq"),
    _int("of_line"),
    _int("void", null=True),
    Index("posting_on", "effective_on", "seq"),
)
"""Money by account and kind, in minor units: in is positive. ``of`` is the line it belongs to,
another than its own where it takes a cancelled one back."""

ACCOUNT_MONTH: Final = _by_key(
    "account_month",
    _int("account"),
    _text("kind"),
    _text("month"),
    _int("amount_in"),
    _int("amount_out"),
    PrimaryKeyConstraint("account", "kind", "month"),
    info={ADDED_UP: True},
)
"""Totals by account, kind and month; account 0 are changes of kind without any account."""

ACCOUNT: Final = _founded("account", _text("type"), _text("name"), _int("balance"))

CATEGORY: Final = _by_key(
    "category",
    _text("code", primary_key=True),
    _text("direction"),
    _text("name"),
    _text("group_name"),
)

OPEN_ITEM: Final = _by_key(
    "open_item",
    *_line(),
    _text("what"),
    _text("who"),
    _text("text"),
    _text("category"),
    _int("amount"),
    _int("open"),
    _text("effective_on"),
    _text("due_on", null=True),
    _int("void", null=True),
    Index("open_item_what", "what", where="open > 0"),
)
"""What is not finished: ``owed`` by us, a ``loan``, an ``advance``, ``unknown`` whose money."""

USED: Final = _by_key(
    "used",
    _int("of_seq"),
    _int("of_line"),
    _int("seq"),
    _int("line"),
    _text("what"),
    _int("amount"),
    PrimaryKeyConstraint("of_seq", "of_line", "seq", "line"),
    Index("used_by", "seq", "line"),
)
"""What a line used of an earlier one, which therefore cannot be cancelled before it: an ``item``
that was open, ``credit`` that was given back, or a ``bill`` that went to another member."""

OPEN_BEFORE: Final = _by_key(
    "open_before",
    _int("of_seq"),
    _int("of_line"),
    _int("seq"),
    _int("part"),
    _text("what"),
    _int("with_seq", null=True),
    _int("with_line", null=True),
    _int("amount"),
    _text("from_on"),
    _text("until_on"),
    PrimaryKeyConstraint("of_seq", "of_line", "seq", "part"),
    Index("open_before_with", "with_seq", "with_line"),
    Index("open_before_until", "until_on"),
)
"""How much more of a bill, a credit or an open item was open from one day until before another than its
rows of today say: the bill was ``corrected``, a settlement ``freed``, or in a closed month the line
was cancelled (``void``) or another that had ``used`` it. ``with`` is that other one."""

CANCELLED: Final = _by_key(
    "cancelled",
    _int("seq", primary_key=True),
    _int("entry"),
    _text("reason"),
    _text("effective_on"),
)
"""Why an entry, or lines of it, were cancelled; ``void`` in the other tables points here."""

SOURCE: Final = _by_key(
    "source",
    _int("seq", primary_key=True),
    _text("sha256"),
    _text("file"),
    _text("sheet"),
    _text("kind"),
    _int("void", null=True),
)

PAD: Final = _founded(
    "pad", _int("seq"), _int("first"), _int("last"), _text("holder"), _int("void", null=True)
)

CASH_COUNT: Final = _by_key(
    "cash_count",
    _int("seq", primary_key=True),
    _int("account"),
    _text("effective_on"),
    _int("counted"),
    _int("expected"),
    _text("counted_by"),
    _text("explanation"),
)

WAITING: Final = _by_key(
    "waiting",
    *_line(),
    _text("effective_on"),
    _text("payee"),
    _text("text"),
    _text("category"),
    _int("amount"),
    _int("account", null=True),
    _text("answer", null=True),
    _int("answered_by", null=True),
    Index("waiting_open", "seq", where="answer IS NULL"),
)
"""Expenses above the limit that have one signature; ``answer`` is approved, withdrawn or nothing."""

WALK: Final = _by_key(
    "walk",
    _text("zone"),
    _int("member"),
    _int("place"),
    PrimaryKeyConstraint("zone", "member"),
)
"""In which order the households of a zone are walked, as far as somebody said so."""

WALK_APART: Final = _by_key(
    "walk_apart",
    _text("zone"),
    _int("connection"),
    _int("after"),
    _int("place"),
    PrimaryKeyConstraint("zone", "connection"),
)
"""Meters that are walked past apart from their household: after another one (0: before the first)."""

CLOSED_MONTH: Final = _by_key("closed_month", _text("month", primary_key=True), _int("seq"))

CLOSED_ACCOUNT: Final = _by_key(
    "closed_account",
    _text("month"),
    _int("account"),
    _int("brought"),
    _int("carried"),
    PrimaryKeyConstraint("month", "account"),
)

BANK_PAPER: Final = _by_key(
    "bank_paper",
    _int("seq", primary_key=True),
    _int("account"),
    _text("day"),
    _int("balance"),
    _int("unshown"),
    _int("difference"),
    Index("bank_paper_day", "account", "day"),
)

BANK_LINE: Final = _by_key(
    "bank_line",
    *_line("account"),
    _int("paper"),
)
"""Lines of the book that the bank's paper shows, and the entry that says so."""

DIFFERENCE: Final = _by_key(
    "difference", _int("seq", primary_key=True), _int("count"), _int("decision")
)
"""Differences of a count that an assembly decided to book."""

MEMBER_ENTRY: Final = _by_key(
    "member_entry", _int("member"), _int("seq"), PrimaryKeyConstraint("member", "seq")
)
"""Which entries are about a member, beside those whose bills and lines of money name one."""
