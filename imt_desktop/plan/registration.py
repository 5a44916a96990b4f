"""Registration papers: what the committee is registered with, until when, and a photo; without any round."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.journal import Attachment, Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors
from imt_desktop.plan.compliance import held
from imt_desktop.plan.management import ComplianceLine, complied, known_points
from imt_desktop.plan.requests import Request, chosen

OUTSIDE: Final = 0
"""The round of what was written down outside of rounds."""


class PaperRequest(Request, frozen=True, tag="registration-paper"):
    """Write a paper down, or anew: a point that is asked of all (``item``), or one of their own (``words``).

    ``ended`` takes it off the list.
    """

    item: str = ""
    words: str = ""
    paper: str = ""
    issued_by: str = ""
    expires: date | None = None
    attachment: Attachment | None = None
    ended: bool = False


def keep_paper(book: Writing, wanted: PaperRequest) -> Recorded:
    """Write a paper down, on the list that the next round goes on with.

    Raises TitleMissingError, ChoiceError, AttachmentMissingError.
    """
    name = wanted.words.strip()
    if not (wanted.item or name):
        raise errors.TitleMissingError().beside("words")
    if wanted.item:
        chosen(wanted.item, known_points(book), "item")
    about = (wanted.item, "" if wanted.item else name)
    before = [one.line for one in held(book)]
    rest = [line for line in before if at_of(line) != about]
    if wanted.ended:
        known = [own or item for item, own in map(at_of, before)]
        chosen(about[1] or about[0], known, "words" if about[1] else "item")
        return book.append(e.ComplianceChecked(round=OUTSIDE, lines=tuple(rest)))
    line = complied(
        book,
        ComplianceLine(
            state="met",
            item=wanted.item,
            words=about[1],
            paper=wanted.paper,
            issued_by=wanted.issued_by,
            expires=wanted.expires,
            attachment=wanted.attachment,
        ),
    )
    return book.append(e.ComplianceChecked(round=OUTSIDE, lines=(*rest, line)))


def at_of(line: e.Complied) -> tuple[str, str]:
    """Return which paper a line is about: a point of the packs, or their own words."""
    return line.item, "" if line.item else line.words
