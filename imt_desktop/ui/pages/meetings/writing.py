"""Minutes of a meeting, its decisions one by one, its questions and their answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import VotesLine
from imt_desktop.community.meetings import holding
from imt_desktop.community.meetings.holding import (
    AnswerRequest,
    DecidedLine,
    MinutesRequest,
    QuestionRequest,
)
from imt_desktop.community.meetings.queries import Question
from imt_desktop.journal import Attachment, Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.meetings.calling import MET
from imt_desktop.ui.pages.meetings.look import NearMeeting
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.widgets import TextArea, shortened
from imt_desktop.wording.community import quorum_words

DECIDED: Final = Changes(settings=True)
_FOR: Final = "decided/1/votes"
"""Beside the votes in favour stands what is wrong with all of them."""
ANSWER_IN: Final = timedelta(days=30)
"""What is proposed for the answer to a question."""


class _Minutes(Struct, frozen=True):
    """What stays of the minutes when something is added to them."""

    meeting: int
    words: str
    decisions: tuple[int, ...]
    envelope: str
    attachment: Attachment | None

    def request(self, decided: tuple[DecidedLine, ...] = ()) -> MinutesRequest:
        """Ask for minutes that say the same, and what was decided beside."""
        return MinutesRequest(
            meeting=self.meeting, words=self.words, decisions=self.decisions, decided=decided,
            envelope=self.envelope, attachment=self.attachment,
        )  # fmt: skip


def write_minutes(page: QWidget, desk: Desk, near: NearMeeting) -> Form:
    """Write the minutes, or write them anew; a signed paper can be photographed later."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Minutes"), tr.gettext("Write them down"),
        tr.gettext("Decisions are written down one by one, each with its own number."), wide=720,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("What was said"), TextArea(near.words, lines=9)))
    form.row(
        form.line(
            "envelope", tr.gettext("The signed minute lies in"), near.envelope,
            hint=tr.gettext("envelope 12"),
        )
    )  # fmt: skip
    form.row(photo_field(form, "attachment"))
    form.fields["attachment"].set_label(tr.gettext("Photo of the signed minute"))
    if near.attachment is not None:
        form.note(
            tr.gettext("A photo is in the book. Choose a file only to put another in its place.")
        )

    def request() -> tuple[_Minutes, Voucher | None]:
        kept = _Minutes(
            near.meeting.id, form.text_of("words"), near.meeting.decisions,
            form.words_of("envelope"), near.attachment,
        )  # fmt: skip
        return kept, voucher_of(form, "attachment")

    form.asks(request, _write, MET, tr.gettext("The minutes are in the book.")).open()
    return form


def _write(book: Writing, wanted: tuple[_Minutes, Voucher | None]) -> Recorded:
    """Keep the photo, if there is a new one, and write the minutes."""
    minutes, voucher = wanted
    file = book.keep(voucher.data, voucher.media) if voucher else minutes.attachment
    kept = _Minutes(minutes.meeting, minutes.words, minutes.decisions, minutes.envelope, file)
    return holding.write_minutes(book, kept.request())


def decide(page: QWidget, desk: Desk, near: NearMeeting) -> Form:
    """Write down one decision of a meeting."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Write down a decision"), tr.gettext("Write it down"),
        tr.gettext("A water price, an election or a write-off points to it by its number."),
        wide=640,
    )  # fmt: skip
    form.row(
        form.line(
            "decided/1/minute", tr.gettext("Minute number"), hint=tr.gettext("such as: 07/2026")
        )
    )
    form.row(form.put("decided/1/what", tr.gettext("What was decided"), TextArea(lines=3)))
    form.row(
        form.line(_FOR, tr.gettext("Votes for")),
        form.line("against", tr.gettext("against")),
        form.line("abstained", tr.gettext("did not vote")),
    )
    if near.meeting.quorate is False:
        came, needed = near.meeting.came or 0, near.meeting.quorum or 0
        form.note(quorum_words(came, needed, tr))
    kept = _Minutes(
        near.meeting.id, near.words, near.meeting.decisions, near.envelope, near.attachment
    )

    def request() -> MinutesRequest:
        line = DecidedLine(
            minute=form.words_of("decided/1/minute"), what=form.text_of("decided/1/what"),
            votes=_votes(form),
        )  # fmt: skip
        return kept.request((line,))

    form.asks(request, holding.write_minutes, DECIDED, tr.gettext("The decision is written down."))
    form.open()
    return form


def _votes(form: Form) -> VotesLine | None:
    counts = [form.people_of(name) for name in (_FOR, "against", "abstained")]
    if all(count is None for count in counts):
        return None
    return VotesLine(*(count or 0 for count in counts))


def ask(page: QWidget, desk: Desk, near: NearMeeting) -> Form:
    """Write down what somebody asked at a meeting."""
    tr = desk.tr
    held = near.meeting.held_on or desk.today
    form = Form(
        page, desk, tr.gettext("Somebody asked"), tr.gettext("Write it down"),
        tr.gettext("It stands on Home until it is answered."), wide=560,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("The question"), TextArea(lines=3)))
    form.row(form.fields.day("due_on", tr.gettext("Answer by"), held + ANSWER_IN))

    def request() -> QuestionRequest:
        return QuestionRequest(
            meeting=near.meeting.id, words=form.text_of("words"), due_on=form.day_of("due_on")
        )

    form.asks(
        request, holding.ask, MET, tr.gettext("The question is written down."),
        again=lambda: ask(page, desk, near),
    ).open()  # fmt: skip
    return form


def answer(page: QWidget, desk: Desk, question: Question) -> Form:
    """Answer a question of a meeting."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("What is the answer?"), tr.gettext("Answer it"),
        shortened(question.words, 300), wide=560,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("Answer"), TextArea(lines=3)))
    form.row(form.day("on", tr.gettext("Answered on")))

    def request() -> AnswerRequest:
        return AnswerRequest(
            question=question.id, words=form.text_of("words"), on=form.day_of("on")
        )

    form.asks(request, holding.answer, MET, tr.gettext("The question is answered.")).open()
    return form
