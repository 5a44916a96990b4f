"""What was understood of a sheet: rows, problems, what was passed over, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.layout import Layout
from imt_desktop.ledger.importing.sheets import Sheet, shown
from imt_desktop.money import Currency, Money

ACTIVE: Final = "active"
"""The status of a household of which a file says nothing else."""


class Options(Struct, frozen=True):
    """What was asked once for a file, and the book's currency.

    ``date_order`` is dmy, mdy or ymd; ``decimal`` is "." or ","; None where nobody was asked yet.
    ``on`` only tells which century a year of two figures lies in. ``words`` explains words that
    no list knows, and what expenses were for: (field, folded word) to code.
    """

    currency: Currency
    on: date
    date_order: str | None = None
    decimal: str | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    zero_first: bool = False
    """Whether telephone numbers of the country begin with a zero, which number cells lose."""
    put_zero: bool = False
    """Whether somebody said that a zero is put before those that lack it."""
    usual: str = "."
    """The decimal mark of the committee's country: whoever writes ``1.350`` there may have meant it."""


class MemberRow(Struct, frozen=True):
    """A household of the register. ``status``, ``connection_type`` are codes of ``words.toml``.

    ``proposed`` is a status found within ``remark``, to be confirmed.
    """

    row: int
    number: str | None
    name: str
    second_adult: str | None = None
    nickname: str | None = None
    house: str | None = None
    old_number: str | None = None
    phone: str | None = None
    zone: str | None = None
    people: int | None = None
    status: str | None = None
    connection_type: str | None = None
    meter: str | None = None
    remark: str = ""
    proposed: str | None = None

    @property
    def stands(self) -> str:
        """The status that is booked."""
        return self.status or self.proposed or ACTIVE


class OpeningRow(Struct, frozen=True):
    """What a member owes, or has paid ahead, when the book begins. Both are None for nothing."""

    row: int
    number: str | None
    name: str | None
    owed: Money | None = None
    ahead: Money | None = None
    since: date | None = None


class PaymentRow(Struct, frozen=True):
    """Money that a member paid. ``old_receipt`` is the old pad's number and stays that."""

    row: int
    on: date
    number: str | None
    name: str | None
    amount: Money
    method: str | None = None
    reference: str | None = None
    old_receipt: str | None = None


class ExpenseRow(Struct, frozen=True):
    """Money that was spent. ``proposed`` is a category found in ``what``, to be confirmed."""

    row: int
    on: date
    payee: str | None
    what: str | None
    amount: Money
    category: str | None = None
    proposed: str | None = None
    voucher: str | None = None
    method: str | None = None
    reference: str | None = None
    note: str | None = None


Row = MemberRow | OpeningRow | PaymentRow | ExpenseRow


class Problem(Struct, frozen=True):
    """What is wrong in a row, and in which cell: ``header``, ``letter``, and the ``text`` there.

    ``field`` is the field that the column holds; all four are empty where the whole row is meant.
    """

    row: int
    header: str
    letter: str
    text: str
    error: UserError
    field: str = ""

    def __post_init__(self) -> None:
        """Keep the facts and let go of where the error came from, which holds on to whole rows."""
        self.error.with_traceback(None)
        self.error.__context__ = None


class Skipped(Struct, frozen=True):
    """Rows that are no data, first and last. ``text`` is the first filled cell's.

    ``reason``: empty, total, header (repeated), table (another one), aside (nothing in a mapped
    column), number (a line prepared with nothing but its number), cancelled (its list says that it was).
    """

    first: int
    last: int
    reason: str
    text: str = ""


class Example(Struct, frozen=True):
    """A cell that shows why something is asked."""

    row: int
    letter: str
    text: str


class Question(Struct, frozen=True):
    """What has to be asked once a file. ``about``: dates or decimal.

    ``suggested`` is what the file itself proves, by cells that can be read in no other way; None
    where it proves nothing or contradicts itself. What is proven is not asked.
    """

    about: str
    choices: tuple[str, ...]
    suggested: str | None
    examples: tuple[Example, ...]


class Proven(Struct, frozen=True):
    """What the file itself says to a question, so that it is not asked: ``example`` can be read in no other
    way, and no cell contradicts it.
    """

    about: str
    value: str
    example: Example
    question: Question
    """The question that would be asked; what was seen can be changed by it."""


class OpenWord(Struct, frozen=True):
    """A word that needs a meaning: its field, as it is written, its choices, and in how many rows.

    ``code`` is what is taken meanwhile; None where the rows wait for the meaning.
    """

    field: str
    text: str
    choices: tuple[str, ...]
    rows: int
    code: str | None = None


class ReceiptGap(Struct, frozen=True):
    """Numbers of an old receipt pad that do not occur, first and last."""

    first: str
    last: str


class ReceiptRepeated(Struct, frozen=True):
    """A number of an old receipt pad that stands in several rows."""

    number: str
    rows: tuple[int, ...]


class WithoutVoucher(Struct, frozen=True):
    """Expenses that name no voucher; they can be booked all the same."""

    rows: tuple[int, ...]


class WithoutZero(Struct, frozen=True):
    """Telephone numbers that lack the zero with which numbers of the country begin."""

    number: str
    """The first of them, as it stands."""
    rows: tuple[int, ...]


class Alike(Struct, frozen=True):
    """Rows without a number that say the same of a household: is it written twice?"""

    name: str
    rows: tuple[int, ...]


class SameExpense(Struct, frozen=True):
    """Rows that say the same of an expense, its voucher included: is it written twice?"""

    rows: tuple[int, ...]


Notice = ReceiptGap | ReceiptRepeated | WithoutVoucher | SameExpense | WithoutZero | Alike


class Understood(Struct, frozen=True):
    """A sheet as understood. No row that has a problem is among ``rows``.

    While ``questions`` are open nothing should be booked: some rows wait for the answer.
    ``concerns`` are what is asked of these rows at all, also where it was answered before, and
    ``proven`` what the file answered itself. ``without_zero`` are telephone numbers that lack their
    zero in the file, also where somebody said that it is put before them.
    """

    kind: str
    sheet: Sheet
    layout: Layout
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    concerns: frozenset[str] = frozenset()
    proven: tuple[Proven, ...] = ()
    without_zero: WithoutZero | None = None

    @property
    def mapping(self) -> dict[str, str]:
        """The columns' letters by field, in the form that ``lay_out`` takes: ``B`` or ``B+C``."""
        return {
            name: "+".join(column.letter for column in columns)
            for name, columns in self.layout.fields.items()
        }

    @property
    def bad_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that have a problem."""
        return tuple(sorted({problem.row for problem in self.problems}))

    def problem(self, row: int, name: str, error: UserError) -> Problem:
        """Make a problem of a row's field, with its column and text; for checks against the book.

        A field without a column, and the empty name, give a problem of the whole row.
        """
        columns = self.layout.fields.get(name, ())
        if not columns:
            return Problem(row, "", "", "", error)
        cells = self.sheet.row(row)
        texts = (shown(cells[each.index]) for each in columns if each.index < len(cells))
        text = " ".join(filter(None, texts))
        return Problem(row, columns[0].header, columns[0].letter, text, error, name)

    def refuse(self, problems: Iterable[Problem]) -> Understood:
        """Return the same with further problems, and without the rows that have them."""
        added = tuple(problems)
        bad = {problem.row for problem in added}
        return replace(
            self,
            rows=tuple(row for row in self.rows if row.row not in bad),
            problems=tuple(sorted((*self.problems, *added), key=lambda problem: problem.row)),
        )
