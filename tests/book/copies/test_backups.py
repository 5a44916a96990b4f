"""Backups: checked, whole, each photo once, old ones go first; and what can go wrong meanwhile."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import Signing, errors
from imt_desktop.journal.copies import backups as module
from imt_desktop.journal.copies import files, pages
from imt_desktop.journal.copies.backups import back_up, backups, folder_of
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from tests.book.faults import change, dump
from tests.builders import Desk

from .conftest import PHOTO, SCAN

TODAY = date(2026, 10, 14)


def made(desk: Desk, reason: str = "closing", today: date = TODAY) -> module.Backup:
    return back_up(desk.book.path, ROOMS, reason, today)  # type: ignore[arg-type]


def test_a_backup_is_a_whole_book_without_the_photos(desk: Desk) -> None:
    backup = made(desk)
    assert backup.new
    head = desk.entries()
    assert backup.path.name == f"0001 2026-10-14 entry {head} closing.imt"
    assert backup.path.parent.parent == desk.book.path.parent / "Backups"
    verdict = verify(backup.path, ROOMS)
    assert verdict.problems == ()
    assert (verdict.entries, verdict.left_out) == (head, ())  # the photos lie beside it
    ours, theirs = dump(desk.book.path), dump(backup.path)
    assert theirs.pop("file") == [] and len(ours.pop("file")) == 2
    assert theirs.pop("left_out") == ["('file',)"]
    assert theirs == ours
    assert sorted(path.read_bytes() for path in (backup.path.parent / "Photos").iterdir()) == (
        sorted([PHOTO, SCAN])
    )


def test_it_is_one_file_that_leaves_nothing_beside_it(desk: Desk) -> None:
    backup = made(desk)
    names = {path.name for path in backup.path.parent.iterdir()}
    assert names == {backup.path.name, "Photos"}
    with closing(open_book(backup.path, writable=False)) as book, book.read() as reading:
        assert reading.head().seq == desk.entries()
        assert {path.name for path in backup.path.parent.iterdir()} == names
    with pytest.raises(errors.CopyOnlyError):
        open_book(backup.path)


def test_a_book_that_did_not_change_is_not_backed_up_again(desk: Desk) -> None:
    first = made(desk)
    again = made(desk, "daily", TODAY + timedelta(days=1))
    assert again.path == first.path and not again.new
    desk.pay("3", 450)
    third = made(desk)
    assert third.new and third.said.number == 2
    assert [one.path for one in backups(first.path.parent)] == [third.path]  # one a day stays


def brought_back(desk: Desk, copy: Path) -> None:
    desk.book.close()
    copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    desk.book = open_book(desk.book.path, clock=desk.clock)


def test_what_a_restore_left_behind_stays_in_a_backup(desk: Desk) -> None:
    old = made(desk, today=TODAY - timedelta(days=1))
    desk.pay("3", 50)
    desk.pay("3", 60)
    left = made(desk)
    brought_back(desk, old.path)
    for day in range(0, 400, 10):
        desk.bill_one("1", day + 1)
        newest = made(desk, today=TODAY + timedelta(days=day))
        assert left.path.exists()
    assert pages.ends(left.path, ROOMS).head.seq < pages.ends(newest.path, ROOMS).head.seq
    assert len(backups(left.path.parent)) <= 7 + 4 + 12 + 2


def test_of_a_part_left_behind_only_the_newest_backup_stays(desk: Desk) -> None:
    old = made(desk, today=TODAY - timedelta(days=1))
    left = []
    for reason in ("import", "closing", "asked"):
        desk.pay("3", 50)
        left.append(made(desk, reason))
    brought_back(desk, old.path)
    for day in range(10):
        desk.bill_one("1", day + 1)
        made(desk, today=TODAY + timedelta(days=day))
    assert [one.path.exists() for one in left] == [False, False, True]


def test_what_only_one_backup_has_goes_last_when_the_disk_gets_tight(desk: Desk) -> None:
    old = made(desk, today=TODAY - timedelta(days=1))
    desk.pay("3", 50)
    left = made(desk)
    brought_back(desk, old.path)
    folder = left.path.parent
    for day in range(1, 6):
        desk.bill_one("1", day)
        made(desk, today=TODAY + timedelta(days=day))
    desk.bill_one("1", 100)
    last = TODAY + timedelta(days=6)

    def free(_folder: Path) -> int:
        return 0 if len(backups(folder)) > 3 else 10**12

    back_up(desk.book.path, ROOMS, "closing", last, free=free)
    assert [one.said.number for one in backups(folder)] == [8, 7, 6, left.said.number]
    desk.bill_one("1", 100)
    back_up(desk.book.path, ROOMS, "closing", last + timedelta(days=1), free=lambda _folder: 0)
    assert [one.said.number for one in backups(folder)] == [9, 8, 7]


def test_a_photo_is_stored_once_for_all_backups(desk: Desk) -> None:
    photos = made(desk).path.parent / "Photos"
    before = {path: path.stat().st_mtime_ns for path in photos.iterdir()}
    desk.pay("3", 450)
    made(desk, today=TODAY + timedelta(days=1))
    assert {path: path.stat().st_mtime_ns for path in photos.iterdir()} == before


def test_photos_are_taken_out_of_a_backup_without_room_for_them_once_more(
    desk: Desk, tmp_path: Path
) -> None:
    photo = PHOTO * 400
    desk.spend(5, attachment=desk.do(lambda book: book.keep(photo, "image/jpeg")))
    part = tmp_path / "a.part"
    pages.copy_pages(desk.book.path, part)
    with pages.changing(part) as copy:
        assert files.take_out(copy, tmp_path / "Photos") == 3
        aside = part.with_name(part.name + "-journal")
        assert aside.stat().st_size < len(photo) / 4
    pages.shrink(part)
    assert photo[:100] not in part.read_bytes()


def test_a_photo_that_was_changed_beside_older_backups_is_stored_anew(desk: Desk) -> None:
    photos = made(desk).path.parent / "Photos"
    before = {path: path.read_bytes() for path in photos.iterdir()}
    for path, data in before.items():
        path.write_bytes(data[:-1] + b"!")  # as long as it was
    desk.pay("3", 450)
    again = made(desk, today=TODAY + timedelta(days=1)).path
    assert {path: path.read_bytes() for path in photos.iterdir()} == before
    assert (verify(again, ROOMS).problems, verify(again, ROOMS).not_there) == ((), ())


def test_the_folder_follows_a_book_that_was_renamed(desk: Desk) -> None:
    first = made(desk)
    desk.book.close()
    moved = desk.book.path.rename(desk.book.path.with_name("renamed.imt"))
    assert folder_of(moved, desk.book.id) == first.path.parent
    assert not back_up(moved, ROOMS, "closing", TODAY).new


def test_copies_of_one_book_side_by_side_have_a_folder_each(desk: Desk) -> None:
    first = made(desk)
    other = desk.book.path.with_name("other.imt")
    pages.copy_pages(desk.book.path, other)
    second = back_up(other, ROOMS, "closing", TODAY)
    assert second.new and second.path.parent == first.path.parent.with_name(
        f"other {desk.book.id[:8]}"
    )
    assert folder_of(desk.book.path, desk.book.id) == first.path.parent
    assert folder_of(other, desk.book.id) == second.path.parent


def test_a_damaged_book_is_not_backed_up_and_good_backups_stay(desk: Desk) -> None:
    good = made(desk)
    desk.pay("3", 450)
    desk.book.close()
    change(desk.book.path, "UPDATE journal SET hash=zeroblob(32) WHERE seq=6")
    for day in range(30):
        with pytest.raises(errors.NotWholeError):
            made(desk, today=TODAY + timedelta(days=day))
    assert [one.path for one in backups(good.path.parent)] == [good.path]
    assert not list(good.path.parent.glob("*.part*"))


def test_a_damaged_photo_does_not_keep_the_money_from_being_backed_up(desk: Desk) -> None:
    desk.book.close()
    change(desk.book.path, "UPDATE file SET bytes=X'00' WHERE media='image/jpeg'")
    verdict = verify(made(desk).path, ROOMS)
    assert [problem.kind for problem in verdict.problems] == ["file-changed"]


def test_a_damaged_backup_is_replaced_by_a_new_one(desk: Desk) -> None:
    first = made(desk)
    first.path.write_bytes(first.path.read_bytes()[:5000])
    again = made(desk)
    assert again.new and verify(again.path, ROOMS).problems == ()


def test_old_backups_go_first_when_the_disk_gets_tight(desk: Desk) -> None:
    for day in range(6):
        desk.bill_one("1", day + 1)
        made(desk, today=TODAY + timedelta(days=day))
    folder = folder_of(desk.book.path, desk.book.id)
    desk.bill_one("1", 100)

    def free(_folder: Path) -> int:
        return 0 if len(backups(folder)) > 4 else 10**12

    last = TODAY + timedelta(days=6)
    newest = back_up(desk.book.path, ROOMS, "closing", last, free=free)
    assert [one.said.number for one in backups(folder)] == [7, 6, 5, 4, 3]
    desk.bill_one("1", 100)
    back_up(desk.book.path, ROOMS, "closing", last + timedelta(days=1), free=lambda _folder: 0)
    assert [one.said.number for one in backups(folder)] == [8, 7, 6]
    assert newest.path.exists()


def test_a_backup_that_was_cut_off_is_swept_away(desk: Desk) -> None:
    backup = made(desk)
    part = backup.path.with_name("0002 2026-10-14 entry 99 closing.imt.part")
    part.write_bytes(b"half")
    log = part.with_name(part.name + "-journal")
    log.write_bytes(b"of it")
    note = backup.path.with_name("note.txt")
    note.write_text("mine")
    made(desk)
    assert not part.exists() and not log.exists() and note.exists()


def test_a_full_disk_leaves_the_older_backups(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    good = made(desk)
    desk.pay("3", 450)

    def full(part: Path) -> None:
        part.with_name(part.name + "-wal").touch()  # as SQLite leaves it where it cannot finish
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("imt_desktop.journal.copies.disk.flush", full)
    with pytest.raises(errors.DiskFullError):
        made(desk)
    assert [one.path for one in backups(good.path.parent)] == [good.path]
    assert not list(good.path.parent.glob("*.part*"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder nobody may write in")
def test_a_read_only_folder_is_said(desk: Desk) -> None:
    desk.book.path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(CannotWriteError):
            made(desk)
    finally:
        desk.book.path.parent.chmod(stat.S_IRWXU)


def test_a_file_in_the_place_of_the_folder_is_said(desk: Desk) -> None:
    (desk.book.path.parent / "Backups").write_text("a file")
    with pytest.raises(CannotWriteError):
        made(desk)


def test_what_was_not_yet_in_the_file_is_in_the_backup(desk: Desk) -> None:
    assert desk.book.path.with_name("our.imt-wal").stat().st_size > 0
    with closing(sqlite3.connect(made(desk).path)) as copy:
        assert copy.execute("SELECT max(seq) FROM journal").fetchone() == (desk.entries(),)


def test_before_an_upgrade_there_is_a_backup(desk: Desk) -> None:
    desk.book.close()
    with closing(sqlite3.connect(desk.book.path)) as database:
        database.execute("DROP TABLE pad")
        database.execute("PRAGMA user_version = 0")
    folder = folder_of(desk.book.path, desk.book.id)
    assert backups(folder) == []
    open_book(desk.book.path, clock=desk.clock).close()
    assert [one.said.reason for one in backups(folder)] == ["upgrade"]
    desk.book = open_book(desk.book.path, clock=desk.clock)
    assert len(backups(folder)) == 1


def test_a_copy_that_left_something_out_is_no_book_to_back_up(desk: Desk) -> None:
    """Otherwise it would pass for the newest backup of the book itself."""
    with pytest.raises(errors.CopyOnlyError):
        back_up(made(desk).path, ROOMS, "closing", TODAY)
