"""Writing down an election: who was elected to which post, for how long, with how many votes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import POSTS
from imt_desktop.committee.queries import Decision, Officer
from imt_desktop.community.meetings import holding
from imt_desktop.community.meetings.entries import ElectionHeld
from imt_desktop.community.meetings.holding import ElectedLine, ElectionRequest
from imt_desktop.community.meetings.queries import staying
from imt_desktop.errors import UserError
from imt_desktop.journal import Writing
from imt_desktop.ledger.charging.errors import DecisionMissingError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.meetings.writing import DECIDED
from imt_desktop.ui.widgets import Choice, shortened
from imt_desktop.wording.decisions import speaks_of_election
from imt_desktop.wording.kinds import post_name

POSTS_AT_ONCE: Final = 5
YEARS: Final = 2
"""A term that is proposed; what the bylaws say stands."""


def elect(
    page: QWidget,
    desk: Desk,
    decisions: Sequence[Decision],
    names: Sequence[str] = (),
    meeting: Sequence[int] = (),
) -> Form:
    """Write an election down; each line that has a name is one who takes up a post.

    A decision that speaks of an election is chosen to begin with, the ``meeting``'s own first;
    where there is none, nobody's is: another one stands behind something else. ``names`` are offered
    while one types: of those in post, who may be elected again.
    """
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Who was elected?"), tr.gettext("Write it down"),
        tr.gettext("They take up their posts with it. Lines without a name are left out."),
        wide=720,
    )  # fmt: skip
    fitting = sorted(filter(speaks_of_election, decisions), key=lambda one: one.id not in meeting)
    field = form.choice(
        "decision", tr.gettext("By which decision"),
        [Choice(shortened(decision_words(one, desk), 80), one.id) for one in decisions],
        fitting[0].id if fitting else None,
        none=tr.gettext("Choose one") if decisions else tr.gettext("No decision is written down."),
    )  # fmt: skip
    form.row(field)
    today = desk.today
    form.row(
        form.fields.day("since", tr.gettext("Since")),
        form.fields.day(
            "until", tr.gettext("Until"), _years_on(today), tr.gettext("end of the term")
        ),
    )
    posts = [Choice(post_name(code, {}, tr), code) for code in POSTS]
    for at in range(1, POSTS_AT_ONCE + 1):
        form.row(
            form.fields.suggest(f"lines/{at}/name", tr.gettext("Name"), names),
            form.choice(
                f"lines/{at}/post", tr.gettext("Post"), posts, POSTS[(at - 1) % len(POSTS)]
            ),
            form.line(f"lines/{at}/votes", tr.gettext("Votes")),
        )

    sent: list[int] = []

    def request() -> ElectionRequest:
        decision = form.value_of("decision")
        if decision is None:
            form.fields.wrong(DecisionMissingError().beside("decision"))
        since, until = form.day_of("since"), form.day_of("until")
        sent[:] = _named(form)
        lines = tuple(
            ElectedLine(
                name=form.words_of(f"lines/{at}/name"), post=form.value_of(f"lines/{at}/post"),
                since=since, until=until, votes=form.people_of(f"lines/{at}/votes"),
            )
            for at in sent
        )  # fmt: skip
        return ElectionRequest(decision=decision or 0, lines=lines)

    def book_it(book: Writing, wanted: ElectionRequest) -> tuple[Officer, ...]:
        try:
            entry = holding.elect(book, wanted).entry
        except UserError as error:
            error.field = _shown_at(error.field, sent)
            raise
        assert isinstance(entry, ElectionHeld)
        return staying(book, [line.officer for line in entry.lines])

    def said(others: tuple[Officer, ...]) -> str:
        """Say who is in these posts still: an election ends no term, a handover does."""
        told = [tr.gettext("The election is in the book.")]
        if others:
            names = ", ".join(shortened(one.name, 30) for one in others)
            told.append(
                tr.gettext(
                    "Still in post, until they hand over under Settings, Officers: {names}"
                ).format(names=names)
            )
        return " ".join(told)

    form.asks(request, book_it, DECIDED, said).open()
    return form


def _named(form: Form) -> list[int]:
    """Return the lines that have a name; the first one where none has: there it is missing."""
    every = range(1, POSTS_AT_ONCE + 1)
    return [at for at in every if form.words_of(f"lines/{at}/name")] or [1]


def _shown_at(field: str | None, named: Sequence[int]) -> str | None:
    """Turn the field of a line that was sent into that of the line where it was typed."""
    parts = (field or "").split("/")
    if len(parts) < 3:
        return field
    return "/".join((parts[0], str(named[int(parts[1]) - 1]), *parts[2:]))


def _years_on(day: date) -> date:
    """The same day some years on; the 29th of February becomes the 28th."""
    return day.replace(year=day.year + YEARS, day=min(day.day, 28) if day.month == 2 else day.day)
