"""The bills that would be made: one row a connection, each explained in words; chips and a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger.charging.overview import ChargeRow, ChargeSheet
from imt_desktop.ledger.search import folded
from imt_desktop.money import any_cents
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Card,
    ChipRow,
    Choice,
    Column,
    Hairline,
    SearchBox,
    State,
    Table,
    shortened,
)
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.wording.charge_rows import RowWords, row_words
from imt_desktop.wording.kinds import connection_name

ALL, SHARED, QUESTIONS, CHANGED = "all", "shared", "questions", "changed"

_MOST_CHIPS = 5
"""As many as find room in a line or two."""

_LEAST = 220
"""Pixels below which the page scrolls, and not the table alone."""


class Counts(Struct, frozen=True):
    """What the chips say of the rows, and whether an amount has cents."""

    cents: bool
    asked: int
    changed: int
    types: tuple[tuple[str, int], ...]
    shared: int


def count(rows: Sequence[ChargeRow]) -> Counts:
    """Count the rows. Off the window's thread: there may be a hundred thousand."""
    return Counts(
        any_cents([row.amount for row in rows]),
        sum(map(_asked, rows)),
        sum(map(_changed, rows)),
        tuple(Counter(row.connection_type for row in rows if row.fee).most_common()),
        sum(row.shared for row in rows),
    )


class BillsCard(Card):
    """While balances are hidden from the queue, who pays less, who is late and how much is hidden too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._sheet: ChargeSheet | None = None
        self._words: dict[tuple[int, int | None], RowWords] = {}
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self.chips = ChipRow([], ALL, name=tr.gettext("Show"))
        self.search = SearchBox(tr.gettext("Name or number"))
        self.table = self._make_table()
        bar, veil = BarLayout(gap=12), VeilButton(desk)
        bar.setContentsMargins(12, 12, 12, 12)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.search)
        bar.addWidget(veil)
        bar.give_way(veil)
        self.table.setMinimumHeight(em(_LEAST))
        self.body.addLayout(bar)
        self.add(Hairline())
        self.add(self.table, 1)
        self.chips.chosen.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        desk.veiled.connect(self._veil)

    def _make_table(self) -> Table:
        tr = self._desk.tr
        return Table(
            [
                Column[ChargeRow](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[ChargeRow](
                    tr.gettext("Member"), lambda row: row.name or tr.gettext("Forgotten"), bold=True,
                    key=lambda row: folded(row.name),
                ),
                Column[ChargeRow](
                    tr.gettext("How it is worked out"), lambda row: self._said(row).main,
                    second=self._beside, stretch=1, wraps=True,
                ),
                Column[ChargeRow](
                    tr.symbol(self._desk.currency), self._amount, right=True, bold=True,
                    key=lambda row: row.amount,
                ),
            ],
            tr.gettext("Bills to make"),
            identity=lambda row: (row.member, row.fee.connection if row.fee else None),
        )  # fmt: skip

    def _said(self, row: ChargeRow) -> RowWords:
        key = row.member, row.fee.connection if row.fee else None
        if key not in self._words:
            said = row_words(row, self._desk.tr, self._desk.currency)
            # What a household pays, and why less, is worked out on no screen that a queue sees.
            hidden = self._desk.hides_balances
            self._words[key] = RowWords("", "", said.doubt) if hidden else said
        return self._words[key]

    def _beside(self, row: ChargeRow) -> str | State:
        """Return the second line; what is to be asked stands in it with its sign."""
        if not row.doubt and not row.extras and not _lessened(row):
            return ""
        said = self._said(row)
        if said.doubt:
            beside = ", ".join(part for part in (said.doubt, said.beside) if part)
            return State("warn", beside, "circle-help")
        return said.beside

    def _amount(self, row: ChargeRow) -> str:
        return "" if self._desk.hides_balances else self._desk.tr.amount(row.amount, self._cents)

    def _veil(self) -> None:
        self._words.clear()
        self._filter()

    def show_sheet(self, found: ChargeSheet, counts: Counts) -> None:
        """Show a run of bills."""
        self._sheet = found
        self._cents = counts.cents
        self._words.clear()
        self._show_chips(found, counts)
        self._filter()

    def _show_chips(self, found: ChargeSheet, counts: Counts) -> None:
        tr, rows = self._desk.tr, found.rows
        choices = [Choice(tr.pgettext("bills", "All {n}").format(n=tr.number(len(rows))), ALL)]
        if counts.asked:
            words = tr.gettext("Questions {n}").format(n=tr.number(counts.asked))
            choices.append(Choice(words, QUESTIONS, "circle-help"))
        if counts.changed and counts.changed < len(rows):
            words = tr.gettext("Changed from {month} {n}").format(
                month=tr.period(found.plan.period.previous, alone=False),
                n=tr.number(counts.changed),
            )
            choices.append(Choice(words, CHANGED))
        if len(choices) == 1:
            choices += self._sorts(counts)
        kept, choices = self.chips.value(), choices[:_MOST_CHIPS]
        known = {choice.value for choice in choices}
        self.chips.set_choices(choices, kept if kept in known else ALL)

    def _sorts(self, counts: Counts) -> list[Choice]:
        """Offer types of connections, and shared ones: where nothing is asked and nothing changed."""
        tr, choices = self._desk.tr, []
        for code, n in counts.types if len(counts.types) > 1 else ():
            name = shortened(capital(connection_name(code, {}, tr)), 24)
            choices.append(Choice(f"{name} {tr.number(n)}", code))
        if counts.shared:
            words = tr.gettext("On a shared connection {n}").format(n=tr.number(counts.shared))
            choices.append(Choice(words, SHARED))
        return choices

    def _filter(self) -> None:
        if self._sheet is None:
            return
        fits, words = _filter_of(self.chips.value() or ALL), folded(self.search.text()).split()
        rows = self._sheet.rows if fits is _all else [*filter(fits, self._sheet.rows)]
        for word in words:
            rows = [row for row in rows if word in folded(f"{row.number} {row.name}")]
        self.table.set_rows(rows)


def _lessened(row: ChargeRow) -> bool:
    return row.fee is not None and any(part.what == "relief" for part in row.fee.parts)


def _all(_row: ChargeRow) -> bool:
    return True


def _asked(row: ChargeRow) -> bool:
    return row.doubt is not None


def _changed(row: ChargeRow) -> bool:
    return row.changed


def _filter_of(chosen: object) -> Callable[[ChargeRow], bool]:
    named: dict[object, Callable[[ChargeRow], bool]] = {
        ALL: _all,
        QUESTIONS: _asked,
        CHANGED: _changed,
        SHARED: lambda row: row.shared,
    }
    return named.get(chosen, lambda row: row.connection_type == chosen)
