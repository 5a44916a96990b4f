"""What stands on the blank sheets of each step: heads of columns, and rows to write in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.plan.integrity import THEMES
from imt_desktop.plan.management import STATES
from imt_desktop.plan.rounds import BEARERS
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, BOX, Cell, Drawn
from imt_desktop.reports.paper.listing import Field, Row
from imt_desktop.reports.worksheets.facts import AskedQuestion, WorksheetsFacts
from imt_desktop.wording.plan import compliance_words, pack_words, role_words, theme_words

LINE: Final = 30.0
"""Height of a row to write in."""
LOW: Final = 26.5
"""The least, where much has to stand on one sheet."""
COUNT: Final = 46.0
"""Width of a box for a count or a tick."""
OWN: Final = 3
"""Rows for what is on no list."""
KEY: Final = 3
"""Sheets to study a key problem."""
WHYS: Final = 5
ACTIONS: Final = 4
TOGETHER: Final = 2
"""Actions on a sheet."""

DRAWING: Final = 30.0
"""Room for a problem's drawing."""

EMPTY: Final = Pair("")


class Table(Struct, frozen=True):
    """One table; the step's question is its title where it has none of its own."""

    fields: tuple[Field, ...]
    rows: Sequence[Row]
    notes: tuple[Pair, ...] = ()
    title: Pair | None = None


class _Say:
    """Says sentences in the languages of the paper."""

    def __init__(self, words: Bilingual) -> None:
        self.words = words

    def __call__(self, say: Callable[[Translator], str]) -> Pair:
        return self.words.both(say)

    def pack(self, text: str) -> Pair:
        return self.words.both(lambda tr: pack_words(text, tr))


def _row(*cells: Cell, room: float = LINE) -> Row:
    return Row(cells, room=room)


def _part(title: Pair, columns: int) -> Row:
    """Return a row that names what follows."""
    return Row((title, *[None] * (columns - 1)), strong=True, room=26)


def _prepare(_facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    whole = [
        say(lambda tr: tr.gettext("The water system")),
        say(lambda tr: tr.gettext("Women here")),
        say(lambda tr: tr.gettext("Men here")),
        say(lambda tr: tr.gettext("Households that use it")),
    ]
    tasks = [
        say(lambda tr: tr.gettext("Collects the money")),
        say(lambda tr: tr.gettext("Runs the pump")),
        say(lambda tr: tr.gettext("Repairs")),
        say(lambda tr: tr.gettext("Checks the books")),
    ]
    bearers = [say(lambda tr, r=role: role_words(r, tr)) for role in BEARERS]  # type: ignore[misc]
    rows = [
        *(_row(one, BLANK, BLANK, room=LOW) for one in whole),
        _part(say(lambda tr: tr.gettext("Who has which task")), 3),
        *(_row(one, BLANK, BLANK, room=LOW) for one in tasks),
        *[_row(BLANK, BLANK, BLANK, room=LOW)] * 2,
        _part(say(lambda tr: tr.gettext("Who has a duty towards us")), 3),
        *(_row(one, BLANK, BLANK, room=LOW) for one in bearers),
    ]
    fields = (
        Field(EMPTY, 170),
        Field(say(lambda tr: tr.gettext("Name"))),
        Field(say(lambda tr: tr.gettext("Remark"))),
    )
    return [Table(fields, rows)]


def _integrity(facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    fields = (
        Field(EMPTY),
        Field(say(lambda tr: tr.gettext("No")), COUNT),
        Field(say(lambda tr: tr.gettext("Partly")), COUNT + 14),
        Field(say(lambda tr: tr.gettext("Yes")), COUNT),
    )
    rows = [_row(say(lambda tr: tr.gettext("People here")), None, None, BOX)]
    for theme in THEMES:
        rows.append(_part(say(lambda tr, t=theme: theme_words(t, tr)), 4))  # type: ignore[misc]
        asked = [one for one in facts.questions if one.theme == theme]
        rows += [_row(_question(one, say), BOX, BOX, BOX, room=36) for one in asked]
        rows.append(_row(BLANK, BOX, BOX, BOX, room=36))
    return [Table(fields, rows)]


def _question(one: AskedQuestion, say: _Say) -> Cell:
    return one.text or say.pack(one.words)


def _compliance(facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    models = (
        Field(say(lambda tr: tr.gettext("The management model")), 190),
        Field(say(lambda tr: tr.gettext("Today")), COUNT + 8),
        Field(say(lambda tr: tr.gettext("Chosen")), COUNT + 8),
        Field(say(lambda tr: tr.gettext("Why this one was chosen"))),
    )
    listed = [_row(say.pack(one), BOX, BOX, BLANK) for one in facts.models]
    listed += [_row(BLANK, BOX, BOX, BLANK)] * OWN
    states = (
        Field(say(lambda tr, s=state: compliance_words(s, tr)), COUNT)  # type: ignore[misc]
        for state in STATES
    )
    points = (
        Field(EMPTY),
        *states,
        Field(say(lambda tr: tr.gettext("Which paper shows it")), 66),
        Field(say(lambda tr: tr.gettext("Good until")), 46),
    )
    boxes = [BOX] * len(STATES)
    asked = [_row(say.pack(one), *boxes, BLANK, BLANK, room=LOW) for one in facts.points]
    asked += [_row(BLANK, *boxes, BLANK, BLANK, room=LOW)] * (OWN - 1)
    title = say(lambda tr: tr.gettext("What is asked of us"))
    return [Table(models, listed), Table(points, asked, title=title)]


def _problems(facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    fields = (
        Field(EMPTY, DRAWING),
        Field(say(lambda tr: tr.gettext("Problem"))),
        Field(say(lambda tr: tr.gettext("Votes")), COUNT + 20),
        Field(say(lambda tr: tr.gettext("Chosen")), COUNT + 20),
    )
    rows = [
        _row(Drawn(one.icon), say.pack(one.title), BOX, BOX, room=DRAWING) for one in facts.cards
    ]
    rows += [_row(None, say.pack(one), BOX, BOX, room=DRAWING) for one in facts.problems]
    rows += [_row(None, BLANK, BOX, BOX, room=DRAWING)] * OWN
    return [Table(fields, rows), *[_study(say)] * KEY]


def _study(say: _Say) -> Table:
    """Return the sheet on which one key problem is understood."""
    why = say(lambda tr: tr.gettext("Why?"))
    again = say(lambda tr: tr.gettext("And why is that?"))
    rows = [
        _row(one, BLANK, room=48)
        for one in (
            say(lambda tr: tr.gettext("Problem")),
            why,
            *[again] * (WHYS - 1),
            say(lambda tr: tr.gettext("Who is touched by it")),
            say(lambda tr: tr.gettext("How likely")),
            say(lambda tr: tr.gettext("How bad")),
        )
    ]
    note = say(
        lambda tr: tr.gettext("Draw one to three beans for how likely and for how bad it is.")
    )
    return Table((Field(EMPTY, 140), Field(EMPTY)), rows, (note,), why)


def _tools(facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    fields = (
        Field(say(lambda tr: tr.gettext("Tool")), 170),
        Field(say(lambda tr: tr.gettext("First step"))),
        *(Field(Pair(str(n + 1)), 30) for n in range(KEY)),
    )
    boxes = [BOX] * KEY
    rows = [_row(say.pack(one.title), say.pack(one.first_step), *boxes) for one in facts.tools]
    rows += [_row(BLANK, BLANK, *boxes)] * OWN
    note = say(
        lambda tr: tr.gettext(
            "1, 2 and 3 are the key problems: tick the tools that help against each."
        )
    )
    return [Table(fields, rows, (note,))]


def _plan(_facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    asked = (
        (say(lambda tr: tr.gettext("What will be done")), say(lambda tr: tr.gettext("Problem"))),
        (say(lambda tr: tr.gettext("Responsible")), say(lambda tr: tr.gettext("Tool"))),
        (say(lambda tr: tr.gettext("Start")), say(lambda tr: tr.gettext("Deadline"))),
        (say(lambda tr: tr.gettext("Cost")), say(lambda tr: tr.gettext("The money comes from"))),
        (
            say(lambda tr: tr.gettext("Help needed from outside")),
            say(lambda tr: tr.gettext("What shows that it works")),
        ),
    )
    lines = [_row(left, BLANK, right, BLANK, room=42) for left, right in asked]
    fields = (Field(EMPTY, 86), Field(EMPTY), Field(EMPTY, 86), Field(EMPTY))
    return [
        Table(fields, [
            row for n in range(first, first + TOGETHER) for row in (_part(Pair(str(n)), 4), *lines)
        ])
        for first in range(1, ACTIONS + 1, TOGETHER)
    ]  # fmt: skip


def _follow(facts: WorksheetsFacts, words: Bilingual) -> list[Table]:
    say = _Say(words)
    first = (
        say(lambda tr: tr.gettext("Day")),
        say(lambda tr: tr.gettext("Who came")),
        say(lambda tr: tr.gettext("Women here")),
        say(lambda tr: tr.gettext("Men here")),
    )
    last = (
        say(lambda tr: tr.gettext("What was decided")),
        say(lambda tr: tr.gettext("Next visit")),
    )
    walk = say(lambda tr: tr.gettext("Walk the board from card to card. What was seen?"))
    rows = [
        *(_row(one, BLANK) for one in first),
        _part(walk, 2),
        *(_row(one, BLANK, room=36) for one in facts.actions),
        *[_row(BLANK, BLANK, room=36)] * OWN,
        *(_row(one, BLANK, room=36) for one in last),
    ]
    return [Table((Field(EMPTY, 210), Field(EMPTY)), rows)]


TABLES: Final[Mapping[str, Callable[[WorksheetsFacts, Bilingual], list[Table]]]] = {
    "prepare": _prepare,
    "integrity": _integrity,
    "compliance": _compliance,
    "problems": _problems,
    "tools": _tools,
    "plan": _plan,
    "follow": _follow,
}
"""The tables of each step."""
