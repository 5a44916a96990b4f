"""The laptop is gone: from the newest copy over a day of receipts to days that are marked as rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.committee import handovers
from imt_desktop.committee.handovers import RebuiltRequest
from imt_desktop.journal import Reading
from imt_desktop.ledger.requests import named
from imt_desktop.oversight.rebuilding import Rebuilding, rebuilding
from imt_desktop.period import Period
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import Button, Hairline, IconLabel, State, Words
from imt_desktop.ui.widgets.states import done, not_yet


class Stage(Struct, frozen=True):
    """One step of the way: what it is, what to do, and where; whether the book says it is done."""

    title: str
    text: str
    do: str
    go: Callable[[], object]
    done: bool = False


class LostLaptop(Sheet):
    """Five steps; each leads to its page, and the sheet can be opened again at any time."""

    def __init__(self, page: QWidget, desk: Desk, found: Rebuilding) -> None:
        tr = desk.tr
        super().__init__(
            page,
            tr.gettext("The laptop is gone"),
            tr.gettext(
                "Nothing is lost that stands on paper in people's hands. Go step by step, with two "
                "officers; this list can be opened again at any time."
            ),
            wide=680,
        )
        self._page, self._desk = page, desk
        self.buttons_of: list[Button] = []
        stages = self._stages(found)
        for number, stage in enumerate(stages, 1):
            if number > 1:
                self.add(Hairline())
            self.add(self._row(number, stage))
        self.buttons_of[next(at for at, stage in enumerate(stages) if not stage.done)].setFocus()
        self._close = Button(tr.gettext("Close"), key="Esc", listen=False)
        self.add_button(self._close).clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _stages(self, found: Rebuilding) -> tuple[Stage, ...]:
        tr, go = self._desk.tr, self._go
        known = found.known_until if found.restored else None
        since = tr.gettext("the day of the copy")
        since = tr.date(known) if known else since
        rebuilt = tr.parts(
            tr.gettext("{first} to {last}").format(first=tr.date(first), last=tr.date(last))
            for first, last in found.rebuilt[:3]
        )
        return (
            Stage(
                tr.gettext("Bring the newest copy back"),
                tr.gettext(
                    "Ask who has one: the chair's stick, the supporting office, another laptop. "
                    "“Compare” tells which of two is newer."
                ),
                tr.gettext("Copies"), lambda: go("copies"), found.restored is not None,
            ),
            Stage(
                tr.gettext("Hold a “bring your receipts” day"),
                tr.gettext(
                    "Announce it on the wall and at the assembly: whoever paid after {day} brings the "
                    "receipt. Under “Check a paper” its code tells whether the book has it."
                ).format(day=since),
                tr.gettext("Check"), lambda: go("check-paper"),
            ),
            Stage(
                tr.gettext("Enter what the book lacks"),
                tr.gettext(
                    "Each receipt with the number that stands on it, under “Number on the paper pad”; "
                    "then the expenses from their vouchers and the bank's paper."
                ),
                tr.gettext("Receive"), lambda: go("receive"),
            ),
            Stage(
                tr.gettext("Mark those days as rebuilt"),
                rebuilt
                or tr.gettext("Every paper about these days then says that it was put together again."),
                tr.gettext("Mark"), self._mark, bool(found.rebuilt),
            ),
            Stage(
                tr.gettext("Hand the post over, if the officer is gone too"),
                tr.gettext("Choose the officer in the list and press “Hand over”."),
                tr.gettext("Officers"), lambda: go("settings", "officers"),
            ),
        )  # fmt: skip

    def _row(self, number: int, stage: Stage) -> QWidget:
        tr = self._desk.tr
        state: State = done(tr.gettext("Done")) if stage.done else not_yet(tr.gettext("To do"))
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(f"{tr.number(number)}. {stage.title}", "strong", wrap=True))
        words.addWidget(Words(stage.text, "second", wrap=True))
        button = Button(stage.do, size="row")
        button.setAutoDefault(False)
        button.clicked.connect(stage.go)
        self.buttons_of.append(button)
        cells = QGridLayout(row)
        cells.setContentsMargins(0, 2, 0, 2)
        cells.setHorizontalSpacing(12)
        cells.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        cells.addWidget(IconLabel(state.shape, state.ink, 20, state.words), 0, 0, top)
        cells.addLayout(words, 0, 1)
        cells.addWidget(button, 0, 2, top)
        row.setAccessibleName(f"{stage.title}, {stage.text}, {state.words}")
        return row

    def _go(self, page: str, what: object = None) -> None:
        self.accept()
        self._desk.go.emit(page, what)

    def _mark(self) -> None:
        self.accept()
        mark_days(self._page, self._desk)


def show_lost_laptop(page: QWidget, desk: Desk) -> None:
    """Show the way, as far as the book knows it."""
    desk.read(rebuilding, guarded(page, lambda found: LostLaptop(page, desk, found).open()))


def mark_days(page: QWidget, desk: Desk) -> None:
    """Ask which days were put together again; the copy's last day is offered as the first."""

    def show(found: Rebuilding) -> None:
        RebuiltForm(page, desk, found).open()

    desk.read(_read, guarded(page, show))


def _read(book: Reading) -> Rebuilding:
    return rebuilding(book)


class RebuiltForm(Form):
    """Gathers which days, why, and from what."""

    def __init__(self, page: QWidget, desk: Desk, found: Rebuilding) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Which days were put together again?"),
            tr.gettext("Mark them"),
            tr.gettext("Every paper about them says so from now on. Two officers sign."),
        )
        begins: date = found.known_until if found.restored and found.known_until else desk.today
        self.row(
            self.day("first", tr.pgettext("first day", "From"), begins),
            self.day("last", tr.pgettext("last day", "To"), desk.today),
        )
        self.row(self.line("reason", tr.gettext("Why?"), hint=tr.gettext("the laptop was stolen")))
        self.row(
            self.line(
                "sources", tr.gettext("From what?"), tr.gettext("receipts, vouchers"),
                tr.gettext("also the bank's paper, the notice on the wall"),
            )
        )  # fmt: skip
        self.asks(
            self._request, handovers.mark_rebuilt, EVERYTHING,
            tr.gettext("The days are marked as rebuilt."),
        )  # fmt: skip

    def _request(self) -> RebuiltRequest:
        first, last = self.day_of("first"), self.day_of("last")
        with named("last"):
            Period(first, last)
        return RebuiltRequest(
            first=first, last=last, reason=self.words_of("reason"),
            sources=self.words_of("sources"),
        )  # fmt: skip
