"""Forms of the complaints page: one is written down, given to somebody, answered, asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.community.complaints import dealing, erasing
from imt_desktop.community.complaints.dealing import (
    CHANNELS,
    OUTCOMES,
    SOURCES,
    STAGES,
    AnswerComplaintRequest,
    AskedRequest,
    ComplaintRequest,
    MoveComplaintRequest,
    ReopenRequest,
)
from imt_desktop.community.complaints.entries import (
    ComplaintAnswered,
    ComplaintAsked,
    ComplaintMoved,
    ComplaintReceived,
    ComplaintReopened,
)
from imt_desktop.i18n import Translator
from imt_desktop.journal import Recorded
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.complaints import actions
from imt_desktop.ui.pages.complaints.look import Look, Row
from imt_desktop.ui.pages.complaints.names import number_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.widgets import Choice, ComboBox, LabelledField, TextArea, shortened
from imt_desktop.wording.community import (
    channel_words,
    outcome_words,
    source_words,
    stage_words,
)
from imt_desktop.wording.kinds import post_name

NOBODY = ""
"""Stands for no officer in a list box."""

LETTERS = 60


def new(page: QWidget, desk: Desk, look: Look, then: Callable[[int], object]) -> Form:
    """Write a complaint or a suggestion down; ``then`` gets its number."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("New complaint or suggestion"), tr.gettext("Write it down"), wide=680
    )
    channels = [Choice(channel_words(code, tr), code) for code in CHANNELS]
    categories = [Choice(shortened(words, LETTERS), code) for code, words in look.categories]
    form.row(
        form.choice("category", tr.gettext("What is it about?"), categories),
        form.choice("channel", tr.gettext("How did it come?"), channels),
    )
    form.row(_area(form, "words", tr.gettext("What was said, in their own words"), 4))
    sources = [Choice(source_words(code, tr), code) for code in SOURCES]
    form.row(form.choice("source", tr.gettext("From whom?"), sources))
    person = (
        form.line("name", tr.gettext("Name")),
        form.line("contact", tr.gettext("Telephone or house")),
    )
    form.row(*person)
    form.row(
        form.choice(
            "about", tr.gettext("Is it about an officer?"),
            _officers(desk, look, tr.gettext("About nobody of the committee")), NOBODY,
        ),
        form.choice(
            "assigned", tr.gettext("Who takes it up?"),
            _officers(desk, look, tr.gettext("Not decided yet")), NOBODY,
        ),
    )  # fmt: skip
    form.note(
        tr.gettext("Whoever it is about does not get to see it here, and does not deal with it.")
    )
    form.row(form.day("on", tr.gettext("Received on")))
    form.row(_photo(form))

    def follow(source: object) -> None:
        for part in person:
            part.setVisible(source == "named")

    follow(form.value_of("source"))
    form.fields.when("source", follow)

    def leave_out(about: object) -> None:
        """Do not offer whom it is about to take it up."""
        taking = form.fields["assigned"].editor
        assert isinstance(taking, ComboBox)
        none, without = tr.gettext("Not decided yet"), int(str(about)) if about else None
        taking.set_choices(_officers(desk, look, none, without), taking.value())

    form.fields.when("about", leave_out)

    def request() -> ComplaintRequest:
        named = form.value_of("source") == "named"
        return ComplaintRequest(
            words=_text(form, "words"),
            channel=form.value_of("channel"),
            source=form.value_of("source"),
            name=form.words_of("name") if named else "",
            contact=form.words_of("contact") if named else "",
            category=form.value_of("category"),
            about=str(form.value_of("about")),
            assigned=str(form.value_of("assigned")),
            on=form.day_of("on"),
        )

    form.asks(
        lambda: (request(), voucher_of(form, "attachment")),
        actions.receive, NOTHING, lambda done: _received(done, then, tr),
        again=lambda: new(page, desk, look, then), kind=ComplaintReceived.KIND,
    ).open()  # fmt: skip
    return form


def _received(done: Recorded, then: Callable[[int], object], tr: Translator) -> str:
    entry = actions.received(done)
    then(entry.complaint)
    words = tr.gettext("Complaint {n} is written down. The answer is due by {day}.")
    return words.format(n=entry.complaint, day=tr.short_date(entry.due_on))


def answer(page: QWidget, desk: Desk, row: Row) -> Form:
    """Answer a complaint."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Answer complaint {n}").format(n=row.id),
        tr.gettext("Save the answer"), shortened(row.texts.words, 200), wide=600,
    )  # fmt: skip
    outcomes = [Choice(outcome_words(code, tr), code) for code in OUTCOMES]
    form.row(form.choice("outcome", tr.gettext("What came of it?"), outcomes))
    form.row(_area(form, "words", tr.gettext("What is answered"), 4))
    fixed = form.tick("fixed", tr.gettext("What was wrong is put right"))
    form.add(fixed)
    form.row(form.day("on", tr.gettext("Answered on")))
    form.row(_photo(form))

    def request() -> AnswerComplaintRequest:
        return AnswerComplaintRequest(
            complaint=row.id,
            words=_text(form, "words"),
            outcome=form.value_of("outcome"),
            fixed=form.ticked("fixed"),
            on=form.day_of("on"),
        )

    form.asks(
        lambda: (request(), voucher_of(form, "attachment")),
        actions.answer, NOTHING, tr.gettext("The answer is saved."), kind=ComplaintAnswered.KIND,
    ).open()  # fmt: skip
    return form


def hand_over(page: QWidget, desk: Desk, look: Look, row: Row, stage: str = "") -> Form:
    """Give a complaint to somebody, let the committee decide, or pass it on."""
    tr, one = desk.tr, row.complaint
    form = Form(
        page, desk, tr.gettext("Who deals with complaint {n}?").format(n=row.id),
        tr.gettext("Hand it over"),
        tr.gettext("A complaint goes upwards: it does not come back to an earlier stage."), wide=600,
    )  # fmt: skip
    later = STAGES[STAGES.index(one.stage) :]
    stages = [Choice(stage_words(code, tr), code) for code in later]
    form.row(form.choice("stage", tr.gettext("Where is it now?"), stages, stage or one.stage))
    officers = _officers(desk, look, tr.gettext("Nobody in particular"), one.about)
    form.row(form.choice("assigned", tr.gettext("Who takes it up?"), officers, _held(look, row)))
    to = form.line(
        "to", tr.gettext("To whom?"), hint=tr.gettext("such as: the county water office")
    )
    form.row(to)
    form.row(form.day("on", tr.gettext("On")))

    def follow(chosen: object) -> None:
        to.setVisible(chosen == "passed-on")

    follow(form.value_of("stage"))
    form.fields.when("stage", follow)
    form.asks(
        lambda: MoveComplaintRequest(
            complaint=row.id,
            stage=form.value_of("stage"),
            assigned=str(form.value_of("assigned")),
            to=form.words_of("to") if form.value_of("stage") == "passed-on" else "",
            on=form.day_of("on"),
        ),
        dealing.move, NOTHING, tr.gettext("It is handed over."), kind=ComplaintMoved.KIND,
    ).open()  # fmt: skip
    return form


def ask_satisfied(page: QWidget, desk: Desk, row: Row) -> Form:
    """Write down whether the answer was enough for whoever complained."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Is the answer to complaint {n} enough?").format(n=row.id),
        tr.gettext("Save it"),
        tr.gettext("Ask whoever complained, in their own house if you can."),
    )  # fmt: skip
    choices = [
        Choice(tr.gettext("Yes, it is enough"), True),
        Choice(tr.gettext("No, it is not enough"), False),
    ]
    form.row(form.choice("satisfied", tr.gettext("What do they say?"), choices))
    form.row(_area(form, "words", tr.gettext("In their own words"), 3))
    form.row(form.day("on", tr.gettext("Asked on")))
    form.asks(
        lambda: AskedRequest(
            complaint=row.id, satisfied=bool(form.value_of("satisfied")),
            words=_text(form, "words"), on=form.day_of("on"),
        ),
        dealing.ask, NOTHING, tr.gettext("It is written down."), kind=ComplaintAsked.KIND,
    ).open()  # fmt: skip
    return form


def reopen(page: QWidget, desk: Desk, row: Row) -> Form:
    """Take an answered complaint up again."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Take complaint {n} up again?").format(n=row.id),
        tr.gettext("Take it up again"), tr.gettext("It gets a new deadline from that day."),
    )  # fmt: skip
    form.row(_area(form, "words", tr.gettext("Why?"), 3))
    form.row(form.day("on", tr.gettext("On")))
    form.asks(
        lambda: ReopenRequest(
            complaint=row.id, words=_text(form, "words"), on=form.day_of("on")
        ),
        dealing.reopen, NOTHING, tr.gettext("It is taken up again."), kind=ComplaintReopened.KIND,
    ).open()  # fmt: skip
    return form


def erase(page: QWidget, desk: Desk, row: Row) -> Form:
    """Erase what a complaint says, for good."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Erase what complaint {n} says?").format(n=row.id),
        tr.gettext("Erase it for good"),
        tr.gettext(
            "The names and the words are taken out of the book. The number, the days and what came "
            "of it stay. Older copies of the book and papers that were printed still have them."
        ),
        danger=True,
    )  # fmt: skip
    form.asks(
        lambda: erasing.EraseRequest(complaint=row.id),
        erasing.erase, NOTHING,
        tr.gettext("{number} is erased.").format(number=number_words(row.id, tr)),
    ).open()  # fmt: skip
    return form


def _held(look: Look, row: Row) -> str:
    """Return who has it, as far as that officer is in post."""
    held = row.complaint.assigned
    return str(held) if look.officer(held) else NOBODY


def _officers(desk: Desk, look: Look, none: str, without: int | None = None) -> list[Choice]:
    """Offer the officers in post, but not the person that a complaint is about."""
    about = look.officer(without)
    named = [
        Choice(f"{shortened(one.name, LETTERS)}, {post_name(one.post, {}, desk.tr)}", str(one.id))
        for one in look.officers
        if one.id != without and (about is None or one.person != about.person)
    ]
    return [Choice(none, NOBODY), *named]


def _photo(form: Form) -> LabelledField:
    field = photo_field(form, "attachment")
    field.set_label(form.desk.tr.gettext("Photo or PDF"))
    return field


def _area(form: Form, name: str, label: str, lines: int) -> LabelledField:
    return form.put(name, label, TextArea(lines=lines))


def _text(form: Form, name: str) -> str:
    editor = form.fields[name].editor
    assert isinstance(editor, TextArea)
    return editor.text().strip()
