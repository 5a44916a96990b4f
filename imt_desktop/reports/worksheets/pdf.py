"""The blank sheets in ink: for each step the questions of the screen, with room to write and to count."""

from __future__ import annotations

from msgspec.structs import replace

from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.listing import Listing
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.worksheets import cards, steps
from imt_desktop.reports.worksheets.facts import WorksheetsFacts
from imt_desktop.wording.plan import step_question


def render(facts: WorksheetsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the sheets on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: WorksheetsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the sheets and return the document, sheets and all."""
    title = words.main.gettext("Blank sheets of a round")
    document = Document(A4.width, A4.height, title, words.main.code)
    unsigned = replace(facts.heading, officers=())
    for number, step in enumerate(STEPS, 1):
        if facts.step not in ("", step):
            continue
        about = words.both(
            lambda tr, n=number: tr.gettext("Step {n} of {all}").format(  # type: ignore[misc]
                n=tr.number(n), all=tr.number(len(STEPS))
            )
        )
        asked = words.both(lambda tr, of=step: step_question(of, tr))  # type: ignore[misc]
        for table in steps.TABLES[step](facts, words):
            listing.add(
                document,
                Listing(
                    unsigned, words, anchor, title=table.title or asked, about=about,
                    fields=table.fields, rows=table.rows, notes=table.notes, tight=True,
                ),
            )  # fmt: skip
        if step == "problems":
            cards.add(document, facts, words)
    return document
