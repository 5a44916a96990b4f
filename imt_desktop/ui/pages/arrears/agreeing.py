"""An agreement to pay a debt in instalments: so many parts, each with its day, that add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.charging import agreements
from imt_desktop.ledger.charging.agreements import AgreementRequest, InstalmentLine, in_equal_parts
from imt_desktop.ledger.charging.errors import InstalmentCountError
from imt_desktop.money import Money
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.look import Arranged
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.standing import called
from imt_desktop.ui.widgets import (
    AmountEdit,
    DateEdit,
    EvenRow,
    LineEdit,
    Note,
    StateLine,
    shortened,
)
from imt_desktop.ui.widgets.states import done, due

AGREED = Changes(balances=True, settings=True)
MOST = 24
"""Instalments that the form lays out; a file of requests may have more."""

FIRST_COUNT = 3


def agree(page: QWidget, desk: Desk, there: Arranged) -> Form:
    """Ask how many instalments and from when, and show each; all of it can be changed by hand."""
    return AgreeForm(page, desk, there)


class AgreeForm(Form):
    """Instalments follow the count and the first day until somebody types over them."""

    def __init__(self, page: QWidget, desk: Desk, there: Arranged) -> None:
        tr, row = desk.tr, there.member
        text = tr.gettext("{amount} is owed and not disputed. It is cut into parts that add up.")
        super().__init__(
            page,
            desk,
            tr.gettext("Instalments for {name}").format(name=shortened(called(tr, row), 60)),
            tr.gettext("Write the agreement down"),
            text.format(amount=tr.money(there.to_agree)),
            wide=620,
        )
        self._row, self._owed, self._step = row, there.to_agree, there.step
        self._rows = QWidget()
        self._cut_by: tuple[str, date] | None = None
        self._lines: list[tuple[AmountEdit, DateEdit]] = []
        self.together = StateLine(done(""))
        self._lay_plan()
        note = tr.gettext("As long as it is kept, no step is taken for this debt.")
        self.row(Note(note, "info"))
        self.row(self.line("text", tr.gettext("What else was agreed?")))
        decided = tr.gettext("Instalments for a household")
        self._deciding = Deciding(self, there.decisions, decided, ("committee", "assembly"))
        self.row(self.tick("paper", tr.gettext("Print the agreement to sign next"), True))
        self.asks(self._request, self._use, AGREED, self._done)
        self.open()

    def _lay_plan(self) -> None:
        tr = self.desk.tr
        count = self.line("count", tr.gettext("How many instalments?"), str(FIRST_COUNT))
        first = self.fields.day("first", tr.gettext("The first one is due"), self._first_day())
        self.row(count, first)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.add(self._rows)
        self.add(self.together)
        for field in (count, first):
            editor = field.editor
            assert isinstance(editor, LineEdit)
            editor.textChanged.connect(lambda _words: self.split())
        self.split()

    def _first_day(self) -> date:
        return Month.of(self.desk.today).last

    def split(self) -> None:
        """Cut the debt anew by the count and the first day, where both can be read and one is another."""
        count, first = self.words_of("count"), self.fields["first"].editor
        assert isinstance(first, DateEdit)
        day = first.value()
        if not (count.isascii() and count.isdecimal() and len(count) < 4) or day is None:
            return
        if self._cut_by == (count, day):  # a day is only written differently when one goes on
            return
        try:
            parts = in_equal_parts(self._owed, min(int(count), MOST), day, self._step)
        except UserError:
            return
        self._cut_by = count, day
        self._clear()
        for number, (due_on, money) in enumerate(parts, 1):
            self._add(number, due_on, money)
        self._add_up()

    def _clear(self) -> None:
        column = self._rows.layout()
        assert column is not None
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number in range(1, len(self._lines) + 1):
            for name in ("due_on", "amount"):
                self.fields.pop(f"{number}/{name}")
        self._lines = []

    def _add(self, number: int, due_on: date, money: Money) -> None:
        tr, column = self.desk.tr, self._rows.layout()
        assert column is not None
        said = tr.gettext("Instalment {n}").format(n=tr.number(number))
        amount = self.amount(f"{number}/amount", said)
        day = self.fields.day(f"{number}/due_on", tr.gettext("Due"), due_on)
        assert isinstance(amount.editor, AmountEdit) and isinstance(day.editor, DateEdit)
        amount.editor.set_amount(money)
        amount.editor.amount_changed.connect(lambda _money: self._add_up())
        column.addWidget(EvenRow([amount, day], most=2))
        self._lines.append((amount.editor, day.editor))

    def _add_up(self) -> None:
        """Say what the instalments come to."""
        tr = self.desk.tr
        amounts = [editor.amount() for editor, _day in self._lines]
        there = Money(sum(one.minor for one in amounts if one), self._owed.currency)
        words = tr.gettext("Together {there} of {owed}").format(
            there=tr.money(there), owed=tr.money(self._owed)
        )
        self.together.set_state(done(words) if there == self._owed else due(words))

    def _request(self) -> Decided[AgreementRequest]:
        count = self.whole_of("count")
        if count != len(self._lines):
            self.fields.wrong(InstalmentCountError(count or 0).beside("count"))
        lines = [
            InstalmentLine(
                due_on=self.day_of(f"{number}/due_on"),
                amount=self.decimal_of(f"{number}/amount", Decimal(0)),
            )
            for number in range(1, len(self._lines) + 1)
        ]
        request = AgreementRequest(
            member=self._row.number,
            lines=tuple(lines),
            decision=self._deciding.chosen(),
            text=self.words_of("text"),
        )
        return Decided(request, self._deciding.new())

    def _use(self, book: Writing, wanted: Decided[AgreementRequest]) -> Recorded:
        try:
            return with_decision(agreements.agree)(book, wanted)
        except UserError as error:
            if error.field == "lines":  # they do not add up: said beside the last one
                error.field = f"{len(wanted.request.lines)}/amount"
            raise

    def _done(self, _recorded: object) -> str:
        if self.ticked("paper"):
            self.desk.go.emit("notices", Wish("agreement", member=self._row.number))
        return self.desk.tr.gettext("The agreement is written down.")
