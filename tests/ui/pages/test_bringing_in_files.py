"""Files nobody should trust, on the real page: a sentence, and nothing booked."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.spreadsheets import KIBOKO, Sitting
from tests.unit.importing.builders import packed, parts, sheet_xml, workbook

SECONDS = 10
"""A second or two, on a machine that has nothing else to do."""

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DTD = '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol">]>\n'


def bomb() -> bytes:
    return packed(parts(sheet_xml(" " * 60_000_000)))


def empty_rows() -> bytes:
    rows = "".join(f'<row r="{n}" ht="15"/>' for n in range(1, 1_000_001))
    return packed(parts(sheet_xml(rows)))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "renamed.xlsx": (lambda: b"MZ\x90\x00" + bytes(400), "not a spreadsheet, but a program"),
    "bomb.xlsx": (bomb, "unpacks into something enormous"),
    "dtd.xlsx": (lambda: packed(parts(sheet_xml("", head=DTD))), "not written by a spreadsheet"),
    "far.xlsx": (
        lambda: packed(
            parts(sheet_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
        ),
        "too many rows",
    ),
    "empty-rows.xlsx": (empty_rows, "too many rows"),
    "macros.xlsx": (
        lambda: packed(parts(sheet_xml("")) | {"xl/vbaProject.bin": OLE2}), "carries macros",
    ),
    "locked.xlsx": (lambda: OLE2 + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    "old.xls": (lambda: OLE2 + "Workbook".encode("utf-16-le"), "is a .xls file"),
    "cut.xlsx": (lambda: KIBOKO.read_bytes()[:-500], "is damaged"),
    "quote.csv": (lambda: b'No,Name\n1,"Ann\n2,Ben\n3,Cleo\n', "A quotation mark opens in line 2"),
    "nuls.csv": (lambda: b"No,Name\n1,A\x00nn\n", "is not plain text: see line 2"),
    "empty.csv": (lambda: b"", "is empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_its_sentence(fresh: Sitting, tmp_path: Path, name: str) -> None:
    make, sentence = HOSTILE[name]
    path, before = tmp_path / name, fresh.entries()
    path.write_bytes(make())
    fresh.take(path)
    assert fresh.step is fresh.page.views.start
    assert sentence in fresh.refusal
    assert fresh.entries() == before
    fresh.take(KIBOKO)
    assert fresh.step is fresh.page.views.what
    assert fresh.page.views.start.refusal.words() == ""


def test_letters_that_can_be_read_in_several_ways_are_asked(fresh: Sitting, tmp_path: Path) -> None:
    path = tmp_path / "usuarios.csv"
    path.write_bytes("No;Nombre\n1;José Núñez\n".encode("cp1252"))
    fresh.take(path)
    letters = fresh.page.views.letters
    assert fresh.step is letters and letters.cards is not None
    fresh.go()
    assert fresh.page.bar.told.text() == "Choose one."
    fresh.choose(letters.cards, "cp1252")
    fresh.go()
    fresh.go()
    assert fresh.cells(0)[1:3] == ["1", "José Núñez"]


def test_columns_that_can_be_parted_in_several_ways_are_asked(
    fresh: Sitting, tmp_path: Path
) -> None:
    fresh.csv(tmp_path, "No,Name;Zone\n1,Ann;Juu\n2,Ben;Chini\n")
    letters = fresh.page.views.letters
    assert fresh.step is letters and letters.cards is not None
    fresh.choose(letters.cards, ",")
    fresh.go()
    assert fresh.step is fresh.page.views.what


def test_the_wrong_letters_are_refused_and_not_shown_as_nonsense(
    fresh: Sitting, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("No,Nom\n1,Zoé\n".encode())
    fresh.page.take(path, ("cp1252", ""))
    fresh.settle()
    assert "is not in the encoding cp1252: see line 2" in fresh.refusal


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file that is never read to its end")
def test_reading_can_be_stopped_and_leaves_nothing(fresh: Sitting, tmp_path: Path) -> None:
    path, before = tmp_path / "endless.csv", fresh.entries()
    os.mkfifo(path)
    page = fresh.page
    page.take(path)
    assert fresh.step is page.views.waiting
    assert fresh.window.focusWidget() is page.views.waiting.stop
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    assert fresh.step is page.views.start
    fresh.settle()
    assert fresh.step is page.views.start and fresh.refusal == ""
    assert fresh.entries() == before
    fresh.take(KIBOKO)
    assert fresh.step is page.views.what


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file that is never read to its end")
def test_the_window_closes_while_a_file_is_read(fresh: Sitting, tmp_path: Path) -> None:
    path = tmp_path / "endless.csv"
    os.mkfifo(path)
    fresh.page.take(path)
    begun = time.perf_counter()
    fresh.window.close()
    assert time.perf_counter() - begun < SECONDS


def test_a_file_can_be_dropped_on_the_page(fresh: Sitting, qapp: QApplication) -> None:
    page, data = fresh.page, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(KIBOKO))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), action, data, button, none)
    qapp.sendEvent(page, enter)
    assert enter.isAccepted()
    qapp.sendEvent(page, QDropEvent(QPointF(page.rect().center()), action, data, button, none))
    fresh.settle()
    assert fresh.step is page.views.what
    again = QDragEnterEvent(page.rect().center(), action, data, button, none)
    again.setAccepted(False)
    qapp.sendEvent(page, again)
    assert not again.isAccepted()


def test_only_one_file_of_this_computer_can_be_dropped(fresh: Sitting, qapp: QApplication) -> None:
    page = fresh.page
    for urls in (
        [],
        [QUrl("https://example.org/a.csv")],
        [QUrl.fromLocalFile("/a"), QUrl.fromLocalFile("/b")],
    ):
        data = QMimeData()
        data.setUrls(urls)
        event = QDragEnterEvent(
            page.rect().center(), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        event.setAccepted(False)
        qapp.sendEvent(page, event)
        assert not event.isAccepted()


def test_names_that_play_tricks_are_plain_text(fresh: Sitting, tmp_path: Path) -> None:
    long = "N" * 5_000
    names = ["<b>Jose", '=HYPERLINK("x")', long, "Ann 🚰", "أحمد", "two\nlines", "<img src=/etc/x>"]
    rows = [["No", "Name"], *([n, name] for n, name in enumerate(names, 1))]
    path = tmp_path / ("list " + "x" * 200 + " <b>.xlsx")
    path.write_bytes(workbook(*rows))
    fresh.take(path)
    fresh.go()
    assert [fresh.cells(at)[2][:20] for at in (0, 1, 5)] == [
        "<b>Jose",
        '=HYPERLINK("x")',
        "two lines",
    ]
    assert fresh.page.minimumSizeHint().width() < 1000
    fresh.go()
    assert fresh.page.minimumSizeHint().width() < 1000
    assert {row.name for row in fresh.members()} == {name.replace("\n", " ") for name in names}
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    assert fresh.page.minimumSizeHint().width() < 1000
    path.write_bytes(b"MZ" + bytes(500))
    fresh.take(path)
    assert "not a spreadsheet" in fresh.refusal
