"""Steps 3 to 6: from a list is drawn by lot, and every thing that was drawn is looked at.

The list is fixed and its code read out before the dice are thrown; so nobody can choose a list to fit
a number, and anybody can draw again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.community.audit.auditing import CheckLine
from imt_desktop.community.audit.drawing import Lot
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import in_fours
from imt_desktop.money import Money
from imt_desktop.oversight.sampling import Drawable, drawable, lot, paid
from imt_desktop.period import Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit import checking
from imt_desktop.ui.pages.audit.drawn import DrawnTable, Row
from imt_desktop.ui.pages.audit.look import DRAWN_AT, AuditLook
from imt_desktop.ui.pages.audit.names import results_of
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import (
    Button,
    Card,
    CodeWords,
    EvenRow,
    FlowRow,
    IconLabel,
    Words,
    shortened,
)
from imt_desktop.wording.community import list_words

MOST_DICE = 12
"""Dice that are drawn as dice; more of them as digits."""


class Listing(Struct, frozen=True):
    """The list of a step: how many lines it has today, and those that were drawn."""

    count: int
    usual: int
    rows: tuple[Row, ...]
    facts: Any = None
    """What else the step shows."""


def read_list(book: Reading, look: AuditLook, step: str, tr: Translator) -> Listing:
    """Read the list of a step; runs off the window's thread."""
    what, period = DRAWN_AT[step], look.period
    found: Lot = lot(book, what, period)
    usual = len(found.items) if what == "cancelled" else found.usual_size
    sample = look.sample(what)
    if sample is None:
        return Listing(len(found.items), usual, ())
    drawn, results = set(sample.drawn), look.results(what)
    sums = paid(book, period) if what == "households" else {}
    nothing = (0, Money(0, book.currency))
    rows = []
    for one in drawable(book, what, period):
        if one.item not in drawn:
            continue
        times, amount = sums.get(one.item, nothing)
        shows = amount if what == "households" else one.amount
        rows.append(
            Row(
                item=one.item,
                number=(one.voucher or "–") if what == "vouchers" else one.item,
                who=shortened(one.who or "–", 80),
                day=tr.short_date(one.on) if one.on else "",
                amount=shows,
                says=_SAYS[what](one, times, tr) if what in _SAYS else "",
                check=results.get(one.item),
            )
        )
    return Listing(len(found.items), usual, tuple(rows))


def _household(one: Drawable, times: int, tr: Translator) -> str:
    parts = [tr.ngettext("{n} receipt", "{n} receipts", times).format(n=tr.number(times))]
    if one.amount:
        parts.append(tr.gettext("owes {amount}").format(amount=tr.amount(one.amount)))
    return ", ".join(parts)


def _expense(one: Drawable, _times: int, tr: Translator) -> str:
    entry = tr.gettext("entry {n}").format(n=one.item.split("/", 1)[0])
    return " · ".join(filter(None, (shortened(one.text, 80), entry)))


def _receipt(one: Drawable, _times: int, tr: Translator) -> str:
    return tr.gettext("paid by {name}").format(name=shortened(one.text, 80)) if one.text else ""


_SAYS: Final = {
    "households": _household, "vouchers": _expense, "receipts": _receipt, "cancelled": _receipt,
}  # fmt: skip
"""What else whoever checks a line has to know."""


class DrawingView(StepView):
    """What all four share: fix, read the code out, throw, look."""

    step = ""

    def __init__(self, desk: Desk, question: str, explained: str, drawing: str) -> None:
        super().__init__(desk, question, explained, drawing)
        tr = desk.tr
        self.what = DRAWN_AT[self.step]
        amount = tr.gettext("Paid") if self.what == "households" else tr.symbol(desk.currency)
        self.fix = Button(tr.gettext("Fix the list"), icon="lock", key="Ctrl+L")
        self.draw = Button(tr.gettext("Draw by lot"), icon="dice-5", key="Ctrl+L")
        self.table = DrawnTable(desk, amount, results_of(self.what))
        self._count = self._usual = 0
        self._fresh = False
        self.column.addWidget(self.table, 1)
        self.table.hide()
        self.fix.clicked.connect(self._fix)
        self.draw.clicked.connect(self.throw)
        self.table.marked.connect(self._mark)
        self.table.noting.connect(lambda row: self.note(row, ""))
        self.table.telling.connect(self._tell)

    def show_step(self, look: AuditLook, found: Listing) -> None:
        """Show the list as far as it is; the table stays, so that the row keeps its place."""
        works = self.has_keys()
        self._keep()
        self._count, self._usual = found.count, found.usual
        self.stretch = 1 if look.sample(self.what) is None else 0
        super().show_step(look, found)
        self.table.setVisible(self.drawn)
        if self.drawn:
            self.table.show_rows(found.rows, look.open)
            if self._fresh:
                self.table.next_one()
        self._fresh = False
        if works:
            self.take_keys()

    @property
    def drawn(self) -> bool:
        """Whether something was drawn from the list."""
        return self.look is not None and self.look.sample(self.what) is not None

    def take_keys(self) -> None:
        """Let what is typed go to what was drawn, else to the button that comes next."""
        if self.drawn:
            self.table.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for button in (self.draw, self.fix):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        """Take what stays out of the body before that goes."""
        for part in (self.fix, self.draw):
            part.hide()
            part.setParent(self)

    def parts(self, look: AuditLook, found: Listing) -> Sequence[QWidget]:
        """Show what is to be done next with the list, or what was drawn."""
        parts = [*self.facts(look, found)]
        if not found.count and look.sample(self.what) is None:
            return [*parts, self._nothing()]
        sample = look.sample(self.what)
        if sample is not None:
            return [*parts, self._dice(sample.seed, len(sample.drawn), look)]
        if look.open:
            parts.append(self._to_draw(look))
        return parts

    def facts(self, look: AuditLook, found: Listing) -> Sequence[QWidget]:
        """Return what the step shows beside its list."""
        return ()

    def beside_dice(self, look: AuditLook) -> Sequence[QWidget]:
        """Return what stands beside the dice of what was drawn."""
        return ()

    def carry(self) -> Button:
        """Lead to the paper with the codes of the lists, and the households once they are drawn."""
        button = Button(self.desk.tr.gettext("Print"), icon="printer")
        button.clicked.connect(self._to_paper)
        return button

    def _to_paper(self) -> None:
        self.going.emit("notices", Wish("house-visits"))

    def _nothing(self) -> QWidget:
        return Words(self.nothing_to_draw(), "body", wrap=True)

    def nothing_to_draw(self) -> str:
        """Say that the list of this step is empty."""
        return self.desk.tr.gettext("There is nothing in this list to draw from.")

    def _to_draw(self, look: AuditLook) -> QWidget:
        tr, listed = self.desk.tr, look.listed(self.what)
        title = tr.gettext("{what}: {n} in the list").format(
            what=list_words(self.what, tr), n=tr.number(listed.count if listed else self._count)
        )
        card = Card(title)
        if listed is None:
            words = tr.gettext(
                "First the list is fixed and gets a code; only then the dice are thrown. So nobody "
                "can choose a list to fit the dice."
            )
            card.add(Words(words, "body", wrap=True))
            card.add(FlowRow([self.fix]))
            self.fix.show()
            return card
        words = tr.gettext("Read this code out and write it on the board. Then throw the dice.")
        card.add(Words(words, "body", wrap=True))
        card.add(CodeWords(listed.code))
        card.add(FlowRow([self.draw, self.carry()]))
        self.draw.show()
        return card

    def _dice(self, seed: str, drawn: int, look: AuditLook) -> QWidget:
        tr, listed = self.desk.tr, look.listed(self.what)
        assert listed is not None
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        if len(seed) <= MOST_DICE and set(seed) <= set("123456"):
            for digit in seed:
                row.addWidget(IconLabel(f"dice-{digit}", "teal", 32))
        said = QWidget()
        lines = QHBoxLayout(said)
        lines.setContentsMargins(8, 0, 0, 0)
        thrown = tr.gettext("The dice gave {seed}; drawn: {n} of {all}; code of the list {code}")
        words = thrown.format(
            seed=" ".join(seed) if len(seed) <= MOST_DICE else seed, n=tr.number(drawn),
            all=tr.number(listed.count), code=in_fours(listed.code),
        )  # fmt: skip
        lines.addWidget(Words(words, "second", wrap=True), 1)
        row.addWidget(said, 1)
        for part in self.beside_dice(look):
            row.addWidget(part)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        card.add(holder)
        return card

    # Doing

    def _fix(self) -> None:
        self.take_keys()
        if self.look is not None and self.look.audit is not None:
            checking.fix_list(self, self.desk, self.look.audit.id, self.what)

    def throw(self) -> None:
        """Ask what the dice gave."""
        look = self.look
        if look is None or look.audit is None or (listed := look.listed(self.what)) is None:
            return
        self.take_keys()  # Ctrl+L was typed elsewhere: what is drawn gets the keys
        checking.draw(self, self.desk, look.audit.id, self.what, listed.count, self._usual)

    def _mark(self, row: Row, result: str) -> None:
        assert self.look is not None and self.look.audit is not None
        if result == checking.DIFFERS:
            form = self.note(row, result)
            if form is not None:
                form.accepted.connect(self._go_on)
            return
        self._go_on()
        words = row.check.words if row.check else ""
        line = CheckLine(what=self.what, item=row.item, result=result, words=words)
        checking.write(self, self.desk, self.look.audit.id, line)

    def _go_on(self) -> None:
        """Choose the next row as soon as this one is written down, whatever was seen."""
        self._fresh = True

    def note(self, row: Row, result: str) -> Form | None:
        """Write a check down with words."""
        look = self.look
        if look is None or look.audit is None or not look.open:
            return None
        tr = self.desk.tr
        title = tr.about(tr.gettext("No. {number}").format(number=row.number), row.who)
        kept = row.check.result if row.check else "agrees"
        return checking.write_with_words(
            self, self.desk, look.audit.id, self.what, row.item, shortened(title, 120), row.amount,
            row.check, result or kept,
        )  # fmt: skip

    def _tell(self, row: Row) -> None:
        """Begin a finding with what was seen; a household is named by its number alone."""
        seen = self.table.table.rows_model.columns[-1].spoken(row)
        words = f"{list_words(self.what, self.desk.tr)}, {row.number}: {seen}."
        note = row.check.words if row.check else ""
        self.finding.emit(" ".join(filter(None, (words, note))))


def entries_of(period: Period, kind: str) -> TrailWish:
    """Wish for the entries of a kind in a period: what a figure is made of."""
    return TrailWish(kind=kind, first=period.first, last=period.last)


def facts_row(*facts: QWidget) -> QWidget:
    """Lay facts beside each other."""
    return EvenRow(list(facts))
