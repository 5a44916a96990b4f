"""Part of a form: which decision stands behind something, one of the book or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.queries import Decision
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import body_name

NEW = 0
"""Stands for a decision that is written down with the form."""


class Deciding:
    """Lays the choice on a form, and the fields of a new decision under it.

    ``bodies`` are those who may have decided; ``needed`` leaves nobody without a decision.
    """

    def __init__(
        self,
        form: Form,
        decisions: Sequence[Decision],
        what: str,
        bodies: Sequence[str] = ("assembly", "committee"),
        needed: bool = False,
    ) -> None:
        self._form, self._what = form, what
        tr = form.desk.tr
        choices = [
            *(Choice(decision_words(one, form.desk), one.id) for one in decisions),
            Choice(tr.gettext("Write down a new decision"), NEW),
        ]
        if not needed:
            choices.append(Choice(tr.gettext("No decision is written down"), None))
        # What needs one needs its own: an older decision is chosen by hand, never by chance.
        first = NEW if needed else None
        form.row(form.choice("decision", tr.gettext("Who decided it?"), choices, first))
        who = [Choice(body_name(code, tr), code) for code in bodies]
        parts = [
            form.line("minute", tr.gettext("Minute number")),
            form.choice("body", tr.gettext("Decided by"), who),
            form.day("decided_on", tr.gettext("Decided on")),
        ]
        form.row(*parts)

        def follow(decision: int | None) -> None:
            for part in parts:
                part.setVisible(decision == NEW)

        follow(form.value_of("decision"))
        form.fields.when("decision", follow)

    def chosen(self) -> int | None:
        """Return the number of a decision of the book, if one is chosen."""
        return self._form.value_of("decision") or None

    def new(self) -> DecisionRequest | None:
        """Return the decision that is to be written down, if it is a new one."""
        form = self._form
        if form.value_of("decision") != NEW:
            return None
        return DecisionRequest(
            minute=form.words_of("minute"),
            what=self._what,
            body=form.value_of("body"),
            decided_on=form.day_of("decided_on"),
        )


def decision_words(decision: Decision, desk: Desk) -> str:
    """Name a decision: its minute, its day, who decided, and what."""
    tr = desk.tr
    said = tr.gettext("Minute {number}, {day}, {body}").format(
        number=decision.minute,
        day=tr.short_date(decision.decided_on),
        body=body_name(decision.body, tr),
    )
    return f"{said}: {decision.what}" if decision.what else said
