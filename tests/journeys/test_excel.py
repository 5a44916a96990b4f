"""Lists go out as spreadsheets and come back in through our own import; templates are filled in."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from imt_desktop.cli import main
from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.reading_file import reading_lines
from imt_desktop.ledger.importing.own_lists import own_list
from imt_desktop.ledger.importing.reading import read as read_file
from imt_desktop.reports.excel.lists import LISTS
from imt_desktop.reports.excel.templates import COLUMNS, words_of
from imt_desktop.wording.fields import code_name

from .desk import Desk

LANGUAGES = ("en", "es", "sw", "fr")
LATER = date.today() + timedelta(days=20)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A committee with members of all states, debts and money paid ahead."""
    made = Desk(tmp_path, capsys)
    made.found()
    households = [
        {"adults": [{"name": "Rosa Núñez"}, {"name": "Abdi Warsame"}], "zone": "Hill", "people": 4, "old_number": "017"},
        {"adults": [{"name": "=1+1"}], "zone": "River", "house": "blue gate",
         "connections": [{"type": "kiosk"}]},
        {"adults": [{"name": "Otieno"}], "nickname": "Oti", "phone": "0700123456",
         "phone_consent": True, "connections": [{"type": "institution", "label": "0077-A"}]},
        {"adults": [{"name": "Nobody Owes"}]},
    ]  # fmt: skip
    status, _out, err = made.post(
        {"kind": "members", "lines": households},
        {"kind": "opening", "lines": [
            {"what": "debt", "member": "1", "amount": "1350.50", "since": "2025-11-30"},
            {"what": "ahead", "member": "3", "amount": "900"}]},
        {"kind": "member-status", "member": "2", "status": "cut-off", "reason": "no tap",
         "warned": "in May", "meanwhile": "the kiosk", "decided": "minute 3"},
    )  # fmt: skip
    assert status == 0, err
    return made


def standing(desk: Desk) -> list[tuple[Any, ...]]:
    rows = desk.ask("show", "members")["rows"]
    keys = ("number", "name", "zone", "status", "owed", "ahead")
    return [tuple(row[key] for key in keys) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_members_founds_another_book(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    file = tmp_path / "members.xlsx"
    answer = desk.ask("export", str(file), "--list", "members", "--language", language)
    assert answer["totals"] == {"rows": 4, "names": True}
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", capsys)
    other.found()
    for kind in ("members", "opening"):
        words = ("import", str(file), "--as", kind, "--phones-agreed", "--on", "2026-01-01")
        status, out, err = other.run(*words)
        assert status == 0, out + err
    assert standing(other) == standing(desk)
    assert "Otieno" in other.run("find", "0077-a")[1]
    assert "Rosa" in other.run("find", "Warsame")[1]


def test_the_years_workbook_holds_the_same_list(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "year.xlsx"
    assert desk.run("export", str(file))[0] == 0
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", capsys)
    other.found()
    status, out, err = other.run("import", str(file), "--as", "members", "--sheet", "Members")
    assert status == 0, out + err
    assert [row[:2] for row in standing(other)] == [row[:2] for row in standing(desk)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_payments_comes_back_in(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Whoever brought the money says nothing about how it was paid; our receipts are its old ones."""
    on = {"on": "2026-01-05"}
    status, _out, err = desk.post({"kind": "payment", "lines": [
        {"member": "1", "amount": "350.50", "paid_by": "a neighbour", **on},
        {"member": "3", "amount": "1200", "account": 3, "reference": "QGH7", **on},
    ]})  # fmt: skip
    assert status == 0, err
    wrong = {"kind": "payment", "lines": [{"member": "4", "amount": "77", **on}]}
    assert desk.post(wrong)[0] == 0
    made = json.loads(desk.run("journal")[1].splitlines()[-1])["seq"]
    assert desk.post({"kind": "void", "entry": made, "reason": "another member"})[0] == 0
    members, paid = tmp_path / "members.xlsx", tmp_path / "payments.xlsx"
    for file in (members, paid):
        words = ("--list", file.stem, "--year", "2026") if file is paid else ("--list", file.stem)
        assert desk.run("export", str(file), *words, "--language", language)[0] == 0
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", capsys)
    other.found()
    for kind, file in (("members", members), ("payments", paid)):
        status, out, err = other.run("import", str(file), "--as", kind, "--phones-agreed")
        assert status == 0, out + err
    assert "old_receipt C" in out
    assert not [row for row in other.ask("show", "members")["rows"] if row["ahead"] == "77.00"]
    held = [
        {row["account"]: row["balance"] for row in one.ask("show", "accounts")["rows"]}
        for one in (desk, other)
    ]
    assert held[0] == held[1] and len(set(held[0].values())) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_payments_with_numbers_of_pads_comes_back_in(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Our own receipt comes first; where there is none, the one from the old book stays what it was."""
    old = tmp_path / "old.csv"
    old.write_text("Date,Receipt,Member no,Amount\n2026-01-04,B-17,3,80\n", encoding="utf-8")
    assert desk.run("import", str(old), "--as", "payments")[0] == 0
    lines = [{"member": "1", "amount": "350", "pad": "4711"}, {"member": "3", "amount": "120"}]
    on = {"on": "2026-01-05"}
    status, _out, err = desk.post({"kind": "payment", "lines": [line | on for line in lines]})
    assert status == 0, err
    members, paid = tmp_path / "members.xlsx", tmp_path / "payments.xlsx"
    for words in ((members, "--list", "members"), (paid, "--list", "payments", "--year", "2026")):
        assert desk.run("export", *map(str, words), "--language", language)[0] == 0
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", capsys)
    other.found()
    for kind, file in (("members", members), ("payments", paid)):
        status, out, err = other.run("import", str(file), "--as", kind, "--phones-agreed")
        assert status == 0, out + err
    made = json.loads(other.run("journal")[1].splitlines()[-1])["body"]
    assert [line["old_receipt"] for line in made["lines"]] == ["B-17", "1", "2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_expenses_comes_back_in(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """What is not paid yet stands in another list, and what was cancelled is passed over."""
    on, bought = {"on": "2026-01-06"}, {"kind": "money-out"}
    status, _out, err = desk.post(
        {"kind": "money-in", "lines": [{"income": "grant", "amount": "5000", "payer": "County", **on}]},
        {**bought, "lines": [
            {"payee": "Shop", "text": "elbows", "category": "parts", "amount": "300", "voucher": "V-1",
             **on},
            {"payee": "Pump man", "category": "wages", "amount": "70.25", "account": 3,
             "reference": "QGH8", "voucher": "V-2", **on},
            {"payee": "Mill", "category": "fuel", "amount": "999", "account": None, **on},
            {"payee": "", "category": "charges", "amount": "9", **on}]},
        {**bought, "lines": [{"payee": "Shop", "category": "office", "amount": "11", **on}]},
    )  # fmt: skip
    assert status == 0, err
    made = json.loads(desk.run("journal")[1].splitlines()[-1])["seq"]
    assert desk.post({"kind": "void", "entry": made, "reason": "twice"})[0] == 0
    file = tmp_path / "expenses.xlsx"
    words = ("--list", "expenses", "--year", "2026", "--language", language)
    assert desk.ask("export", str(file), *words)["totals"]["rows"] == 4
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", capsys)
    other.found()
    assert other.post({"kind": "money-in", "lines": [
        {"income": "grant", "amount": "5000", "payer": "County", **on}]})[0] == 0  # fmt: skip
    status, out, err = other.run("import", str(file), "--as", "expenses")
    assert status == 0, out + err
    held = [
        {row["account"]: row["balance"] for row in one.ask("show", "accounts")["rows"]}
        for one in (desk, other)
    ]
    assert held[0] == held[1] and "4691.00" in held[0].values()


BACK = {
    "members": ("members", "opening"), "arrears": ("members", "opening"), "payments": ("payments",),
    "expenses": ("expenses",), "wages": ("expenses",),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_is_known_and_comes_back_as_what_it_is_or_says_why_not(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    year = tmp_path / "year.xlsx"
    statement = tmp_path / "statement.xlsx"
    words = ("--language", language, "--no-names")
    assert desk.run("export", str(year), *words)[0] == 0
    one = ("--list", "statement", "--member", "1")
    assert desk.run("export", str(statement), *one, *words)[0] == 0
    sheets = [*read_file(year).sheets[1:], *read_file(statement).sheets]  # the first is about it
    for what, sheet in zip(LISTS, sheets, strict=True):
        found = own_list(sheet)
        assert found is not None and found.kinds == BACK.get(what, ()), what
    for sheet, said in (("bills", "is not brought in"), ("wages", "it is brought in as expenses")):
        file = tmp_path / f"{sheet}.xlsx"
        assert desk.run("export", str(file), "--list", sheet, *words)[0] == 0
        for kind in ("opening", "payments"):
            status, _out, err = desk.run("import", str(file), "--as", kind, "--dry-run")
            assert status == 1 and said in err


def test_a_sheet_that_is_only_called_like_a_list_of_ours_is_read(
    tmp_path: Path, desk: Desk
) -> None:
    file, book = tmp_path / "own.xlsx", openpyxl.Workbook()
    book.active.title = "Bills"
    for row in (["Date", "Member number", "Amount"], [date(2020, 1, 5), "1", 20]):
        book.active.append(row)
    book.save(file)
    assert desk.run("import", str(file), "--as", "payments", "--dry-run")[0] == 0


def test_wages_come_back_with_whom_they_were_paid_to_and_debts_without_a_day_to_come(
    desk: Desk, tmp_path: Path
) -> None:
    on = {"on": "2026-01-06"}
    status, _out, err = desk.post(
        {"kind": "money-in", "lines": [{"income": "grant", "amount": "500", "payer": "County", **on}]},
        {"kind": "money-out", "lines": [
            {"payee": "Pump man", "text": "January", "category": "wages", "amount": "70", **on}]},
        {"kind": "agreement", "member": "1", "count": 1, "first": str(LATER)},
    )  # fmt: skip
    assert status == 0, err
    wages, behind = tmp_path / "wages.xlsx", tmp_path / "behind.xlsx"
    assert desk.run("export", str(wages), "--list", "wages", "--year", "2026")[0] == 0
    (row,) = desk.ask("import", str(wages), "--as", "expenses", "--dry-run")["rows"]
    assert (row["payee"], row["what"], row["amount"]) == ("Pump man", "January", "70.00")
    assert desk.run("export", str(behind), "--list", "arrears")[0] == 0
    seen = desk.ask("import", str(behind), "--as", "opening", "--dry-run")["totals"]
    assert (seen["good_rows"], seen["bad_rows"]) == (1, 0)


def test_for_the_county_names_are_left_out_unless_they_are_asked_for(
    desk: Desk, tmp_path: Path
) -> None:
    def heads(*words: str) -> set[object]:
        file = tmp_path / "m.xlsx"
        assert desk.run("export", str(file), "--list", "members", *words)[0] == 0
        page = openpyxl.load_workbook(file).worksheets[0]
        return {cell for row in page.iter_rows(values_only=True) for cell in row}

    assert "Otieno" in heads() and "0700123456" in heads()
    assert not {"Otieno", "0700123456", "Oti", "Name"} & heads("--for", "county")
    assert "Otieno" in heads("--for", "county", "--names")
    assert "Otieno" not in heads("--no-names")


def test_a_year_without_entries_is_said_to_have_none(desk: Desk, tmp_path: Path) -> None:
    file = str(tmp_path / "year.xlsx")
    said = desk.ask("export", file, "--year", "1990")["totals"]
    assert said["notices"] == ["No entry of this book is of 1990."]
    assert (
        "notices: No entry of this book is of 1990."
        in desk.run("export", file, "--year", "1990")[1]
    )
    assert "notices" not in desk.ask("export", file, "--year", str(date.today().year))["totals"]


def test_a_year_whose_payments_were_brought_in_later_is_not_said_to_be_empty(
    desk: Desk, tmp_path: Path
) -> None:
    lines = [{"member": "1", "amount": "100", "on": day} for day in ("2026-01-05", "2025-03-08")]
    status, _out, err = desk.post({"kind": "payment", "lines": lines})
    assert status == 0, err
    for year, rows in ((2025, 1), (2023, 0)):
        words = ("--list", "payments", "--year", str(year))
        said = desk.ask("export", str(tmp_path / f"{year}.xlsx"), *words)["totals"]
        assert said["rows"] == rows and ("notices" in said) == (not rows)


def test_wrong_calls(desk: Desk, tmp_path: Path) -> None:
    file = str(tmp_path / "m.xlsx")
    assert desk.run("export", str(tmp_path / "m.csv"))[0] == 2
    assert desk.run("export", file, "--list", "everything")[0] == 2
    for year in ("2040", "0", "-5", "99999"):
        status, _out, err = desk.run("export", file, "--year", year)
        assert status == 1 and year in err
    assert desk.run("export", file, "--list", "statement")[0] == 1
    assert desk.run("export", file, "--list", "statement", "--member", "77")[0] == 1
    assert desk.run("export", file, "--list", "cashbook", "--account", "9")[0] == 1
    assert desk.run("export", str(tmp_path / "none" / "m.xlsx"))[0] == 1
    assert not list(tmp_path.glob("*.xlsx*"))


FILLED: dict[str, dict[str, Any]] = {
    "members": {"number": "014", "name": "Jina Moja", "phone": "0700123456", "zone": "A",
                "people": 3, "status": "active", "connection_type": "kiosk", "meter": "0077-A"},
    "opening": {"number": "1", "owed": 450.5, "since": date(2025, 12, 1)},
    "payments": {"on": date(2026, 1, 5), "number": "1", "amount": 450, "method": "cash",
                 "old_receipt": "0007"},
    "expenses": {"on": date(2026, 1, 6), "payee": "Shop", "what": "pipes", "category": "parts",
                 "amount": 1200.75, "voucher": "V-1", "method": "cash"},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FILLED)
def test_a_template_filled_in_comes_in_without_a_question(
    desk: Desk, tmp_path: Path, language: str, kind: str
) -> None:
    file = tmp_path / "template.xlsx"
    assert main(["template", str(file), "--as", kind, "--language", language]) == 0
    desk.run("show", "accounts")  # empties what was said
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    tr = Translator(language)
    for at, field in enumerate(COLUMNS[kind], 1):
        value = FILLED[kind].get(field)
        if field in ("status", "connection_type", "method", "category") and value:
            value = code_name(field, value, tr)
            assert value in words_of(field, tr)
        page.cell(row=2, column=at, value=value)
    book.save(file)
    asked = desk.ask("import", str(file), "--as", kind, "--dry-run")
    assert asked["totals"]["bad_rows"] == 0 and asked["totals"]["good_rows"] == 1
    assert "questions" not in asked["totals"], asked["totals"]
    status, out, err = desk.run("import", str(file), "--as", kind, "--on", "2026-01-31")
    assert status == 0, out + err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_of_readings_is_read_by_its_heads(tmp_path: Path, language: str) -> None:
    file = tmp_path / "readings.xlsx"
    assert main(["template", str(file), "--as", "readings", "--language", language]) == 0
    book = openpyxl.load_workbook(file)
    for row, cells in enumerate((("014", 137.5, date(2026, 1, 31), "dirty"), ("2", None)), 2):
        for column, value in enumerate(cells, 1):
            book.worksheets[0].cell(row=row, column=column, value=value)
    book.save(file)
    _numbers, lines = reading_lines(read_file(file), date(2026, 10, 15))
    assert [(one.member, one.value, one.on, one.remark) for one in lines] == [
        ("014", Decimal("137.5"), date(2026, 1, 31), "dirty"), ("2", None, None, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", FILLED)
def test_an_empty_template_books_nothing(desk: Desk, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "template.xlsx"
    assert main(["template", str(file), "--as", kind]) == 0
    status, _out, _err = desk.run("import", str(file), "--as", kind)
    assert status == 1
