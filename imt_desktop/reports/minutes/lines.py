"""The minutes as lines from top to bottom, so that they can be cut into pages anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from imt_desktop.committee.entries import Votes
from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.invitation.words import about
from imt_desktop.reports.minutes.facts import Asked, Came, Decided, Elected, MinutesFacts
from imt_desktop.reports.paper.bilingual import DOT, Bilingual
from imt_desktop.reports.paper.flowing import INDENT, Flow, Line
from imt_desktop.reports.paper.fonts import BOLD
from imt_desktop.reports.phrases import labelled
from imt_desktop.wording.community import needed_words, quorum_words
from imt_desktop.wording.decisions import votes_words
from imt_desktop.wording.kinds import post_name

LEFT_OPEN = 2
"""Lines to write on under each point of the agenda."""

MOST_EMPTY = 5
"""Of decisions, before the meeting."""


def lines_of(facts: MinutesFacts, words: Bilingual) -> list[Line]:
    """Return all lines of the minutes."""
    parts = _Parts(words)
    return list(parts.held(facts) if facts.came is not None else parts.coming(facts))


class _Parts(Flow):
    """The parts of the minutes."""

    def held(self, facts: MinutesFacts) -> Iterator[Line]:
        """Say who came, what was said, decided and asked."""
        assert facts.came is not None
        yield from self.titled(lambda tr: tr.gettext("Who came"))
        yield from self._came(facts.came, facts.meeting.quorum)
        if facts.meeting.agenda:
            yield from self.titled(about)
            for number, point in enumerate(facts.meeting.agenda, 1):
                yield from self.text(point, INDENT, str(number))
        if facts.text:
            yield from self.titled(lambda tr: tr.gettext("What was said"))
            for paragraph in facts.text.splitlines():
                yield from self.text(paragraph)
        if facts.decisions:
            yield from self.titled(lambda tr: tr.gettext("Decisions"))
            for one in facts.decisions:
                yield from self._decision(one)
        if facts.elected:
            yield from self.titled(lambda tr: tr.gettext("Who was elected"))
            for chosen in facts.elected:
                yield from self.text(chosen.name, INDENT, font=BOLD, keeps=True)
                yield from self.said(partial(_elected_words, chosen), INDENT)
        if facts.questions:
            yield from self.titled(lambda tr: tr.gettext("Questions"))
            for number, asked in enumerate(facts.questions, 1):
                yield from self._question(asked, number)

    def coming(self, facts: MinutesFacts) -> Iterator[Line]:
        """Leave room to write: under each point, and for each decision with its votes."""
        yield from self.titled(lambda tr: tr.gettext("Who came"))
        if facts.meeting.quorum is not None:
            yield from self.said(partial(needed_words, facts.meeting.quorum))
        blanks = (_women, _men, _represented)
        yield from self.said(lambda tr: DOT.join(f"{say(tr)} ______" for say in blanks))
        yield from self.titled(about)
        for number, point in enumerate(facts.meeting.agenda, 1):
            yield from self.text(point, INDENT, str(number), font=BOLD)
            yield from self.to_write(LEFT_OPEN, INDENT)
        if not facts.meeting.agenda:
            yield from self.to_write(LEFT_OPEN)
        yield from self.titled(lambda tr: tr.gettext("Decisions"))
        for _ in range(MOST_EMPTY):
            yield from self.to_write(LEFT_OPEN, INDENT)
            yield from self.said(
                lambda tr: DOT.join(f"{say(tr)} ____" for say in (_for, _against, _not)),
                INDENT,
            )

    def _came(self, came: Came, quorum: int | None) -> Iterator[Line]:
        yield from self.said(lambda tr: _came_words(came, tr))
        if came.women_spoke + came.men_spoke:
            yield from self.said(lambda tr: labelled(
                tr.gettext("Spoke"), _people(came.women_spoke, came.men_spoke, tr), tr
            ))  # fmt: skip
        if quorum is not None:
            yield from self.said(partial(quorum_words, came.all, quorum))

    def _decision(self, one: Decided) -> Iterator[Line]:
        yield from self.said(
            lambda tr: tr.gettext("Minute {number}").format(number=one.number), keeps=True, above=6
        )
        followed = one.in_favour is not None or one.revoked
        yield from self.text(one.text, INDENT, font=BOLD, keeps=followed)
        if one.in_favour is not None:
            votes = Votes(in_favour=one.in_favour, against=one.against, abstained=one.abstained)
            yield from self.said(partial(votes_words, votes), INDENT)
        if one.revoked:
            yield from self.said(lambda tr: tr.gettext("Revoked by a later decision"), INDENT)

    def _question(self, one: Asked, number: int) -> Iterator[Line]:
        yield from self.text(one.text, INDENT, str(number), keeps=True)
        if one.answered_on is not None:
            on = one.answered_on
            yield from self.said(
                lambda tr: tr.gettext("Answered {day}").format(day=tr.date(on)), INDENT,
                keeps=bool(one.answer),
            )  # fmt: skip
            yield from self.text(one.answer, INDENT)
        else:
            yield from self.said(
                lambda tr: tr.gettext("Answer by {day}").format(day=tr.date(one.due_on)), INDENT
            )


def _elected_words(one: Elected, tr: Translator) -> str:
    parts = [capital(post_name(one.post, {}, tr))]
    if one.until is not None:
        parts.append(tr.gettext("until {day}").format(day=tr.date(one.until)))
    if one.votes is not None:
        parts.append(labelled(tr.gettext("Votes"), tr.number(one.votes), tr))
    return DOT.join(parts)


def _people(women: int, men: int, tr: Translator) -> str:
    return tr.gettext("{women} women, {men} men").format(women=tr.number(women), men=tr.number(men))


def _came_words(came: Came, tr: Translator) -> str:
    """Say who came on one line: women and men, who sent somebody, guests, and of how many."""
    parts = [_people(came.women, came.men, tr)]
    if came.represented:
        parts.append(labelled(_represented(tr), tr.number(came.represented), tr))
    if came.guests:
        parts.append(labelled(tr.gettext("Guests"), tr.number(came.guests), tr))
    parts.append(labelled(tr.gettext("Could have come"), tr.number(came.members), tr))
    return DOT.join(parts)


def _women(tr: Translator) -> str:
    return tr.gettext("Women")


def _men(tr: Translator) -> str:
    return tr.gettext("Men")


def _represented(tr: Translator) -> str:
    return tr.gettext("Sent somebody")


def _for(tr: Translator) -> str:
    return tr.pgettext("votes", "For")


def _against(tr: Translator) -> str:
    return tr.pgettext("votes", "Against")


def _not(tr: Translator) -> str:
    return tr.gettext("Did not vote")
