"""How a row of a spreadsheet is shown: as it was understood, or as it stands, with what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.import_checks import folded
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    Problem,
    Row,
)
from imt_desktop.ledger.importing.sheets import shown
from imt_desktop.money import Currency, any_cents
from imt_desktop.ui.pages.bringing_in.outcome import Outcome, PreviewLine
from imt_desktop.ui.widgets import Column, State
from imt_desktop.ui.widgets.states import cut_off, done, late, question
from imt_desktop.wording.errors import sentence
from imt_desktop.wording.fields import as_title, code_name, field_name
from imt_desktop.wording.spreadsheets import problem_sentence, skipped_words

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "members": ("number", "name", "zone", "connection_type", "meter", "people", "phone", "status"),
    "opening": ("number", "name", "owed", "ahead", "since"),
    "payments": ("on", "number", "name", "amount", "method", "reference", "old_receipt"),
    "expenses": ("on", "payee", "what", "category", "amount", "method", "voucher"),
}
"""What is shown of each kind of data, in this order."""

_HEADS: Final[Mapping[str, str]] = {
    "number": mark("No."),
    "connection_type": mark("Connection"),
    "people": mark("People"),
    "method": mark("How"),
    "old_receipt": mark("Old receipt"),
    "category": mark("Kind"),
    "voucher": mark("Voucher"),
}
"""Heads that are shorter than the names of their fields."""

_ALWAYS: Final = frozenset({"name", "owed", "ahead", "amount", "method", "category"})
"""Fields that are shown though the sheet has no column for them."""

_AMOUNTS: Final = frozenset({"owed", "ahead", "amount"})
_RIGHT: Final = _AMOUNTS | {"people"}
_BOLD: Final = _AMOUNTS | {"name", "payee"}
_FIRM: Final = frozenset({"on", "method", "voucher", "phone"})
_WRAPS: Final = frozenset(
    {"payee", "what", "category", "name", "zone", "connection_type", "status"}
)
"""Words that tell one row from another: they go on in the next line, and are not cut."""

_STATE: Final = 112
"""Pixels for "ready"; sentences take what is left, and are told in full below the table."""
_SAID: Final[Mapping[str, str]] = {
    "members": mark("from the remark"),
    "opening": mark("Nothing owed"),
    "expenses": mark("no voucher?"),
}
"""The longest that is said of a row that was understood."""

_AROUND, _LETTER = 46, 8
"""Pixels around such words, and of one of their letters."""

_MOST_LETTERS: Final = 120

Line = PreviewLine


class Shown(Struct, frozen=True, dict=True):
    """Puts the cells of one outcome into words."""

    outcome: Outcome
    currency: Currency
    tr: Translator
    amounts: Translator
    """Writes what members owe and paid, or dots in its place."""

    @cached_property
    def one_year(self) -> bool:
        """Whether all days lie in one year, which then need not be written each time."""
        days = self.outcome.days
        return days is not None and days[0].year == days[1].year

    @cached_property
    def _cents(self) -> frozenset[str]:
        """The fields of which one amount has cents: then all show them, and line up."""
        rows = [line.row for line in self.outcome.lines if line.row is not None]
        return frozenset(
            name
            for name in _AMOUNTS
            if any_cents([one for row in rows if (one := getattr(row, name, None)) is not None])
        )

    def columns(self) -> list[Column[Line]]:
        """Return the columns of the table with all rows."""
        held = self.outcome.rows.layout.fields
        names = [
            name
            for name in _FIELDS[self.outcome.draft.kind]
            if name in held or name in _ALWAYS or (name == "status" and "note" in held)
        ]
        number = Column[Line](
            self.tr.gettext("Row"), self._number, ink="ink2", key=lambda line: line.number
        )
        state = Column[Line](
            self.tr.gettext("Result"),
            self._told,
            state=self.state,
            stretch=1,
            width=self._state_width(),
            firm=True,
        )
        return [number, *map(self._column, names), state]

    def _state_width(self) -> int:
        """Return the pixels that what is said of an understood row needs."""
        said = _SAID.get(self.outcome.draft.kind)
        return max(_STATE, _AROUND + _LETTER * len(self.tr.gettext(said))) if said else _STATE

    def _column(self, name: str) -> Column[Line]:
        return Column[Line](
            self._head(name),
            lambda line: self.text(line, name),
            right=name in _RIGHT,
            bold=name in _BOLD,
            ink=lambda line: self._ink(line, name),
            firm=name in _FIRM,
            wraps=name in _WRAPS,
        )

    def _head(self, name: str) -> str:
        if name in _HEADS:
            return self.tr.gettext(_HEADS[name])
        return as_title(field_name(name, self.tr))

    def _number(self, line: Line) -> str:
        return str(line.number) if line.number == line.last else f"{line.number}–{line.last}"

    def _ink(self, line: Line, name: str) -> str:
        if any(problem.field == name for problem in line.problems):
            return "bad"
        return "ink" if line.row is not None else "ink2"

    def text(self, line: Line, name: str) -> str:
        """Write one cell: as it was understood, or else as it stands in the file."""
        if line.row is not None:
            return self._understood(line.row, name)
        if line.skipped is not None:
            return ""
        cells = self.outcome.seen.sheet.row(line.number)
        columns = self.outcome.rows.layout.fields.get(name, ())
        texts = (shown(cells[each.index]) for each in columns if each.index < len(cells))
        return plain(" ".join(texts))

    def _understood(self, row: Row, name: str) -> str:
        tr, value = self.tr, getattr(row, name, None)
        if name == "name" and not value and isinstance(row, PaymentRow | OpeningRow):
            return self.outcome.names.get(folded(row.number or ""), "")
        if name == "method" and isinstance(row, PaymentRow | ExpenseRow):
            return code_name(name, row.method or self.outcome.draft.without_method, tr)
        if name == "status" and isinstance(row, MemberRow):
            return code_name(name, row.stands, tr) if row.status or row.proposed else ""
        if name == "category" and isinstance(row, ExpenseRow):
            return code_name(name, row.category or row.proposed or "other", tr)
        if value is None:
            return ""
        if name in _AMOUNTS:
            return self.amounts.amount(value, name in self._cents)
        if name in ("on", "since"):
            return tr.day(value) if self.one_year else tr.short_date(value)
        if name in ("status", "connection_type"):
            return code_name(name, value, tr)
        return plain(str(value))

    def _told(self, line: Line) -> str:
        state = self.state(line)
        return state.words if state else ""

    def state(self, line: Line) -> State:
        """Say whether a row was understood, what is wrong in it, or why it is passed over."""
        tr = self.tr
        if line.skipped is not None:
            why = skipped_words(line.skipped, tr)
            text = plain(line.skipped.text)
            return cut_off(tr.about(why, text))
        if line.problems:
            return late(self.sentences(line)[0])
        if isinstance(line.row, OpeningRow) and not (line.row.owed or line.row.ahead):
            return cut_off(tr.gettext("Nothing owed"))
        if isinstance(line.row, MemberRow) and line.row.proposed:
            return question(tr.gettext("from the remark"))
        if isinstance(line.row, ExpenseRow) and not line.row.voucher:
            return question(tr.gettext("no voucher?"))
        return done(tr.gettext("ready"))

    def sentences(self, line: Line) -> list[str]:
        """Say all that is wrong in a row."""
        return [self.sentence(each) for each in line.problems]

    def problem_columns(self) -> list[Column[Problem]]:
        """Return the columns of the table with nothing but mistakes."""
        tr = self.tr
        return [
            Column[Problem](
                tr.gettext("Where"),
                lambda each: tr.gettext("Row {row}").format(row=each.row),
                ink="ink2",
                key=lambda each: each.row,
            ),
            Column[Problem](tr.gettext("Column"), lambda each: plain(each.header or each.letter)),
            Column[Problem](
                tr.gettext("It says"), lambda each: plain(each.text), bold=True, ink="bad"
            ),
            Column[Problem](
                tr.gettext("What is wrong"),
                lambda each: "",
                second=lambda each: late(self._wrong(each)),
                stretch=1,
                wraps=True,
            ),
        ]

    def sentence(self, problem: Problem) -> str:
        """Say what is wrong, and where."""
        return problem_sentence(problem, self.tr, self.currency)

    def _wrong(self, problem: Problem) -> str:
        return sentence(problem.error, self.tr, self.currency)


def plain(text: str) -> str:
    """Return a text on one line, and not endless."""
    one = " ".join(text[: 4 * _MOST_LETTERS].split())
    return one if len(one) <= _MOST_LETTERS else one[:_MOST_LETTERS] + "…"
