"""The paper of a handover in ink: who, what lies there, what goes from hand to hand, and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from msgspec.structs import replace

from imt_desktop.i18n import Translator, capital
from imt_desktop.period import Period
from imt_desktop.reports.facts import Anchor, Officer
from imt_desktop.reports.handover.facts import HandedMoney, HandedPad, HandedThing, HandoverFacts
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK
from imt_desktop.reports.paper.listing import Field, Labelled, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.handing import thing_words
from imt_desktop.wording.kinds import account_name, post_name

COUNTED: Final = 64.0
"""Width of a column of amounts."""

MOST_DAYS: Final = 3
"""Stretches of rebuilt days that are named, the newest ones."""


def render(facts: HandoverFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the paper on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: HandoverFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the paper and return the document, sheets and all."""
    alone = facts.heading.one_signature and len(facts.signers) < 2
    return listing.draw(
        Listing(
            replace(facts.heading, officers=facts.signers, one_signature=alone), words, anchor,
            title=words.both(lambda tr: tr.gettext("Handover of a post")),
            about=words.both(lambda tr: tr.date(facts.on)),
            fields=_fields(words),
            rows=list(_rows(facts, words)),
            labelled=tuple(_labelled(facts, words)),
            warning=_absent(words) if facts.forced else None,
            notes=tuple(_notes(facts, words)),
            nothing=words.both(lambda tr: tr.gettext("Nothing was there to hand over.")),
        )
    )  # fmt: skip


def _absent(words: Bilingual) -> Pair:
    return words.both(
        lambda tr: tr.gettext("The old officer did not come: two others signed, as the rules say.")
    )


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("What goes from hand to hand")), bold=True),
        Field(words.both(lambda tr: tr.gettext("In the book")), COUNTED, "right"),
        Field(words.both(lambda tr: tr.gettext("Counted")), COUNTED, "right", bold=True),
        Field(words.both(lambda tr: tr.gettext("How it stands")), 88),
        Field(words.both(lambda tr: tr.gettext("Remark"))),
    )


def _labelled(facts: HandoverFacts, words: Bilingual) -> Iterator[Labelled]:
    yield words.both(lambda tr: tr.gettext("Post")), _post(facts.leaves, words)
    yield words.both(lambda tr: tr.gettext("Hands over")), Pair(facts.leaves.name)
    label = words.both(lambda tr: tr.gettext("Takes over"))
    new = facts.takes_over
    if new is None:
        yield label, words.both(lambda tr: tr.gettext("nobody yet: the post stays empty"))
    elif new.post == facts.leaves.post:
        yield label, Pair(new.name)
    else:
        post = _post(new, words)
        yield label, Pair(f"{new.name}, {post.main}", post.second)
    if facts.forced:
        yield (
            words.both(lambda tr: tr.gettext("Why the old officer did not come")),
            Pair(facts.reason),
        )
    for days in facts.rebuilt[-MOST_DAYS:]:
        told = words.both(lambda tr: tr.gettext("Put together again from papers"))
        yield told, words.both(partial(_days, days))


def _days(days: Period, tr: Translator) -> str:
    return tr.period(days)


def _post(officer: Officer, words: Bilingual) -> Pair:
    own = {officer.post: officer.own_post}
    return words.both(lambda tr: capital(post_name(officer.post, own, tr)))


def _rows(facts: HandoverFacts, words: Bilingual) -> Iterator[Row]:
    for money in facts.money:
        yield _money(money, words)
    if facts.last_receipt is not None:
        newest = words.both(lambda tr: tr.gettext("Newest receipt"))
        number = words.main.gettext("no. {number}").format(number=facts.last_receipt)
        yield Row((newest, None, None, None, number))
    for pad in facts.pads:
        yield _pad(pad, words)
    for thing in facts.things:
        yield _thing(thing, words)
    if facts.new_pin is not None:
        yield from _pins(facts, words)


def _pins(facts: HandoverFacts, words: Bilingual) -> Iterator[Row]:
    """Say that the old PIN has ended, and whether there is a new one; else it is ticked by hand."""
    old = words.both(lambda tr: tr.gettext("PIN of {name}").format(name=facts.leaves.name))
    yield Row((old, None, None, words.both(lambda tr: tr.gettext("ended with the post")), None))
    new = words.both(lambda tr: tr.gettext("New PIN"))
    there = words.both(lambda tr: tr.gettext("The PIN is set."))
    name = facts.takes_over.name if facts.takes_over else None
    yield Row((new, None, None, there if facts.new_pin else BLANK, name))


def _money(one: HandedMoney, words: Bilingual) -> Row:
    name = (
        Pair(one.own_name)
        if one.own_name
        else words.both(lambda tr: capital(account_name(one.account, {}, tr)))
    )
    if one.difference is None:
        state = words.both(lambda tr: tr.gettext("cannot be counted"))
    elif not one.difference:
        state = words.both(lambda tr: tr.gettext("it agrees"))
    else:
        state = words.both(lambda tr: tr.gettext("it differs"))
    remark = words.main.money(one.difference) if one.difference else None
    return Row((name, one.book, one.counted, state, remark))


def _pad(one: HandedPad, words: Bilingual) -> Row:
    def said(tr: Translator) -> str:
        return tr.gettext("Paper pad {first} to {last}").format(first=one.first, last=one.last)

    return Row((words.both(said), None, None, None, one.holder or None))


def _thing(one: HandedThing, words: Bilingual) -> Row:
    if one.handed:
        state = words.both(lambda tr: tr.gettext("handed over"))
    else:
        state = words.both(lambda tr: tr.gettext("missing"))
    what = words.both(lambda tr: thing_words(one.what, tr))
    return Row((what, None, None, state, one.remark or None))


def _notes(facts: HandoverFacts, words: Bilingual) -> Iterator[Pair]:
    yield words.both(lambda tr: tr.gettext("We went through all of this together and sign for it."))

    def screen(tr: Translator) -> str:
        n, day = tr.number(facts.entry), tr.short_date(facts.on)
        if facts.by_pin:
            return tr.gettext("Signed by PIN on {day}, entry {n}").format(day=day, n=n)
        return tr.gettext("Written down on {day} without a PIN, entry {n}").format(day=day, n=n)

    yield words.both(screen)
