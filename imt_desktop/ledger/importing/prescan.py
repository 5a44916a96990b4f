"""Says what a file is and refuses it before any library reads it, within a second or two."""

from __future__ import annotations

import posixpath
from array import array
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from msgspec import Struct, field

from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.container import Container, open_container
from imt_desktop.ledger.importing.errors import (
    DamagedFileError,
    EmptySpreadsheetError,
    FileTooLargeError,
    FileUnreadableError,
    MacrosError,
    NotASpreadsheetError,
    OldFormatError,
    ProtectedFileError,
    TooManySheetsError,
)
from imt_desktop.ledger.importing.xmlscan import Marks, XmlScan

TEXT_ENDINGS: Final = (".csv", ".txt", ".tsv")

_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "document"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"SQLite format 3", "unknown"),
)
_WEB: Final = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<table")
_PICTURES: Final = (
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".bin", ".ttf",
    ".odttf", ".svg", ".wdp",
)  # fmt: skip
_WORKBOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_TYPES: Final = "[content_types].xml"


class Scanned(Struct, frozen=True):
    """A file that may be read: its bytes, whether they are text, and marks by sheet name."""

    name: str
    data: bytes
    is_text: bool
    marks: dict[str, Marks] = field(default_factory=dict)


def file_name(path: Path) -> str:
    """Return a file's name as text; bytes of it that are none are shown as question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def prescan(path: Path) -> Scanned:
    """Read a file's bytes and refuse whatever is not a plain workbook or text.

    Raises FileUnreadableError, FileTooLargeError, EmptySpreadsheetError, NotASpreadsheetError,
    and what ``scan`` raises.
    """
    name = file_name(path)
    try:
        if path.is_dir():
            raise FileUnreadableError(name, "folder")
        size = path.stat().st_size
        if size > limits.MOST_FILE_BYTES:
            raise FileTooLargeError(name, size, limits.MOST_FILE_BYTES)
        with path.open("rb") as file:
            data = file.read(limits.MOST_FILE_BYTES)
    except FileNotFoundError:
        raise FileUnreadableError(name, "missing") from None
    except PermissionError:
        raise FileUnreadableError(name, "permission") from None
    except OSError:
        raise FileUnreadableError(name, "failed") from None
    return scan(data, name)


def scan(data: bytes, name: str) -> Scanned:
    """Judge a file by its content; its name only tells text files from anything else.

    Raises the errors of the file in ``importing.errors``.
    """
    if not data:
        raise EmptySpreadsheetError(name)
    if data.startswith(b"PK\x03\x04"):
        return Scanned(name, data, False, _scan_workbook(open_container(data, name)))
    if data.startswith(_OLE2):
        _refuse_ole2(data, name)
    for magic, looks_like in _MAGIC:
        if data.startswith(magic) and not (magic == b"MZ" and _is_words(data)):
            raise NotASpreadsheetError(name, looks_like)
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_WEB):
        raise NotASpreadsheetError(name, "webpage")
    if not name.lower().endswith(TEXT_ENDINGS):
        raise NotASpreadsheetError(name, "unknown")
    if len(data) > limits.MOST_TEXT_BYTES:
        raise FileTooLargeError(name, len(data), limits.MOST_TEXT_BYTES)
    return Scanned(name, data, True)


def _is_words(data: bytes) -> bool:
    """Whether a text begins with the letters of a program's mark, such as the header MZEE."""
    return b"\0" not in data[:1024]


def _refuse_ole2(data: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ProtectedFileError(name)
    if any(word.encode("utf-16-le") in data for word in ("Workbook", "Book")):
        raise OldFormatError(name, "xls")
    raise NotASpreadsheetError(name, "document")


def _scan_workbook(container: Container) -> dict[str, Marks]:
    _refuse_other_kinds(container)
    for path in (_TYPES, _WORKBOOK, _LINKS):
        if path not in container.parts:
            raise DamagedFileError(container.name, path)
        _scan_part(container, path, XmlScan(container.name, path))
    if b"macroenabled" in container.unpack(_TYPES).lower():
        raise MacrosError(container.name)
    sheets = _sheets(container)
    if len(sheets) > limits.MOST_SHEETS:
        raise TooManySheetsError(container.name, len(sheets), limits.MOST_SHEETS)
    texts = array("L")
    for path in sorted(container.parts.keys() - sheets.keys()):
        if not path.endswith(_PICTURES):
            other = XmlScan(container.name, path)
            _scan_part(container, path, other)
            texts.extend(other.lengths)
    marks = {}
    for path, sheet in sheets.items():
        scan = XmlScan(container.name, sheet, texts)
        _scan_part(container, path, scan)
        marks[sheet] = scan.marks
    return marks


def _scan_part(container: Container, path: str, scan: XmlScan) -> None:
    for piece in container.chunks(path):
        scan.feed(piece)
    scan.close()


def _refuse_other_kinds(container: Container) -> None:
    parts, name = container.parts, container.name
    if "mimetype" in parts and "content.xml" in parts:
        kind = container.unpack("mimetype")
        if b"opendocument.spreadsheet" in kind:
            raise OldFormatError(name, "ods")
        raise NotASpreadsheetError(name, "document")
    if "xl/workbook.bin" in parts:
        raise OldFormatError(name, "xlsb")
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")) or any(
        path.endswith("vbaproject.bin") or "macrosheets/" in path for path in parts
    ):
        raise MacrosError(name)
    if any(path.startswith(("word/", "ppt/")) for path in parts):
        raise NotASpreadsheetError(name, "document")
    if _TYPES not in parts or _WORKBOOK not in parts:
        raise NotASpreadsheetError(name, "archive")


def _sheets(container: Container) -> dict[str, str]:
    """Return the sheets' names by the path of their part, in the workbook's order."""
    try:
        workbook = ElementTree.fromstring(container.unpack(_WORKBOOK))
        links = ElementTree.fromstring(container.unpack(_LINKS))
    except (ElementTree.ParseError, ValueError):
        raise DamagedFileError(container.name, _WORKBOOK) from None
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    sheets = {}
    for sheet in workbook.findall(".//{*}sheet"):
        ids = [value for key, value in sheet.items() if key.endswith("}id")]
        target = targets.get(ids[0], "") if ids else ""
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
        if path not in container.parts or not path.endswith(".xml") or path in sheets:
            raise DamagedFileError(container.name, path)
        sheets[path] = sheet.get("name", "")
    if not sheets or len(set(sheets.values())) != len(sheets):
        raise DamagedFileError(container.name, _WORKBOOK)
    if any(link.endswith(_PICTURES) for link in targets.values()):
        raise DamagedFileError(container.name, _LINKS)  # a part that the scan passes over
    return sheets
