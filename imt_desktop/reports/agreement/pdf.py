"""An agreement in ink, A4: who pays how much on which day, and room for thumbprints."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.agreement.facts import AgreementFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document


def render(facts: AgreementFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an agreement on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: AgreementFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw an agreement and return the document, sheets and all."""
    total = words.both(lambda tr: tr.gettext("Total"))
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Agreement to pay in instalments")),
            about=words.both(lambda tr: tr.date(facts.on)),
            lead=(_who(facts, words), words.both(lambda tr: _promise(facts, tr))),
            fields=_fields(words),
            rows=[
                Row((str(n), words.both(lambda tr, on=part.due_on: tr.date(on)), part.amount))  # type: ignore[misc]
                for n, part in enumerate(facts.parts, 1)
            ],
            total=Row((None, total, facts.amount)),
            notes=tuple(_notes(facts, words)),
            thumbs=(
                words.both(lambda tr: tr.gettext("I agree to it")),
                words.both(lambda tr: tr.gettext("Witness: name and signature")),
            ),
        )
    )  # fmt: skip


def _who(facts: AgreementFacts, words: Bilingual) -> Pair:
    member = words.beside(lambda tr: tr.gettext("Member"))
    places = (f"{member} {facts.member}", facts.zone, facts.house)
    return Pair(facts.name, DOT.join(part for part in places if part))


def _promise(facts: AgreementFacts, tr: Translator) -> str:
    n = len(facts.parts)
    said = tr.ngettext(
        "I owe the committee {amount} and pay it in {n} instalment on this day:",
        "I owe the committee {amount} and pay it in {n} instalments on these days:",
        n,
    )
    return said.format(amount=tr.money(facts.amount), n=tr.number(n))


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("number of a row", "No.")), 38),
        Field(words.both(lambda tr: tr.gettext("Due")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Instalment")), align="right", bold=True),
    )


def _notes(facts: AgreementFacts, words: Bilingual) -> list[Pair]:
    notes = [
        words.both(
            lambda tr: tr.gettext(
                "As long as this is kept, the committee takes no step for this debt."
            )
        ),
        words.both(
            lambda tr: tr.gettext(
                "If I cannot pay on a day, I come before it and talk to the committee."
            )
        ),
    ]
    if facts.text:
        notes.append(
            words.both(lambda tr: tr.gettext("Also agreed: {words}").format(words=facts.text))
        )
    if facts.minute and facts.decided_on is not None:
        on = facts.decided_on
        notes.append(
            words.both(
                lambda tr: tr.gettext("As it was decided: minute {number} of {day}.").format(
                    number=facts.minute, day=tr.date(on)
                )
            )
        )
    return notes
