"""A disk without room, a folder that cannot be written: a sentence, and nothing half made."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from imt_desktop.committee.describing import (
    CommitteeRequest,
    DecisionRequest,
    record_decision,
)
from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import Book, Signing, aside, errors
from imt_desktop.journal.book import Clock
from imt_desktop.journal.copies.backups import rescue
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.copies.sealing import new_key
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest, open_balances
from imt_desktop.oversight import arriving, copies
from imt_desktop.oversight.whole import ROOMS, found, open_book
from imt_desktop.ui import opening
from tests.builders import KES, Desk, book_in
from tools import verify_book

WANTED = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of files are Unix's")


@contextmanager
def room_for(bytes_: int) -> Iterator[None]:
    """No file may grow longer, as on a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def left_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.mark.parametrize("room", (0, 4096, 20_000, 40_000, 100_000, 200_000, 300_000, 400_000))
def test_a_book_is_founded_whole_or_not_at_all(tmp_path: Path, room: int) -> None:
    path = tmp_path / "our.imt"
    book: Book | None = None
    with room_for(room):
        try:
            book = found(path, WANTED, "KE", KES)
        except errors.DiskFullError as error:
            assert error.path == str(path)
    if book is None:
        assert left_in(tmp_path) == set()
        found(path, WANTED, "KE", KES).close()
    else:
        book.close()
    assert verify(path, ROOMS).problems == ()


def test_what_finds_no_room_is_not_booked_and_what_was_there_is_safe(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2, fee=450)
    before = desk.entries()
    long = DecisionRequest(minute="8", what="word " * 20_000)
    with room_for(desk.book.path.with_name("our.imt-wal").stat().st_size + 8192):
        with pytest.raises(errors.DiskFullError):
            desk.do(record_decision, long)
        assert desk.entries() == before
    desk.do(record_decision, long)
    assert desk.entries() == before + 1
    desk.book.close()
    assert verify(tmp_path / "our.imt", ROOMS).problems == ()


def test_founding_that_is_refused_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(errors.BookError):
        found(tmp_path / "missing" / "our.imt", WANTED, "KE", KES)
    assert left_in(tmp_path) == set()


def test_a_stick_that_does_not_answer_is_not_called_no_book(tmp_path: Path) -> None:
    path, failing = tmp_path / "our.imt", Path("/proc/self/mem")  # its first byte cannot be read
    if not failing.exists():
        pytest.skip("only Linux has a file whose reading fails")
    path.symlink_to(failing)
    with pytest.raises(errors.DiskFailedError):
        open_book(path, writable=False)
    with pytest.raises(errors.DiskFailedError):
        copies.look(path)
    with pytest.raises(verify_book.NoBook, match="is its disk or stick still there"):
        verify_book.opened(path)


def test_a_key_that_found_no_room_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "chair.txt"
    with room_for(20), pytest.raises(CannotWriteError):
        new_key(path)
    assert not path.exists()
    assert new_key(path).startswith("age1")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    desk = book_in(tmp_path)
    desk.book.close()
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("the administrator may write everywhere")
        with pytest.raises(errors.ReadOnlyBookError):
            open_book(tmp_path / "our.imt")
        with pytest.raises(errors.ReadOnlyBookError):
            found(tmp_path / "other.imt", WANTED, "KE", KES)
        read = open_book(tmp_path / "our.imt", writable=False)
        assert not read.writable
        read.close()
    finally:
        tmp_path.chmod(0o755)


def test_a_second_window_reads_what_the_first_one_writes(tmp_path: Path) -> None:
    desk: Desk = book_in(tmp_path)
    with pytest.raises(errors.BookBusyError):
        open_book(desk.book.path)
    second = open_book(desk.book.path, writable=False)
    line = OpeningLine(what="account", account=1, amount=Decimal(100))
    desk.do(open_balances, OpeningRequest(lines=(line,)))
    with second.read() as reading:
        assert reading.head().seq == desk.entries()
    second.close()
    desk.book.close()


@pytest.fixture
def nothing_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)


@pytest.mark.usefixtures("nothing_free")
@pytest.mark.parametrize("cache", (aside.CACHE, 1))
def test_a_disk_without_a_free_byte_keeps_nobody_from_verifying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: int
) -> None:
    book_in(tmp_path, members=40, fee=450).book.close()
    monkeypatch.setattr(aside, "CACHE", cache)
    path = tmp_path / "our.imt"
    with room_for(0):  # neither the log's index nor a temporary file can grow
        verdict = verify(path, ROOMS)
    assert verdict.entries > 1
    assert verdict.problems == ()
    assert left_in(tmp_path) == {"our.imt", "our.imt.lock"}


def test_nor_from_reading_the_book_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book_in(tmp_path, members=2, fee=450).book.close()

    def on_a_full_disk(path: Path, *, writable: bool = True, clock: Clock) -> Book:
        if writable:
            raise errors.DiskFullError(str(path))
        return open_book(path, writable=False, clock=clock)

    monkeypatch.setattr(opening, "open_book", on_a_full_disk)
    opened = opening.open_or_read(tmp_path / "our.imt")
    opened.book.close()
    assert isinstance(opened.read_only, errors.DiskFullError)


def test_nor_from_verifying_with_the_small_verifier(tmp_path: Path) -> None:
    book_in(tmp_path).book.close()
    path = tmp_path / "our.imt"
    (tmp_path / "our.imt-wal").touch()  # as a program leaves them that found no room
    (tmp_path / "our.imt-shm").write_bytes(b"\0" * 3)
    with room_for(0), closing(verify_book.opened(path)) as book:
        found, _sums, _papers = verify_book.examine(book)
    assert found.problems == []


@pytest.mark.usefixtures("nothing_free")
def test_a_book_in_use_on_a_full_disk_is_read_with_its_log(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2, fee=450)
    assert verify(desk.book.path, ROOMS).entries == desk.entries()


@pytest.mark.parametrize("another", (False, True))
def test_a_book_whose_file_is_gone_takes_nothing_until_it_is_back(
    tmp_path: Path, another: bool
) -> None:
    desk = book_in(tmp_path, members=1, fee=500)
    path, away = desk.book.path, tmp_path / "stick"
    path.rename(away)  # as a stick that is pulled out, or a file that somebody deletes
    if another:
        path.write_bytes(away.read_bytes())
    entries = desk.see(lambda book: book.head().seq)
    with pytest.raises(errors.BookGoneError) as refused:
        desk.pay("1", 500)
    assert refused.value.path == str(path)
    assert desk.see(lambda book: book.head().seq) == entries
    away.replace(path)
    assert desk.pay("1", 500).entry == entries + 1
    desk.book.close()
    desk.book.require_file()  # who closed it may put another in its place


@pytest.mark.parametrize("with_folder", (False, True))
def test_what_is_open_is_saved_though_its_file_was_deleted(
    tmp_path: Path, with_folder: bool
) -> None:
    folder = tmp_path / "Books"
    folder.mkdir()
    desk = book_in(folder, members=1, fee=500)
    before = copies.back_up(desk.book.path, "daily", date(2026, 10, 14))
    photo = desk.do(lambda book: book.keep(b"a voucher", "image/jpeg"))
    desk.spend(30, attachment=photo)
    last = desk.pay("1", 500)
    if with_folder:
        shutil.rmtree(folder)
    else:
        desk.book.path.unlink()
    saved = rescue(desk.book, date(2026, 10, 14))
    assert saved.said.entry == last.entry and saved.path.exists()
    assert saved.said.number == (1 if with_folder else before.said.number + 1)
    verdict = verify(saved.path, ROOMS)
    assert (verdict.problems, verdict.not_there, verdict.entries) == ((), (), last.entry)
    with pytest.raises(errors.BookGoneError):
        desk.pay("1", 1)
    path = desk.book.path
    desk.book.close()
    newest = arriving.copies_of(path)[0]
    assert newest.path == saved.path
    done = copies.restore(saved.path, path, Signing(), Asked(last.number), desk.clock)
    assert done.left is None
    assert verify(path, ROOMS).problems == ()
