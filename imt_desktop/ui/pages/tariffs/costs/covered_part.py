"""Cost recovery of a year: what it cost by group, beside what was billed and what was paid."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.recovery.cost import EXPERT, GROUPS, SET_ASIDE, Recovery, lines_of
from imt_desktop.money import Currency, Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.several import MOST, show_behind
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook
from imt_desktop.ui.pages.tariffs.workshop.board import Board
from imt_desktop.ui.pages.tariffs.workshop.picture import ROLES, Part, Picture, Side, whole
from imt_desktop.ui.pages.tariffs.workshop.picture import SET_ASIDE as ASIDE_ROLE
from imt_desktop.ui.widgets import Card, Choice, Column, Panes, Segments, Table, Words
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.charges import percent_words
from imt_desktop.wording.covering import expert_name, group_name, short_group

FIELD: Final = "field"
EXPERTS: Final = "expert"
_ALWAYS: Final = ("operation", "maintenance", "administration", "capital-maintenance", *SET_ASIDE)
"""The cost groups of the field: shown also where they took nothing."""


class CostRow(Struct, frozen=True):
    """A cost group, or the sum."""

    words: str
    amount: Money
    groups: tuple[str, ...]
    total: bool = False


class CoveredPart(QWidget):
    """Bars at the right, groups at the left; a switch shows them by IRC's terms.

    A group leads to its lines; what is only set aside leads to the tab that it is worked out from.
    """

    leading = Signal(str)
    """A cost group of those that are set aside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look: CostsLook | None = None
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        tr = desk.tr
        self.board = Board(tr.gettext("What it cost, and what came in"))
        choices = [
            Choice(tr.gettext("Groups of the field"), FIELD),
            Choice(tr.gettext("Expert: IRC"), EXPERTS),
        ]
        self.switch = Segments(
            choices, FIELD, even=True, small=True, name=tr.gettext("Cost groups")
        )
        self.table: Table = Table(
            (
                Column[CostRow](tr.gettext("Cost group"), lambda row: row.words, stretch=1),
                Column[CostRow](
                    tr.gettext("A year"),
                    lambda row: tr.amount(row.amount, self._cents),
                    right=True,
                    bold=True,
                ),
            ),
            tr.gettext("Cost groups"),
            forward=lambda row: row.total,
        )
        self._note = Words("", "hint", wrap=True)
        self._lay_out()
        self.switch.chosen.connect(lambda _: self._list())
        self.table.opened.connect(self._behind)

    def _lay_out(self) -> None:
        tr = self._desk.tr
        bars, groups = Card(flush=True), Card(tr.gettext("What it cost"), flush=True)
        bars.add(self.board, 1)
        inside = QWidget()
        column = TopBox(inside)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.switch)
        column.addWidget(self._note)
        groups.add(inside)
        groups.add(self.table, 1)
        whole = TopBox(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Panes(bars, groups, 380, first=True, least=440), 1)

    def show_look(self, look: CostsLook) -> None:
        """Show a year."""
        self._look = look
        self.board.show_picture(year_picture(look, self._desk.tr, self._desk.currency))
        self._list()

    def _list(self) -> None:
        look, tr = self._look, self._desk.tr
        if look is None:
            return
        found = look.recovery
        if self.switch.value() == EXPERTS:
            rows = [
                CostRow(expert_name(term, tr), found.expert[term], EXPERT[term]) for term in EXPERT
            ]
            self._note.set_words(
                tr.gettext(
                    "By IRC's terms. Bought to last (CapEx): {bought}. Indirect support is in no"
                    " committee's book."
                ).format(bought=tr.money(found.bought))
            )
        else:
            rows = [
                CostRow(group_name(group, tr), found.costs[group], (group,))
                for group in (*GROUPS, "other", *SET_ASIDE)
                if found.costs[group] or group in _ALWAYS
            ]
            self._note.set_words(_beside(found, tr))
        self._cents = any(row.amount.minor % self._desk.currency.unit for row in rows)
        every = CostRow(tr.gettext("Together"), found.cost, tuple(found.costs), total=True)
        self.table.set_rows([*rows, every])

    def _behind(self, row: CostRow) -> None:
        """Show the lines that a group is made of, or where it comes from that something is set aside."""
        look = self._look
        if look is None:
            return
        costs, year = look.recovery.costs, look.year
        aside = [group for group in SET_ASIDE if group in row.groups and costs[group]]
        if aside and not any(costs[group] for group in row.groups if group not in SET_ASIDE):
            self.leading.emit(aside[0])
            return
        self._desk.read(
            lambda book: lines_of(book, row.groups, year, MOST),
            guarded(self, lambda behind: show_behind(self, self._desk, row.words, behind)),
        )


def _beside(found: Recovery, tr: Translator) -> str:
    """Say what money came from users, and what stands beside the cost."""
    said = [
        tr.gettext(
            "Money that came from users in the year, also for older bills and ahead, less what they"
            " were given back: {amount}."
        ).format(amount=tr.money(found.collected))
    ]
    if found.bought:
        said.append(
            tr.gettext("New equipment for {amount} is no cost of this year: it wears out slowly.")
            .format(amount=tr.money(found.bought))
        )  # fmt: skip
    if found.subsidy:
        said.append(
            tr.gettext("Grants and donations of {amount} are not counted as paid by users.").format(
                amount=tr.money(found.subsidy)
            )
        )
    return " ".join(said)


def year_picture(look: CostsLook, tr: Translator, currency: Currency) -> Picture:
    """Put a year into bars: its cost beside what was billed, and beside what users paid."""
    found = look.recovery

    def write(minor: int) -> str:
        return tr.amount(whole(minor, currency), cents=False)

    parts = [
        Part(ROLES[at % len(ROLES)], short_group(group, tr), found.costs[group].minor)
        for at, group in enumerate(
            group for group in (*GROUPS, "other") if found.costs[group].minor > 0
        )
    ]
    aside = sum(found.costs[group].minor for group in SET_ASIDE)
    if aside:
        parts.append(Part(ASIDE_ROLE, short_group("set-aside", tr), aside))
    all_of_it = tr.gettext("fees that were billed")
    if found.besides:
        all_of_it = tr.gettext("fees that were billed, kiosks, fines")
    billed = _side(
        tr.gettext("If everybody had paid"), all_of_it,
        found.if_all_pay, -found.missing_if_all_pay, tr,
    )  # fmt: skip
    share = tr.gettext("nothing was billed")
    if found.paid_share is not None:
        share = tr.gettext("{share} of these bills are paid by now").format(
            share=percent_words(found.paid_share // 100 * 100, tr)
        )
    paid = _side(tr.gettext("As users really paid"), share, found.as_paid, -found.missing, tr)
    return Picture(
        tuple(parts), found.cost.minor, (billed, paid), write, tr.gettext("It cost"),
        tr.gettext("Came in"),
    )  # fmt: skip


def _side(title: str, second: str, comes: Money, over: Money, tr: Translator) -> Side:
    cost = comes - over
    if not cost:
        verdict = tr.gettext("Nothing costs anything yet")
        line = tr.gettext("Write expenses down, and what wears out.")
        return Side(title, second, comes.minor, over.minor, "", verdict, line, known=False)
    share = tr.percent(Decimal(comes.minor * 100 // cost.minor) / 100)  # 99.6 % does not cover it
    line = tr.gettext("{share} of the cost").format(share=share)
    gap = whole(abs(over.minor), over.currency)
    digits, money = tr.amount(gap, cents=False), tr.money(gap, cents=False)
    if over.minor >= 0:
        mark = tr.gettext("over {amount}").format(amount=digits) if over else ""
        covers = tr.gettext("Covers the cost")
        return Side(title, second, comes.minor, over.minor, mark, covers, line)
    mark = tr.gettext("missing {amount}").format(amount=digits)
    verdict = tr.gettext("Missing {amount}").format(amount=money)
    return Side(title, second, comes.minor, over.minor, mark, verdict, line)
