"""Lists in Excel: real numbers and dates, formulas that agree with the book, text that stays text."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from imt_desktop.community.complaints.queries import complaints
from imt_desktop.errors import CannotWriteError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import accounts, expenses, forgetting, members
from imt_desktop.ledger.balances import arrears
from imt_desktop.ledger.cashbook import balance_before, cash_book
from imt_desktop.ledger.charging.kiosks import KioskLine, KioskRequest, sell
from imt_desktop.ledger.errors import FutureDayError, NoSuchMemberError
from imt_desktop.ledger.importing.reading import read as read_file
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Money
from imt_desktop.oversight.capacity import sheet as capacity
from imt_desktop.oversight.capacity.criteria import AREAS
from imt_desktop.oversight.practice import practice
from imt_desktop.period import Period
from imt_desktop.plan.answers import CapacityRequest, CriterionLine, ask_capacity
from imt_desktop.reports.excel.facts import Block, Calc, Column, Listing, Workbook, totals
from imt_desktop.reports.excel.lists import LISTS, YEAR, ListWanted, workbook
from imt_desktop.reports.excel.write import write
from imt_desktop.reports.kiosks.build import build_kiosks
from imt_desktop.reports.printing import PaperWanted, issue
from tests.book.charging.village import ask
from tests.builders import FIRST, MOBILE, TODAY, Desk, book_in, expense, household, kes, opening
from tests.ui.pages.keys import HOSTILE

SOFFICE = shutil.which("soffice")
YEAR_OF = Period.year(2026)
ODD = (
    "_x0041_",
    "a\tb",
    "+254 700",
    "-5",
    "@sum",
    "line\nbreak",
    "\x07bell",
    "'quoted",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A small committee whose year has a bit of everything, cancelled things too."""
    made = book_in(tmp_path, fee=450)
    nunez = household("Núñez", phone="0700 123 456", phone_consent=True)
    made.join(nunez, household("Otieno"), on=FIRST)
    made.open(opening("account", 1000, account=1), opening("debt", 90, member="2"))
    made.bill("2026-09")
    made.bill("2026-10")
    made.bill_one("1", "725.50", text="burst the pipe")
    made.pay("1", 2000, account=MOBILE, reference="QGH7", paid_by="a cousin")
    wrong = made.pay("2", 450)
    made.void(wrong.entry)
    made.pay("2", 100)
    made.get(5000, payer="The county")
    made.spend("120.75", payee="=HYPERLINK(1)", voucher="V-1", text="diesel")
    made.owe(800, payee="Pump Repairs")
    made.move(1, 2, 300)
    made.advance(200)
    yield made
    made.book.close()


def export(desk: Desk, path: Path, what: str = YEAR, code: str = "en", **more: object) -> Path:
    wanted = ListWanted(what, **{"period": YEAR_OF, **more})  # type: ignore[arg-type]
    write(path, desk.see(workbook, wanted, Translator(code)))
    return path


def sheet(path: Path, at: int = 0, values: bool = True) -> Worksheet:
    return openpyxl.load_workbook(path, data_only=values).worksheets[at]


def rows(page: Worksheet) -> list[tuple[object, ...]]:
    return list(page.iter_rows(values_only=True))


def row_of(page: Worksheet, first: object) -> tuple[object, ...]:
    return next(row for row in rows(page) if row[0] == first)


def column(page: Worksheet, head: str) -> list[object]:
    """Return what stands under a head, totals and all."""
    listed = rows(page)
    at = next(n for n, row in enumerate(listed) if head in row)
    return [row[listed[at].index(head)] for row in listed[at + 1 :]]


def decimal(cell: object) -> Decimal:
    return Decimal(str(cell)).quantize(Decimal("0.01"))


def test_members_are_numbers_and_texts_with_a_total(desk: Desk, tmp_path: Path) -> None:
    page = sheet(export(desk, tmp_path / "m.xlsx", "members"))
    assert column(page, "Name") == ["Núñez", "Otieno", None]
    assert column(page, "Member number") == ["1", "2", "Total"]
    assert column(page, "Owed")[-1] == pytest.approx(float(desk.owed("2").decimal))
    assert column(page, "Paid ahead") == [374.5, 0, 374.5]
    assert column(page, "Telephone")[0] == "0700 123 456"
    assert page.freeze_panes == "A6" and page.auto_filter.ref is not None


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A made-up committee that met, was complained to and planned."""
    path = tmp_path_factory.mktemp("lived") / "p.imt"
    made = practice(path, members_=12, months=6, seed=5, today=date(2026, 11, 20))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("what", "heads", "first"),
    [
        ("wages", ("Paid to", "Amount"), ("Pump operator (practice)", 1700)),
        ("complaints", ("What is it about?", "Put right"), ("No water", 1)),
        ("meetings", ("Meeting", "Came"), ("Assembly", 12)),
        ("plan", ("State", "Problem"), ("Done", "Cash stays in somebody’s house")),
        ("papers", ("Paper", "About"), ("Transparency notice", "2026")),
    ],
)
def test_what_the_committee_does_is_a_list_too(
    lived: Book, tmp_path: Path, what: str, heads: tuple[str, str], first: tuple[object, object]
) -> None:
    if what == "papers":
        with lived.write(Signing()) as writing:
            issue(writing, PaperWanted("notice", ("en",), period=YEAR_OF))
            (about,) = (one.id for one in complaints(writing) if one.about and not one.answered_on)
            issue(writing, PaperWanted("complaint-slip", ("en",), complaint=about))
    with lived.read() as reading:
        write(tmp_path / "l.xlsx", workbook(reading, ListWanted(what, YEAR_OF), Translator("en")))
        bare = workbook(reading, ListWanted(what, YEAR_OF, people=False), Translator("en"))
        write(tmp_path / "b.xlsx", bare)
        told = [one for one in complaints(reading) if one.about is None]
    page = sheet(tmp_path / "l.xlsx")
    assert tuple(column(page, head)[0] for head in heads) == first
    if what == "complaints":  # whoever has the file may be the one that it is about
        assert len(column(page, "Number")) == len(told) + 1
    private = {"wages": "Paid to", "meetings": "Place", "plan": "What"}.get(what)
    if private:
        assert column(page, private)
        with pytest.raises(StopIteration):
            column(sheet(tmp_path / "b.xlsx"), private)


def test_the_cash_book_carries_forward_by_formulas(desk: Desk, tmp_path: Path) -> None:
    path = export(desk, tmp_path / "c.xlsx", "cashbook")
    page, formulas = sheet(path), sheet(path, values=False)
    found = desk.see(cash_book, YEAR_OF)
    total, end = row_of(page, "Total"), row_of(page, "Carried forward")
    assert decimal(total[10]) == found.came.decimal and decimal(total[11]) == found.went.decimal
    assert decimal(end[12]) == found.carried_forward.decimal
    assert str(row_of(formulas, "Total")[10]).startswith("=SUM(K")
    assert str(row_of(formulas, "Carried forward")[12]).startswith("=M")
    cancelled = [cell for cell in column(page, "Cancelled") if cell]
    assert cancelled == [450]
    days = [cell for cell in column(page, "Date") if isinstance(cell, datetime)]
    assert days and {day.date() for day in days} <= {TODAY}
    assert page.cell(row=7, column=11).number_format == "#,##0.00_)"


def test_the_cash_book_says_for_when_a_line_came_late(desk: Desk, tmp_path: Path) -> None:
    desk.do(expenses.spend, expenses.ExpenseRequest(lines=(expense(70),), concerns="2026-09"))
    page = sheet(export(desk, tmp_path / "c.xlsx", "cashbook"))
    assert "September 2026" in column(page, "Concerns")


def test_income_of_each_month_adds_up_both_ways(desk: Desk, tmp_path: Path) -> None:
    page = sheet(export(desk, tmp_path / "i.xlsx", "income"))
    found = desk.see(income_and_expenditure, YEAR_OF)
    assert decimal(row_of(page, "All money in")[-1]) == found.total_in.decimal
    assert decimal(row_of(page, "All money out")[-1]) == found.total_out.decimal
    assert decimal(row_of(page, "Left over")[-1]) == found.left_over.decimal
    assert decimal(row_of(page, "Water fees")[10]) == decimal(row_of(page, "Water fees")[-1])


def test_what_the_old_book_had_is_no_money_in(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(desk, tmp_path / "y.xlsx"), data_only=True)
    assert row_of(book["Accounts"], "Cash box")[1:4] == (0, 1000, 5100)


def test_arrears_by_age(desk: Desk, tmp_path: Path) -> None:
    page = sheet(export(desk, tmp_path / "a.xlsx", "arrears"))
    (behind,) = desk.see(arrears, TODAY)
    assert decimal(row_of(page, "2")[8]) == behind.owed.decimal
    assert decimal(row_of(page, "Total")[8]) == behind.owed.decimal


def test_a_statement_is_what_is_printed(desk: Desk, tmp_path: Path) -> None:
    page = sheet(export(desk, tmp_path / "s.xlsx", "statement", member="1"))
    assert rows(page)[0][0] == "Statement of Núñez, no. 1"
    assert decimal(row_of(page, "Carried forward")[4]) == -desk.ahead("1").decimal
    with pytest.raises(NoSuchMemberError):
        export(desk, tmp_path / "x.xlsx", "statement", member="99")
    for what in ("income", "budget"):
        with pytest.raises(FutureDayError):
            export(desk, tmp_path / "x.xlsx", what, period=Period.year(2040))
    assert not list(tmp_path.glob("x.xlsx*"))


def test_the_budget_of_next_year_is_written_out(desk: Desk, tmp_path: Path) -> None:
    year = TODAY.year + 1
    ask(desk, "budget", year=year, lines=[{"direction": "in", "kind": "fee", "amount": "7100"}])
    page = sheet(export(desk, tmp_path / "b.xlsx", "budget", period=Period.year(year)))
    assert decimal(row_of(page, "Water fees")[1]) == 7100


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
@pytest.mark.parametrize("people", [True, False])
def test_the_year_holds_together(desk: Desk, tmp_path: Path, code: str, people: bool) -> None:
    """Every formula's kept value is what its cells come to, and the checks come to nothing."""
    path = export(desk, tmp_path / "y.xlsx", code=code, people=people)
    book, kept = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    assert len(book.sheetnames) == len(LISTS)
    sums = 0
    for page, values in zip(book.worksheets, kept.worksheets, strict=True):
        for line in page.iter_rows():
            for cell in line:
                found = re.fullmatch(r"=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)", str(cell.value))
                if found:
                    area = values[f"{found[1]}{found[2]}:{found[3]}{found[4]}"]
                    added = sum(decimal(one.value or 0) for each in area for one in each)
                    assert added == decimal(values[cell.coordinate].value), (
                        page.title,
                        cell.coordinate,
                    )
                    sums += 1
    assert sums > 40
    checks = [row[1] for row in kept.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert [cell for cell in checks if isinstance(cell, int | float)] == [0, 0, 0, 0]


def test_without_names_nobody_stands_in_it(desk: Desk, tmp_path: Path) -> None:
    desk.do(record_officer)
    private = ("Núñez", "Otieno", "0700", "cousin", "HYPERLINK", "county", "diesel", "Pump", "burst",
               "typed twice", "Wanjiru")  # fmt: skip
    with_names = text_of(export(desk, tmp_path / "with.xlsx"))
    without = text_of(export(desk, tmp_path / "without.xlsx", people=False))
    for word in private:
        assert word in with_names, word
        assert word not in without, word
    assert "are left out" in without and "QGH7" in without


def record_officer(book: object) -> None:
    from imt_desktop.committee.describing import OfficerRequest, name_officer

    name_officer(book, OfficerRequest(name="Amina Wanjiru", post="treasurer"))  # type: ignore[arg-type]


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_who_was_forgotten_is_in_no_list(desk: Desk, tmp_path: Path) -> None:
    desk.refund("1", "374.50")
    left = members.MemberStatusRequest(member="1", status="left", reason="moved")
    desk.do(members.change_status, left)
    desk.do(forgetting.forget, forgetting.ForgetRequest(member="1"))
    said = text_of(export(desk, tmp_path / "y.xlsx"))
    assert "Núñez" not in said and "0700" not in said and "cousin" not in said


@pytest.mark.parametrize("name", [*HOSTILE, *ODD])
def test_text_stays_text(desk: Desk, tmp_path: Path, name: str) -> None:
    """Whatever it begins with: no cell of a name is a formula, and our own reading gives it back."""
    desk.join(household(name))
    line = expense(5, payee=name)
    desk.do(expenses.spend, expenses.ExpenseRequest(lines=(line,)))
    path = export(desk, tmp_path / "y.xlsx")
    for page in openpyxl.load_workbook(path).worksheets:
        for cells in page.iter_rows():
            for cell in cells:
                assert cell.data_type != "f" or str(cell.value).startswith(
                    ("=SUM", "='", "=L", "=M", "=B", "=N", "=IF(AND(MIN(")
                ), cell
    wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", name)
    read = [cell for one in read_file(path).sheets for row in one.rows for cell in row]
    assert read.count(wanted) >= 2


def test_odd_letters_are_made_visible(tmp_path: Path) -> None:
    listing = Listing("a", "=[]:*?/\\'" * 9, "=1+1", (Column("t", "@head"),), (
        Block("lines", [("\x07",), ("\ud800",), ("_x0041_",), ("a" * 40_000,)]),
    ))  # fmt: skip
    write(tmp_path / "o.xlsx", Workbook((listing, listing), kes(0).currency))
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    page = book.worksheets[0]
    assert [cell.data_type for cell in page["A"]].count("f") == 0
    assert page["A4"].value == "\ufffd" and page["A5"].value == "\ufffd"
    assert read_file(tmp_path / "o.xlsx").sheets[0].row(6) == ("_x0041_",)
    assert len(str(page["A7"].value)) == 32_000
    assert len(set(book.sheetnames)) == 2 and all(len(name) <= 31 for name in book.sheetnames)


def test_a_folder_that_is_not_there_and_a_stop_leave_nothing(desk: Desk, tmp_path: Path) -> None:
    made = desk.see(workbook, ListWanted("members"), Translator("en"))
    with pytest.raises(CannotWriteError):
        write(tmp_path / "none" / "m.xlsx", made)
    many = Listing(
        "a", "a", "a", (Column("t", "a"),), (Block("lines", (("x",) for _ in range(5000))),)
    )

    def stop(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "s.xlsx", Workbook((many,), kes(0).currency), stop)
    assert not list(tmp_path.glob("*.xlsx*"))


def test_a_list_of_nothing_and_amounts_of_ten_digits(desk: Desk, tmp_path: Path) -> None:
    empty = Listing("a", "a", "a", (Column("t", "a"), Column("n", "n", "money")),
                    (Block("lines", (), feet=(totals("Total", n=kes(0)),)),))  # fmt: skip
    write(tmp_path / "e.xlsx", Workbook((empty,), kes(0).currency))
    assert row_of(sheet(tmp_path / "e.xlsx"), "Total")[1] == 0
    large = Money(9_999_999_999_99, kes(0).currency)
    one = Listing("a", "a", "a", empty.columns, (
        Block("lines", [("x", large), ("y", -large), ("z", Money(1, large.currency))],
              feet=(totals("Total", n=Money(1, large.currency)),)),))  # fmt: skip
    write(tmp_path / "l.xlsx", Workbook((one,), large.currency))
    assert [decimal(cell) for cell in column(sheet(tmp_path / "l.xlsx"), "n")] == [
        Decimal("9999999999.99"), Decimal("-9999999999.99"), Decimal("0.01"), Decimal("0.01")
    ]  # fmt: skip


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_it_and_calculates_the_same(tmp_path: Path) -> None:
    """Our values are taken out first, so that every formula is calculated anew."""
    made = practice(tmp_path / "p.imt", members_=20, months=8, seed=3, today=date(2026, 11, 20))
    with made.read() as reading:
        book = workbook(reading, ListWanted(YEAR, YEAR_OF), Translator("es"))
        write(tmp_path / "y.xlsx", book)
    made.close()
    bare = without_values(tmp_path / "y.xlsx", tmp_path / "bare.xlsx")
    done = subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(bare)],
        capture_output=True, text=True, timeout=240, check=True,
    )  # fmt: skip
    assert "convert" in done.stdout and "rror" not in done.stdout
    ours = openpyxl.load_workbook(tmp_path / "y.xlsx", data_only=True)
    formulas = openpyxl.load_workbook(tmp_path / "y.xlsx")
    theirs = openpyxl.load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True)
    compared = 0
    for page in formulas.worksheets:
        for line in page.iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    mine, other = (
                        book[page.title][cell.coordinate].value for book in (ours, theirs)
                    )
                    assert decimal(mine) == decimal(other), (
                        page.title,
                        cell.coordinate,
                        cell.value,
                    )
                    compared += 1
    assert compared > 60


def without_values(path: Path, target: Path) -> Path:
    """Copy a workbook without the values that its formulas gave."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data, count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                assert count or b"<f>" not in data
            new.writestr(name, data)
    return target


def test_calculated_values_are_those_of_the_book() -> None:
    assert Calc("1", kes(1)).value == kes(1)


def test_kiosk_sales_stand_in_a_list_of_their_own(desk: Desk, tmp_path: Path) -> None:
    line = KioskLine(
        sold=Decimal(212), price=Decimal(3), percent=Decimal(10), handed=Decimal(550),
        attendant="Halima", pad="51", text="a jerrican burst",
    )  # fmt: skip
    desk.do(sell, KioskRequest(lines=(line,)))
    page = sheet(export(desk, tmp_path / "k.xlsx", "kiosks"))
    (row,) = (row for row in rows(page) if isinstance(row[0], datetime))
    assert row[3:6] == ("Halima", "51", "212 jerricans of 20 litres")
    assert [decimal(cell) for cell in row[6:12]] == [
        3, 636, Decimal("63.6"), Decimal("572.4"), 550, Decimal("-22.4"),
    ]  # fmt: skip
    assert row[12] == "a jerrican burst"
    facts = desk.see(build_kiosks, Period.year(TODAY.year))
    assert (facts.due, facts.handed) == (kes("572.40"), kes(550))


def test_cash_counts_stand_in_a_list_of_their_own(desk: Desk, tmp_path: Path) -> None:
    by = ("Amina", "Joseph")
    counted = accounts.CountRequest(counted=Decimal(4000), by=by, explanation="change was given")
    desk.do(accounts.count, counted)
    page = sheet(export(desk, tmp_path / "n.xlsx", "counts"))
    there = desk.see(balance_before, TODAY + timedelta(days=1), 1).decimal
    (line,) = (row for row in rows(page) if isinstance(row[0], datetime))
    assert line[2:3] + line[6:] == ("Cash box", "Amina and Joseph", "change was given")
    assert [decimal(cell) for cell in line[3:6]] == [4000, there, 4000 - there]
    assert "Cash counts" in openpyxl.load_workbook(export(desk, tmp_path / "y.xlsx")).sheetnames


def test_the_capacity_sheet_works_its_level_out_of_the_three(desk: Desk, tmp_path: Path) -> None:
    desk.do(ask_capacity, CapacityRequest(lines=(CriterionLine(code="person", met=True),)))
    page = sheet(export(desk, tmp_path / "asked.xlsx", "capacity"))
    assert row_of(page, "Administration")[1:3] == (None, "Not answered yet")
    assert row_of(page, "Grade")[2] == "No grade yet"
    said = ("met", "told", "source", "fees")
    lines = tuple(CriterionLine(code=code, met=True) for code in said)
    desk.do(ask_capacity, CapacityRequest(lines=lines))
    path = export(desk, tmp_path / "capacity.xlsx", "capacity")
    page = sheet(path)
    levels = [row_of(page, area)[1] for area in ("Administration", "Finance", "Maintenance")]
    now = desk.see(capacity, desk.book.now().date())
    assert levels == [now.level(area) for area in AREAS] and levels[2] == 1
    assert row_of(page, "Together")[1] == now.overall == 1
    assert now.score is not None
    assert row_of(page, "Grade")[2] == f"at least {now.grade} ({now.score // 100}\u00a0%)"
    asked = row_of(page, "Is somebody responsible for maintenance?")
    assert asked[1:4] == (1, "Yes", "as the committee said")
    assert row_of(page, "Is that person trained?")[2:4] == (None, "not answered yet")
