"""Altered files: never a crash, never a hang, never fewer rows without a word."""

import io
import os
import random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.child import read_file
from imt_desktop.ledger.importing.layout import choose_sheet
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.sheets import Workbook
from imt_desktop.ledger.importing.understanding import understand

from .builders import KIBOKO, asked, packed, parts, rows_xml, sheet_xml

TIMES = int(os.environ.get("IMT_FUZZ", "200"))
ROWS = [["No", "Name", "Arrears"], *([n, f"Member {n}", n * 50] for n in range(1, 51))]
CSV = "\n".join(",".join(map(str, row)) for row in ROWS) + "\n"
QUOTED = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS) + "\n"


def altered(data: bytes, dice: random.Random) -> bytes:
    """Change a few bytes, or cut a piece out, or double one."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 5, 20))):
        at = dice.randrange(len(out))
        match dice.randrange(5):
            case 0:
                out[at] = dice.randrange(256)
            case 1:
                out[at] ^= 1 << dice.randrange(8)
            case 2:
                del out[at : at + dice.randrange(1, 40)]
            case 3:
                out[at:at] = out[at : at + dice.randrange(1, 40)]
            case _:
                out[at] = dice.choice(b'",;\n\r\t\0<>&/\xff')
        if not out:
            return b""
    return bytes(out)


def bring_in(path) -> Workbook | None:
    try:
        return read_file(path)
    except UserError:
        return None


def understood(workbook: Workbook) -> tuple[int, bool]:
    """Return how many rows were understood, and whether anything was said."""
    try:
        done = understand(choose_sheet(workbook, "opening"), "opening", None, asked())
    except UserError:
        return 0, True
    return len(done.rows), bool(done.problems or done.skipped)


@pytest.mark.parametrize("seed", range(10))
def test_an_altered_workbook_is_refused_or_the_same(tmp_path, seed: int) -> None:
    """Every part carries a checksum, so a file that still opens still says the same."""
    dice = random.Random(seed)
    path = tmp_path / "x.xlsx"
    honest = packed(parts(sheet_xml(rows_xml(ROWS))))
    path.write_bytes(honest)
    before = read_file(path).sheets
    for _ in range(TIMES // 10):
        path.write_bytes(altered(honest, dice))
        after = bring_in(path)
        assert after is None or after.sheets == before


@pytest.mark.parametrize("seed", range(10))
def test_altered_xml_in_an_honest_zip_never_crashes(tmp_path, seed: int) -> None:
    dice = random.Random(1000 + seed)
    path = tmp_path / "x.xlsx"
    files = {name: text.encode() for name, text in parts(sheet_xml(rows_xml(ROWS[:20]))).items()}
    for _ in range(TIMES // 10):
        changed = dict(files)
        name = dice.choice(sorted(files))
        changed[name] = altered(files[name], dice)
        path.write_bytes(packed(changed))
        after = bring_in(path)
        if after:
            understood(after)


@pytest.mark.parametrize("text", [CSV, QUOTED], ids=["plain", "quoted"])
@pytest.mark.parametrize("seed", range(10))
def test_an_altered_text_never_gives_fewer_rows_silently(tmp_path, seed: int, text: str) -> None:
    dice = random.Random(2000 + seed)
    path = tmp_path / "x.csv"
    for _ in range(TIMES // 10):
        data = bytearray(text.encode())
        for _ in range(dice.choice((1, 1, 2, 3))):
            data[dice.randrange(len(data))] = dice.choice(b'",;\n\r\tx0\xff\0 ')
        path.write_bytes(data)
        after = bring_in(path)
        if after:
            rows, said = understood(after)
            assert rows >= 50 or said, bytes(data)


@pytest.mark.parametrize("seed", range(3))
def test_an_altered_workbook_in_the_reading_process(tmp_path, seed: int) -> None:
    dice = random.Random(3000 + seed)
    path = tmp_path / "kiboko.xlsx"
    for _ in range(3):
        path.write_bytes(altered(KIBOKO.read_bytes(), dice))
        try:
            read(path, seconds=20)
        except UserError:
            continue


VALUES = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20)
    .filter(lambda text: text.strip() == text and not text.startswith("="))
    .filter(lambda text: "_x" not in text),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 12)), VALUES, min_size=1))
def test_cells_stand_where_another_reader_finds_them(tmp_path_factory, cells) -> None:
    book = openpyxl.Workbook()
    page = book.active
    for (row, column), value in cells.items():
        page.cell(row, column, value)
    out = io.BytesIO()
    book.save(out)
    path = tmp_path_factory.mktemp("same") / "x.xlsx"
    path.write_bytes(out.getvalue())
    filled = {place: value for place, value in cells.items() if value is not None}
    workbook = bring_in(path)
    if not filled:
        assert workbook is None
        return
    assert workbook is not None
    sheet = workbook.sheets[0]
    found = {
        (number, index + 1): value
        for number, row in enumerate(sheet.rows, sheet.first_row)
        for index, value in enumerate(row)
        if value is not None
    }
    assert found == filled
