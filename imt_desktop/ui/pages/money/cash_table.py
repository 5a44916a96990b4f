"""The cash book of a month as a table: brought forward, lines and counts, carried forward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.accounts import Counted
from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ledger.kinds import KNOWN_LATER, OPENING
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, State, Table
from imt_desktop.ui.widgets.states import done, late
from imt_desktop.wording.kinds import kind_name
from imt_desktop.wording.late import late_words
from imt_desktop.wording.proof import NAMES, Names, difference_words

_ICONS = {
    "move": ("arrow-left-right", "ink2"),
    "opening": ("book-open", "ink2"),
    "void": ("ban", "ink3"),
}
PRIVATE = ("payment", "refund", "void")
"""Lines of households, and those that may be: a queue may not read their amounts."""

_IN, _OUT = ("banknote-arrow-up", "teal"), ("banknote-arrow-down", "out")


class _Row(Struct, frozen=True):
    what: str
    ref: Ref | None = None
    on: date = date.min
    day: str = ""
    note: str = ""
    second: str | State = ""
    number: str = ""
    icon: tuple[str, str] = ("", "ink2")
    came: str = ""
    went: str = ""
    balance: str = ""
    void: bool = False


class CashTable(Card):
    """Reads like the paper cash book."""

    chosen = Signal(object)
    """The Ref of the line chosen, or None."""
    before = Signal()
    """What was brought forward is opened: the month before adds up to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Cash book"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self._cents = False
        self._first: _Row | None = None
        self.table = Table(
            [
                Column[_Row](tr.gettext("Date"), lambda row: row.day, ink="ink2", firm=True),
                Column[_Row](tr.gettext("No."), lambda row: row.number, ink="ink2", strikes=True),
                Column[_Row](
                    tr.gettext("What for"), lambda row: row.what, note=lambda row: row.note,
                    icon=lambda row: row.icon[0], icon_ink=lambda row: row.icon[1],
                    second=lambda row: row.second, strikes=True, stretch=1, wraps=True,
                    spreads=lambda row: row.ref is None or isinstance(row.second, State),
                ),
                Column[_Row](tr.gettext("In"), lambda row: row.came, right=True, strikes=True),
                Column[_Row](tr.gettext("Out"), lambda row: row.went, right=True, strikes=True),
                Column[_Row](tr.gettext("Balance"), lambda row: row.balance, right=True, bold=True),
            ],
            tr.gettext("Cash book"),
            forward=lambda row: row.ref is None,
            struck=lambda row: row.void,
            identity=lambda row: row.ref or row.what,
        )  # fmt: skip
        self.came = Button(tr.gettext("Money in"), icon="banknote-arrow-up")
        self.old_book = Button(tr.gettext("Balance from the old book"), icon="book-open")
        self.nothing = EmptyState(
            tr.gettext("No money has come or gone yet"),
            tr.gettext(
                "Begin with what lies in the cash box and the bank today, or book what comes."
            ),
            (self.old_book, self.came),
            drawing="book",
        )
        self.add(self.nothing, 1)
        self.add(self.table, 1)
        self.nothing.hide()
        self.table.chosen.connect(lambda row: self.chosen.emit(row.ref if row else None))
        self.table.opened.connect(self._open)

    def show_book(self, look: MoneyLook) -> None:
        """Show a month."""
        tr, book = self._desk.tr, look.book
        self._cents = any(money.minor % money.currency.unit for money in _amounts(look))
        first = _Row(tr.gettext("Brought forward"), balance=self._amount(book.brought_forward))
        self._first = first
        last = _Row(
            tr.gettext("Carried forward"),
            came=self._amount(book.came),
            went=self._amount(book.went),
            balance=self._amount(book.carried_forward),
        )
        opened = [self._opened(line, look.names) for line in book.opened]
        lines = [self._line(line, look.names) for line in book.lines]
        counted = [self._count(one, book.account is not None) for one in look.counts]
        self.table.set_rows([*opened, first, *_by_day(lines, counted), last])
        empty = not (opened or lines or counted or book.brought_forward)
        self.nothing.setVisible(empty)
        self.table.setVisible(not empty)

    def _open(self, row: _Row) -> None:
        if row is self._first:
            self.before.emit()

    def _amount(self, money: Money, discreet: bool = False) -> str:
        """Write an amount; all have decimals where one has, so that they stand under each other."""
        tr = self._desk.discreet if discreet else self._desk.tr
        return tr.amount(money, self._cents)

    def _opened(self, line: CashLine, names: Names) -> _Row:
        """What the old book handed over stands above what is brought forward, and is part of it."""
        tr = self._desk.tr
        return _Row(
            names.accounts[line.account],
            line.ref,
            line.on,
            tr.day(line.on),
            tr.gettext(NAMES[line.what]),
            icon=_ICONS[OPENING],
            balance=self._amount(line.came),
        )

    def _line(self, line: CashLine, names: Names) -> _Row:
        tr = self._desk.tr
        what, note = self._words(line, names)
        void, private = line.void is not None, _private(line)
        second = tr.gettext("Cancelled: {reason}").format(reason=line.void_reason) if void else ""
        both = bool(line.came and line.went)
        if both:  # moved from one account to another: neither in nor out of all of them together
            note = " · ".join(part for part in (self._amount(line.came), note) if part)
        late = late_words(line.concerns, tr)
        note = late if second else " · ".join(part for part in (late, note) if part)
        usual = _IN if line.came else _OUT
        return _Row(
            what,
            line.ref,
            line.on,
            tr.day(line.on),
            note,
            second,
            self._number(line),
            ("ban", "ink3") if void else _ICONS.get(line.what, usual),
            self._amount(line.came, private) if line.came and not both else "",
            self._amount(line.went, private) if line.went and not both else "",
            self._amount(line.balance, private),
            void,
        )

    def _number(self, line: CashLine) -> str:
        receipt = line.receipt or line.later_receipt
        if receipt is not None:
            return str(receipt)
        if line.voucher:
            letter = self._desk.tr.pgettext("short for voucher", "V {number}")
            named = line.voucher[:1].isalpha()  # such as V009
            return line.voucher if named else letter.format(number=line.voucher)
        return line.old_receipt

    def _words(self, line: CashLine, names: Names) -> tuple[str, str]:
        """Return what a line is about, and the quiet words after it."""
        tr = self._desk.tr
        if line.what == "void":
            return tr.gettext("Cancelling of entry {number}").format(number=line.ref.entry), ""
        if line.what == "move":
            target = names.accounts.get(line.other_account or 0, "")
            return tr.gettext("To: {account}").format(account=target), line.reference
        kind = kind_name(line.kind.partition(":")[2] or line.kind, names.own, tr)
        who = tr.gettext("Forgotten") if line.forgotten else line.who
        if line.what in NAMES:
            return tr.gettext(NAMES[line.what]), who or line.text
        if line.what == "payment":
            return who, line.reference
        if line.kind == KNOWN_LATER:
            return who, " · ".join(part for part in (kind, line.text, line.reference) if part)
        if not line.text:
            return kind, who
        return line.text, " · ".join(part for part in (kind, who) if part)

    def _count(self, one: Counted, of_one: bool) -> _Row:
        tr = self._desk.tr
        difference = difference_words(one.difference, tr)
        return _Row(
            tr.gettext("Cash counted"),
            Ref(one.entry),
            one.on,
            tr.day(one.on),
            ", ".join(one.by),
            late(difference) if one.difference else done(difference),
            icon=("coins", "bad" if one.difference else "ok"),
            balance=self._amount(one.expected) if of_one else "",
        )


def _private(line: CashLine) -> bool:
    return line.what in PRIVATE or line.kind == KNOWN_LATER


def _amounts(look: MoneyLook) -> Iterator[Money]:
    yield look.book.brought_forward
    for line in (*look.book.opened, *look.book.lines):
        yield from (line.came, line.went, line.balance)


def _by_day(lines: list[_Row], counted: list[_Row]) -> Iterator[_Row]:
    """Put counts behind the last line that was written down before them on their day."""
    waiting = sorted(counted, key=lambda row: (row.on, row.ref.entry if row.ref else 0))
    for line in lines:
        entry = line.ref.entry if line.ref else 0
        while waiting and (waiting[0].on, _entry(waiting[0])) < (line.on, entry):
            yield waiting.pop(0)
        yield line
    yield from waiting


def _entry(row: _Row) -> int:
    return row.ref.entry if row.ref else 0
