"""Who did not come, and who worked: ticked in a list for many at once, or for one member."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.billing import BillRequest, bill_one
from imt_desktop.ledger.charging.absences import (
    GATHERINGS,
    AbsencesRequest,
    noted_absent,
)
from imt_desktop.ledger.charging.entries import LabourGiven
from imt_desktop.ledger.charging.errors import QuantityError
from imt_desktop.ledger.charging.labour import (
    LabourLine,
    LabourRequest,
    give_labour,
    value_of_day,
)
from imt_desktop.ledger.register import MemberRow, card, members
from imt_desktop.money import Money
from imt_desktop.oversight.meetings import note_absences
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.ticking import TickMembers
from imt_desktop.ui.widgets import AmountEdit, Choice, shortened

NOTED = Changes(balances=True, members=True)


def who_was_absent(page: QWidget, desk: Desk) -> None:
    """Tick who did not come to an assembly or a labour day."""
    desk.read(members, guarded(page, lambda rows: absences(page, desk, rows)))


def who_worked(page: QWidget, desk: Desk) -> None:
    """Tick who worked on a labour day."""
    desk.read(members, guarded(page, lambda rows: labour(page, desk, rows)))


class Missed(Struct, frozen=True):
    """An assembly that was held: its day, and who was not ticked among those who came."""

    on: date
    members: tuple[str, ...]
    came: int = 0
    """How many were counted."""
    ticked: int = 0
    """How many were ticked among those who came; where fewer than counted, nobody knows who was absent."""


def absences(
    page: QWidget,
    desk: Desk,
    rows: Sequence[MemberRow],
    only: MemberRow | None = None,
    missed: Missed | None = None,
) -> Form:
    """Write absences down; the fines come with the next bills. ``only`` is the one who was absent.

    Where it is known who ``missed`` an assembly, they are ticked to begin with.
    """
    tr = desk.tr
    title = tr.gettext("Who was absent?")
    if only is not None:
        title = tr.gettext("{name} was absent").format(name=shortened(only.name, 60))
    form = Form(
        page, desk, title, tr.gettext("Write it down"),
        tr.gettext(
            "Nobody is fined now: the fines that the water price says come with the next bills, and"
            " who is freed from them pays none."
        ),
        wide=640,
    )  # fmt: skip
    form.row(
        form.choice(
            "what", tr.gettext("From what?"), [Choice(_gathering(w, tr), w) for w in GATHERINGS]
        ),
        form.day("on", tr.gettext("Day"), missed.on if missed else None),
    )
    if missed is not None and 0 < missed.ticked < missed.came:
        form.note(
            tr.gettext(
                "{came} were counted, but only {ticked} of them ticked as present: nobody is ticked here."
                " Tick who was absent."
            ).format(came=tr.number(missed.came), ticked=tr.number(missed.ticked))
        )
    if missed is not None and missed.members:
        form.note(
            tr.gettext("Who was not ticked as present is ticked here. Take out who was excused.")
        )
    ticks = _ticks(form, rows, tr.gettext("absent"), only)
    if ticks is not None and missed is not None:
        ticks.ticked = dict.fromkeys(missed.members)

    def request() -> AbsencesRequest:
        chosen = ticks.members() if ticks is not None else (only.number if only else "",)
        return AbsencesRequest(what=form.value_of("what"), members=chosen, on=form.day_of("on"))

    form.asks(request, note_absences, NOTED, tr.gettext("The absences are written down."))
    form.open()
    return form


def labour(
    page: QWidget, desk: Desk, rows: Sequence[MemberRow], only: MemberRow | None = None
) -> Form:
    """Write labour down: it lessens what is owed, and no money moves."""
    tr = desk.tr
    title = tr.gettext("Who worked?")
    if only is not None:
        title = tr.gettext("{name} worked").format(name=shortened(only.name, 60))
    form = Form(
        page, desk, title, tr.gettext("Write it down"),
        tr.gettext(
            "A day is worth what the water price says. It lessens what is owed, the oldest bill"
            " first, and is no cash."
        ),
        wide=640,
    )  # fmt: skip
    form.row(
        form.day("on", tr.gettext("Day")),
        form.line("days", tr.gettext("Days each"), "1", tr.gettext("such as 1 or 0.5")),
    )
    hint = tr.gettext("who was paid or sent for it")
    if only is None:
        hint = tr.gettext("who was paid or sent for all who are ticked; else leave it empty")
    form.row(form.line("done_by", tr.gettext("In their place worked"), hint=hint))
    ticks = _ticks(form, rows, tr.gettext("worked"), only)

    def request() -> LabourRequest:
        on, days = form.day_of("on"), tr.parse_number(form.words_of("days"))
        if days is None:
            raise QuantityError(form.words_of("days")).beside("days")
        chosen = ticks.members() if ticks is not None else (only.number if only else "",)
        by = form.words_of("done_by")
        return LabourRequest(
            lines=tuple(LabourLine(member=one, days=days, on=on, done_by=by) for one in chosen)
        )

    def said(recorded: Recorded) -> str:
        entry = recorded.entry
        assert isinstance(entry, LabourGiven)
        worth = Money(sum(line.amount for line in entry.lines), desk.currency)
        words = tr.gettext("Written down, worth {amount}; no money moved.")
        return words.format(amount=tr.money(worth))

    form.asks(request, give_labour, NOTED, said)
    form.open()
    return form


def pays_instead(page: QWidget, desk: Desk, member: MemberRow) -> None:
    """Take money in place of a labour day: a bill for the day, and then the till."""
    desk.read(
        lambda book: value_of_day(book, desk.today),
        guarded(page, lambda value: _bill_day(page, desk, member, value)),
    )


def _bill_day(page: QWidget, desk: Desk, member: MemberRow, value: Money | None) -> Form:
    tr, what = desk.tr, "labour-day"
    form = Form(
        page, desk, tr.gettext("{name} pays in place of working").format(name=shortened(member.name, 60)),
        tr.gettext("Bill it and take the money"),
        tr.gettext(
            "The day becomes a bill, which is paid at the till. Who paid or sent somebody else has worked."
        ),
        wide=640,
    )  # fmt: skip
    form.row(form.day("on", tr.gettext("Labour day")), form.amount("amount", tr.gettext("Amount")))
    amount = form.fields["amount"].editor
    if value is not None and isinstance(amount, AmountEdit):
        amount.set_amount(value)

    def request() -> BillRequest:
        on = form.day_of("on")
        words = tr.gettext("In place of the labour day of {day}").format(day=tr.short_date(on))
        return BillRequest(
            member=member.number, item="contribution", amount=form.decimal_of("amount"), text=words,
            due_on=on, on=on,
        )  # fmt: skip

    def fined(book: Reading, wanted: BillRequest) -> list[str]:
        if wanted.on is None or member.id not in noted_absent(book, what, wanted.on):
            return []
        return [
            tr.gettext(
                "Absent on that day, says the book: the next bills bring the fine for it, too."
            )
        ]

    def take() -> None:
        desk.read(
            lambda book: card(book, member.number).member,
            guarded(page, lambda row: desk.go.emit("receive", row)),
        )

    form.asks(request, bill_one, NOTED, tr.gettext("The bill is made."), doubts=fined)
    form.accepted.connect(take)
    form.open()
    return form


def _ticks(
    form: Form, rows: Sequence[MemberRow], word: str, only: MemberRow | None
) -> TickMembers | None:
    if only is not None:
        return None
    ticks = TickMembers(form.desk, rows, word)
    form.row(form.put("members", form.desk.tr.gettext("Tick them: a click, or Space"), ticks))
    return ticks


def _gathering(what: str, tr: Translator) -> str:
    return tr.gettext("An assembly") if what == "assembly" else tr.gettext("A labour day")
