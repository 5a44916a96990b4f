"""The scan of a workbook's XML: what would harm a parser is refused, however the bytes arrive."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.errors import (
    CellWithoutPlaceError,
    DamagedFileError,
    DoctypeError,
    TextTooLongError,
)
from imt_desktop.ledger.importing.xmlscan import XmlScan

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
SHEET = b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>%s</v></c></row></sheetData></worksheet>'
LAUGHS = b'<!ENTITY lol0 "lol">' + b"".join(
    b'<!ENTITY lol%d "%s">' % (n, b"&lol%d;" % (n - 1) * 10) for n in range(1, 10)
)
PIECES = (1, 7, 64, 100_000)

DECLARED = {
    "billion laughs": HEAD + b"<!DOCTYPE lolz [" + LAUGHS + b"]>" + SHEET % b"&lol9;",
    "quadratic": HEAD + b'<!DOCTYPE q [<!ENTITY a "' + b"x" * 900 + b'">]>' + SHEET % (b"&a;" * 90),
    "file": HEAD + b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + SHEET % b"&f;",
    "web": HEAD + b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + SHEET % b"1",
    "parameter": HEAD + b'<!DOCTYPE x [<!ENTITY % p SYSTEM "x"> %p;]>' + SHEET % b"1",
    "without a head": b"<!DOCTYPE x []>" + SHEET % b"1",
    "after a mark": b"\xef\xbb\xbf<!DOCTYPE x []>" + SHEET % b"1",
    "after a comment": HEAD + b"<!-- " + b"a" * 400 + b" --><!DOCTYPE x []>" + SHEET % b"1",
    "inside the table": HEAD + SHEET.replace(b"<row", b'<!ENTITY a "b"><row', 1) % b"1",
    "at the end": HEAD + SHEET % b"1" + b"<!DOCTYPE x []>",
    "an attribute list": HEAD + b'<!ATTLIST c r CDATA "XFD1048576">' + SHEET % b"1",
}


def scan(text: bytes, piece: int = 100_000) -> XmlScan:
    made = XmlScan("list.xlsx", "Sheet1")
    for at in range(0, len(text), piece):
        made.feed(text[at : at + piece])
    made.close()
    return made


@pytest.mark.parametrize("what", DECLARED)
def test_a_declaration_is_refused_wherever_a_piece_ends(what: str) -> None:
    for piece in PIECES:
        with pytest.raises(DoctypeError):
            scan(DECLARED[what], piece)


@pytest.mark.parametrize(
    "text",
    (
        DECLARED["billion laughs"].decode().encode("utf-16"),
        DECLARED["billion laughs"].decode().encode("utf-16-be"),
        DECLARED["billion laughs"].decode().encode("utf-32"),
        DECLARED["file"].replace(b"UTF-8", b"UTF-7"),
        DECLARED["file"].replace(b"UTF-8", b"IBM037"),
    ),
)
def test_what_another_encoding_hides_is_refused(text: bytes) -> None:
    for piece in PIECES:
        with pytest.raises((DamagedFileError, DoctypeError)):
            scan(text, piece)


def test_a_comment_and_literal_words_are_no_declaration() -> None:
    text = HEAD + b"<!-- made by hand -->" + SHEET % b"<![CDATA[<b>]]>"
    for piece in PIECES:
        assert not scan(text, piece).marks.errors


def test_the_usual_entities_are_words() -> None:
    scan(HEAD + SHEET % b"Otieno &amp; sons &lt;3 &#233;")


@pytest.mark.parametrize(
    "text",
    (
        HEAD + b'<worksheet x="' + b"a" * 5_000_000,
        HEAD + b'<worksheet><sheetData><row r="1"><c r="A1" x="' + b"a" * 5_000_000,
        HEAD + b'<worksheet><sheetData><row r="1"><c r="A1"><v>' + b"1" * 5_000_000,
        HEAD + b"<sst><si><t>" + b"a" * 5_000_000,
        HEAD + b"<worksheet><!-- " + b"a" * 5_000_000,
    ),
    ids=("attribute", "cell's attribute", "value", "shared text", "comment"),
)
def test_what_never_ends_is_refused_long_before_its_end(text: bytes) -> None:
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(TextTooLongError):
        scan(text)
    assert time.process_time() - began < 5
    assert tracemalloc.get_traced_memory()[1] < 8 * limits.MOST_TOKEN_BYTES
    tracemalloc.stop()


@pytest.mark.parametrize(
    "tag",
    (
        b"<c " + b'a="b" ' * 20_000 + b"q>",
        b"<c " + b"a=" * 20_000 + b">",
        b"<c " + b" " * 40_000 + b"q>",
        b"<c " + b"r='" * 20_000 + b">",
        b"<" + b"a" * 40_000 + b":c q>",
    ),
)
def test_no_tag_makes_the_patterns_run_for_ever(tag: bytes) -> None:
    began = time.process_time()
    with pytest.raises(CellWithoutPlaceError):
        scan(HEAD + b'<worksheet><sheetData><row r="1">' + tag + b"</row></sheetData></worksheet>")
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "tag",
    (
        b'<c r="A1" r="XFD1048576">',
        b'<c r="A1"\nr="XFD1048576"/>',
        b'<c r="A1" s="1" r = "XFD1048576"/>',
        b"""<c r="A1" x=">" r="XFD1048576"/>""",
        b"""<c r="A1" x='"' r="XFD1048576"/>""",
        b'<x:c r="A1" r="XFD1048576"/>',
    ),
)
def test_a_cell_has_one_place(tag: bytes) -> None:
    with pytest.raises(CellWithoutPlaceError):
        scan(HEAD + b'<worksheet><sheetData><row r="1">' + tag + b"</row></sheetData></worksheet>")


def test_a_row_has_one_place() -> None:
    with pytest.raises(CellWithoutPlaceError):
        scan(HEAD + b'<worksheet><sheetData><row r="1" r="1048576"/></sheetData></worksheet>')
