"""Part of a form: which decision stands behind something, one of the book or a new one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from imt_desktop.committee.describing import DecisionRequest, VotesLine
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.committee.errors import DecisionLostError
from imt_desktop.committee.queries import Decision, voted_down
from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.errors import DecisionMissingError
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.widgets import Choice, ComboBox, DateEdit, LabelledField, LineEdit
from imt_desktop.wording.decisions import minute_words
from imt_desktop.wording.kinds import body_name

NEW = 0
"""Stands for a decision that is written down with the form."""


class Deciding:
    """Lays the choice on a form, and the fields of a new decision under it.

    Those that stand are offered, of the ``bodies`` that may have decided; ``needed`` leaves nobody
    without a decision. ``whole`` asks how it was voted and where the signed minute is, too. Who only
    oversees chooses one of the book.
    """

    def __init__(
        self,
        form: Form,
        decisions: Sequence[Decision],
        what: str,
        bodies: Sequence[str] = ("assembly", "committee"),
        needed: bool = False,
        whole: bool = False,
    ) -> None:
        self._form, self._what, self._needed = form, what, needed
        self._minute: VoucherField | None = None
        tr = form.desk.tr
        writes = form.desk.may(DecisionRecorded.KIND)
        choices = [
            Choice(decision_words(one, form.desk), one.id)
            for one in decisions
            if one.stands and one.body in bodies
        ]
        if writes:
            choices.append(Choice(tr.gettext("Write down a new decision"), NEW))
        if not needed:
            choices.append(Choice(tr.gettext("No decision is written down"), None))
        # What needs one needs its own: an older decision is chosen by hand, never by chance.
        hint = "" if writes else tr.gettext("A new one is typed by an officer.")
        none = tr.gettext("Choose one") if needed and not writes else ""
        field = form.choice("decision", tr.gettext("Who decided it?"), choices, NEW, hint, none)
        assert isinstance(field.editor, ComboBox)
        field.editor.set_value(NEW if needed else None)
        form.row(field)
        who = [Choice(body_name(code, tr), code) for code in bodies]
        parts = [
            form.line("minute", tr.gettext("Minute number")),
            form.choice("body", tr.gettext("Decided by"), who),
            form.day("decided_on", tr.gettext("Decided on")),
        ]
        form.row(*parts)
        if whole:
            parts += self._lay_votes()

        self._parts = parts
        self._follow(form.value_of("decision"))
        form.fields.when("decision", self._follow)

    def _follow(self, decision: int | None) -> None:
        """Ask for a new decision's minute and votes, where it is one."""
        for part in self._parts:
            part.setVisible(decision == NEW)

    def begin_without(self) -> None:
        """Begin with no decision chosen, where none has to be."""
        self.begin_with(None)

    def begin_with(self, decision: int | None) -> None:
        """Begin with a decision of the book, if it still stands."""
        editor = self._form.fields["decision"].editor
        assert isinstance(editor, ComboBox)
        editor.set_value(decision)
        self._follow(self._form.value_of("decision"))

    def begin_anew(self) -> None:
        """Begin with a decision that is written down now."""
        self.begin_with(NEW)

    def begin_as(
        self, decision: int | None, said: DecisionRequest | None, minute: Voucher | None
    ) -> None:
        """Begin as it was left: with a decision of the book, or what was typed of a new one."""
        if said is None:
            self.begin_with(decision)
            return
        self.begin_anew()
        votes = msgspec.structs.asdict(said.votes) if said.votes else {}
        for name, words in {"minute": said.minute, **votes, "envelope": said.envelope}.items():
            field = self._form.fields.get(name)
            if field is not None and isinstance(field.editor, LineEdit):
                field.editor.setText(str(words))
        body, day = self._form.fields["body"].editor, self._form.fields["decided_on"].editor
        assert isinstance(body, ComboBox) and isinstance(day, DateEdit)
        body.set_value(said.body)
        day.set_value(said.decided_on)
        if self._minute is not None and minute is not None:
            self._minute.set_voucher(minute)

    def chosen(self) -> int | None:
        """Return the number of a decision of the book, if one is chosen; says where one is missing."""
        number: int | None = self._form.value_of("decision")
        if self._needed and number is None:
            self._form.fields.wrong(DecisionMissingError().beside("decision"))
        return number or None

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
            votes=self._votes(),
            envelope=form.words_of("envelope") if self._minute is not None else "",
        )

    def minute(self) -> Voucher | None:
        """Return the photo of the signed minute of a new decision, if there is one."""
        if self._minute is None or self._form.value_of("decision") != NEW:
            return None
        if self._minute.error is not None:
            self._form.fields.wrong(self._minute.error.beside("attachment"))
        return self._minute.voucher()

    def _lay_votes(self) -> list[LabelledField]:
        form, tr = self._form, self._form.desk.tr
        votes = [
            form.line("in_favour", tr.gettext("Votes for")),
            form.line("against", tr.gettext("against")),
            form.line("abstained", tr.gettext("did not vote")),
        ]
        envelope = form.line(
            "envelope", tr.gettext("The signed minute lies in"), hint=tr.gettext("envelope 12")
        )
        photo = self._minute = VoucherField(form.desk)
        field = form.put("attachment", tr.gettext("Photo of the signed minute"), photo)

        def tell() -> None:
            form.hold(photo.busy)
            field.set_error(form.desk.sentence(photo.error) if photo.error else None)

        photo.changed.connect(tell)
        form.row(*votes)
        form.row(envelope)
        form.row(field)
        return [*votes, envelope, field]

    def _votes(self) -> VotesLine | None:
        if self._minute is None:
            return None
        form, people = self._form, self._form.people_of
        counts = {name: people(name) for name in ("in_favour", "against", "abstained")}
        if all(count is None for count in counts.values()):
            return None
        votes = VotesLine(**{name: count or 0 for name, count in counts.items()})
        if any(counts.values()) and voted_down(votes.in_favour, votes.against):
            error = DecisionLostError(form.words_of("minute"), votes.in_favour, votes.against)
            form.fields.wrong(error.beside("in_favour"))
        return votes


def doubted(decision: DecisionRequest | None, tr: Translator) -> list[str]:
    """Return what has to be asked about how a new decision was voted: no more than half were for it."""
    votes = decision.votes if decision else None
    if votes is None:
        return []
    present = votes.in_favour + votes.against + votes.abstained
    if votes.in_favour * 2 > present:
        return []
    words = tr.gettext(
        "{n} of the {present} who were there voted for it: that is no more than half."
    )
    return [words.format(n=tr.number(votes.in_favour), present=tr.number(present))]


def decision_words(decision: Decision, desk: Desk) -> str:
    """Name a decision: its minute, its day, who decided, and what."""
    said = minute_words(decision, desk.tr)
    return desk.tr.about(said, decision.what)
