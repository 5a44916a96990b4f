"""Spreadsheets against the book: what only the book can tell, and what was brought in before."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

from imt_desktop.committee.queries import committee
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger import errors
from imt_desktop.ledger.bringing_in import Wanted, bring_in
from imt_desktop.ledger.charging.errors import CellError, DayUnclearError
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.charging.reading_file import has_readings, reading_lines
from imt_desktop.ledger.entries import Source
from imt_desktop.ledger.import_checks import checked
from imt_desktop.ledger.importing.questions import open_words
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.rows import Options, Understood
from imt_desktop.ledger.importing.sheets import Cell, Sheet, Workbook
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.ledger.imports import brought_in, later_entries
from imt_desktop.ledger.register import card
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording.errors import sentence
from tests.builders import KES, TODAY, Desk, household, kes

MEMBERS = ("No", "Name", "Zone", "Phone", "Status")
PAYMENTS = ("Date", "Receipt", "Member no", "Amount", "Method", "Ref")
EXPENSES = ("Date", "What for", "Amount", "Paid to", "Voucher", "Remarks")
OPENING = ("No", "Name", "Arrears", "Paid ahead")
JAN, FEB = date(2026, 1, 5), date(2026, 2, 5)

Row = Sequence[Cell]
Made = Callable[..., Desk]


def rows(kind: str, *cells: Row, words: dict[tuple[str, str], str] | None = None) -> Understood:
    sheet = Sheet("Sheet1", tuple(tuple(row) for row in cells))
    return understand(sheet, kind, None, Options(KES, TODAY, "dmy", ".", words=words or {}))


def book_rows(
    desk: Desk, read: Understood, file: str = "one.xlsx", *, skip_bad: bool = False, **more: object
) -> int:
    wanted = Wanted(file, f"hash of {file}", **more)  # type: ignore[arg-type]
    return desk.do(bring_in, read, wanted, skip_bad=skip_bad).seq


def wrong(desk: Desk, read: Understood) -> list[tuple[int, str, type[UserError]]]:
    seen = desk.see(checked, read, TODAY)
    return [(each.row, each.letter, type(each.error)) for each in seen.problems]


def test_rows_that_the_book_refuses_are_named_with_their_cell(book_with: Made) -> None:
    desk = book_with(members=2)
    desk.join(household("Ann"), household("Ann"))
    desk.pay("1", 450, account=3, reference="QJX1")
    future = date(2027, 1, 1)
    read = rows(
        "payments",
        (*PAYMENTS[:3], "Name", *PAYMENTS[3:]),
        (JAN, None, 9, None, 450, None, None),
        (JAN, None, None, "Ann", 450, None, None),
        (JAN, None, None, "Nobody", 450, None, None),
        (future, None, 1, None, 450, None, None),
        (JAN, None, 1, None, 450, "M-PESA", "qjx 1"),
        (JAN, None, 1, None, 450, "M-PESA", None),
        (JAN, 77, 1, None, 450, "M-PESA", None),
    )
    assert wrong(desk, read) == [
        (2, "C", errors.NoSuchMemberError),
        (3, "D", errors.NameAmbiguousError),
        (4, "D", errors.NoSuchNameError),
        (5, "A", errors.FutureDayError),
        (6, "G", errors.ReferenceUsedError),
        (7, "G", errors.ReferenceMissingError),
    ]


def test_what_does_not_say_how_it_was_paid_goes_where_somebody_said(book_with: Made) -> None:
    desk = book_with(members=1)
    read = rows("payments", PAYMENTS, (JAN, 1, 1, 450, None, None), (JAN, 2, 1, 50, "cash", None))
    book_rows(desk, read, without_method="bank")
    assert (desk.balance(1), desk.balance(2)) == (kes(50), kes(450))


def test_what_came_in_a_way_without_an_account_says_where_one_is_opened(book_with: Made) -> None:
    desk = book_with(members=1)
    desk.do(lambda book: book.driver.execute("DELETE FROM account WHERE type='mobile'"))
    read = rows("payments", PAYMENTS, (JAN, 1, 1, 450, "M-PESA", "q1"))
    (found,) = desk.see(checked, read, TODAY).problems
    assert sentence(found.error, Translator("en")) == (
        "There is no account for this yet: Mobile money. Open one under Settings, “New account”,"
        " and read the file again."
    )


def test_a_workbook_that_grows_is_booked_only_where_it_grew(book_with: Made) -> None:
    desk = book_with(members=2)
    january = [(JAN, 1, 1, 450, None, None), (JAN, None, 2, 200, "M-PESA", "q1")]
    first = book_rows(desk, rows("payments", PAYMENTS, *january))
    grown = rows("payments", PAYMENTS, *january, (FEB, 2, 1, 450, None, None))
    assert wrong(desk, grown) == [
        (2, "", errors.BroughtInBeforeError),
        (3, "", errors.BroughtInBeforeError),
    ]
    seen = desk.see(checked, grown, TODAY)
    assert {vars(each.error)["entry"] for each in seen.problems} == {first}
    with pytest.raises(errors.BadRowsError):
        book_rows(desk, grown, "two.xlsx")
    book_rows(desk, grown, "two.xlsx", skip_bad=True)
    assert desk.balance(1) == kes(900)
    assert wrong(desk, rows("payments", PAYMENTS, (FEB, 2, 1, 450, None, None)))


def test_a_cancelled_import_may_come_again(book_with: Made) -> None:
    desk = book_with(members=1)
    read = rows("payments", PAYMENTS, (JAN, 1, 1, 450, None, None))
    entry = book_rows(desk, read)
    with pytest.raises(errors.FileKnownError):
        book_rows(desk, read)
    desk.void(entry)
    assert wrong(desk, read) == []
    book_rows(desk, read)
    assert desk.balance() == kes(450)


def test_expenses_members_and_balances_are_recognised_too(book_with: Made) -> None:
    desk = book_with()
    list_ = rows("members", ("Name", "Zone"), ("Ann", "Juu"), ("Ben", "Juu"))
    book_rows(desk, list_)
    again = rows("members", ("Name", "Zone"), ("ANN ", "Juu"), ("Ann", "Chini"))
    assert wrong(desk, again) == [(2, "", errors.BroughtInBeforeError)]
    book_rows(desk, rows("opening", OPENING, (1, "Ann", 900, None), (2, "Ben", None, 450)))
    more = rows("opening", OPENING, (1, "Ann", 1350, None), (2, "Ben", None, None))
    assert wrong(desk, more) == [(2, "", errors.BroughtInBeforeError)]
    diesel = (JAN, "Diesel", 900, "Total", "V1", None)
    book_rows(desk, rows("expenses", EXPENSES, diesel))
    assert wrong(desk, rows("expenses", EXPENSES, diesel, (JAN, "Diesel", 900, "Total", "V2", None))) == [
        (2, "", errors.BroughtInBeforeError)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "head", "row"),
    [
        ("payments", PAYMENTS, (JAN, None, 1, 450)),
        ("expenses", EXPENSES, (JAN, "Diesel", 450)),
        ("opening", OPENING, (1, None, 450)),
    ],
)
def test_what_came_before_is_looked_for_from_the_few_spreadsheets_on(
    book_with: Made, kind: str, head: Row, row: Row
) -> None:
    def plan(book: Reading) -> list[str]:
        said: list[str] = []
        book.driver.set_trace_callback(said.append)
        checked(book, rows(kind, head, row), TODAY)
        book.driver.set_trace_callback(None)
        (sql,) = (each for each in said if "FROM source" in each)
        return [step for *_, step in book.driver.execute(f"EXPLAIN QUERY PLAN {sql}")]

    scanned = {step for step in book_with(members=1).see(plan) if step.startswith("SCAN")}
    assert scanned == {"SCAN s"}


def test_a_row_that_pays_back_a_loan_is_refused_while_loans_are_owed(book_with: Made) -> None:
    desk = book_with()
    head = (*EXPENSES[:-1], "Category")
    read = rows("expenses", head, (JAN, "to the church", 900, "Church", None, "Loan repayment"))
    assert wrong(desk, read) == []
    desk.get(5_000, "loan", payer="Church", receipt=False)
    assert wrong(desk, read) == [(2, "F", errors.LoanUnnamedError)]


def test_what_an_expense_was_for_can_be_said_once_for_the_file(book_with: Made) -> None:
    desk = book_with()
    cells = [
        EXPENSES,
        (JAN, "Diesel", 900, "Total", None, "half a drum"),
        (JAN, "Kazi ya Jumapili", 300, "Shop", None, None),
        (FEB, "kazi  ya JUMAPILI", 200, "Shop", None, "-"),
    ]
    read = rows("expenses", *cells)
    words = {(word.text, word.code): word.rows for word in open_words(read)}
    assert words == {("Diesel", "fuel"): 1, ("Kazi ya Jumapili", "other"): 2}
    read = rows("expenses", *cells, words={("what", "kazi ya jumapili"): "meetings"})
    assert [word.text for word in open_words(read)] == ["Diesel"]
    book_rows(desk, read)
    spent = desk.rows("SELECT kind, text FROM money_line WHERE what='out' ORDER BY line")
    assert spent == [
        ("fuel", "Diesel; half a drum"),
        ("meetings", "Kazi ya Jumapili"),
        ("meetings", "kazi ya JUMAPILI"),
    ]


def test_a_word_that_no_list_knows_waits_for_its_meaning() -> None:
    cells = [MEMBERS, (1, "Ann", "Juu", None, "Hapo"), (2, "Ben", "Juu", None, "hapo")]
    (word,) = open_words(rows("members", *cells))
    assert (word.field, word.text, word.rows, word.code) == ("status", "Hapo", 2, None)
    known = rows("members", *cells, words={("status", "hapo"): "active"})
    assert (open_words(known), len(known.rows)) == ((), 2)


def test_earlier_imports_are_told_with_their_rows_and_sums(book_with: Made) -> None:
    desk = book_with()
    people = book_rows(desk, rows("members", MEMBERS[:2], (1, "Ann"), (2, "Ben")), "list.xlsx")
    debts = book_rows(desk, rows("opening", OPENING, (1, "Ann", 900, None), (2, "Ben", None, 450)))
    paid = book_rows(desk, rows("payments", PAYMENTS, (JAN, 1, 1, 450, None, None)), "paid.csv")
    desk.void(paid, reason="wrong file")
    spent = book_rows(desk, rows("expenses", EXPENSES, (JAN, "Diesel", 900, "Total", "V1", None)))
    told = desk.see(brought_in)
    assert [(one.entry, one.file, one.kind, one.rows, one.amount, one.ahead, one.on) for one in told] == [
        (spent, "one.xlsx", "expenses", 1, kes(900), None, TODAY),
        (paid, "paid.csv", "payments", 1, kes(450), None, TODAY),
        (debts, "one.xlsx", "opening", 2, kes(900), kes(450), TODAY),
        (people, "list.xlsx", "members", 2, None, None, TODAY),
    ]  # fmt: skip
    assert [one.void is not None for one in told] == [False, True, False, False]
    with pytest.raises(errors.ReliedOnError) as refused:
        desk.void(people)
    later = desk.see(later_entries, refused.value.later)
    assert [(one.entry, one.kind, one.file) for one in later] == [(debts, "opening/1", "one.xlsx")]


def test_every_kind_of_entry_that_names_its_file_is_told(book_with: Made) -> None:
    desk = book_with()
    kinds = [kind for kind, one in ROOMS.kinds.items() if "source" in get_type_hints(one)]
    made = [one for one in kinds if get_type_hints(ROOMS.kinds[one])["source"] == Source | None]
    assert {"members/1", "readings/1", "readings/2", "money-in/1"} <= set(made)
    with desk.book.write(desk.who) as writing:
        for kind in made:
            source = Source("a.xlsx", "Sheet1", kind, f"hash of {kind}")
            writing.append(ROOMS.kinds[kind](lines=(), source=source), on=TODAY)
    assert [one.kind for one in desk.see(brought_in)] == made[::-1]


def test_a_note_that_is_no_text_refuses_no_member() -> None:
    read = rows("members", (*MEMBERS[:2], "Remarks"), (1, "Ann", JAN), (2, "Ben", "imekatwa"))
    assert [vars_of.status for vars_of in read.rows] == [None, "cut-off"]  # type: ignore[union-attr]


def test_a_metered_village_brings_kind_of_connection_and_meter_with_its_members(
    book_with: Made,
) -> None:
    """The first readings of the same list go into the grid; they are no member's business."""
    desk = book_with()
    head = ("No", "Name", "Connection", "Meter number", "First reading")
    read = rows("members", head, (1, "Ann", "Kiosk", "0077-A", 137), (2, "Ben", None, 78, None))
    assert read.layout.unmapped[0].header == "First reading"
    book_rows(desk, read)
    found = [desk.see(card, number).connections[0] for number in "12"]
    assert [(one.type, one.label) for one in found] == [("kiosk", "0077-A"), ("household", "78")]
    book = Workbook("list.xlsx", (read.sheet,), "0" * 64)
    assert has_readings(book)
    _numbers, lines = reading_lines(book, TODAY)
    assert [(one.member, one.value, one.connection) for one in lines] == [
        ("1", 137, None), ("2", None, None),
    ]  # fmt: skip


def test_days_of_readings_are_read_as_people_write_them(tmp_path: Path) -> None:
    """One day proves the order of all; where none does, none is guessed."""
    days = ("13/10/2026", "5/10/2026", "6 Oct 2026", "2026-10-07", "")
    found = [line.on and line.on.day for line in readings_of(tmp_path, *days)]
    assert found == [13, 5, 6, 7, None]
    for day, error in (("5/10/2026", DayUnclearError), ("soon", CellError)):
        with pytest.raises(error) as refused:
            readings_of(tmp_path, day)
        assert refused.value.args == (2, day)


def readings_of(folder: Path, *days: str) -> tuple[ReadingLine, ...]:
    file = folder / "readings.csv"
    lines = (f"{n};137;{day}" for n, day in enumerate(days, 1))
    file.write_text("\n".join(("No;Reading;Date", *lines)), encoding="utf-8")
    return reading_lines(read(file), TODAY)[1]


def test_the_first_list_of_members_holds_since_the_book_began(book_with: Made) -> None:
    """They were there before the book: its earlier months can be billed. Who comes later is new."""
    desk = book_with()
    for name, file in (("Ann", "one.xlsx"), ("Ben", "two.xlsx")):
        book_rows(desk, rows("members", ("Name", "Zone"), (name, "A")), file)
    begins = desk.see(committee).first_month.first
    joined = desk.see(
        lambda book: book.driver.execute(
            "SELECT effective_on FROM member_status ORDER BY member"
        ).fetchall()
    )
    assert [day for (day,) in joined] == [str(begins), str(TODAY)] and begins < TODAY
