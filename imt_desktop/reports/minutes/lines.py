"""The minutes as lines from top to bottom, so that they can be cut into pages anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from imt_desktop.committee.entries import Votes
from imt_desktop.i18n import Translator
from imt_desktop.reports.invitation.words import about
from imt_desktop.reports.minutes.facts import Asked, Came, Decided, MinutesFacts
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fit import wrap
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL
from imt_desktop.wording.community import needed_words, quorum_words
from imt_desktop.wording.decisions import votes_words

SIZE = 11.0
INDENT = 22.0
WRITE = 24.0
"""Height of a line to write on."""

LEFT_OPEN = 2
"""Lines to write on under each point of the agenda."""

MOST_EMPTY = 5
"""Of decisions, before the meeting."""


_Say = Callable[[Translator], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of ink: ``tall`` is all the room that it takes. Without words it is one to write on."""

    words: str
    size: float = SIZE
    font: str = REGULAR
    colour: str = INK
    indent: float = 0
    tall: float = SIZE * 1.4
    keeps: bool = False
    """It stays with the line after it."""
    mark: str = ""
    """What stands before it, such as its number."""


def lines_of(facts: MinutesFacts, words: Bilingual, room: float) -> list[Line]:
    """Return all lines of the minutes within a width."""
    parts = _Parts(words, room)
    return list(parts.held(facts) if facts.came is not None else parts.coming(facts))


class _Parts:
    def __init__(self, words: Bilingual, room: float) -> None:
        self.words, self.room = words, room

    def held(self, facts: MinutesFacts) -> Iterator[Line]:
        """Say who came, what was said, decided and asked."""
        assert facts.came is not None
        yield from self._titled(lambda tr: tr.gettext("Who came"))
        yield from self._came(facts.came, facts.meeting.quorum)
        if facts.meeting.agenda:
            yield from self._titled(about)
            for number, point in enumerate(facts.meeting.agenda, 1):
                yield from self._text(point, INDENT, str(number))
        if facts.text:
            yield from self._titled(lambda tr: tr.gettext("What was said"))
            for paragraph in facts.text.splitlines():
                yield from self._text(paragraph)
        if facts.decisions:
            yield from self._titled(lambda tr: tr.gettext("Decisions"))
            for one in facts.decisions:
                yield from self._decision(one)
        if facts.questions:
            yield from self._titled(lambda tr: tr.gettext("Questions"))
            for number, asked in enumerate(facts.questions, 1):
                yield from self._question(asked, number)

    def coming(self, facts: MinutesFacts) -> Iterator[Line]:
        """Leave room to write: under each point, and for each decision with its votes."""
        yield from self._titled(lambda tr: tr.gettext("Who came"))
        if facts.meeting.quorum is not None:
            yield from self._said(partial(needed_words, facts.meeting.quorum))
        blanks = (_women, _men, _represented)
        yield from self._said(lambda tr: DOT.join(f"{say(tr)} ______" for say in blanks))
        yield from self._titled(about)
        for number, point in enumerate(facts.meeting.agenda, 1):
            yield from self._text(point, INDENT, str(number), font=BOLD)
            yield from _to_write(INDENT)
        if not facts.meeting.agenda:
            yield from _to_write(0)
        yield from self._titled(lambda tr: tr.gettext("Decisions"))
        for _ in range(MOST_EMPTY):
            yield from _to_write(INDENT)
            yield from self._said(
                lambda tr: DOT.join(f"{say(tr)} ____" for say in (_for, _against, _not)),
                INDENT,
            )

    def _came(self, came: Came, quorum: int | None) -> Iterator[Line]:
        yield from self._said(lambda tr: _came_words(came, tr))
        if came.women_spoke + came.men_spoke:
            yield from self._said(lambda tr: _labelled(
                tr.gettext("Spoke"), _people(came.women_spoke, came.men_spoke, tr)
            ))  # fmt: skip
        if quorum is not None:
            yield from self._said(partial(quorum_words, came.all, quorum))

    def _decision(self, one: Decided) -> Iterator[Line]:
        yield from self._said(
            lambda tr: tr.gettext("Minute {number}").format(number=one.number), keeps=True, above=6
        )
        yield from self._text(one.text, INDENT, font=BOLD)
        if one.in_favour is not None:
            votes = Votes(in_favour=one.in_favour, against=one.against, abstained=one.abstained)
            yield from self._said(partial(votes_words, votes), INDENT)
        if one.revoked:
            yield from self._said(lambda tr: tr.gettext("Revoked by a later decision"), INDENT)

    def _question(self, one: Asked, number: int) -> Iterator[Line]:
        yield from self._text(one.text, INDENT, str(number))
        if one.answered_on is not None:
            on = one.answered_on
            yield from self._said(
                lambda tr: tr.gettext("Answered {day}").format(day=tr.date(on)), INDENT,
                keeps=bool(one.answer),
            )  # fmt: skip
            yield from self._text(one.answer, INDENT)
        else:
            yield from self._said(
                lambda tr: tr.gettext("Answer by {day}").format(day=tr.date(one.due_on)), INDENT
            )

    # Lines

    def _titled(self, say: _Say) -> Iterator[Line]:
        pair = self.words.both(say)
        yield Line(pair.beside, 13, BOLD, TEAL, tall=30, keeps=True)

    def _text(
        self, text: str, indent: float = 0, mark: str = "", font: str = REGULAR
    ) -> Iterator[Line]:
        """Break somebody's own words, which stand once."""
        if not text.strip():
            return
        for at, line in enumerate(wrap(clean(text), font, SIZE, self.room - indent)):
            yield Line(line, font=font, indent=indent, mark="" if at else mark)

    def _said(
        self, say: _Say, indent: float = 0, keeps: bool = False, above: float = 0
    ) -> Iterator[Line]:
        """Break a sentence of the program's, and the same in the other language under it."""
        pair: Pair = self.words.both(say)
        for line in wrap(clean(pair.main), REGULAR, SIZE, self.room - indent):
            tall = SIZE * 1.4 + above
            yield Line(line, indent=indent, tall=tall, keeps=keeps or bool(pair.second))
            above = 0
        if pair.second:
            for line in wrap(clean(pair.second), ITALIC, 8.6, self.room - indent):
                yield Line(line, 8.6, ITALIC, SOFT, indent, tall=12, keeps=keeps)


def _to_write(indent: float) -> Iterator[Line]:
    for _ in range(LEFT_OPEN):
        yield Line("", indent=indent, tall=WRITE)


def _people(women: int, men: int, tr: Translator) -> str:
    return tr.gettext("{women} women, {men} men").format(women=tr.number(women), men=tr.number(men))


def _labelled(label: str, said: str) -> str:
    return f"{label}: {said}"


def _came_words(came: Came, tr: Translator) -> str:
    """Say who came on one line: women and men, who sent somebody, guests, and of how many."""
    parts = [_people(came.women, came.men, tr)]
    if came.represented:
        parts.append(_labelled(_represented(tr), tr.number(came.represented)))
    if came.guests:
        parts.append(_labelled(tr.gettext("Guests"), tr.number(came.guests)))
    parts.append(_labelled(tr.gettext("Could have come"), tr.number(came.members)))
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
