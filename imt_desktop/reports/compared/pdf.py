"""Before and after in ink: each question with a bar for each round, as the votes were spread."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.plan.integrity import THEMES
from imt_desktop.reports.compared.facts import Compared, ComparedFacts, RoundVoted
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Labelled, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.paper.spread import Spread
from imt_desktop.wording.plan import pack_words, theme_words

BAR = 138.0
"""Width of a bar."""
ROOM = 34.0


def render(facts: ComparedFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the paper on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ComparedFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the paper and return the document, sheets and all."""
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Before and after")),
            about=words.both(lambda tr: tr.date(facts.on)),
            fields=(Field(Pair("")), *(Field(_round(one, words), BAR) for one in facts.rounds)),
            rows=_rows(facts, words),
            labelled=_done(facts, words),
            nothing=words.both(lambda tr: tr.gettext("No round of the toolbox has begun")),
        )
    )  # fmt: skip


def _round(one: RoundVoted, words: Bilingual) -> Pair:
    return words.both(lambda tr: tr.gettext("Round {name}").format(name=one.text))


def _done(facts: ComparedFacts, words: Bilingual) -> tuple[Labelled, ...]:
    if not facts.counted:
        return ()

    def said(tr: Translator) -> str:
        done = tr.gettext("{n} of {all} done")
        return done.format(n=tr.number(facts.done), all=tr.number(facts.counted))

    return ((_round(facts.rounds[-1], words), words.both(said)),)


def _rows(facts: ComparedFacts, words: Bilingual) -> list[Row]:
    if not facts.questions:
        return []
    here = words.both(lambda tr: tr.gettext("People here"))
    answers = tuple(
        words.both(say)
        for say in (
            lambda tr: tr.gettext("No"),
            lambda tr: tr.gettext("Partly"),
            lambda tr: tr.gettext("Yes"),
        )
    )
    rows = [
        Row((None, *(Spread((1, 1, 1), 3, answers) for _ in facts.rounds)), room=ROOM),
        Row((here, *(words.main.number(one.present) for one in facts.rounds))),
    ]
    for theme in THEMES:
        mine = [one for one in facts.questions if one.theme == theme]
        if mine:
            title = words.both(lambda tr, t=theme: theme_words(t, tr))  # type: ignore[misc]
            rows.append(Row((title, *[None] * len(facts.rounds)), strong=True, room=24))
        rows += [_row(one, facts, words) for one in mine]
    return rows


def _row(one: Compared, facts: ComparedFacts, words: Bilingual) -> Row:
    asked = one.text or words.both(lambda tr: pack_words(one.words, tr))
    bars = (
        Spread(votes, max(held.present, sum(votes))) if sum(votes) else None
        for votes, held in zip(one.votes, facts.rounds, strict=True)
    )
    return Row((asked, *bars), room=ROOM)
