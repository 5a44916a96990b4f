"""What officers did about the committee itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.committee import entries as c
from imt_desktop.committee.earlier import AnyDecision, DecisionRecorded1, as_recorded
from imt_desktop.journal import BookFounded, BookRestored, Entry, WordsForgotten
from imt_desktop.wording.decisions import votes_words
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.papers import about_words, paper_name


def _book(_entry: BookFounded, say: Said) -> str:
    return say.tr.gettext("The book was founded.")


def _described(entry: c.CommitteeDescribed, say: Said) -> str:
    return say.tr.gettext("The committee is called {name}.").format(name=entry.name)


def _named(entry: c.OfficerNamed, say: Said) -> str:
    return say.tr.gettext("{name} became {post} on {day}.").format(
        name=say.person(entry.name),
        post=post_name(entry.post, {}, say.tr),
        day=say.day(entry.since),
    )


def _changed(entry: c.OfficerChanged, say: Said) -> str:
    return say.tr.gettext("Put right what is known of {name}, {post} since {day}.").format(
        name=say.person(entry.name),
        post=post_name(entry.post, {}, say.tr),
        day=say.day(entry.since),
    )


def _left(entry: c.OfficerLeft, say: Said) -> str:
    return say.tr.gettext("{name} gave up the post on {day}.").format(
        name=say.officer(entry.officer), day=say.day(entry.on)
    )


def _decided(entry: AnyDecision, say: Said) -> str:
    votes = as_recorded(entry).votes
    said = say.tr.gettext("Decision {minute} of {day}: {what}").format(
        minute=entry.minute, day=say.day(entry.decided_on), what=say.person(entry.what)
    )
    return f"{said} ({votes_words(votes, say.tr)})" if votes else said


def _system(entry: c.WaterSystemNamed, say: Said) -> str:
    return say.tr.gettext("Water system added: {name}").format(name=entry.name)


def _own_language(entry: c.OwnLanguageNamed, say: Said) -> str:
    return say.tr.gettext("Papers can be printed in {language}.").format(language=entry.name)


def _phrases(entry: c.PhrasesGiven, say: Said) -> str:
    n = len(entry.phrases)
    return say.tr.ngettext(
        "Own words for {n} sentence of papers.", "Own words for {n} sentences of papers.", n
    ).format(n=say.tr.number(n))


def _paper(entry: c.PaperIssued, say: Said) -> str:
    return say.tr.gettext("Paper made: {paper} {about}, print {copy}").format(
        paper=paper_name(entry.paper, say.tr),
        about=about_words(
            entry.paper,
            entry.about,
            say.tr,
            say.known.lines.get(entry.about, ""),
            say.known.accounts,
        ),
        copy=entry.copy,
    )


def _pin(entry: c.PinSet, say: Said) -> str:
    tr, name = say.tr, say.officer(entry.officer)
    if entry.witness == "old-pin":
        return tr.gettext("{name} changed the PIN, with the old one.").format(name=name)
    if entry.witness == "officer":
        return tr.gettext("{name} set a PIN; another officer was present.").format(name=name)
    return tr.gettext("{name} set a PIN; there was no other officer to witness it.").format(
        name=name
    )


def _two(entry: c.TwoOfficers, say: Said) -> str:
    names = say.tr.join([say.officer(number) for number in entry.officers])
    if entry.in_force:
        return say.tr.gettext("From now on two officers sign what is important: {names}").format(
            names=names
        )
    return say.tr.gettext("From now on one signature is all there is: {names}").format(
        names=names or say.nobody
    )


def _limits(entry: c.LimitsSet, say: Said) -> str:
    if entry.expense_limit is None:
        return say.tr.gettext(
            "No limit for one signature from {day} on (decision {decision})."
        ).format(day=say.day(entry.since), decision=entry.decision)
    return say.tr.gettext(
        "One signature is enough up to {amount} from {day} on (decision {decision})."
    ).format(
        amount=say.money(entry.expense_limit), day=say.day(entry.since), decision=entry.decision
    )


def _names(entry: c.NamesPublished, say: Said) -> str:
    said = {"day": say.day(entry.since), "decision": entry.decision}
    if entry.until is None:
        return say.tr.gettext(
            "The notice names who is far behind, from {day} on (decision {decision})."
        ).format(**said)
    return say.tr.gettext(
        "The notice names who is far behind, from {day} to {last} (decision {decision})."
    ).format(last=say.day(entry.until), **said)


def _handed(entry: c.HandedOver, say: Said) -> str:
    old, new = say.officer(entry.leaves), say.officer(entry.takes_over)
    if entry.forced and entry.takes_over is None:
        return say.tr.gettext("The post of {old} stays empty; {old} did not come: {reason}").format(
            old=old, reason=say.person(entry.reason)
        )
    if entry.forced:
        return say.tr.gettext(
            "The post of {old} went to {new}; {old} did not come: {reason}"
        ).format(old=old, new=new, reason=say.person(entry.reason))
    if entry.takes_over is None:
        return say.tr.gettext("{old} handed over; the post stays empty.").format(old=old)
    return say.tr.gettext("{old} handed over to {new}.").format(old=old, new=new)


def _revoked(entry: c.DecisionRevoked, say: Said) -> str:
    return say.tr.gettext("Decision {n} was revoked by decision {by}.").format(
        n=entry.decision, by=entry.by
    )


def _rebuilt(entry: c.PeriodRebuilt, say: Said) -> str:
    return say.tr.gettext("Rebuilt from papers: {first} to {last}. {reason}").format(
        first=say.day(entry.first), last=say.day(entry.last), reason=entry.reason
    )


def _restored(_entry: BookRestored, say: Said) -> str:
    return say.tr.gettext("The book was brought back from a copy")


def _forgotten(entry: WordsForgotten, say: Said) -> str:
    n = len(entry.words)
    if not entry.member:
        return say.tr.ngettext(
            "{n} word of a complaint was erased. Its number and days stay.",
            "{n} words of a complaint were erased. Its number and days stay.",
            n,
        ).format(n=say.tr.number(n))
    return say.tr.ngettext(
        "{n} word about the member was erased. The figures stay.",
        "{n} words about the member were erased. The figures stay.",
        n,
    ).format(n=say.tr.number(n))


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    BookFounded: _book,
    BookRestored: _restored,
    WordsForgotten: _forgotten,
    c.CommitteeDescribed: _described,
    c.OfficerNamed: _named,
    c.OfficerChanged: _changed,
    c.OfficerLeft: _left,
    c.DecisionRecorded: _decided,
    DecisionRecorded1: _decided,
    c.DecisionRevoked: _revoked,
    c.WaterSystemNamed: _system,
    c.OwnLanguageNamed: _own_language,
    c.PhrasesGiven: _phrases,
    c.PaperIssued: _paper,
    c.PinSet: _pin,
    c.TwoOfficers: _two,
    c.LimitsSet: _limits,
    c.NamesPublished: _names,
    c.HandedOver: _handed,
    c.PeriodRebuilt: _rebuilt,
}
