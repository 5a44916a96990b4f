"""What was found in a spreadsheet, in words: its rows, its mistakes, and what is asked about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.importing.rows import (
    Alike,
    Notice,
    Problem,
    Proven,
    ReceiptGap,
    SameExpense,
    Skipped,
    WithoutVoucher,
    WithoutZero,
)
from imt_desktop.ledger.imports import Later
from imt_desktop.money import Currency, Money
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.errors import sentence

SKIPPED: Final[Mapping[str, str]] = {
    "empty": mark("Passed over: empty"),
    "total": mark("Passed over: a total"),
    "header": mark("Passed over: the headers once more"),
    "table": mark("Passed over: belongs to another table"),
    "aside": mark("Passed over: stands beside the table"),
    "number": mark("Passed over: nothing but a number"),
    "cancelled": mark("Passed over: cancelled"),
}
"""Why rows are passed over."""

ORDERS: Final[Mapping[str, str]] = {
    "dmy": mark("Day first"),
    "mdy": mark("Month first"),
    "ymd": mark("Year first"),
}
"""Orders in which dates stand."""


_PROVEN: Final[Mapping[str, str]] = {
    "dmy": mark(
        "The day stands first in dates: “{text}” in row {row} can be read in no other way."
    ),
    "mdy": mark(
        "The month stands first in dates: “{text}” in row {row} can be read in no other way."
    ),
    "ymd": mark(
        "The year stands first in dates: “{text}” in row {row} can be read in no other way."
    ),
    ".": mark(
        "The point stands before the cents: “{text}” in row {row} can be read in no other way."
    ),
    ",": mark(
        "The comma stands before the cents: “{text}” in row {row} can be read in no other way."
    ),
}


def proven_sentence(seen: Proven, tr: Translator) -> str:
    """Say what a file itself proves, and where."""
    return tr.gettext(_PROVEN[seen.value]).format(text=seen.example.text, row=seen.example.row)


def problem_sentence(problem: Problem, tr: Translator, currency: Currency | None = None) -> str:
    """Say what is wrong and where: ``Row 17, column “Amount”: “twelve” is not an amount.``"""
    what = sentence(problem.error, tr, currency)
    column = problem.header or problem.letter
    if not column:
        return tr.gettext("Row {row}: {what}").format(row=problem.row, what=what)
    return tr.gettext("Row {row}, column “{column}”: {what}").format(
        row=problem.row, column=column, what=what
    )


def notice_sentence(notice: Notice, tr: Translator) -> str:
    """Say what is odd about receipts, vouchers or households, but no reason to stop."""
    if isinstance(notice, WithoutVoucher):
        n = len(notice.rows)
        words = tr.ngettext(
            "{n} expense names no voucher (row {rows}). Is there a paper for it? It can be brought in "
            "all the same.",
            "{n} expenses name no voucher (rows {rows}). Are there papers for them? They can be "
            "brought in all the same.",
            n,
        )
        return words.format(n=tr.number(n), rows=_some(notice.rows))
    if isinstance(notice, WithoutZero):
        n = len(notice.rows)
        words = tr.ngettext(
            "{n} telephone number has no 0 in front: {number} (row {rows}).",
            "{n} telephone numbers have no 0 in front, such as {number} (rows {rows}).",
            n,
        )
        return words.format(n=tr.number(n), number=notice.number, rows=_some(notice.rows))
    if isinstance(notice, Alike):
        return tr.gettext(
            "“{name}” stands in several rows that are quite alike: {rows}. Is it one household?"
        ).format(name=notice.name, rows=_some(notice.rows))
    if isinstance(notice, SameExpense):
        return tr.gettext(
            "Rows {rows} say the same of one expense, with the same voucher. Was it paid twice?"
        ).format(rows=_some(notice.rows))
    if isinstance(notice, ReceiptGap):
        if notice.first == notice.last:
            return tr.gettext("Old receipt no. {number} is missing.").format(number=notice.first)
        return tr.gettext("Old receipt nos. {first} to {last} are missing.").format(
            first=notice.first, last=notice.last
        )
    return tr.gettext("Old receipt no. {number} stands in several rows: {rows}.").format(
        number=notice.number, rows=", ".join(str(row) for row in notice.rows)
    )


_MOST_ROWS: Final = 12


def _some(rows: tuple[int, ...]) -> str:
    told = ", ".join(str(row) for row in rows[:_MOST_ROWS])
    return f"{told} …" if len(rows) > _MOST_ROWS else told


def skipped_words(skipped: Skipped, tr: Translator) -> str:
    """Say why rows are passed over."""
    return tr.gettext(SKIPPED[skipped.reason])


def rows_words(kind: str, n: int, tr: Translator) -> str:
    """Count rows of a kind of data: ``257 payments``; of one that a later program knows, the rows."""
    words = {
        "members": tr.ngettext("{n} member", "{n} members", n),
        "opening": tr.ngettext("{n} opening balance", "{n} opening balances", n),
        "payments": tr.ngettext("{n} payment", "{n} payments", n),
        "expenses": tr.ngettext("{n} expense", "{n} expenses", n),
        "readings": tr.ngettext("{n} meter reading", "{n} meter readings", n),
    }
    return words.get(kind, tr.ngettext("{n} row", "{n} rows", n)).format(n=tr.number(n))


def bring_in_words(kind: str, n: int, sums: tuple[Money, ...], tr: Translator) -> str:
    """Say what the button does: ``Bring in 257 payments, KSh 155,450``."""
    words = {
        "members": tr.ngettext("Bring in {n} member", "Bring in {n} members", n),
        "opening": tr.ngettext(
            "Bring in {n} opening balance, {sum}", "Bring in {n} opening balances, {sum}", n
        ),
        "payments": tr.ngettext("Bring in {n} payment, {sum}", "Bring in {n} payments, {sum}", n),
        "expenses": tr.ngettext("Bring in {n} expense, {sum}", "Bring in {n} expenses, {sum}", n),
    }
    return words[kind].format(n=tr.number(n), sum=sums_words(sums, tr))


def brought_in_words(kind: str, n: int, sums: tuple[Money, ...], tr: Translator) -> str:
    """Say what was done: ``257 payments are in the book, KSh 155,450``."""
    words = {
        "members": tr.ngettext("{n} member is in the book", "{n} members are in the book", n),
        "opening": tr.ngettext(
            "{n} opening balance is in the book, {sum}",
            "{n} opening balances are in the book, {sum}",
            n,
        ),
        "payments": tr.ngettext(
            "{n} payment is in the book, {sum}", "{n} payments are in the book, {sum}", n
        ),
        "expenses": tr.ngettext(
            "{n} expense is in the book, {sum}", "{n} expenses are in the book, {sum}", n
        ),
    }
    return words[kind].format(n=tr.number(n), sum=sums_words(sums, tr))


def sums_words(sums: tuple[Money, ...], tr: Translator) -> str:
    """Write one sum, or what is owed and what was paid ahead; nothing where there is no sum."""
    if len(sums) < 2:
        return "".join(map(tr.money, sums))
    owed, ahead = map(tr.money, sums)
    return tr.gettext("{owed} owed, {ahead} paid ahead").format(owed=owed, ahead=ahead)


def later_words(later: Later, tr: Translator) -> str:
    """Tell an entry that has to be cancelled first."""
    facts = {
        "number": later.entry,
        "day": tr.short_date(later.on),
        "what": kind_words(later.kind, tr),
        "file": later.file,
    }
    if later.file:
        return tr.gettext("Entry {number}, {day}: {what}, from {file}").format(**facts)
    return tr.gettext("Entry {number}, {day}: {what}").format(**facts)
