"""What has to be asked once a file, and what the file itself says to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from imt_desktop.ledger.importing import amounts, dates
from imt_desktop.ledger.importing.cell_errors import UnknownWordError
from imt_desktop.ledger.importing.layout import Layout
from imt_desktop.ledger.importing.rows import (
    Example,
    ExpenseRow,
    MemberRow,
    OpenWord,
    Options,
    Proven,
    Question,
    Understood,
)
from imt_desktop.ledger.importing.synonyms import codes, fold, is_blank
from imt_desktop.ledger.importing.table import Line

AMOUNTS: Final = ("amount", "owed", "ahead", "balance")
DATES: Final = ("on", "since")

OTHER: Final = "other"
"""The category of an expense whose words propose none."""

_EXAMPLES: Final = 5

_THOUSANDS: Final = re.compile(r"\D*[1-9]\d{0,2}[.,]\d{3}\D*")
"""One mark with three digits behind it: thousands to one, and a slip of the pen to another."""


def open_questions(
    data: Sequence[Line], layout: Layout, options: Options
) -> list[Question | Proven]:
    """Return what the rows leave open and nobody has answered yet, with what they prove themselves."""
    found = []
    if options.date_order is None:
        texts = list(_texts(data, layout, DATES))
        unclear = [each for each in texts if dates.needs_order(each.text, options.on)]
        proofs = [(each, dates.proves(each.text, options.on)) for each in unclear]
        found.append(_question("dates", dates.ORDERS, unclear, proofs))
    if options.decimal is None:
        texts = list(_texts(data, layout, AMOUNTS))
        found.append(_about_decimals(texts, options))
    return [one for one in found if one]


def answered(options: Options, proven: Iterable[Proven]) -> Options:
    """Return what the rows are read by: what somebody said, and otherwise what the file proves."""
    for one in proven:
        if one.about == "dates":
            options = replace(options, date_order=one.value)
        else:
            options = replace(options, decimal=one.value)
    return options


def concerns(data: Sequence[Line], layout: Layout, options: Options) -> frozenset[str]:
    """Return what is asked of these rows at all, ``dates`` or ``decimal``, also once answered."""
    days, sums = _texts(data, layout, DATES), _texts(data, layout, AMOUNTS)
    asked = {
        "dates": any(dates.needs_order(each.text, options.on) for each in days),
        "decimal": any(amounts.is_ambiguous(each.text, options.currency) for each in sums),
    }
    return frozenset(about for about, matters in asked.items() if matters)


def open_words(understood: Understood) -> tuple[OpenWord, ...]:
    """Return the words that no list knows, and those that a category or a state is proposed for."""
    found: dict[tuple[str, str], OpenWord] = {}
    for problem in understood.problems:
        error = problem.error
        if isinstance(error, UnknownWordError):
            word = OpenWord(error.field_name, error.text, error.choices, 0)
            _count(found, word)
    for row in understood.rows:
        if isinstance(row, ExpenseRow) and row.category is None and row.what:
            code = row.proposed or OTHER
            _count(found, OpenWord("what", row.what, codes("category"), 0, code))
        if isinstance(row, MemberRow) and row.proposed:
            _count(found, OpenWord("note", row.remark, codes("status"), 0, row.proposed))
    return tuple(found.values())


def _count(found: dict[tuple[str, str], OpenWord], word: OpenWord) -> None:
    key = word.field, fold(word.text)
    found[key] = replace(found.get(key, word), rows=found.get(key, word).rows + 1)


def _about_decimals(texts: list[Example], options: Options) -> Question | Proven | None:
    """Ask if any amount could mean two things, or if the amounts contradict one another."""
    currency = options.currency
    unclear = [each for each in texts if amounts.is_ambiguous(each.text, currency)]
    proofs = [(each, _proof(each.text, options)) for each in texts]
    if len({mark for _, mark in proofs if mark}) > 1:
        unclear = unclear or [each for each, mark in proofs if mark]
    return _question("decimal", amounts.DECIMAL_MARKS, unclear, proofs)


def _proof(text: str, options: Options) -> str | None:
    """Return the decimal mark that a text proves; what looks like thousands proves none but the usual one."""
    mark = amounts.proves(text, options.currency)
    like_thousands = _THOUSANDS.fullmatch(text) is not None
    return None if like_thousands and mark != options.usual else mark


def _question(
    about: str,
    choices: tuple[str, ...],
    unclear: list[Example],
    proofs: list[tuple[Example, str | None]],
) -> Question | Proven | None:
    """Ask nothing where all is clear, and where the cells that can be read in one way only agree."""
    if not unclear:
        return None
    proven = {proof: example for example, proof in reversed(proofs) if proof}
    suggested = next(iter(proven)) if len(proven) == 1 else None
    question = Question(about, choices, suggested, tuple(unclear[:_EXAMPLES]))
    return Proven(about, suggested, proven[suggested], question) if suggested else question


def _texts(data: Sequence[Line], layout: Layout, fields: tuple[str, ...]) -> Iterator[Example]:
    columns = [column for field in fields for column in layout.fields.get(field, ())]
    for line in data:
        for column in columns:
            cell = line.cell(column.index)
            if isinstance(cell, str) and not is_blank(cell):
                yield Example(line.number, column.letter, cell)
