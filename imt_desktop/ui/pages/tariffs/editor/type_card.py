"""One type of connection: what is charged, line by line, and the same in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import capital
from imt_desktop.ledger.charging.asked import EachLine, TypeLine
from imt_desktop.ledger.charging.terms import COUNTED, MEASURED, Terms
from imt_desktop.ledger.charging.understood import types_of
from imt_desktop.ui.pages.tariffs.editor.blocks import Blocks
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import Card, Choice, EvenRow, FlowRow, IconButton, Words, shortened
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.wording.kinds import CONNECTIONS, connection_name
from imt_desktop.wording.tariffs import terms_words, unit_words

OWN = ""
"""Stands for a type in the committee's own words."""


class _Each(Struct, frozen=True):
    unit: str
    price: str
    widget: QWidget


class TypeCard(Card):
    """Lines are added by their kind; each can be taken away again."""

    def __init__(
        self,
        parts: Parts,
        line: TypeLine,
        known: Sequence[str],
        gone: Callable[[TypeCard], object],
    ) -> None:
        self._parts, self._tr = parts, parts.form.desk.tr
        tr, code = self._tr, line.connection_type
        self._code = code
        super().__init__(shortened(self._called(code), 48) if code else tr.gettext("Another type"))
        self._every = "month"
        self._kind = self._own = self._fixed = self._unit = self._included = ""
        self._fixed_row: QWidget | None = None
        self._measured: QWidget | None = None
        self._blocks: Blocks | None = None
        self._each: list[_Each] = []
        if not code:
            self._ask_type(known)
        cross = IconButton("x", tr.gettext("Take this type away"))
        cross.setProperty(INNER, True)
        cross.setAutoDefault(False)
        cross.clicked.connect(lambda: gone(self))
        self.head.addWidget(cross)
        self.said = Words("", "strong", wrap=True)
        self.add_fixed_button = parts.button(tr.gettext("Fixed fee"), lambda: self._begin_fixed())
        self.add_meter_button = parts.button(
            tr.gettext("By the meter"), lambda: self._begin_meter()
        )
        self.add_each_button = parts.button(
            tr.gettext("For each person, tap, plot …"), lambda: self._begin_each()
        )
        self._adding = FlowRow([self.add_fixed_button, self.add_meter_button, self.add_each_button])
        self.add(self._adding)
        self.add(self.said)
        self._fill(line)

    def _called(self, code: str) -> str:
        return capital(connection_name(code, {}, self._tr))

    def _ask_type(self, known: Sequence[str]) -> None:
        parts, tr = self._parts, self._tr
        codes = [code for code in CONNECTIONS if code not in known]
        choices = [Choice(self._called(code), code) for code in codes]
        choices.append(Choice(tr.gettext("Another type, in your own words"), OWN))
        self._kind, self._own = parts.name("type"), parts.name("own")
        kind = parts.choice(self._kind, tr.gettext("Type of connection"), choices)
        own = parts.line(self._own, tr.gettext("Name of the type"))
        own.setVisible(codes == [])
        parts.form.fields.when(self._kind, lambda code: own.setVisible(code == OWN))
        self.add(EvenRow([kind, own], most=2))

    def _fill(self, line: TypeLine) -> None:
        nothing = line == TypeLine(connection_type=line.connection_type)
        if line.fixed or line.included or (nothing and line.connection_type):
            self._lay_fixed(line.fixed)
        if line.unit or line.blocks:
            self._lay_meter(line)
        for one in line.each:
            self._lay_each(one)
        self._offer()

    # Lines that come and go

    def _put(self, widget: QWidget) -> None:
        self.body.insertWidget(self.body.indexOf(self._adding), widget)
        widget.show()

    def _offer(self) -> None:
        """Offer the kinds of lines that are not there yet."""
        self.add_fixed_button.setVisible(not self._fixed)
        self.add_meter_button.setVisible(self._blocks is None)
        self.add_each_button.setVisible(len(self._each) < len(COUNTED))
        self._parts.drop()

    def _begin_fixed(self) -> None:
        self._lay_fixed(Decimal(0))
        self._offer()
        self._parts.form.fields[self._fixed].editor.setFocus()

    def _lay_fixed(self, amount: Decimal) -> None:
        tr = self._tr
        self._fixed = self._parts.name("fixed")
        field = self._parts.amount(self._fixed, tr.gettext("Fixed fee"), amount)
        self._fixed_row = self._parts.row(
            field, gone=self._fixed_gone, says=tr.gettext("Take the fixed fee away")
        )
        self._put(self._fixed_row)

    def _fixed_gone(self) -> None:
        name, self._fixed = self._fixed, ""
        _take(self._fixed_row)
        self._parts.drop(name)
        self._offer()

    def _begin_meter(self) -> None:
        self._lay_meter(TypeLine(connection_type="", unit="m3"))
        self._offer()
        self._parts.form.fields[self._included].editor.setFocus()

    def _lay_meter(self, line: TypeLine) -> None:
        parts, tr = self._parts, self._tr
        self._unit, self._included = parts.name("unit"), parts.name("included")
        units = [Choice(unit_words(code, tr), code) for code in MEASURED]
        fields = (
            parts.choice(self._unit, tr.gettext("Measured in"), units, line.unit or MEASURED[0]),
            parts.quantity(
                self._included, tr.gettext("In the fixed fee"), line.included,
                tr.gettext("the minimum"),
            ),
        )  # fmt: skip
        self._blocks = Blocks(parts, line.blocks)
        measured = Card(ground="card")
        measured.add(
            parts.row(
                *fields, gone=self._meter_gone, says=tr.gettext("Take the measured price away")
            )
        )
        measured.add(self._blocks)
        self._measured = measured
        self._put(measured)

    def _meter_gone(self) -> None:
        assert self._blocks is not None
        names = (self._unit, self._included, *self._blocks.names())
        self._unit = self._included = ""
        self._blocks = None
        _take(self._measured)
        self._parts.drop(*names)
        self._offer()

    def _begin_each(self) -> None:
        taken = {self._parts.form.value_of(one.unit) for one in self._each}
        unit = next(code for code in COUNTED if code not in taken)
        self._lay_each(EachLine(unit=unit, price=Decimal(0)))
        self._offer()
        self._parts.form.fields[self._each[-1].unit].editor.setFocus()

    def _lay_each(self, line: EachLine) -> None:
        parts, tr = self._parts, self._tr
        unit, price = parts.name("each"), parts.name("price")
        units = [Choice(unit_words(code, tr), code) for code in COUNTED]
        fields = (
            parts.choice(unit, tr.gettext("For each of the"), units, line.unit),
            parts.amount(price, tr.gettext("Price of one"), line.price),
        )
        row: list[_Each] = []
        widget = parts.row(
            *fields, gone=lambda: self._each_gone(row[0]), says=tr.gettext("Take this away")
        )
        row.append(_Each(unit, price, widget))
        self._each.append(row[0])
        self._put(widget)

    def _each_gone(self, row: _Each) -> None:
        self._each.remove(row)
        _take(row.widget)
        self._parts.drop(row.unit, row.price)
        self._offer()

    # Reading

    @property
    def code(self) -> str:
        """The type that it is about."""
        if self._code:
            return self._code
        form = self._parts.form
        return str(form.value_of(self._kind) or form.words_of(self._own))

    def type_name(self) -> str:
        """Name the type."""
        return self._called(self.code) or self._tr.gettext("Another type")

    def line(self, number: int) -> TypeLine:
        """Return what was typed, as the ``number``-th type of the request."""
        parts, path = self._parts, f"types/{number}"
        if self._kind:
            own = parts.form.value_of(self._kind) == OWN
            parts.at(f"{path}/connection_type", self._own if own else self._kind)
        for part, name in (
            ("fixed", self._fixed),
            ("unit", self._unit),
            ("included", self._included),
        ):
            if name:
                parts.at(f"{path}/{part}", name)
        included = parts.quantity_of(self._included) if self._included else None
        return TypeLine(
            connection_type=self.code,
            fixed=(parts.amount_of(self._fixed) if self._fixed else None) or Decimal(0),
            unit=parts.form.value_of(self._unit) if self._unit else "",
            included=included or Decimal(0),
            blocks=self._blocks.lines(f"{path}/blocks") if self._blocks is not None else (),
            each=tuple(
                self._each_line(one, f"{path}/each/{n}") for n, one in enumerate(self._each, 1)
            ),
        )

    def _each_line(self, one: _Each, path: str) -> EachLine:
        parts = self._parts
        return EachLine(
            unit=parts.form.value_of(parts.at(f"{path}/unit", one.unit)),
            price=parts.form.decimal_of(parts.at(f"{path}/price", one.price)),
        )

    def read(self, number: int, every: str) -> Terms | None:
        """Say in a sentence what was typed, or what is wrong with it; return it where it is right."""
        form = self._parts.form
        line = self.line(number)
        typed = form.fields.mistakes()
        try:
            if typed:
                raise typed[0]
            (terms,) = types_of(form.desk.currency, (line,))
        except UserError as error:
            self._tell_mistake(error, number)
            return None
        self.said.set_words(capital(terms_words(terms, every, self._tr, form.desk.currency)))
        return terms

    def _tell_mistake(self, error: UserError, number: int) -> None:
        """Say it beside its field where something is typed there: nothing is wrong with a field to come."""
        form = self._parts.form
        path = (error.field or "").replace("types/1/", f"types/{number}/", 1)
        name = self._parts.field_of(path) or error.field or ""
        field = form.fields.get(name)
        typed = field is not None and getattr(field.editor, "text", lambda: "x")()
        if field is not None and typed:
            field.set_error(form.desk.sentence(error))
        self.said.set_words("")

    def names(self) -> list[str]:
        """Return the names of all its fields."""
        blocks = self._blocks.names() if self._blocks is not None else []
        each = [name for one in self._each for name in (one.unit, one.price)]
        own = (self._kind, self._own, self._fixed, self._unit, self._included)
        return [*filter(None, own), *blocks, *each]


def _take(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
