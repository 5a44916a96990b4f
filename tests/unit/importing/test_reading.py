"""The reading process: exact values, and no harm whatever happens to it."""

import io
import os
import subprocess
import sys
import threading
import time
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import get_type_hints

import openpyxl
import pytest

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing import errors, wire
from imt_desktop.ledger.importing.errors import (
    EmptySpreadsheetError,
    EncodingUnknownError,
    ReadingStoppedError,
    ReadingTooHeavyError,
    ReadingTooLongError,
)
from imt_desktop.ledger.importing.reading import ReaderBrokeError, read, reader_command
from imt_desktop.ledger.importing.sheets import (
    UNCALCULATED,
    CellError,
    Sheet,
    Workbook,
    column_index,
    column_letter,
    shown,
)

from .builders import CASES, KIBOKO, packed, parts, rows_xml, sheet_xml

MOST_MEGABYTES = 512


def saved(path: Path, *sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for number, rows in enumerate(sheets):
        page = book.active if number == 0 else book.create_sheet()
        for row in rows:
            page.append(row)
    book.save(path)
    return path


def test_values_come_as_they_are(tmp_path) -> None:
    row = [
        17, 17.0, 722418305.0, 3480.5, 0.1 + 0.2, 450 * 1.1, "x", True,
        date(2026, 1, 5), datetime(2026, 1, 5, 10, 30), None, "  014 ", 1e20, -5,
    ]  # fmt: skip
    read_row = read(saved(tmp_path / "a.xlsx", [[], ["title"], row])).sheets[0].row(3)
    assert read_row == (
        17, 17, 722418305, Decimal("3480.5"), Decimal("0.3"), 495, "x", True,
        date(2026, 1, 5), datetime(2026, 1, 5, 10, 30), None, "  014 ", Decimal("1E+20"), -5,
    )  # fmt: skip
    assert not any(isinstance(value, float) for value in read_row)
    assert type(read_row[0]) is int
    assert type(read_row[7]) is bool


def test_failed_and_uncalculated_formulas_are_no_empty_cells(tmp_path) -> None:
    data = (
        '<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C1"><f>2+2</f><v>4</v></c></row><row r="3"><c r="B3"><f>A1</f><v></v></c></row>'
    )
    path = tmp_path / "f.xlsx"
    path.write_bytes(packed(parts(sheet_xml(data))))
    sheet = read(path).sheets[0]
    assert sheet.row(1) == (CellError(UNCALCULATED), CellError("#DIV/0!"), 4)
    assert sheet.row(3) == (None, CellError(UNCALCULATED))


def test_rows_keep_their_numbers_and_columns_their_letters(tmp_path) -> None:
    data = '<row r="17"><c r="C17" t="inlineStr"><is><t>x</t></is></c></row>'
    path = tmp_path / "far.xlsx"
    path.write_bytes(packed(parts(sheet_xml(data))))
    sheet = read(path).sheets[0]
    assert sheet.row(17) == (None, None, "x")
    assert sheet.row(16) == () == sheet.row(99)
    assert [column_letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(column_index(column_letter(n)) == n for n in range(2000))


def test_all_sheets_are_read(tmp_path) -> None:
    book = read(saved(tmp_path / "b.xlsx", [["a"]], [["b"], ["c"]]))
    assert [len(sheet.rows) for sheet in book.sheets] == [1, 2]


def test_a_workbook_without_a_cell_is_empty(tmp_path) -> None:
    with pytest.raises(EmptySpreadsheetError):
        read(saved(tmp_path / "empty.xlsx", []))


def test_a_text_file_is_one_sheet_of_texts() -> None:
    book = read(CASES / "ethiopian-model-book.csv")
    assert book.encoding == "utf-8"
    assert book.delimiter == ","
    assert book.sheets[0].row(2) == ("opening", "Brought forward", "150.00", None, "bank")
    assert len(read(CASES / "fletcher-creek.csv").sheets[0].rows) == 35


def test_refusals_come_back_as_they_were_raised(tmp_path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("No,Jina\n1,José\n".encode("latin-1"))
    with pytest.raises(EncodingUnknownError) as caught:
        read(path)
    assert caught.value.choices == ("cp1252", "latin-1", "cp850")
    assert read(path, encoding="latin-1").sheets[0].row(2)[1] == "José"


def test_every_error_of_a_file_can_be_told_by_the_process() -> None:
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not UserError
    ]
    samples = {str: "x", int: 3}
    assert len(kinds) > 20
    for kind in kinds:
        types = get_type_hints(kind)
        facts = [samples.get(types[name], ("a", "b")) for name in kind.FACTS]
        error = kind(*facts)
        with pytest.raises(kind) as caught:
            wire.decode(wire.encode_error(error))
        assert caught.value.args == error.args


def test_a_long_sheet_travels_in_packets() -> None:
    rows = tuple((n, f"Member {n}", None, date(2026, 1, 5)) for n in range(5_001))
    book = Workbook("x.xlsx", (Sheet("a", rows), Sheet("empty", ())), "0")
    assert wire.decode(wire.encode_workbook(book)) == book


def test_a_workbook_survives_the_wire() -> None:
    rows = (("a", 1, Decimal("1.50"), date(2026, 1, 5), datetime(2026, 1, 5, 1), True, None), ())
    sheet = Sheet("x", (*rows, (CellError("#REF!"),)), 1, True, True, frozenset({(3, 1)}))
    book = Workbook("x.xlsx", (sheet,), "00", "utf-8", ";")
    assert wire.decode(wire.encode_workbook(book)) == book


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_process_that_is_killed_is_a_refusal() -> None:
    with pytest.raises(ReadingTooHeavyError):
        read(KIBOKO, command=python("import os; os.abort()"))


def test_a_process_that_hangs_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(ReadingTooLongError):
        read(KIBOKO, command=python("import time; time.sleep(60)"), seconds=1)
    assert time.monotonic() - begun < 20


def test_reading_can_be_stopped() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(ReadingStoppedError):
        read(KIBOKO, command=python("import time; time.sleep(60)"), stop=stop)


def test_our_own_failure_is_no_refusal() -> None:
    with pytest.raises(ReaderBrokeError, match="ZeroDivisionError"):
        read(KIBOKO, command=python("1/0"))


def test_a_frozen_program_calls_itself(monkeypatch) -> None:
    assert reader_command()[1:] == ("-m", "imt_desktop.ledger.importing.child")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_command() == (sys.executable, "--read-spreadsheet")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_process_gets_no_more_memory_than_it_may() -> None:
    code = (
        "from imt_desktop.ledger.importing.child import limit_resources as limit\n"
        "limit()\ntry:\n  bytearray(600_000_000)\nexcept MemoryError:\n  print('refused')"
    )
    said = subprocess.run(python(code), capture_output=True, text=True, check=True)
    assert said.stdout == "refused\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such figures")
def test_a_large_sheet_is_read_and_a_hostile_one_refused_in_little_memory(tmp_path) -> None:
    large, hostile = tmp_path / "large.xlsx", tmp_path / "hostile.xlsx"
    rows = [[n, f"Member {n}", 450, "taslimu"] for n in range(30_000)]
    large.write_bytes(packed(parts(sheet_xml(rows_xml(rows)))))
    hostile.write_bytes(
        packed(parts(sheet_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))
    )
    # In an interpreter of its own: a child's figure begins with the size of whoever forked it.
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from imt_desktop.ledger.importing.errors import TooManyRowsError\n"
        "from imt_desktop.ledger.importing.reading import read\n"
        "assert len(read(Path(sys.argv[1])).sheets[0].rows) == 30_000\n"
        "try:\n"
        "    read(Path(sys.argv[2]))\n"
        "except TooManyRowsError:\n"
        "    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    words = [sys.executable, "-c", script, str(large), str(hostile)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    megabytes = int(done.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"largest child: {megabytes:.0f} MB")
    assert megabytes < MOST_MEGABYTES


def test_values_are_shown_plainly() -> None:
    values = (None, True, 5, Decimal("1.50"), date(2026, 1, 5), datetime(2026, 1, 5, 9, 5), "<b>")
    assert [shown(value) for value in values] == [
        "", "TRUE", "5", "1.50", "2026-01-05", "2026-01-05 09:05", "<b>",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_a_file_whose_name_is_no_text(tmp_path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/wanachama \xff.csv"))
    path.write_text("No,Name\n1,Ann\n", encoding="utf-8")
    assert read(path).name == "wanachama ?.csv"


def test_the_child_answers_on_standard_output() -> None:
    done = subprocess.run([*reader_command(), str(KIBOKO)], capture_output=True, check=True)
    assert len(wire.decode(io.BytesIO(done.stdout).read()).sheets) == 3
