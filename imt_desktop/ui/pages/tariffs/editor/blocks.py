"""Blocks of a measured price as a small table: from where, up to where, at what price."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.charging.asked import BlockLine
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import FlowRow


class _Row(Struct, frozen=True):
    to: str
    price: str
    widget: QWidget


class Blocks(QWidget):
    """Each row goes on where the one above it ends; the last one is without end."""

    def __init__(self, parts: Parts, lines: Sequence[BlockLine]) -> None:
        super().__init__()
        self._parts = parts
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        tr = parts.form.desk.tr
        self.more = parts.button(tr.gettext("One more block"), self.add_block)
        self._column.addWidget(FlowRow([self.more]))
        for line in lines or (BlockLine(price=Decimal(0)),):
            self._add(line)

    def add_block(self) -> None:
        """Add a block under the others, with the cursor in it; in the one before if that has no end."""
        before = self._rows[-1]
        self._add(BlockLine(price=Decimal(0)))
        ends = self._parts.form.words_of(before.to)
        self._parts.form.fields[self._rows[-1].to if ends else before.to].editor.setFocus()
        self._parts.drop()

    def _add(self, line: BlockLine) -> None:
        parts, tr = self._parts, self._parts.form.desk.tr
        to, price = parts.name("to"), parts.name("price")
        fields = (
            parts.quantity(to, tr.gettext("Up to"), line.to, tr.gettext("empty: no end")),
            parts.amount(price, tr.gettext("Price of one"), line.price),
        )
        row: list[_Row] = []
        widget = parts.row(
            *fields, gone=lambda: self._gone(row[0]), says=tr.gettext("Take this block away")
        )
        row.append(_Row(to, price, widget))
        self._rows.append(row[0])
        self._column.insertWidget(self._column.count() - 1, widget)

    def _gone(self, row: _Row) -> None:
        if len(self._rows) > 1:
            self._rows.remove(row)
            row.widget.hide()
            row.widget.deleteLater()
            self._parts.drop(row.to, row.price)

    def names(self) -> list[str]:
        """Return the names of all fields."""
        return [name for row in self._rows for name in (row.to, row.price)]

    def lines(self, path: str) -> tuple[BlockLine, ...]:
        """Return what was typed."""
        return tuple(self._line(row, f"{path}/{n}") for n, row in enumerate(self._rows, 1))

    def _line(self, row: _Row, path: str) -> BlockLine:
        parts = self._parts
        for part in ("to", "from"):
            parts.at(f"{path}/{part}", row.to)
        to = parts.quantity_of(row.to)
        return BlockLine(to=to, price=parts.form.decimal_of(parts.at(f"{path}/price", row.price)))
