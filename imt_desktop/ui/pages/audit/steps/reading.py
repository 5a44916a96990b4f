"""Step 12: the result is read out, asked about, and voted on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.community.audit.auditing import AuditReadRequest
from imt_desktop.community.audit.entries import AuditRead
from imt_desktop.community.audit.queries import RESULTS
from imt_desktop.i18n.translator import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight.sampling import drawable
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit import actions
from imt_desktop.ui.pages.audit.look import DRAWN_AT, STEPS, AuditLook
from imt_desktop.ui.pages.audit.names import result_state, step_names
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.deciding import Deciding, decision_words, doubted
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Details,
    EvenRow,
    Fact,
    FlowRow,
    Note,
    State,
    StateWord,
    TextArea,
    Words,
    shortened,
)
from imt_desktop.wording.decisions import votes_words


class ReadingView(StepView):
    """The result in figures, and what the assembly said to it."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("What does the assembly say?"),
            tr.gettext(
                "Read out what was checked, what was found and what the committee answered. Everybody "
                "may ask. Then vote. After that nothing of the audit changes any more."
            ),
            "megaphone",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show the result; then what was decided, or the way to write it down."""
        tr, parts = self.desk.tr, [*self._result(look)]
        if not look.open:
            assert look.audit is not None and look.audit.read_on is not None
            card = Card(tr.gettext("Read out on {day}").format(day=tr.date(look.audit.read_on)))
            card.add(
                Words(shortened(look.statement, 2000) or tr.gettext("Forgotten"), "body", wrap=True)
            )
            agreed = look.agreed_by
            votes = votes_words(agreed.votes, tr) if agreed and agreed.votes else ""
            decided = shortened(decision_words(agreed, self.desk), 160) if agreed else ""
            card.add(
                Details(
                    [(tr.gettext("Decision"), decided), (tr.gettext("Votes"), votes)], label=120
                )
            )
            return [*parts, card]
        waiting = [one for one in look.findings if one.finding.answered is None]
        if waiting:
            words = tr.ngettext(
                "{n} finding waits for the committee's answer.",
                "{n} findings wait for the committee's answer.", len(waiting),
            )  # fmt: skip
            parts.append(Note(words.format(n=tr.number(len(waiting))), "clock"))
            return parts
        out = Button(tr.gettext("Write down what the assembly said"), icon="megaphone")
        out.clicked.connect(lambda: read_out(self, self.desk, look))
        aloud = Button(tr.gettext("Page to read aloud"), icon="printer")
        aloud.clicked.connect(lambda: self.going.emit("notices", Wish("audit-aloud")))
        if left := undone(look, tr):
            parts.append(Note(_left(left, tr), "clock"))
        return [*parts, FlowRow([aloud, out])]

    def _result(self, look: AuditLook) -> Sequence[QWidget]:
        tr = self.desk.tr
        counts = {code: sum(one.result == code for one in look.checks) for code in RESULTS}
        words = [
            StateWord(_with(tr, result_state(code, tr), tr.number(n)))
            for code, n in counts.items()
            if n
        ]
        answered = sum(one.finding.answered is not None for one in look.findings)
        checks = Fact("circle-check", tr.gettext("Checks"), tr.number(len(look.checks)))
        findings = Fact(
            "search", tr.gettext("Findings"), tr.number(len(look.findings)),
            tr.gettext("answered: {n}").format(n=tr.number(answered)),
        )  # fmt: skip
        checks.clicked.connect(lambda: self.going.emit("audit", "series"))
        findings.clicked.connect(lambda: self.going.emit("audit", "findings"))
        facts = EvenRow([checks, findings])
        return [facts, FlowRow(words, 16)] if words else [facts]


def undone(look: AuditLook, tr: Translator) -> list[str]:
    """Return the names of the steps in which something was still to be looked at."""
    names = zip(STEPS, step_names(tr), strict=True)
    looks = (*DRAWN_AT, "money")
    return [name for step, name in names if step in looks and not look.done(step)]


def _left(steps: list[str], tr: Translator) -> str:
    return tr.gettext("Not finished in this audit: {steps}.").format(steps=", ".join(steps))


def _with(tr: Translator, state: State, n: str) -> State:
    return State(state.tone, tr.about(state.words, n), state.icon)


def read_out(page: QWidget, desk: Desk, look: AuditLook) -> Form:
    """Write down that the result was read out, and how the assembly voted."""
    tr = desk.tr
    assert look.audit is not None
    number = look.audit.id
    form = Form(
        page, desk, tr.gettext("The result was read out"), tr.gettext("Write it down"),
        tr.gettext("After this nothing of the audit changes any more; findings are followed up."),
        wide=680,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("What was read out"), TextArea(lines=4)))
    form.row(form.day("on", tr.gettext("Read out on")))
    what = tr.gettext("The result of the audit")
    deciding = Deciding(form, look.decisions, what, bodies=("assembly",), whole=True)
    if desk.may(DecisionRecorded.KIND):
        deciding.begin_anew()

    def doubtful(
        book: Reading, wanted: tuple[AuditReadRequest, DecisionRequest | None]
    ) -> list[str]:
        request, new = wanted
        asked = doubted(new, tr)
        if left := undone(look, tr):
            asked.append(_left(left, tr))
        if new is not None and new.votes is not None:
            votes = new.votes.in_favour + new.votes.against + new.votes.abstained
            members = len(drawable(book, "households", look.period))
            if votes > members:
                words = tr.gettext("{votes} votes are more than there are members: {n}.")
                asked.append(words.format(votes=tr.number(votes), n=tr.number(members)))
        elif request.decision is None:
            asked.append(
                tr.gettext("How the assembly voted is not written down, and cannot be added later.")
            )
        return asked

    def request() -> tuple[AuditReadRequest, DecisionRequest | None]:
        wanted = AuditReadRequest(
            audit=number, words=form.text_of("words"), decision=deciding.chosen(),
            on=form.day_of("on"),
        )  # fmt: skip
        return wanted, deciding.new()

    form.asks(
        request,
        actions.read_out,
        actions.DECIDED,
        tr.gettext("The audit is over."),
        kind=AuditRead.KIND,
        doubts=doubtful,
    ).open()
    return form
