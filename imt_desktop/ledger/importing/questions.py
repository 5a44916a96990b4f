"""What has to be asked once a file, and what the file itself says to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from imt_desktop.ledger.importing import amounts, dates
from imt_desktop.ledger.importing.layout import Column, Layout
from imt_desktop.ledger.importing.rows import Example, Options, Question
from imt_desktop.ledger.importing.sheets import Cell
from imt_desktop.ledger.importing.synonyms import is_blank
from imt_desktop.ledger.importing.table import Line

AMOUNTS: Final = ("amount", "owed", "ahead", "balance")
DATES: Final = ("on", "since", "joined")

_EXAMPLES: Final = 5


def open_questions(
    data: Sequence[Line], layout: Layout, options: Options
) -> tuple[Question, ...]:
    """Return what the rows leave open and nobody has answered yet."""
    found = []
    if options.date_order is None:
        texts = list(_texts(data, layout, DATES))
        found.append(
            _question(
                "dates",
                dates.ORDERS,
                [each for each in texts if dates.needs_order(each.text, options.today)],
                lambda text: dates.proves(text, options.today),
            )
        )
    if options.decimal is None:
        texts = list(_texts(data, layout, AMOUNTS))
        found.append(_about_decimals(texts, options))
    return tuple(question for question in found if question)


def _about_decimals(texts: list[Example], options: Options) -> Question | None:
    """Ask if any amount could mean two things, or if the amounts contradict one another."""
    currency = options.currency
    unclear = [each for each in texts if amounts.is_ambiguous(each.text, currency)]
    proofs = [(each, amounts.proves(each.text, currency)) for each in texts]
    if len({mark for _, mark in proofs if mark}) > 1:
        unclear = unclear or [each for each, mark in proofs if mark]
    seen = dict(zip((each.text for each in texts), (mark for _, mark in proofs), strict=True))
    question = _question("decimal", amounts.DECIMAL_MARKS, unclear, seen.get)
    if question is None:
        return None
    marks = {mark for mark in seen.values() if mark}
    suggested = marks.pop() if len(marks) == 1 else None
    return Question(question.about, question.choices, suggested, question.examples)


def _question(
    about: str,
    choices: tuple[str, ...],
    unclear: list[Example],
    proves: Callable[[str], str | None],
) -> Question | None:
    if not unclear:
        return None
    proven = {proof for each in unclear if (proof := proves(each.text))}
    suggested = proven.pop() if len(proven) == 1 else None
    return Question(about, choices, suggested, tuple(unclear[:_EXAMPLES]))


def _texts(
    data: Sequence[Line], layout: Layout, fields: tuple[str, ...]
) -> Iterator[Example]:
    columns = [column for field in fields for column in layout.fields.get(field, ())]
    for line in data:
        for column in columns:
            cell = line.cell(column.index)
            if isinstance(cell, str) and not is_blank(cell):
                yield Example(line.number, column.letter, cell)


def first_cell(line: Line, columns: tuple[Column, ...]) -> Cell:
    """Return the cell of a field's first column."""
    return line.cell(columns[0].index) if columns else None
