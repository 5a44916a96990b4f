"""What else a tariff may say: rounding, late payment, fines, labour days, charges that are made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.charging import asked
from imt_desktop.ledger.charging.terms import ONE_OFFS
from imt_desktop.ledger.tariffs import TariffRequest
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import Card, Choice, FlowRow, LabelledField
from imt_desktop.wording.states import item_words

ALL = ""
"""All types that are not named."""


class _Line(Struct, frozen=True):
    """A line that was added: its kind, its row, and the names of its fields by those of the request."""

    kind: str
    widget: QWidget
    names: dict[str, str]


class OtherParts(Card):
    """Each kind is added with a button; only a charge that is made once may be there several times."""

    def __init__(self, parts: Parts, wanted: TariffRequest, types: Sequence[Choice]) -> None:
        tr = parts.form.desk.tr
        super().__init__(tr.gettext("What else it says"))
        self._parts, self._types = parts, types
        self._lines: list[_Line] = []
        self._buttons = {
            "round": parts.button(tr.gettext("Rounding"), lambda: self._begin("round")),
            "late": parts.button(tr.gettext("Late payment"), lambda: self._begin("late")),
            "fines": parts.button(tr.gettext("Fines"), lambda: self._begin("fines")),
            "labour": parts.button(tr.gettext("Labour days"), lambda: self._begin("labour")),
            "one_off": parts.button(
                tr.gettext("A charge made once"), lambda: self._begin("one_off")
            ),
        }
        self._adding = FlowRow(list(self._buttons.values()))
        self.add(self._adding)
        self._fill(wanted)

    def _fill(self, wanted: TariffRequest) -> None:
        if wanted.round is not None:
            self._round(wanted.round)
        if wanted.late is not None:
            self._late(wanted.late)
        if wanted.fines is not None:
            self._fines(wanted.fines)
        if wanted.labour is not None:
            self._labour(wanted.labour)
        for one in wanted.one_offs:
            self._one_off(one)
        self._offer()

    def _offer(self) -> None:
        there = {line.kind for line in self._lines}
        for kind, button in self._buttons.items():
            button.setVisible(kind == "one_off" or kind not in there)
        self._parts.drop()

    def _begin(self, kind: str) -> None:
        nothing = Decimal(0)
        lays: dict[str, Callable[[], object]] = {
            "round": lambda: self._round(asked.RoundLine(to=nothing)),
            "late": lambda: self._late(asked.LateLine()),
            "fines": lambda: self._fines(asked.FinesLine()),
            "labour": lambda: self._labour(asked.LabourLine(value=nothing)),
            "one_off": lambda: self._one_off(asked.OneOffLine(item=ONE_OFFS[0], amount=nothing)),
        }
        lays[kind]()
        self._offer()
        first = next(iter(self._lines[-1].names.values()))
        self._parts.form.fields[first].editor.setFocus()

    def _lay(self, kind: str, names: dict[str, str], fields: Sequence[LabelledField]) -> None:
        tr = self._parts.form.desk.tr
        made: list[_Line] = []
        widget = self._parts.row(
            *fields, gone=lambda: self._gone(made[0]), says=tr.gettext("Take this away")
        )
        made.append(_Line(kind, widget, names))
        self._lines.append(made[0])
        self.body.insertWidget(self.body.indexOf(self._adding), widget)
        widget.show()

    def _gone(self, line: _Line) -> None:
        self._lines.remove(line)
        line.widget.hide()
        line.widget.deleteLater()
        self._parts.drop(*line.names.values())
        self._offer()

    def _names(self, *fields: str) -> dict[str, str]:
        return {field: self._parts.name(field) for field in fields}

    # The kinds

    def _round(self, line: asked.RoundLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        names = self._names("to", "how")
        ways = [
            Choice(tr.gettext("to the nearest"), "nearest"),
            Choice(tr.gettext("always up"), "up"),
            Choice(tr.gettext("always down"), "down"),
        ]
        fields = (
            parts.amount(names["to"], tr.gettext("Bills are rounded to"), line.to),
            parts.choice(names["how"], tr.gettext("How"), ways, line.how),
        )
        self._lay("round", names, fields)

    def _late(self, line: asked.LateLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        names = self._names("amount", "percent", "grace_days", "ceiling")
        days = parts.written(Decimal(line.grace_days))
        fields = (
            parts.amount(names["amount"], tr.gettext("Paying late costs"), line.amount),
            parts.quantity(names["percent"], tr.gettext("or"), line.percent, "%"),
            parts.line(names["grace_days"], tr.gettext("Days of grace"), days),
            parts.amount(names["ceiling"], tr.gettext("At most, a bill"), line.ceiling),
        )
        self._lay("late", names, fields)

    def _fines(self, line: asked.FinesLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        names = self._names("assembly", "labour_day")
        fields = (
            parts.amount(names["assembly"], tr.gettext("Absent from an assembly"), line.assembly),
            parts.amount(
                names["labour_day"], tr.gettext("Absent from a labour day"), line.labour_day
            ),
        )
        self._lay("fines", names, fields)

    def _labour(self, line: asked.LabourLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        names = self._names("days", "value")
        days = parts.written(Decimal(line.days))
        fields = (
            parts.line(names["days"], tr.gettext("Labour days a year"), days),
            parts.amount(names["value"], tr.gettext("A day is worth"), line.value),
        )
        self._lay("labour", names, fields)

    def _one_off(self, line: asked.OneOffLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        names = self._names(
            "item", "amount", "connection_type", "instalments", "first", "arrears_percent"
        )
        items = [Choice(item_words(code, None, tr), code) for code in ONE_OFFS]
        types = [Choice(tr.gettext("all types"), ALL), *self._types]
        many = str(line.instalments) if line.instalments > 1 else ""
        fields = (
            parts.choice(names["item"], tr.gettext("Charged once"), items, line.item),
            parts.amount(names["amount"], tr.gettext("Amount"), line.amount),
            parts.choice(names["connection_type"], tr.gettext("For"), types, line.connection_type),
            parts.line(names["instalments"], tr.gettext("Instalments"), many),
            parts.amount(names["first"], tr.gettext("The first one"), line.first),
            parts.quantity(
                names["arrears_percent"], tr.gettext("Debt paid first"),
                line.arrears_percent, "%",
            ),
        )  # fmt: skip
        self._lay("one_off", names, fields)

    # Reading

    def _one(self, kind: str, path: str = "") -> dict[str, str] | None:
        """Return the names of a kind's fields, where it is there."""
        for line in self._lines:
            if line.kind == kind:
                return self._placed(line, path or kind)
        return None

    def _placed(self, line: _Line, path: str) -> dict[str, str]:
        for field, name in line.names.items():
            self._parts.at(f"{path}/{field}", name)
        return line.names

    def rounding(self) -> asked.RoundLine | None:
        """Return to which sum bills are rounded."""
        names, form = self._one("round"), self._parts.form
        if names is None:
            return None
        return asked.RoundLine(to=form.decimal_of(names["to"]), how=form.value_of(names["how"]))

    def late(self) -> asked.LateLine | None:
        """Return what paying late costs."""
        names, parts = self._one("late"), self._parts
        if names is None:
            return None
        return asked.LateLine(
            amount=parts.amount_of(names["amount"]),
            percent=parts.quantity_of(names["percent"]),
            grace_days=parts.form.whole_of(names["grace_days"]) or 0,
            ceiling=parts.amount_of(names["ceiling"]),
        )

    def fines(self) -> asked.FinesLine | None:
        """Return what absences cost."""
        names, parts = self._one("fines"), self._parts
        if names is None:
            return None
        return asked.FinesLine(
            assembly=parts.amount_of(names["assembly"]) or Decimal(0),
            labour_day=parts.amount_of(names["labour_day"]) or Decimal(0),
        )

    def labour(self) -> asked.LabourLine | None:
        """Return how many labour days there are, and what one is worth."""
        names, form = self._one("labour"), self._parts.form
        if names is None:
            return None
        return asked.LabourLine(
            days=form.whole_of(names["days"]) or 0, value=form.decimal_of(names["value"])
        )

    def one_offs(self) -> tuple[asked.OneOffLine, ...]:
        """Return what is charged once."""
        lines = [line for line in self._lines if line.kind == "one_off"]
        return tuple(
            self._one_off_line(self._placed(line, f"one_offs/{n}"))
            for n, line in enumerate(lines, 1)
        )

    def _one_off_line(self, names: dict[str, str]) -> asked.OneOffLine:
        parts, form = self._parts, self._parts.form
        return asked.OneOffLine(
            item=form.value_of(names["item"]),
            amount=form.decimal_of(names["amount"]),
            connection_type=form.value_of(names["connection_type"]),
            instalments=form.whole_of(names["instalments"]) or 1,
            first=parts.amount_of(names["first"]),
            arrears_percent=parts.quantity_of(names["arrears_percent"]),
        )
