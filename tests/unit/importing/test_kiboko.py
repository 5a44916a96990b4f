"""A committee's own workbook, with the mess of life: the figures its page states come out."""

from collections import Counter
from datetime import date

import pytest

from imt_desktop.errors import AmountError, DateError
from imt_desktop.ledger.importing.cell_errors import RepeatedMemberError
from imt_desktop.ledger.importing.layout import choose_sheet
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    ReceiptGap,
    Understood,
)
from imt_desktop.ledger.importing.sheets import Workbook
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.money import total

from .builders import KES, KIBOKO, asked


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return read(KIBOKO)


def brought_in(workbook: Workbook, kind: str, **options) -> Understood:
    return understand(choose_sheet(workbook, kind), kind, None, asked(**options))


def test_members(workbook: Workbook) -> None:
    done = brought_in(workbook, "members")
    rows = [row for row in done.rows if isinstance(row, MemberRow)]
    assert [row.number for row in rows] == [str(n) for n in range(1, 121)]
    assert {row.number: row.status for row in rows if row.status} == {
        "9": "cut-off",
        "58": "cut-off",
        "90": "left",
    }
    assert rows[18].name == "Achieng Mutua"
    assert rows[32].name == "Mama <Neema> & Sons"
    assert rows[70].name == "=JOSEPH Kariuki"
    assert (rows[0].phone, rows[1].phone) == ("726496156", "0739110241")
    assert set(Counter(row.zone for row in rows)) == {"Juu", "Chini", "Shuleni", "Sokoni"}
    assert Counter(row.connection_type for row in rows) == {
        "household": 110, "kiosk": 7, "institution": 3,
    }  # fmt: skip
    (problem,) = done.problems
    assert isinstance(problem.error, RepeatedMemberError)
    assert (problem.row, problem.error.number, problem.error.first_row) == (127, "17", 22)
    assert [(each.first, each.reason) for each in done.skipped] == [(55, "empty"), (128, "total")]
    assert [column.header for column in done.layout.unmapped] == ["Deni (KSh)"]


def test_opening_balances(workbook: Workbook) -> None:
    done = brought_in(workbook, "opening")
    rows = [row for row in done.rows if isinstance(row, OpeningRow)]
    assert done.sheet.name == "Wanachama"
    assert str(total([row.owed for row in rows if row.owed], KES)) == "65700.00"
    assert str(total([row.ahead for row in rows if row.ahead], KES)) == "900.00"
    assert [row.number for row in rows if row.ahead] == ["12", "44"]
    assert len(done.problems) == 1


def test_payments(workbook: Workbook) -> None:
    done = brought_in(workbook, "payments")
    rows = [row for row in done.rows if isinstance(row, PaymentRow)]
    assert len(rows) + len(done.bad_rows) == 260
    assert [(each.row, each.letter, type(each.error)) for each in done.problems] == [
        (81, "D", AmountError),
        (204, "A", DateError),
    ]
    assert done.problems[0].text == "mia nne hamsini"
    known = [row for row in rows if row.number != "999"]
    assert len(known) == 257
    assert str(total([row.amount for row in known], KES)) == "155450.00"
    assert done.notices == (ReceiptGap("2152", "2152"),)
    assert set(Counter(row.method for row in rows)) == {"cash", "bank", "mobile"}
    assert (min(row.on for row in rows), max(row.on for row in rows)) == (
        date(2026, 1, 5),
        date(2026, 4, 1),
    )


def test_expenses(workbook: Workbook) -> None:
    done = brought_in(workbook, "expenses")
    rows = [row for row in done.rows if isinstance(row, ExpenseRow)]
    assert len(rows) == 8
    assert str(total([row.amount for row in rows], KES)) == "55730.50"
    assert [row.row for row in rows if not row.voucher] == [6]
    assert [row.proposed for row in rows] == [
        "fuel", "wages", "parts", "fuel", "transport", "wages", "treatment", "fuel",
    ]  # fmt: skip
    assert done.problems == ()


def test_what_has_to_be_asked(workbook: Workbook) -> None:
    done = brought_in(workbook, "payments", order=None, decimal=None)
    assert done.questions == ()  # the workbook answers both itself
    assert {each.about: each.value for each in done.proven} == {"dates": "dmy", "decimal": "."}
    assert brought_in(workbook, "expenses", order=None, decimal=None).questions == ()
