"""From a sheet to rows: nothing disappears without being listed."""

import threading
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from imt_desktop.errors import AmountError, AmountNotPositiveError, DateError, UserError
from imt_desktop.ledger.importing.cell_errors import (
    DateOrderUnknownError,
    DecimalMarkUnknownError,
    MissingColumnsError,
    MissingValueError,
    NegativeAmountError,
    PhoneError,
    RaggedRowError,
    RepeatedMemberError,
    RepeatedReferenceError,
    TwoBalancesError,
    UncalculatedFormulaError,
    UnknownWordError,
    WrittenTwiceError,
)
from imt_desktop.ledger.importing.errors import ReadingStoppedError
from imt_desktop.ledger.importing.rows import (
    Alike,
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    ReceiptGap,
    ReceiptRepeated,
    SameExpense,
    Skipped,
    Understood,
    WithoutVoucher,
    WithoutZero,
)
from imt_desktop.ledger.importing.sheets import UNCALCULATED, Cell, CellError, Sheet
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.money import Currency

from .builders import asked, kes, sheet

MEMBERS = ["No", "Name", "Phone", "Zone", "Status"]
PAYMENTS = ["Date", "Member no", "Amount", "Receipt", "Method", "Ref"]
EXPENSES = ["Date", "Details", "Payee", "Amount", "Category"]
DAY = date(2026, 1, 5)


def read(kind: str, *rows: list[Cell], options=None, mapping=None, **more) -> Understood:
    return understand(sheet(*rows, **more), kind, mapping, options or asked())


def errors(read: Understood) -> list[tuple[int, str, type[UserError]]]:
    return [(each.row, each.letter, type(each.error)) for each in read.problems]


def test_members_as_understood() -> None:
    done = read("members", MEMBERS, [7, "Mary  Otieno", 726496156, " JUU", "imekatwa"])
    assert done.rows == (
        MemberRow(2, "7", "Mary Otieno", phone="726496156", zone="JUU", status="cut-off"),
    )
    assert done.mapping["zone"] == "D"


def test_a_name_is_put_together_from_its_columns() -> None:
    done = read("members", ["No", "Surname", "First name"], [1, "Otieno", "Mary "], [2, "Auma"])
    assert [row.name for row in done.rows if isinstance(row, MemberRow)] == ["Mary Otieno", "Auma"]


def test_zones_that_differ_in_capitals_only_are_one() -> None:
    rows = [[n, "x", None, zone] for n, zone in enumerate(["Juu", "JUU ", "juu", "Juu"])]
    done = read("members", MEMBERS, *rows)
    assert {row.zone for row in done.rows if isinstance(row, MemberRow)} == {"Juu"}


def test_a_status_may_stand_in_the_remarks_if_it_is_all_of_them() -> None:
    done = read("members", ["No", "Name", "Remarks"], [1, "a", "amehama"], [2, "b", "was cut off"])
    assert [row.status for row in done.rows if isinstance(row, MemberRow)] == ["left", None]


def test_a_member_listed_twice_is_a_problem_of_the_second_row() -> None:
    done = read("members", MEMBERS, ["17", "a"], [18, "b"], [17, "a (again)"])
    assert [row.row for row in done.rows] == [2, 3]
    (problem,) = done.problems
    assert isinstance(problem.error, RepeatedMemberError)
    assert (problem.row, problem.letter, problem.header, problem.text) == (4, "A", "No", "17")
    assert problem.error.first_row == 2


def test_a_row_with_several_mistakes_lists_them_all() -> None:
    done = read("members", MEMBERS, [1, None, "ask", "Juu", "confused"])
    assert errors(done) == [
        (2, "E", UnknownWordError),
        (2, "B", MissingValueError),
    ] or {each[2] for each in errors(done)} >= {UnknownWordError, MissingValueError}
    assert done.rows == ()


def test_members_without_any_number_get_the_next_ones() -> None:
    """As the template says. Where others have one, it was forgotten."""
    done = read("members", MEMBERS, [None, "a"], ["", "b"])
    assert [(row.number, row.name) for row in done.rows if isinstance(row, MemberRow)] == [
        (None, "a"), (None, "b"),
    ]  # fmt: skip
    assert errors(read("members", MEMBERS, [7, "a"], [None, "b"])) == [(3, "A", MissingValueError)]


def test_a_bad_phone_number_is_named() -> None:
    assert errors(read("members", MEMBERS, [1, "a", "ask"])) == [(2, "C", PhoneError)]


@pytest.mark.parametrize(
    ("cells", "owed", "ahead"),
    [
        ([1, "a", 450, None], 450, None), ([1, "a", "(450)", None], None, 450),
        ([1, "a", None, 450], None, 450), ([1, "a", "-", "-"], None, None), ([1, "a"], None, None),
        ([1, "a", 0, 0], None, None), ([1, "a", -450], None, 450),
    ],
)  # fmt: skip
def test_opening_balances(cells: list[Cell], owed: int | None, ahead: int | None) -> None:
    done = read("opening", ["No", "Name", "Arrears", "Advance"], cells)
    money = [None if each is None else kes(each) for each in (owed, ahead)]
    assert done.rows == (OpeningRow(2, "1", "a", money[0], money[1]),)


@pytest.mark.parametrize(("cell", "owed", "ahead"), [(450, 450, None), ("(450)", None, 450)])
def test_one_balance_column(cell: Cell, owed: int | None, ahead: int | None) -> None:
    done = read("opening", ["No", "Balance", "Since"], [1, cell, "05/01/2026"])
    money = [None if each is None else kes(each) for each in (owed, ahead)]
    assert done.rows == (OpeningRow(2, "1", None, money[0], money[1], DAY),)


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ([1, "a", 450, 450], TwoBalancesError), ([1, "a", None, -450], NegativeAmountError),
        ([None, None, 450], MissingValueError), ([1, "a", "some"], AmountError),
        ([1, "a", CellError(UNCALCULATED)], UncalculatedFormulaError),
    ],
)  # fmt: skip
def test_opening_balances_that_are_refused(cells: list[Cell], error: type[UserError]) -> None:
    done = read("opening", ["No", "Name", "Arrears", "Advance"], cells)
    assert [each[2] for each in errors(done)] == [error]


def test_payments_as_understood() -> None:
    done = read("payments", PAYMENTS, ["05/01/2026", 7, "1,350/=", 2001, "M-PESA", "Q03"])
    assert done.rows == (PaymentRow(2, DAY, "7", None, kes(1350), "mobile", "Q03", "2001"),)


@pytest.mark.parametrize(
    ("cells", "letter", "error"),
    [
        (["31/02/2026", 1, 450], "A", DateError), ([None, 1, 450], "A", MissingValueError),
        ([DAY, None, 450], "B", MissingValueError), ([DAY, 1, "twelve"], "C", AmountError),
        ([DAY, 1, None], "C", MissingValueError), ([DAY, 1, 0], "C", AmountNotPositiveError),
        ([DAY, 1, -450], "C", AmountNotPositiveError), ([DAY, 1, "-"], "C", MissingValueError),
        ([DAY, 1, 450, 1, "Equity"], "E", UnknownWordError),
    ],
)  # fmt: skip
def test_payments_that_are_refused(cells: list[Cell], letter: str, error: type[UserError]) -> None:
    assert errors(read("payments", PAYMENTS, cells)) == [(2, letter, error)]


def test_a_reference_used_twice_is_refused() -> None:
    rows = [[DAY, n, 450, n, "mpesa", ref] for n, ref in enumerate(["Q1", "q 1", None, None])]
    done = read("payments", PAYMENTS, *rows)
    assert errors(done) == [(3, "F", RepeatedReferenceError)]


def test_the_old_pads_gaps_and_repetitions_are_noticed() -> None:
    numbers = [2001, 2002, 2005, 2005, "A007", "A009", None, "lost"]
    rows = [[DAY, n, 450, number] for n, number in enumerate(numbers, 1)]
    rows.append(["31/02/2026", 9, 450, 2006])  # a bad row's receipt is not missing
    done = read("payments", PAYMENTS, *rows)
    assert set(done.notices) == {
        ReceiptGap("2003", "2004"),
        ReceiptGap("A008", "A008"),
        ReceiptRepeated("2005", (4, 5)),
    }


def test_expenses_as_understood() -> None:
    done = read(
        "expenses",
        EXPENSES,
        [DAY, "Dizeli ya pampu", "Total Kiboko", Decimal("3480.5"), None],
        [DAY, "Nauli", None, 600, "Papelería"],
    )
    assert done.rows[0] == ExpenseRow(
        2, DAY, "Total Kiboko", "Dizeli ya pampu", done.rows[0].amount, proposed="fuel"
    )
    assert str(done.rows[0].amount) == "3480.50"
    assert done.rows[1].category == "office"
    assert done.rows[1].proposed is None


def test_an_unknown_category_can_be_explained() -> None:
    rows = [EXPENSES, [DAY, "x", "y", 5, "Mambo"]]
    assert errors(read("expenses", *rows)) == [(2, "E", UnknownWordError)]
    chosen = asked(words={("category", "mambo"): "office"})
    assert read("expenses", *rows, options=chosen).rows[0].category == "office"


def test_what_is_no_data_is_passed_over_and_listed() -> None:
    done = read(
        "payments",
        ["Payments 2026"],
        [],
        PAYMENTS,
        [DAY, 1, 450],
        [],
        [None, "  "],
        [None, "Jumla", 450],
        PAYMENTS,
        [DAY, 2, 450],
        ["TOTAL", None, 900],
        [None, None, None, None, None, None, "checked by the chair"],
        [],
    )
    assert [row.row for row in done.rows] == [4, 9]
    assert done.problems == ()
    assert done.skipped == (
        Skipped(5, 6, "empty", "") if done.skipped[0].text == "" else Skipped(5, 6, "empty", "  "),
        Skipped(7, 7, "total", "Jumla"),
        Skipped(8, 8, "header", "Date"),
        Skipped(10, 10, "total", "TOTAL"),
        Skipped(11, 11, "aside", "checked by the chair"),
        Skipped(12, 12, "empty", ""),
    )


def test_a_formula_that_adds_up_is_a_total_without_a_word() -> None:
    done = read(
        "opening",
        ["No", "Name", "Arrears"],
        [1, "a", 450],
        [2, "b", 450],
        [None, None, 900],
        sums=frozenset({(4, 2)}),
    )
    assert len(done.rows) == 2
    assert done.skipped == (Skipped(4, 4, "total", "900"),)


def test_a_shop_called_total_is_no_total() -> None:
    done = read("expenses", EXPENSES, [DAY, "Diesel", "Total", 450], [DAY, "Total", "x", 5])
    assert len(done.rows) == 2
    assert done.skipped == ()


def test_prepared_lines_with_nothing_but_a_number_are_passed_over() -> None:
    done = read("members", MEMBERS, [1, "a"], [2], [3], [4, "b"])
    assert len(done.rows) == 2
    assert done.skipped == (Skipped(3, 4, "number", "2"),)


def test_another_table_below_is_not_read_as_this_one() -> None:
    done = read("members", MEMBERS, [1, "a"], EXPENSES, [DAY, "Diesel", "Shop", 450], ["x", "y"])
    assert len(done.rows) == 1
    assert done.skipped == (Skipped(3, 5, "table", "Date"),)


def test_dates_and_decimals_are_asked_once_with_what_the_file_proves() -> None:
    rows = [PAYMENTS, ["05/01/2026", 1, "1,350"], ["13/01/2026", 2, 450], [DAY, 3, "450"]]
    done = read("payments", *rows, options=asked(None, None))
    seen = {one.about: one for one in done.proven}
    assert (seen["dates"].value, seen["dates"].example.text) == ("dmy", "13/01/2026")
    assert seen["dates"].question.choices == ("dmy", "mdy", "ymd")
    texts = [each.text for each in seen["dates"].question.examples]
    assert texts == ["05/01/2026", "13/01/2026"]
    assert (seen["decimal"].value, seen["decimal"].example.text) == (".", "1,350")
    assert done.questions == () and done.problems == ()
    assert [row.on for row in done.rows] == [date(2026, 1, 5), date(2026, 1, 13), DAY]
    other = read("payments", *rows, options=asked("mdy", None))  # somebody says something else
    assert [each[2] for each in errors(other)] == [DateError]
    assert other.rows[0].on == date(2026, 5, 1)
    assert read("payments", *rows).proven == ()


def test_what_the_file_does_not_prove_is_asked() -> None:
    rows = [PAYMENTS, ["05/01/2026", 1, "1.350"], [DAY, 2, 450]]
    options = replace(asked(None, None), currency=Currency("TND", 3))
    done = read("payments", *rows, options=options)
    assert {one.about: one.suggested for one in done.questions} == {"dates": None, "decimal": None}
    assert [row.row for row in done.rows] == [3]
    assert {each[2] for each in errors(done)} == {DateOrderUnknownError, DecimalMarkUnknownError}


@pytest.mark.parametrize(
    ("texts", "suggested"),
    [(["05/01/2026"], None), (["13/01/2026", "01/13/2026"], None), (["31/02/2026", "01/13/2026"], "mdy")],
)  # fmt: skip
def test_a_file_that_proves_nothing_or_contradicts_itself_is_asked(
    texts: list[str], suggested: str | None
) -> None:
    rows = [[text, 1, 450] for text in [*texts, "05/01/2026"]]
    done = read("payments", PAYMENTS, *rows, options=asked(None, None))
    assert [one.suggested for one in done.questions] == ([] if suggested else [None])
    assert [one.value for one in done.proven] == ([suggested] if suggested else [])


def test_what_may_be_a_slip_where_the_point_is_usual_is_asked() -> None:
    rows = [PAYMENTS, [DAY, 1, "500"], [DAY, 2, "10.005"]]
    done = read("payments", *rows, options=asked("dmy", None))
    assert [(one.about, one.suggested) for one in done.questions] == [("decimal", None)]
    usual = replace(asked("dmy", None), usual=",")
    assert [one.value for one in read("payments", *rows, options=usual).proven] == [","]


def test_amounts_that_contradict_one_another_are_asked() -> None:
    rows = [[DAY, 1, "350,50"], [DAY, 2, "350.50"]]
    (question,) = read("payments", PAYMENTS, *rows, options=asked("dmy", None)).questions
    assert question.about == "decimal"
    assert question.suggested is None


def test_nothing_is_asked_where_nothing_is_open() -> None:
    rows = [[DAY, 1, 450], ["2026-01-05", 2, "450"]]
    assert read("payments", PAYMENTS, *rows, options=asked(None, None)).questions == ()


def test_a_remark_that_a_household_stands_twice_is_no_state() -> None:
    header = ["No", "Name", "Status"]
    rows = [header, [1, "Ann", "hai"], [17, "Baraka", "imeandikwa mara mbili"]]
    done = read("members", *rows)
    assert [(row, kind) for row, _field, kind in errors(done)] == [(3, WrittenTwiceError)]
    meant = replace(asked("dmy", "."), words={("status", "imeandikwa mara mbili"): "left"})
    assert [row.status for row in read("members", *rows, options=meant).rows] == ["active", "left"]


def test_expenses_without_a_voucher_are_asked_about_and_can_be_booked() -> None:
    header = [*EXPENSES, "Voucher"]
    rows = [[DAY, "Diesel", "Shop", 450, "fuel", "V1"], [DAY, "Bus", "Driver", 60]]
    done = read("expenses", header, *rows)
    assert len(done.rows) == 2 and done.problems == ()
    assert done.notices == (WithoutVoucher((3,)),)


def test_an_expense_that_stands_twice_with_its_voucher_is_asked_about() -> None:
    header = [*EXPENSES, "Voucher"]
    twice = [DAY, "Diesel", "Shop", 450, "fuel", "V1"]
    done = read("expenses", header, twice, [DAY, "Diesel", "Shop", 450, "fuel", "V2"], twice)
    assert len(done.rows) == 3 and done.problems == ()
    assert done.notices == (SameExpense((2, 4)),)
    bare = [DAY, "Bus", "Driver", 60, "transport", ""]
    assert read("expenses", header, bare, bare).notices == (WithoutVoucher((2, 3)),)


def test_a_line_with_one_mark_too_many_is_no_row() -> None:
    page = Sheet(
        "x",
        (
            ("No", "Name", "Arrears", "Remarks"),
            ("1", "a", "1", "350"),
            ("2", "b", "1", "350", None),
            ("3", "c", "450", None),
            ("4", "d", "5", "x", "5", "e"),
        ),
        ragged=True,
    )
    done = understand(page, "opening", None, asked())
    assert errors(done) == [(3, "", RaggedRowError), (5, "", RaggedRowError)]


def test_a_row_that_ran_into_the_header_line_is_noticed() -> None:
    head = ("No", "Name", "Arrears;1", "Member 1", "50")
    page = Sheet("x", (head, ("2", "b", "100"), ("3", "c", "150")), ragged=True)
    done = understand(page, "opening", None, asked())
    assert errors(done) == [(1, "", RaggedRowError)]
    fine = Sheet(
        "x", (("No", "Name", "Arrears", "Remarks"), ("2", "b", "1"), ("3", "c", "1")), ragged=True
    )
    assert understand(fine, "opening", None, asked()).problems == ()


def test_missing_columns_are_said_before_anything_is_read() -> None:
    with pytest.raises(MissingColumnsError):
        read("payments", MEMBERS, [1, "a"])


def test_problems_that_only_the_book_knows_are_added() -> None:
    done = read("payments", PAYMENTS, [DAY, 1, 450], [DAY, 999, 450])
    unknown = done.problem(3, "number", MissingValueError("number"))
    assert (unknown.letter, unknown.header, unknown.text) == ("B", "Member no", "999")
    after = done.refuse([unknown])
    assert [row.row for row in after.rows] == [2]
    assert after.bad_rows == (3,)
    assert len(done.rows) == 2
    assert done.problem(3, "voucher", MissingValueError("voucher")).letter == ""


def test_somebody_who_does_not_want_to_wait_can_stop_it() -> None:
    page = sheet(PAYMENTS, *([DAY, n, 450] for n in range(2000)))
    stop = threading.Event()
    assert len(understand(page, "payments", None, asked(), stop=stop).rows) == 2000
    stop.set()
    with pytest.raises(ReadingStoppedError):
        understand(page, "payments", None, asked(), stop=stop)


def test_a_lost_zero_is_told_and_put_only_where_somebody_says_so() -> None:
    rows = ["Namba", "Jina", "Simu"], ["1", "Ann", 712000001], ["2", "Ben", "0722 000 002"]
    silent = read("members", *rows, options=asked())
    assert silent.notices == () and silent.without_zero is None
    told = read("members", *rows, options=asked(zero_first=True))
    assert told.notices == (WithoutZero("712000001", (2,)),) == (told.without_zero,)
    assert told.rows[0].phone == "712000001"
    put = read("members", *rows, options=asked(zero_first=True, put_zero=True))
    assert put.notices == () and put.without_zero == told.without_zero
    assert [row.phone for row in put.rows] == ["0712000001", "0722 000 002"]


def test_households_without_a_number_that_are_quite_alike_are_told() -> None:
    head = ["Name", "Father", "Grandfather", "Kebele"]
    abebe = ["Abebe", "Kebede", "Tesfa", "03"]
    seen = read("members", head, abebe, ["Almaz", "Kebede", "Tesfa", "03"], abebe)
    assert [row.name for row in seen.rows] == [
        "Abebe Kebede Tesfa", "Almaz Kebede Tesfa", "Abebe Kebede Tesfa",
    ]  # fmt: skip
    assert {row.zone for row in seen.rows} == {"03"}
    assert seen.notices == (Alike("Abebe Kebede Tesfa", (2, 4)),)
    elsewhere = ["Abebe", "Kebede", "Tesfa", "04"]
    assert read("members", head, abebe, elsewhere).notices == ()
    numbered = read("members", ["No", *head], [1, *abebe], [2, *abebe])
    assert numbered.notices == ()
