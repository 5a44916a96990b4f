"""Builds workbooks, honest and hostile, and says things about KES shortly."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from imt_desktop.ledger.importing.rows import Options
from imt_desktop.ledger.importing.sheets import Cell, Sheet, column_letter
from imt_desktop.money import Currency, Money

KES = Currency("KES")
CASES = Path(__file__).resolve().parents[2] / "cases"
KIBOKO = CASES / "kiboko-committee.xlsx"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def kes(amount: int) -> Money:
    return Money(amount * 100, KES)


def asked(order: str | None = "dmy", decimal: str | None = ".", **more: object) -> Options:
    return Options(KES, date(2026, 10, 1), order, decimal, **more)  # type: ignore[arg-type]


def sheet(*rows: Sequence[Cell], **more: object) -> Sheet:
    return Sheet("Sheet1", tuple(tuple(row) for row in rows), **more)  # type: ignore[arg-type]


def cell(place: str, value: Cell) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def rows_xml(rows: Sequence[Sequence[Cell]]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(
            cell(f"{column_letter(index)}{number}", value)
            for index, value in enumerate(row)
            if value is not None
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def sheet_xml(data: str, before: str = "", head: str = _HEAD) -> str:
    return f'{head}<worksheet xmlns="{_MAIN}">{before}<sheetData>{data}</sheetData></worksheet>'


def parts(*sheets: str) -> dict[str, str]:
    """Return a workbook's parts, one sheet for each xml given."""
    numbers = range(1, len(sheets) + 1)
    named = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINK}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINK}"><sheets>{named}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{links}</Relationships>",
    } | {f"xl/worksheets/sheet{n}.xml": xml for n, xml in zip(numbers, sheets, strict=True)}


def packed(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def workbook(*rows: Sequence[Cell]) -> bytes:
    """Return the bytes of a workbook with one sheet."""
    return packed(parts(sheet_xml(rows_xml(rows))))
