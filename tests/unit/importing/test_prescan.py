"""What is not a plain spreadsheet is refused before a library sees it, quickly and by name."""

import random
import time
import zipfile
from io import BytesIO

import pytest

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.cell_errors import UnknownSheetError
from imt_desktop.ledger.importing.errors import (
    CellWithoutPlaceError,
    DamagedFileError,
    DoctypeError,
    EmptySpreadsheetError,
    FileTooLargeError,
    FileUnreadableError,
    MacrosError,
    NotASpreadsheetError,
    OldFormatError,
    ProtectedFileError,
    TextTooLongError,
    TooManyCellsError,
    TooManyColumnsError,
    TooManyRowsError,
    TooManySheetsError,
    ZipBombError,
)
from imt_desktop.ledger.importing.prescan import prescan, scan
from imt_desktop.ledger.importing.sheets import UNCALCULATED

from .builders import KIBOKO, packed, parts, rows_xml, sheet_xml, workbook

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DTD = '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol">]>\n'


def one_sheet(data: str, before: str = "") -> bytes:
    return packed(parts(sheet_xml(data, before)))


def bomb() -> bytes:
    return one_sheet(" " * 60_000_000)


def cells(count: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1))


def empty_rows() -> str:
    return "".join(f'<row r="{n}" ht="15"/>' for n in range(1, 1_000_001))


def macros() -> bytes:
    return packed(parts(sheet_xml("")) | {"xl/vbaProject.bin": OLE2})


def with_types(words: str) -> bytes:
    files = parts(sheet_xml(""))
    return packed(files | {"[Content_Types].xml": f"<Types>{words}</Types>"})


def encrypted_zip() -> bytes:
    data = bytearray(workbook(["a"]))
    data[6] |= 1
    return bytes(data)


def many_sheets() -> bytes:
    return packed(parts(*[sheet_xml("")] * (limits.MOST_SHEETS + 1)))


def long_shared_texts() -> bytes:
    shared = f"<sst><si><t>{'x' * 30_000}</t></si></sst>"
    data = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    return packed(parts(sheet_xml(data)) | {"xl/sharedStrings.xml": shared})


REFUSED = {
    "nothing.xlsx": (b"", EmptySpreadsheetError),
    "renamed.xlsx": (b"MZ\x90\x00" + bytes(400), NotASpreadsheetError),
    "renamed.csv": (b"MZ\x90\x00" + bytes(400), NotASpreadsheetError),
    "elf.xlsx": (b"\x7fELF" + bytes(400), NotASpreadsheetError),
    "random.xlsx": (random.Random(7).randbytes(5000), NotASpreadsheetError),
    "paper.xlsx": (b"%PDF-1.7\n", NotASpreadsheetError),
    "page.csv": (b"\xef\xbb\xbf <!DOCTYPE html><html>", NotASpreadsheetError),
    "text.xlsx": (b"No,Name\n1,Otieno\n", NotASpreadsheetError),
    "letter.docx": (packed({"[Content_Types].xml": "", "word/document.xml": ""}), NotASpreadsheetError),
    "photos.zip": (packed({"photo.jpg": "x"}), NotASpreadsheetError),
    "locked.xlsx": (OLE2 + "EncryptedPackage".encode("utf-16-le"), ProtectedFileError),
    "locked2.xlsx": (encrypted_zip(), ProtectedFileError),
    "old.xls": (OLE2 + "Workbook".encode("utf-16-le"), OldFormatError),
    "word.doc": (OLE2 + "WordDocument".encode("utf-16-le"), NotASpreadsheetError),
    "binary.xlsb": (packed({"xl/workbook.bin": "x"}), OldFormatError),
    "libre.ods": (
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}),
        OldFormatError,
    ),
    "macros.xlsm": (workbook(["a"]), MacrosError),
    "macros.xlsx": (macros(), MacrosError),
    "macros2.xlsx": (
        with_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        MacrosError,
    ),
    "bomb.xlsx": (bomb(), ZipBombError),
    "dtd.xlsx": (packed(parts(sheet_xml("", head=DTD))), DoctypeError),
    "dtd2.xlsx": (
        packed(parts(sheet_xml("")) | {"xl/sharedStrings.xml": DTD + "<sst/>"}),
        DoctypeError,
    ),
    "dtd3.xlsx": (packed(parts(sheet_xml("")) | {"xl/workbook.xml": DTD + "<x/>"}), DoctypeError),
    "utf16.xlsx": (
        packed(parts(sheet_xml("")) | {"xl/styles.xml": "<a><b/></a>".encode("utf-16")}),
        DamagedFileError,
    ),
    "encoding.xlsx": (
        packed(parts(sheet_xml("", head='<?xml version="1.0" encoding="UTF-7"?>'))),
        DamagedFileError,
    ),
    "xfd.xlsx": (one_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), TooManyRowsError),
    "xfd1.xlsx": (one_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), TooManyColumnsError),
    "dimension.xlsx": (one_sheet("", '<dimension ref="A1:XFD1048576"/>'), TooManyRowsError),
    "hidden.xlsx": (
        one_sheet("""<row r="1"><c s='1' r = 'XFD1048576'/></row>"""),
        TooManyRowsError,
    ),
    "prefixed.xlsx": (
        one_sheet('<x:row r="1"><x:c r="XFD1048576"/></x:row>'),
        TooManyRowsError,
    ),
    "empty-rows.xlsx": (one_sheet(empty_rows()), TooManyRowsError),
    "rows.xlsx": (one_sheet(cells(limits.MOST_ROWS + 1)), TooManyRowsError),
    "wide.xlsx": (
        one_sheet('<row r="1"><c r="A1"/></row><row r="190000"><c r="CV190000"/></row>'),
        TooManyCellsError,
    ),
    "no-r.xlsx": (one_sheet('<row r="1"><c><v>1</v></c></row>'), CellWithoutPlaceError),
    "no-row-r.xlsx": (one_sheet('<row><c r="A1"><v>1</v></c></row>'), CellWithoutPlaceError),
    "quoted-r.xlsx": (
        one_sheet("""<row r="1"><c x='>' r="XFD1048576"/></row>"""),
        CellWithoutPlaceError,
    ),
    "twice-cell.xlsx": (one_sheet('<row r="1"><c r="A1"/><c r="A1"/></row>'), DamagedFileError),
    "upwards.xlsx": (
        one_sheet('<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>'),
        DamagedFileError,
    ),
    "shared.xlsx": (long_shared_texts(), TooManyCellsError),
    "many-sheets.xlsx": (many_sheets(), TooManySheetsError),
    "cut.xlsx": (KIBOKO.read_bytes()[:-500], DamagedFileError),
    "half.xlsx": (KIBOKO.read_bytes()[:9000], DamagedFileError),
    "tail.xlsx": (KIBOKO.read_bytes() + b"x", DamagedFileError),
    "no-book.xlsx": (packed({"[Content_Types].xml": "", "xl/styles.xml": ""}), NotASpreadsheetError),
    "no-part.xlsx": (
        packed({k: v for k, v in parts(sheet_xml("")).items() if "sheet1" not in k}),
        DamagedFileError,
    ),
    "bad-xml.xlsx": (packed(parts("") | {"xl/workbook.xml": "<workbook"}), DamagedFileError),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, error = REFUSED[name]
    begun = time.perf_counter()
    with pytest.raises(error) as caught:
        scan(data, name)
    print(f"{name}: {type(caught.value).__name__} after {time.perf_counter() - begun:.2f} s")
    assert isinstance(caught.value, UserError)
    assert type(caught.value).__name__.endswith("Error")


def test_a_declared_size_that_lies_is_found() -> None:
    data = bytearray(workbook(["a"] * 50))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    data = data.replace(size.to_bytes(4, "little"), (size - 9).to_bytes(4, "little"))
    with pytest.raises((ZipBombError, DamagedFileError)):
        scan(bytes(data), "lie.xlsx")


def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning):
        for path, content in [*parts(sheet_xml("")).items(), ("XL/workbook.xml", "x")]:
            archive.writestr(path, content)
        archive.writestr("XL/workbook.xml", "x")
    with pytest.raises(DamagedFileError):
        scan(out.getvalue(), "twice.xlsx")


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(limits, "MOST_FILE_BYTES", 100)
    path = tmp_path / "large.xlsx"
    path.write_bytes(bytes(101))
    with pytest.raises(FileTooLargeError):
        prescan(path)


@pytest.mark.parametrize(("name", "reason"), [("none.xlsx", "missing"), ("", "folder")])
def test_what_cannot_be_opened(tmp_path, name: str, reason: str) -> None:
    with pytest.raises(FileUnreadableError) as caught:
        prescan(tmp_path / name)
    assert caught.value.reason == reason


def test_an_honest_workbook_passes_with_its_sums_marked() -> None:
    scanned = scan(KIBOKO.read_bytes(), KIBOKO.name)
    assert list(scanned.marks) == ["Wanachama", "Malipo Jan-Machi 2026", "Matumizi"]
    assert scanned.marks["Wanachama"].sums == {(128, 6)}
    assert scanned.marks["Wanachama"].errors == {(128, 6): UNCALCULATED}


def test_a_part_cut_anywhere_is_seen_whole() -> None:
    """The scan works on pieces: no cut may hide a cell, or a formula from its cell."""
    from imt_desktop.ledger.importing.xmlscan import XmlScan

    filling = rows_xml([["x" * 40, n] for n in range(30)])
    formula = '<row r="31"><c r="B31"><f>SUM(B1:B30)</f><v>435</v></c><c r="C31" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    xml = sheet_xml(filling + formula).encode()
    for cut in range(len(xml) - 330, len(xml)):
        scan = XmlScan("x", "x")
        scan.feed(xml[:cut])
        scan.feed(xml[cut:])
        scan.close()
        assert scan.marks.sums == {(31, 1)}
        assert scan.marks.errors == {(31, 2): "#DIV/0!"}


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_long_part_behind_the_table_is_no_long_cell(prefix: str) -> None:
    rules = "".join(f'<{prefix}rule a="{n * n}"/>' for n in range(100_000))
    data = (
        f'<{prefix}row r="1"><{prefix}c r="A1"><{prefix}v>1</{prefix}v></{prefix}c></{prefix}row>'
    )
    xml = (
        f"<{prefix}worksheet><{prefix}sheetData>{data}</{prefix}sheetData>{rules}"
        f"</{prefix}worksheet>"
    )
    assert scan(packed(parts(xml)), "long.xlsx").marks["Sheet1"].errors == {}


def test_a_cell_longer_than_any_program_writes_is_refused() -> None:
    xml = sheet_xml(rows_xml([[random.Random(1).randbytes(1_000_000).hex()]]))
    with pytest.raises(TextTooLongError):
        scan(packed(parts(xml)), "long.xlsx")


def test_only_sums_of_rows_above_are_totals() -> None:
    data = (
        '<row r="9"><c r="A9"><f>SUM(A1:A8)</f><v>1</v></c><c r="B9"><f>SUM(C9:D9)</f><v>1</v></c>'
        '<c r="C9"><f>SUM(C$1:C9)</f><v>1</v></c><c r="D9"><f>SUBTOTAL(9,D1:D8)</f><v>1</v></c>'
        '<c r="E9"><f>Other!E1+1</f><v>1</v></c></row>'
    )
    assert scan(one_sheet(data), "x.xlsx").marks["Sheet1"].sums == {(9, 0), (9, 3)}


def test_a_workbook_knows_its_sheets() -> None:
    from imt_desktop.ledger.importing.sheets import Sheet, Workbook

    book = Workbook("x", (Sheet("Malipo  2026", ()),), "")
    assert book.sheet("malipo 2026").name == "Malipo  2026"
    with pytest.raises(UnknownSheetError):
        book.sheet("Wanachama")
