"""Checking papers on a real book: typed codes and pictures, each answer in words."""

from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.journal.anchor import anchor_of, code_of
from imt_desktop.ledger import payments, voids
from imt_desktop.period import Period
from imt_desktop.reports.kinds import PaperWanted
from imt_desktop.reports.printing import issue
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.check_paper.page import CheckPaperPage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, press


@pytest.fixture
def page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CheckPaperPage:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    window.go("check-paper")
    idle(qtbot, window.desk)
    found = window.page("check-paper")
    assert isinstance(found, CheckPaperPage)
    return found


@pytest.fixture
def receipt(book: Book) -> int:
    """The entry of a receipt over 450."""
    line = payments.PaymentLine(member="1", amount=Decimal(450))
    with book.write(Signing(1)) as writing:
        payments.receive(writing, payments.PaymentRequest(lines=(line,)))
    with book.read() as reading:
        return reading.head().seq


def code(book: Book, seq: int) -> str:
    with book.read() as reading:
        return anchor_of(reading.recorded(seq)).code


def typed(page: CheckPaperPage, qtbot: QtBot, words: str, entry: str = "") -> None:
    for field, text in ((page.code, words), (page.entry, entry)):
        field.editor.setFocus()
        field.editor.selectAll()  # type: ignore[attr-defined]
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
        QTest.keyClicks(field.editor, text)
    QTest.keyClick(page.entry.editor, Qt.Key.Key_Return)
    idle(qtbot, page.desk)


def test_a_receipt_matches_and_what_it_said_is_shown(
    page: CheckPaperPage, qtbot: QtBot, book: Book, receipt: int
) -> None:
    typed(page, qtbot, code(book, receipt).lower(), str(receipt))
    assert page.answer.heading.state.tone == "ok"
    assert "Mwikali Nzomo" in page.answer.said.text()
    assert "450" in page.answer.said.text()


def test_where_there_is_little_room_the_answer_comes_into_view(
    page: CheckPaperPage, qtbot: QtBot, book: Book, receipt: int
) -> None:
    page.setFixedHeight(300)
    typed(page, qtbot, code(book, receipt))
    port, card = page._scroll.viewport(), page.answer
    qtbot.waitUntil(lambda: card.mapTo(port, card.rect().bottomLeft()).y() < port.height())


def test_a_receipt_that_was_cancelled_is_not_called_good(
    page: CheckPaperPage, qtbot: QtBot, book: Book, receipt: int
) -> None:
    with book.write(Signing(1)) as writing:
        voids.void(writing, voids.VoidRequest(entry=receipt, line=1, reason="wrong household"))
    typed(page, qtbot, code(book, receipt))
    assert page.answer.heading.state.tone == "warn"
    assert "cancelled" in page.answer.heading.text()
    assert "wrong household" in page.answer.said.text()


def test_the_figures_of_a_notice_stand_beside_it(
    page: CheckPaperPage, qtbot: QtBot, book: Book, receipt: int
) -> None:
    with book.write(Signing(1)) as writing:
        issue(writing, PaperWanted("notice", ("en",), Period.parse(f"{page.desk.today:%Y-%m}")))
    with book.read() as reading:
        seq = reading.head().seq
    typed(page, qtbot, code(book, seq))
    said = page.answer.said.text()
    lines = said.replace("\xa0", " ").split("\n")
    assert {"Money in: KSh 450", "Money out: KSh 0"} <= set(
        lines
    )  # one below the other, to compare


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        ("999", "The book is shorter than the paper"),
        ("3", "Something was changed"),
        ("", "Not found"),
    ],
)
def test_a_paper_that_the_book_does_not_have(
    page: CheckPaperPage, qtbot: QtBot, book: Book, entry: str, heading: str
) -> None:
    typed(page, qtbot, code_of(bytes(range(32)), book.id), entry)
    assert page.answer.isVisible()
    assert page.answer.heading.state.words.startswith(heading)
    assert not page.answer.said.isVisible()


def test_a_slip_of_the_pen_is_told_from_everything_else(
    page: CheckPaperPage, qtbot: QtBot, book: Book
) -> None:
    right = code(book, 3)
    typed(page, qtbot, right[:-1] + ("0" if right[-1] != "0" else "1"))
    assert page.answer.heading.state.words == "Copied wrongly"


@pytest.mark.parametrize("entry", ["4,931", "4.931", "4\u202f931", "1,234,567"])
def test_the_number_of_an_entry_is_taken_as_papers_print_it(
    page: CheckPaperPage, qtbot: QtBot, book: Book, entry: str
) -> None:
    typed(page, qtbot, code_of(bytes(range(32)), book.id))
    page.entry.editor.setText(entry)  # type: ignore[attr-defined]
    press(page.check)
    idle(qtbot, page.desk)
    assert page.entry.error is None
    assert page.answer.heading.state.words.startswith("The book is shorter than the paper")


@pytest.mark.parametrize("words", HOSTILE)
def test_anything_may_be_typed(page: CheckPaperPage, qtbot: QtBot, words: str) -> None:
    page.code.editor.setText(words)  # type: ignore[attr-defined]
    press(page.check)
    idle(qtbot, page.desk)
    assert page.answer.heading.state.words == "This is not a code"


def test_what_is_missing_is_said_beside_its_field(page: CheckPaperPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "")
    assert page.code.error == "Type the code that stands on the paper."
    typed(page, qtbot, "AAAA", "12a")
    assert page.entry.error == "Type the number in digits."
    assert not page.answer.isVisible()


def test_a_photo_is_read(
    page: CheckPaperPage, qtbot: QtBot, book: Book, receipt: int, tmp_path: Path
) -> None:
    from PIL import Image

    with book.read() as reading:
        text = anchor_of(reading.recorded(receipt)).qr
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    Image.fromarray(code.to_image(scale=5)).save(tmp_path / "photo.png")
    page.check_photo(tmp_path / "photo.png")
    qtbot.waitUntil(page.answer.isVisible, timeout=30_000)
    assert page.answer.heading.state.tone == "ok"
    assert not page.busy.isVisible()


def test_a_photo_without_a_code_is_said(page: CheckPaperPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8 broken")
    page.check_photo(tmp_path / "photo.jpg")
    qtbot.waitUntil(page.refusal.isVisible, timeout=30_000)
    assert page.photo.isEnabled()
    assert not page.answer.isVisible()
