"""Dates: the order is asked once a file, and no text is ever bent into a day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import DateError, UserError
from imt_desktop.ledger.importing.cell_errors import DateOrderUnknownError, FormulaError
from imt_desktop.ledger.importing.dates import needs_order, parse_date, proves
from imt_desktop.ledger.importing.sheets import Cell, CellError

TODAY = date(2026, 10, 1)
FIFTH = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("05/01/2026", "dmy", FIFTH), ("01/05/2026", "mdy", FIFTH), ("2026/01/05", "ymd", FIFTH),
        ("5.1.2026", "dmy", FIFTH), ("5-1-26", "dmy", FIFTH), ("26/01/05", "ymd", FIFTH),
        ("05 / 01 / 2026", "dmy", FIFTH), ("03/05/98", "dmy", date(1998, 5, 3)),
        ("01/01/27", "dmy", date(2027, 1, 1)), ("01/01/28", "dmy", date(1928, 1, 1)),
        ("05/01/2026 10:30", "dmy", FIFTH), ("05-Jan-26", "dmy", FIFTH),
    ],
)  # fmt: skip
def test_texts_are_read_in_the_order_that_was_said(text: str, order: str, day: date) -> None:
    assert parse_date(text, order, TODAY) == day
    assert needs_order(text, TODAY) == (text != "2026/01/05")


@pytest.mark.parametrize("order", ["dmy", "mdy", "ymd", None])
@pytest.mark.parametrize(
    "cell",
    [
        FIFTH, datetime(2026, 1, 5, 23, 59), "2026-01-05", "2026-1-5", "2026-01-05 10:30:00",
        "2026-01-05T10:30:00Z", "5 Jan 2026", "Jan 5, 2026", "5 de enero de 2026",
        "5 Januari 2026", "le 5 janvier 2026", "5th January 2026", "2026 January 5",
    ],
)  # fmt: skip
def test_what_can_be_read_in_one_way_needs_no_order(cell: Cell, order: str | None) -> None:
    assert parse_date(cell, order, TODAY) == FIFTH


def test_the_first_of_march_in_french() -> None:
    assert parse_date("le 1er mars 2026", None, TODAY) == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["05/01/2026", "5.1.26", "05-Jan-26"])
def test_the_order_is_asked(text: str) -> None:
    with pytest.raises(DateOrderUnknownError) as caught:
        parse_date(text, None, TODAY)
    assert "2026-01-05" in caught.value.meanings


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("31/02/2026", "dmy"), ("31/02/2026", None), ("13/01/2026", "mdy"), ("05/01/2026", "ymd"),
        ("00/00/2026", "dmy"), ("05/01/126", "dmy"), ("05/01-2026", "dmy"), ("Januari", "dmy"),
        ("5 5 2026", "dmy"), (46113, "dmy"), ("46113", "dmy"), (True, "dmy"), ("x", None),
        (date(1899, 12, 31), "dmy"), ("01/01/0026", "dmy"), ("31 Februari 2026", "dmy"),
        ("\u0665/1/2026", "dmy"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(cell: Cell, order: str | None) -> None:
    with pytest.raises(DateError):
        parse_date(cell, order, TODAY)


@pytest.mark.parametrize("cell", [None, "", "-", "hakuna"])
def test_nothing_is_nothing(cell: Cell) -> None:
    assert parse_date(cell, "dmy", TODAY) is None


def test_a_failed_formula_is_named() -> None:
    with pytest.raises(FormulaError):
        parse_date(CellError("#REF!"), "dmy", TODAY)


@pytest.mark.parametrize(
    ("text", "order"),
    [("13/01/2026", "dmy"), ("01/13/2026", "mdy"), ("05/01/2026", None), ("31/02/2026", None)],
)
def test_what_proves_the_order(text: str, order: str | None) -> None:
    assert proves(text, TODAY) == order


@given(st.integers(0, 40000), st.sampled_from(["dmy", "mdy", "ymd"]), st.sampled_from("/.-"))
def test_a_day_is_read_back_in_the_order_it_was_written(days: int, order: str, mark: str) -> None:
    day = date(1990, 1, 1) + timedelta(days=days)
    figures = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": f"{day.year}"}
    assert parse_date(mark.join(figures[part] for part in order), order, TODAY) == day


@given(st.text(max_size=20), st.sampled_from(["dmy", "mdy", "ymd", None]))
def test_any_text_is_a_day_or_refused(text: str, order: str | None) -> None:
    try:
        parse_date(text, order, TODAY)
    except UserError:
        pass
