"""Who pays less, by decision and until a month: a form, and the list of those whose end comes near."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.journal import Reading
from imt_desktop.ledger import voids
from imt_desktop.ledger.charging import reliefs as ledger
from imt_desktop.ledger.charging.entries import ReliefGranted
from imt_desktop.ledger.charging.errors import ShareError
from imt_desktop.ledger.charging.reliefs import GROUPS, Relief, ReliefRequest
from imt_desktop.ledger.voids import VoidRequest
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding, decision_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet, RowAct
from imt_desktop.ui.widgets import Choice, MonthEdit, Note, PersonLine, shortened
from imt_desktop.ui.widgets.states import done, due, not_yet
from imt_desktop.wording.arrears import relief_words
from imt_desktop.wording.charges import group_words

RELIEVED = Changes(balances=True, members=True, settings=True)
FREED, PERCENT, AMOUNT = "freed", "percent", "amount"
LESS = "less"
"""What the page of arrears is asked for by whoever wants to see them."""
SOON = 2
"""Months before the end from which a relief is marked."""

LASTS = 11
"""Months after the first one that a relief lasts, where nobody says otherwise: a year."""


class _Row(Struct, frozen=True):
    relief: Relief
    decision: Decision | None
    reason: str


def show_less(page: QWidget, desk: Desk) -> ListSheet:
    """List who pays less now or later, those that end first on top."""
    tr, now = desk.tr, Month.of(desk.today)

    def read(book: Reading) -> list[_Row]:
        known = {one.id: one for one in decisions(book)}
        live = sorted(
            (one for one in ledger.reliefs(book) if one.until >= now),
            key=lambda one: (one.until, one.number),
        )
        return [_Row(one, known.get(one.decision), _reason(book, one)) for one in live]

    def show(row: _Row) -> PersonLine:
        one = row.relief
        if one.since > now:
            state = not_yet(tr.gettext("still to come"))
        elif one.until.shift(-SOON) < now:
            state = due(tr.gettext("ends soon"))
        else:
            state = done(tr.gettext("holds"))
        return PersonLine(one.name, one.number, state)

    def tell(row: _Row) -> list[tuple[str, str]]:
        decided = decision_words(row.decision, desk) if row.decision else ""
        return [
            (tr.gettext("How much"), relief_words(row.relief, tr)),
            (tr.gettext("For whom"), group_words(row.relief.group, tr)),
            (tr.gettext("Why"), shortened(row.reason, 200)),
            (tr.gettext("Decision"), shortened(decided, 120)),
        ]

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Who pays less"),
        tr.gettext("For the committee only: keep this away from the queue."),
        read,
        show,
        tr.gettext("Nobody pays less. Open a member’s card to write such a decision down."),
    )
    sheet.with_details(tell)
    renew = RowAct(
        tr.gettext("Go on with it"),
        "calendar-plus",
        lambda row: relieve(
            page, desk, row.relief.number, row.relief.name, _known(row), row.relief
        ),
    )
    wrong = RowAct(
        tr.gettext("Written by mistake"), "ban", lambda row: end_less(page, desk, row.relief),
        danger=True,
    )  # fmt: skip
    sheet.with_act(renew).with_act(wrong)
    sheet.open()
    return sheet


def _known(row: _Row) -> tuple[Decision, ...]:
    return (row.decision,) if row.decision else ()


def _reason(book: Reading, one: Relief) -> str:
    entry = book.recorded(one.entry).entry
    return entry.reason if isinstance(entry, ReliefGranted) else ""


def relieve(
    page: QWidget,
    desk: Desk,
    number: str,
    name: str,
    known: Sequence[Decision],
    before: Relief | None = None,
) -> Form:
    """Let somebody pay less; ``before`` is what is to go on."""
    return _ReliefForm(page, desk, number, name, known, before).form


class _ReliefForm:
    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        number: str,
        name: str,
        known: Sequence[Decision],
        before: Relief | None,
    ) -> None:
        self._desk, self._number, self._before = desk, number, before
        tr = desk.tr
        self.form = Form(
            page,
            desk,
            tr.gettext("Let {name} pay less").format(name=shortened(name, 60)),
            tr.gettext("Write it down"),
            tr.gettext("An assembly decides it, for a time. Nobody in the queue sees who or why."),
            wide=620,
        )
        self._lay_what()
        self._lay_when()
        form = self.form
        why = tr.gettext("only the committee reads it")
        form.row(form.line("reason", tr.gettext("Why?"), hint=why))
        decided = tr.gettext("A household pays less")
        self._deciding = Deciding(form, known, decided, needed=True)
        done_ = tr.gettext("It is written down, and holds for the bills to come.")
        form.asks(self._request, with_decision(ledger.grant), RELIEVED, done_)
        form.open()

    def _lay_what(self) -> None:
        form, tr, before = self.form, self._desk.tr, self._before
        on = [
            Choice(tr.gettext("The water fee"), "fee"),
            Choice(tr.gettext("Fines for absence"), "fine"),
        ]
        groups = [Choice(group_words(code, tr), code) for code in GROUPS]
        form.row(
            form.choice("on", tr.gettext("Of what?"), on, before.on if before else None),
            form.choice("group", tr.gettext("For whom?"), groups, before.group if before else None),
        )
        hows = [
            Choice(tr.gettext("A part in per cent"), PERCENT),
            Choice(tr.gettext("An amount"), AMOUNT),
            Choice(tr.gettext("All of it: freed"), FREED),
        ]
        how = form.choice("how", tr.gettext("How much less?"), hows)
        percent = form.line("percent", tr.gettext("Per cent"), hint=tr.gettext("such as 35"))
        amount = form.amount("amount", tr.gettext("Amount of each bill"))
        form.row(how, percent, amount)

        def follow(chosen: str) -> None:
            percent.setVisible(chosen == PERCENT)
            amount.setVisible(chosen == AMOUNT)

        form.fields.when("how", follow)
        follow(PERCENT)

    def _lay_when(self) -> None:
        form, tr, now = self.form, self._desk.tr, Month.of(self._desk.today)
        first = self._before.until.shift(1) if self._before else now
        earliest = self._desk.committee.first_month
        form.row(
            form.put("since", tr.gettext("From this month on"), MonthEdit(tr, first, earliest)),
            form.put("until", tr.gettext("Up to this month"), MonthEdit(tr, first.shift(LASTS))),
        )
        again = tr.gettext("When the time is over, the assembly looks at it again.")
        form.row(Note(again, "calendar-days"))

    def _request(self) -> Decided[ReliefRequest]:
        form = self.form
        how = form.value_of("how")
        request = ReliefRequest(
            member=self._number,
            group=form.value_of("group"),
            on=form.value_of("on"),
            percent=self._percent(how),
            amount=form.decimal_of("amount") if how == AMOUNT else None,
            since=str(form.value_of("since")),
            until=str(form.value_of("until")),
            decision=self._deciding.chosen() or 0,
            reason=form.words_of("reason"),
        )
        return Decided(request, self._deciding.new())

    def _percent(self, how: str) -> Decimal | None:
        if how == FREED:
            return Decimal(100)
        if how == AMOUNT:
            return None
        text = self.form.words_of("percent").removesuffix("%").strip()
        try:
            return Decimal(text.replace(self._desk.tr.decimal_mark, "."))
        except InvalidOperation:
            self.form.fields.wrong(ShareError(text).beside("percent"))
            return Decimal(1)


def end_less(page: QWidget, desk: Desk, one: Relief) -> Form:
    """Let somebody pay all again: bills made until now keep what was taken off."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Strike that {name} pays less?").format(name=shortened(one.name, 60)),
        tr.gettext("Strike it"),
        tr.gettext("Bills that were made with it stay as they are."),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: VoidRequest(entry=one.entry, reason=form.words_of("reason")),
        voids.void,
        RELIEVED,
        tr.gettext("It is struck."),
    ).open()
    return form
