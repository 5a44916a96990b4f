"""The ledger's derived tables: all of them can be thrown away and rebuilt from the journal."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

TABLES: Final = MetaData()


def _int(name: str, null: bool = False, **options: Any) -> Column[int]:
    return Column(name, Integer, nullable=null, **options)


def _text(name: str, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, TABLES, *parts, sqlite_strict=True)


def _line(*key: str) -> tuple[Any, ...]:
    """A table of lines of entries: keyed by where the line stands in the journal."""
    return (
        *map(_int, ("seq", "line", *key)),
        PrimaryKeyConstraint("seq", "line", *key),
    )


MEMBER: Final = _table(
    "member",
    Column("id", Integer, primary_key=True),
    _text("number"),
    _text("name"),
    _text("second_adult"),
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
    Index("member_number", "number", unique=True),
)
"""``owed`` and ``ahead`` are the member's balance, kept in the posting's own transaction."""

MEMBER_NAME: Final = _table(
    "member_name",
    _int("member"),
    _int("seq"),
    _text("name"),
    PrimaryKeyConstraint("member", "seq"),
)
"""What a member was called from an entry on, for reprints."""

MEMBER_STATUS: Final = _table(
    "member_status",
    _int("seq"),
    _int("member"),
    _text("status"),
    _text("effective_on"),
    _text("reason"),
    PrimaryKeyConstraint("member", "seq"),
)

CONNECTION: Final = _table(
    "connection",
    Column("id", Integer, primary_key=True),
    _text("type"),
    _int("system", null=True),
    _text("label"),
    _text("status"),
)

HOLDER: Final = _table(
    "holder",
    _int("connection"),
    _int("member"),
    _int("from_seq"),
    _text("from_on"),
    _text("until_on", null=True),
    PrimaryKeyConstraint("connection", "member", "from_seq"),
    Index("holder_member", "member"),
)

TARIFF: Final = _table(
    "tariff",
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("effective_from"),
    _int("decision", null=True),
    _int("due_day"),
)

TARIFF_FEE: Final = _table(
    "tariff_fee",
    _int("tariff"),
    _text("connection_type"),
    _int("amount"),
    PrimaryKeyConstraint("tariff", "connection_type"),
)

BILL: Final = _table(
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
    _int("void", null=True),
    Index(
        "bill_once",
        "connection",
        "item",
        "period",
        "member",
        unique=True,
        sqlite_where=text("void IS NULL AND period IS NOT NULL"),
    ),
    Index("bill_open", "member", "due_on", sqlite_where=text("open > 0")),
    Index("bill_member", "member", "billed_on"),
)

CREDIT: Final = _table(
    "credit",
    *_line(),
    _int("member"),
    _int("amount"),
    _int("left_over"),
    _int("confirmed"),
    _int("void", null=True),
    Index("credit_left", "member", sqlite_where=text("left_over > 0")),
)
"""Money paid ahead, by the payment or opening that it came with."""

SETTLEMENT: Final = _table(
    "settlement",
    _int("seq"),
    _int("bill_seq"),
    _int("bill_line"),
    _int("payment_seq"),
    _int("payment_line"),
    _int("amount"),
    _text("effective_on"),
    _int("void", null=True),
    PrimaryKeyConstraint("bill_seq", "bill_line", "payment_seq", "payment_line", "seq"),
    Index("settlement_payment", "payment_seq", "payment_line"),
    Index("settlement_seq", "seq"),
    Index("settlement_on", "effective_on"),
)
"""Which payment settled which bill, from which day on, and the entry that said so; negative where a
part was freed again. What was struck in place is void: it never counted."""

OPEN_CHANGE: Final = _table(
    "open_change",
    *_line("part"),
    _int("of_seq"),
    _int("of_line"),
    _text("what"),
    _int("amount"),
    _text("effective_on"),
    _int("void", null=True),
    Index("open_change_of", "of_seq", "of_line"),
    Index("open_change_on", "effective_on"),
)
"""How a bill, a credit or an open item became more or less other than by a settlement: corrected, moved,
refund, paid, settled, known (whose it is); where a month was closed also void, and restored by a void."""

MONEY_LINE: Final = _table(
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
        sqlite_where=text("receipt IS NOT NULL"),
    ),
    Index("money_line_reference", "reference", sqlite_where=text("reference <> ''")),
    Index("money_line_on", "effective_on"),
    Index("money_line_member", "member"),
)
"""What the cash book says in words: payments, money in and out, moves."""

POSTING: Final = _table(
    "posting",
    *_line("part"),
    _int("account", null=True),
    _text("kind"),
    _int("amount"),
    _text("effective_on"),
    _int("of_seq"),
    _int("of_line"),
    _int("void", null=True),
    Index("posting_account", "account", "effective_on", "seq"),
    Index("posting_of", "of_seq", "of_line"),
)
"""Money by account and kind, in minor units: in is positive. ``of`` is the line it belongs to,
another than its own where it takes a cancelled one back."""

ACCOUNT_MONTH: Final = _table(
    "account_month",
    _int("account"),
    _text("kind"),
    _text("month"),
    _int("amount_in"),
    _int("amount_out"),
    PrimaryKeyConstraint("account", "kind", "month"),
)
"""Totals by account, kind and month; account 0 are changes of kind without any account."""

ACCOUNT: Final = _table(
    "account",
    Column("id", Integer, primary_key=True),
    _text("type"),
    _text("name"),
    _int("balance"),
)

CATEGORY: Final = _table(
    "category",
    Column("code", Text, primary_key=True),
    _text("direction"),
    _text("name"),
    _text("group_name"),
)

OPEN_ITEM: Final = _table(
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
    Index("open_item_what", "what", sqlite_where=text("open > 0")),
)
"""What is not finished: ``owed`` by us, ``advance`` with somebody, ``unknown`` whose money."""

SOURCE: Final = _table(
    "source",
    Column("seq", Integer, primary_key=True),
    _text("sha256"),
    _text("file"),
    _text("sheet"),
    _text("kind"),
    _int("void", null=True),
)

PAD: Final = _table(
    "pad",
    Column("id", Integer, primary_key=True),
    _int("first"),
    _int("last"),
    _text("holder"),
)

CASH_COUNT: Final = _table(
    "cash_count",
    Column("seq", Integer, primary_key=True),
    _int("account"),
    _text("effective_on"),
    _int("counted"),
    _int("expected"),
    _text("counted_by"),
    _text("explanation"),
)
