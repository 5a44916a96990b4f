"""Step 7, follow up: visits walk the board; a year later the same questions, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.plan import entries as e
from imt_desktop.plan import rounds, visits
from imt_desktop.plan.asked import asked
from imt_desktop.plan.rounds import RoundEndedRequest, RoundRequest
from imt_desktop.plan.visits import KINDS, SeenLine, VisitRequest
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.plan.headline import Headline
from imt_desktop.ui.pages.round.beans import HEAPS, Beans, SpreadBar
from imt_desktop.ui.pages.round.integrity import answers, question_words
from imt_desktop.ui.pages.round.look import Answers, RoundLook
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    ConfirmDialog,
    DateEdit,
    Details,
    EvenRow,
    FlowRow,
    IconLabel,
    Words,
    shortened,
)
from imt_desktop.wording.plan import step_question, visit_words

_LETTERS = 300


class FollowView(StepView):
    """What visits saw and decided; before and after; the end of the round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, step_question("follow", desk.tr), "footprints")

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show the headline, the visits, and before and after."""
        tr = self.desk.tr
        head = Headline(tr)
        head.show_done(look.plan.done, look.plan.counted)
        parts: list[QWidget] = [head]
        ways = self._ways(look)
        if ways:
            parts.append(FlowRow(ways, gap=8))
        parts += self._learned(look)
        if not look.visits:
            say = tr.gettext(
                "Nobody has walked the board yet. The first visit is usual after a month."
            )
            parts.append(Words(say, "name", wrap=True))
        parts += [self._visit(look, on, one) for _, on, one in look.visits]
        if look.before is not None and look.before.voted is not None:
            parts.append(self._before_after(look, look.before))
        return parts

    def _learned(self, look: RoundLook) -> list[QWidget]:
        """Show what was learned in the round, once it is over; in the next one, what came out of it."""
        tr = self.desk.tr
        ended = [(look.round, look.now), (look.before_round, look.before)]
        for one, told in ended:
            if one is not None and told is not None and told.learned:
                name = tr.gettext("Round {name}").format(name=one.name)
                card = Card(tr.gettext("What we have learned"), name)
                card.add(Words(shortened(told.learned, _LETTERS), "body", wrap=True))
                return [card]
        return []

    def _ways(self, look: RoundLook) -> list[Button]:
        tr = self.desk.tr
        if look.open:
            visit = Button(tr.gettext("Write down a visit"), "primary", "pencil", "Ctrl+N", "page")
            visit.clicked.connect(lambda: visit_form(self, self.desk, look))
            over = Button(tr.gettext("End this round"), icon="circle-check", size="page")
            over.clicked.connect(lambda: end_form(self, self.desk, look))
            return [visit, over]
        begin = Button(tr.gettext("Begin the next round"), "primary", "footprints", size="page")
        begin.clicked.connect(lambda: self.begin(look))
        return [begin]

    def _visit(self, look: RoundLook, on: date, one: e.PlanVisited) -> Card:
        tr = self.desk.tr
        came = tr.gettext("{who}, {women} women and {men} men").format(
            who=shortened(one.by, 80), women=tr.number(one.women), men=tr.number(one.men)
        )
        title = tr.gettext("{what}, {day}").format(what=visit_words(one.what, tr), day=tr.date(on))
        card = Card(title, came)
        rows = []
        for seen in one.lines:
            action = look.plan.action(seen.action)
            name = action.title if action else tr.gettext("Action {n}").format(n=seen.action)
            rows.append((shortened(name, 80), shortened(seen.words, _LETTERS)))
        card.add(Details(rows, label=240))
        if one.decided:
            said = tr.gettext("Decided: {words}").format(words=shortened(one.decided, _LETTERS))
            card.add(Words(said, "strong", wrap=True))
        if one.next_on is not None:
            said = tr.gettext("Next visit: {day}").format(day=tr.date(one.next_on))
            card.add(Words(said, "second", wrap=True))
        return card

    def _before_after(self, look: RoundLook, before: Answers) -> Card:
        """The same questions, side by side: above the round before, below this one."""
        tr = self.desk.tr
        name = look.before_round.name if look.before_round else ""
        said = tr.gettext("Above: round {name}. Below: this round.").format(name=name)
        card = Card(tr.gettext("Before and after"), said)
        card.add(self._legend())
        old, new = before.voted, look.now.voted
        assert old is not None
        for question in asked(old, new):
            was = question.votes(old)
            if not sum(was):
                continue
            bars: list[QWidget] = [_bar(was, old.present)]
            if new is not None and sum(question.votes(new)) > 0:
                bars.append(_bar(question.votes(new), new.present))
            else:
                bars.append(Words(tr.gettext("Not answered yet"), "quiet"))
            words = Words(question_words(question, tr), "body", wrap=True)
            card.add(EvenRow([words, EvenRow(bars, most=1, gap=4)], most=2))
        paper = Button(tr.gettext("Print"), icon="printer")
        paper.clicked.connect(lambda: self.going.emit("notices", Wish("before-after")))
        card.add(FlowRow([paper]))
        return card

    def _legend(self) -> QWidget:
        """Say what the parts of a bar are: no colour without its word."""
        said: list[QWidget] = []
        for words, (icon, ink) in zip(answers(self.desk.tr), HEAPS, strict=True):
            said += [IconLabel(icon, ink, 18), Words(words, "strong", wrap=False)]
        return FlowRow(said, gap=8)

    def begin(self, look: RoundLook) -> None:
        """Begin the next round, and say what goes on in it."""
        tr = self.desk.tr
        n = sum(one.open for one in look.plan.actions)
        words = tr.ngettext(
            "{n} action that is not finished goes on in it.",
            "{n} actions that are not finished go on in it.", n,
        ).format(n=tr.number(n))  # fmt: skip
        asked = ConfirmDialog(
            self, tr, tr.gettext("Begin the next round?"), words, tr.gettext("Begin it")
        )
        name = str(look.round.id + 1) if look.round else ""
        said = tr.gettext("The next round has begun.")
        asked.accepted.connect(
            lambda: self.write(lambda book: rounds.begin(book, RoundRequest(name=name)), said)
        )
        asked.finished.connect(asked.deleteLater)
        asked.open()


def _bar(votes: Sequence[int], present: int) -> SpreadBar:
    bar = SpreadBar()
    bar.show_votes(votes, present, ", ".join(map(str, votes)))
    return bar


def visit_form(page: QWidget, desk: Desk, look: RoundLook) -> Form:
    """Walk the board: what was seen of each action, and what was decided."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Write down a visit"), tr.gettext("Save"), wide=760)
    kinds = [Choice(visit_words(one, tr), one) for one in KINDS]
    form.row(
        form.choice("what", tr.gettext("Kind"), kinds, "review"),
        form.fields.day("on", tr.gettext("Day")),
        form.line("by", tr.gettext("Who came")),
    )
    women, men = tr.gettext("Women here"), tr.gettext("Men here")
    form.row(form.put("women", women, Beans(tr, women)), form.put("men", men, Beans(tr, men)))
    form.note(tr.gettext("Walk the board from card to card. What was seen?"))
    open_ = [one for one in look.plan.actions if one.open]
    rest = [one for one in look.plan.actions if one.state == "done"]
    walked = [*open_, *rest]
    for at, one in enumerate(walked):
        form.row(form.line(f"seen/{at}", shortened(one.title, 80)))
    form.row(form.line("decided", tr.gettext("What was decided")))
    next_on = desk.today + timedelta(days=90)
    form.row(form.put("next_on", tr.gettext("Next visit"), DateEdit(tr, next_on)))

    def request() -> VisitRequest:
        return VisitRequest(
            by=form.words_of("by"), what=form.value_of("what"), women=form.value_of("women"),
            men=form.value_of("men"),
            lines=tuple(
                SeenLine(action=one.id, words=form.words_of(f"seen/{at}"))
                for at, one in enumerate(walked)
                if form.words_of(f"seen/{at}")
            ),
            decided=form.words_of("decided"), next_on=_day(form), on=form.day_of("on"),
        )  # fmt: skip

    form.asks(request, visits.visit, PLANNED, tr.gettext("The visit is written down.")).open()
    return form


def _day(form: Form) -> date | None:
    editor = form.fields["next_on"].editor
    assert isinstance(editor, DateEdit)
    if not editor.text().strip():
        return None
    try:
        return editor.read()
    except UserError as error:
        form.fields.wrong(error.beside("next_on"))
        return None


def end_form(page: QWidget, desk: Desk, look: RoundLook) -> Form:
    """End the round; what is unfinished goes on in the next one."""
    tr = desk.tr
    n = sum(one.open for one in look.plan.actions)
    words = tr.ngettext(
        "{n} action is not finished: it goes on in the next round.",
        "{n} actions are not finished: they go on in the next round.", n,
    ).format(n=tr.number(n))  # fmt: skip
    form = Form(page, desk, tr.gettext("End this round?"), tr.gettext("End it"), words)
    form.row(form.line("words", tr.gettext("What we have learned")))
    form.asks(
        lambda: RoundEndedRequest(words=form.words_of("words")),
        rounds.end, PLANNED, tr.gettext("The round is over."),
    ).open()  # fmt: skip
    return form
