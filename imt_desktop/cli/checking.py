"""``verify --anchor`` and ``read-code``: a paper is held against the book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from msgspec import Struct
from msgspec.structs import asdict

from imt_desktop import settings
from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import Json, Refused, opened, reply
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.checking import Answer as Checked
from imt_desktop.money import Money
from imt_desktop.oversight.papers import check_paper, not_on_paper, what_it_said
from imt_desktop.oversight.photos import codes_here, read_codes
from imt_desktop.reports.figures import figures
from imt_desktop.wording.checking import answer_words, not_on_paper_words, said_words
from imt_desktop.wording.entries import entry_words


class AnchorAnswer(Struct, frozen=True):
    """What holding a paper against the book showed: for programs, and in sentences."""

    facts: dict[str, Any]
    told: list[str]
    status: int
    """0 where the paper is explained, 1 where it is not, 2 where the code itself says nothing."""


def check_anchor(book: Path, shown: str, json: bool) -> AnchorAnswer:
    """Hold a paper against a book: ``CODE``, ``CODE@ENTRY`` or the text of a QR code."""
    tr = Translator("en")
    with opened(book, json, writable=False) as held, held.read() as reading:
        memory, today = settings.places().config, held.now().date()
        answer = check_paper(reading, shown, memory=memory, today=today)
        told = list(answer_words(answer, tr))
        facts = _facts(answer)
        if answer.entry is not None:
            said = what_it_said(reading, answer.entry)
            told += [entry_words(answer.entry, reading.currency, tr), *said_words(said, tr)]
            told += figures(said, tr)
            facts["said"] = {
                "paper": said.paper,
                "about": said.about,
                "receipts": [asdict(one) for one in said.receipts],
                "facts": _in_decimals(said.facts),
            }
        count = not_on_paper(reading)
        facts["not_on_paper"] = count
        return AnchorAnswer(facts, [*told, not_on_paper_words(count, tr)], _status(answer))


def read_code(
    picture: Annotated[Path, typer.Argument(metavar="PICTURE", help="a photo or scan of a paper")],
    here: Annotated[bool, typer.Option("--here", hidden=True)] = False,
    json: Json = False,
) -> None:
    """Read a paper's code from a photo or scan; give it to verify --anchor."""
    try:
        codes = codes_here(picture) if here else read_codes(picture)
    except UserError as error:
        raise Refused(error, json) from error
    rows = [{"code": code} for code in codes]
    reply(Answer(rows, told=list(codes)), picture, json, date.today())


def _in_decimals(value: Any) -> Any:
    """Return what a paper said with its amounts as every answer has them: decimal strings."""
    if isinstance(value, dict):
        if set(value) == {"currency", "minor"}:
            return msgspec.convert(value, Money)
        return {name: _in_decimals(one) for name, one in value.items()}
    return [_in_decimals(one) for one in value] if isinstance(value, list) else value


def _status(answer: Checked) -> int:
    if answer.state in ("letters", "slip"):
        return 2
    explained = answer.state == "matches" or (answer.state == "left-behind" and answer.certain)
    return 0 if explained and not answer.failing else 1


def _facts(answer: Checked) -> dict[str, Any]:
    names = ("state", "code", "seq", "entries", "restore", "certain", "broken", "after", "until",
             "failing", "misnumbered")  # fmt: skip
    return {name: getattr(answer, name) for name in names}
