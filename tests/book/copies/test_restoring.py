"""A book is brought back: verified first, never overwritten, and it says what it left behind."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from imt_desktop.committee import queries, signing
from imt_desktop.committee.describing import OfficerChangedRequest, change_officer
from imt_desktop.committee.handovers import RebuiltRequest, mark_rebuilt
from imt_desktop.errors import CannotWriteError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import BookRestored, LeftBehind, Signing, errors
from imt_desktop.journal.copies import disk
from imt_desktop.journal.copies.leaving_out import leave_out
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.restoring import Asked, Restored
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.closing.checklist import checklist
from imt_desktop.ledger.closing.entries import Span
from imt_desktop.ledger.closing.left_behind import left_behind
from imt_desktop.oversight import arriving, copies
from imt_desktop.oversight.behind import behind
from imt_desktop.oversight.month import things_to_do
from imt_desktop.oversight.rebuilding import lacks_something, rebuilding
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.period import Month
from imt_desktop.reports.lists.build import build_list
from imt_desktop.wording.copies import holds_words
from imt_desktop.wording.trail import entry_rows
from tests.book.faults import change, dump
from tests.builders import Clock, Desk, book_in
from tests.officers import ALONE, BOTH, CHAIR, PEOPLE, PINS, TREASURER, committee_in, name
from tools import verify_book

from .conftest import PHOTO

TODAY = date(2026, 10, 14)
PHOTO_NAME = hashlib.sha256(PHOTO).hexdigest()


def backup(desk: Desk) -> Path:
    return copies.back_up(desk.book.path, "closing", TODAY).path


def restored(desk: Desk, copy: Path, last_receipt: int | None = None) -> Restored:
    desk.book.close()
    asked = Asked(last_receipt)
    return copies.restore(copy, desk.book.path, Signing(), asked, desk.clock)


def reopened(desk: Desk) -> Desk:
    desk.book = open_book(desk.book.path, clock=desk.clock)
    return desk


def test_what_the_copy_lacks_is_told_until_it_was_put_together_again(desk: Desk) -> None:
    last = [desk.pay("3", 40), desk.pay("3", 30)][1].number
    copy = backup(desk)
    assert not desk.see(lacks_something)
    desk.book.close()
    desk.book.path.unlink()  # the laptop is gone, and nobody holds a higher number
    restored(desk, copy, last)
    assert not reopened(desk).see(lacks_something)
    copy = backup(desk)
    desk.book.close()
    desk.book.path.unlink()
    with pytest.raises(errors.ReceiptBehindError) as refused:
        restored(desk, copy, last - 1)
    assert (refused.value.number, refused.value.last) == (last - 1, last)
    restored(desk, copy, last + 2)  # somebody brought a receipt that the copy does not have
    assert reopened(desk).see(lacks_something)
    assert next(one.what for one in desk.see(things_to_do, TODAY)) == "restored"
    wanted = RebuiltRequest(first=TODAY, last=TODAY, reason="stolen", sources="receipts")
    desk.do(mark_rebuilt, wanted)
    assert not desk.see(lacks_something)
    desk.book.close()


def test_what_the_copy_lacks_is_told_still_after_another_copy_was_brought(
    desk: Desk, tmp_path: Path
) -> None:
    copy = backup(desk)
    day = desk.clock.now.date()
    desk.pay("3", 40)
    restored(desk, copy)
    other = tmp_path / "other" / "stick.imt"
    other.parent.mkdir()
    copy_pages(desk.book.path, other)
    there = Desk(open_book(other, clock=desk.clock), desk.clock)
    there.clock.now += timedelta(days=3)
    there.spend(50)
    there.book.close()
    sealed = tmp_path / "sealed.imt"
    copy_pages(other, sealed)
    leave_out(sealed, ROOMS, ("pin",))  # as a sealed copy comes: brought back with an entry
    holds = copies.look(sealed, desk.book.path)
    assert holds.against and holds.against.relation == arriving.AHEAD
    done = arriving.go_on_with(holds, desk.book.path, Signing(), Asked(None), desk.clock)
    assert done.entry is not None and done.left is None
    assert reopened(desk).see(lacks_something)
    assert desk.see(rebuilding).known_until == day
    wanted = RebuiltRequest(first=day, last=day, reason="stolen", sources="receipts")
    desk.do(mark_rebuilt, wanted)
    assert not desk.see(lacks_something)
    desk.book.close()


def test_the_closing_asks_about_what_was_left_behind(desk: Desk) -> None:
    month = Month.of(TODAY)
    assert desk.see(checklist, month, TODAY).restored == ()
    copy, entries = backup(desk), desk.entries()
    desk.pay("3", 50)
    desk.pay("3", 60)
    restored(desk, copy)
    found = reopened(desk).see(checklist, month, TODAY)
    assert [(one.entry, one.left) for one in found.restored] == [(entries + 1, 2)]
    assert "restored" in found.questions
    assert desk.see(checklist, month.shift(-1), TODAY).restored == ()
    desk.book.close()


def test_receipt_numbers_of_a_part_left_behind_are_not_told_as_taken_away(desk: Desk) -> None:
    copy = backup(desk)
    lost = [desk.pay("3", 50).number, desk.pay("3", 60).number]
    restored(desk, copy)
    reopened(desk).pay("3", 40)
    found = desk.see(checklist, Month.of(TODAY), TODAY)
    gap = Span(first=lost[0], last=lost[1])
    assert (found.receipts.missing, found.receipts_left) == ((gap,), (gap,))
    listed = desk.see(build_list, "receipts", Month.of(TODAY).period)
    assert listed.left_behind == (gap,)
    desk.book.close()


def test_a_number_that_no_restore_left_behind_stays_missing(desk: Desk) -> None:
    assert desk.see(left_behind, [Span(first=1, last=9)]) == ()
    copy = backup(desk)
    desk.book.close()
    desk.book.path.unlink()
    restored(desk, copy, last_receipt=5)
    span = [Span(first=1, last=9)]
    assert reopened(desk).see(left_behind, span) == (Span(first=3, last=5),)
    desk.book.close()


def test_the_book_comes_back_with_its_photos_and_says_what_it_left(desk: Desk) -> None:
    copy, entries = backup(desk), desk.entries()
    before = dump(desk.book.path)
    lost = [desk.pay("3", 50), desk.pay("3", 60)]
    head = desk.see(lambda book: book.head())
    assert copies.look(copy).left_out == ()  # the photos lie beside it
    done = restored(desk, copy)
    assert done.left == LeftBehind(
        head=head.hash.hex(), first=entries + 1, last=entries + 2, last_receipt=lost[1].number
    )
    verdict = verify(desk.book.path, ROOMS)
    assert (verdict.problems, verdict.left_out, verdict.entries) == ((), (), entries + 1)
    after = dump(desk.book.path)
    assert after["file"] == before["file"] and after["word"] == before["word"]
    assert after["bill"] == before["bill"] and after["member"] == before["member"]
    entry = reopened(desk).see(lambda book: book.recorded(entries + 1)).entry
    assert isinstance(entry, BookRestored)
    assert entry.came_from == desk.see(lambda book: book.recorded(entries)).hash.hex()
    assert desk.book.file(PHOTO_NAME) == ("image/jpeg", PHOTO)


def test_the_replaced_book_is_kept_whole_under_another_name(desk: Desk) -> None:
    copy = backup(desk)
    desk.pay("3", 50)
    desk.book.close()
    before = dump(desk.book.path)
    done = restored(desk, copy)
    assert done.kept == desk.book.path.with_name("our replaced 2026-10-14.imt")
    assert dump(done.kept) == before
    assert verify(done.kept, ROOMS).problems == ()
    assert not os.path.samefile(done.kept, desk.book.path)


def test_each_replaced_book_gets_a_name_of_its_own(desk: Desk) -> None:
    copy = backup(desk)
    names = set()
    for _ in range(3):
        desk.pay("3", 50)
        names.add(restored(desk, copy).kept)
        reopened(desk)
    assert len(names) == 3


def test_receipts_go_on_behind_the_last_that_anybody_holds(desk: Desk) -> None:
    copy = backup(desk)
    lost = desk.pay("3", 50)
    restored(desk, copy, last_receipt=40)
    assert reopened(desk).pay("3", 50).number == 41
    assert desk.pay("3", 50).number == 42
    assert lost.number == 3


def test_without_a_word_receipts_go_on_behind_what_the_replaced_book_gave(desk: Desk) -> None:
    copy = backup(desk)
    lost = desk.pay("3", 50)
    restored(desk, copy)
    assert reopened(desk).pay("3", 50).number == (lost.number or 0) + 1


def test_the_trail_says_where_the_book_came_from_and_what_it_left(desk: Desk) -> None:
    copy = backup(desk)
    first = desk.entries() + 1
    given = desk.pay("1", 10).number
    done = restored(desk, copy)
    assert done.entry
    found = reopened(desk).see(behind, done.entry)
    told = dict(entry_rows(found, Translator("en"), desk.book.currency))
    assert told["Left behind"] == f"entries {first} to {first}"
    assert told["Last receipt in people's hands"] == str(given)
    assert len(told["Code of the copy's newest entry"].replace(" ", "")) == 16


def test_numbers_in_peoples_hands_outlive_a_second_restore(desk: Desk) -> None:
    copy = backup(desk)
    given = max(desk.pay("1", 10).number, desk.pay("2", 20).number)
    for _time in range(3):
        done = restored(desk, copy)
        assert done.left and done.left.last_receipt == given
    assert reopened(desk).pay("3", 30).number == given + 1


def test_the_numbers_are_the_same_after_a_rebuild(desk: Desk) -> None:
    copy = backup(desk)
    desk.pay("3", 50)
    restored(desk, copy, last_receipt=40)
    before = dump(desk.book.path)
    rebuild_file(desk.book.path, ROOMS)
    assert dump(desk.book.path) == before
    assert reopened(desk).pay("3", 50).number == 41


def test_without_the_old_book_somebody_has_to_say_the_last_receipt(desk: Desk) -> None:
    copy = backup(desk)
    desk.book.close()
    desk.book.path.unlink()
    with pytest.raises(errors.LastReceiptError):
        restored(desk, copy)
    assert not desk.book.path.exists()
    done = restored(desk, copy, last_receipt=0)
    assert (done.kept, done.left) == (None, None)
    assert reopened(desk).pay("3", 50).number == 3


def test_a_damaged_book_is_brought_back_and_kept_as_it_is(desk: Desk) -> None:
    copy = backup(desk)
    desk.book.close()
    data = bytearray(desk.book.path.read_bytes())
    data[4096:9000] = bytes(4904)
    desk.book.path.write_bytes(data)
    done = restored(desk, copy, last_receipt=9)
    assert done.left is None and done.kept is not None
    assert done.kept.read_bytes() == bytes(data)
    assert verify(desk.book.path, ROOMS).problems == ()


@pytest.mark.parametrize("junk", [b"", b"not a book", b"SQLite format 3\0" + bytes(5000)])
def test_what_stands_in_the_books_place_and_is_none_is_kept_too(desk: Desk, junk: bytes) -> None:
    copy = backup(desk)
    desk.book.close()
    desk.book.path.write_bytes(junk)
    desk.book.path.with_name("our.imt-wal").write_bytes(b"an old wal")
    done = restored(desk, copy, last_receipt=9)
    assert done.kept is not None and done.kept.read_bytes() == junk
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == b"an old wal"
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_damaged_copy_is_refused_and_the_book_untouched(desk: Desk, tmp_path: Path) -> None:
    chance, good = Random(3), backup(desk).read_bytes()
    desk.pay("3", 50)
    desk.book.close()
    before = desk.book.path.read_bytes()
    photos = desk.book.path.parent
    for _ in range(25):
        at = chance.randrange(len(good))
        bad = bytearray(good)
        bad[at] ^= 1 << chance.randrange(8)
        copy = tmp_path / "bad.imt"
        copy.write_bytes(bytes(bad))
        try:
            done = restored(desk, copy)
        except UserError:
            assert desk.book.path.read_bytes() == before
            continue
        # The bit was in a place that says nothing: then what came back is whole.
        assert done.kept is not None
        assert verify(desk.book.path, ROOMS).problems == ()
        done.kept.replace(desk.book.path)
    assert not list(photos.glob("*.part*"))


def test_a_photo_that_was_changed_beside_a_copy_is_told_as_changed(desk: Desk) -> None:
    copy = backup(desk)
    whole, photo = sorted((copy.parent / "Photos").iterdir())
    (entry,) = {
        one.seq
        for one in desk.see(lambda book: list(book.journal()))
        if photo.stem in str(one.entry)
    }
    data = bytearray(photo.read_bytes())
    data[-1] ^= 1
    photo.write_bytes(data)
    photo.with_name(whole.name + ".part").write_bytes(b"half")
    verdict = verify(copy, ROOMS)
    (problem,) = verdict.problems
    assert (problem.kind, problem.seq, problem.detail) == (
        "file-changed", entry, f"Photos/{photo.name}",
    )  # fmt: skip
    assert verdict.not_there == ()
    with verify_book.opened(copy) as book:
        found = verify_book.examine(book)[0]
    assert found.problems == [f"Entry {entry}: its file Photos/{photo.name} was changed."]
    held = copies.look(copy)
    assert (held.left_out, held.changed) == ((), (photo.name,))
    (told,) = [words for words in holds_words(held, Translator("en")) if "Photos" in words]
    assert photo.name in told and "was changed" in told
    desk.book.close()
    desk.book.path.unlink()
    restored(desk, copy, last_receipt=2)
    assert verify(desk.book.path, ROOMS).not_there == (entry,)


def test_a_stick_that_is_pulled_out_before_its_photos_are_read_brings_nothing_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(backup(desk).parent, stick)
    copy = next(stick.glob("*.imt"))

    def copied(source: Path, part: Path) -> None:
        copy_pages(source, part)
        shutil.rmtree(stick)  # pulled out just then

    with monkeypatch.context() as at_the_stick:
        at_the_stick.setattr("imt_desktop.journal.copies.pages.copy_pages", copied)
        with pytest.raises(errors.DiskFailedError):
            copies.restore(copy, tmp_path / "new.imt", Signing(), Asked(2), desk.clock)
    assert not (tmp_path / "new.imt").exists()
    shutil.copytree(backup(desk).parent, stick)
    copies.restore(copy, tmp_path / "new.imt", Signing(), Asked(2), desk.clock)
    assert verify(tmp_path / "new.imt", ROOMS).not_there == ()


def test_a_copy_whose_photos_are_gone_says_so_and_the_money_comes_back(desk: Desk) -> None:
    copy = backup(desk)
    assert verify(copy, ROOMS).not_there == ()  # they lie beside it
    named = tuple(
        one.seq for one in desk.see(lambda book: list(book.journal())) if "sha256" in str(one)
    )
    for photo in (copy.parent / "Photos").iterdir():
        photo.unlink()
    assert copies.look(copy).left_out == ("file",)
    desk.book.close()
    desk.book.path.unlink()
    restored(desk, copy, last_receipt=2)
    verdict = verify(desk.book.path, ROOMS)
    assert (verdict.problems, verdict.left_out) == ((), ())
    assert verdict.not_there == named == verify(copy, ROOMS).not_there
    assert len(named) == 2
    entry = reopened(desk).see(lambda book: book.recorded(book.head().seq)).entry
    assert isinstance(entry, BookRestored) and entry.left_out == ("file",)
    kept = desk.do(lambda book: book.keep(b"new photo", "image/png"))
    desk.spend(1, attachment=kept)
    desk.book.close()
    change(desk.book.path, "DELETE FROM file")
    assert [problem.kind for problem in verify(desk.book.path, ROOMS).problems] == ["file-missing"]


def test_a_copy_without_words_brings_the_figures_back(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "county.imt"
    copy_pages(desk.book.path, copy)
    leave_out(copy, ROOMS, ("word", "file"))
    owed = desk.owed("3")
    desk.book.close()
    desk.book.path.unlink()
    restored(desk, copy, last_receipt=2)
    assert verify(desk.book.path, ROOMS).problems == ()
    assert reopened(desk).owed("3") == owed
    assert desk.rows("SELECT DISTINCT name FROM member") == [("",)]
    desk.pay("3", 450)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_damaged_mark_of_a_copy_excuses_nothing(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "county.imt"
    copy_pages(desk.book.path, copy)
    leave_out(copy, ROOMS, ("word", "file"))
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        ((mark,),) = database.execute("SELECT sql FROM sqlite_master WHERE name='left_out'")
        loose = mark.replace("NOT NULL", "").replace("STRICT", "")
        for sql, then in ((loose, "UPDATE left_out SET name=NULL"), (mark, "")):
            database.execute("PRAGMA writable_schema = ON")
            database.execute("UPDATE sqlite_master SET sql=? WHERE name='left_out'", (sql,))
            database.execute("PRAGMA writable_schema = RESET")
            database.execute(then)
    assert {"file", "word-missing"} <= {one.kind for one in verify(copy, ROOMS).problems}
    desk.book.close()
    with pytest.raises(errors.BookError):
        restored(desk, copy, last_receipt=2)


def test_a_book_that_is_open_is_not_replaced(desk: Desk) -> None:
    copy = backup(desk)
    desk.pay("3", 50)
    with pytest.raises(errors.BookBusyError):
        copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    assert desk.pay("3", 50).number == 4


def test_the_same_book_and_another_committees_are_refused(desk: Desk, tmp_path: Path) -> None:
    copy = backup(desk)
    with pytest.raises(errors.SameCopyError):
        restored(desk, copy)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = book_in(elsewhere)
    before = desk.book.path.read_bytes()
    with pytest.raises(errors.AnotherBooksCopyError):
        restored(desk, backup(other))
    assert desk.book.path.read_bytes() == before
    other.book.close()


def test_a_clock_that_stands_before_the_copy_asks_for_the_day(desk: Desk) -> None:
    copy = backup(desk)
    desk.pay("3", 50)
    desk.book.close()
    desk.clock.now -= timedelta(days=4000)
    before = dump(desk.book.path)
    with pytest.raises(errors.ClockBehindError):
        restored(desk, copy)
    assert dump(desk.book.path) == before
    asked = Asked(None, today=TODAY)
    copies.restore(copy, desk.book.path, Signing(), asked, desk.clock)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_no_room_leaves_the_book_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backup(desk)
    desk.pay("3", 50)
    desk.book.close()
    before = dump(desk.book.path)

    def gone(_part: Path, _path: Path) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(disk, "put", gone)
    with pytest.raises(CannotWriteError):
        restored(desk, copy)
    monkeypatch.undo()
    assert dump(desk.book.path) == before
    assert not list(desk.book.path.parent.glob("*replaced*"))
    assert not list(desk.book.path.parent.glob("*.part*"))


def test_a_copy_of_an_older_version_is_brought_up_to_date(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "old.imt"
    copy_pages(desk.book.path, copy)
    with closing(sqlite3.connect(copy)) as old:
        old.execute("DROP TABLE pad")
        old.execute("PRAGMA user_version = 0")
    before = copy.read_bytes()
    desk.pay("3", 50)
    assert copies.look(copy).entries == desk.entries() - 1
    restored(desk, copy)
    assert copy.read_bytes() == before
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_copy_that_went_on_is_taken_over(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "stick.imt"
    copy_pages(desk.book.path, other)
    desk.book.close()
    there = Desk(open_book(other, clock=desk.clock), desk.clock)
    there.pay("3", 50)
    there.book.close()
    done = copies.take_over(other, desk.book.path, TODAY)
    assert done.entry is None and done.kept is not None
    assert copies.compare(desk.book.path, other).relation == "same"
    with pytest.raises(errors.SameCopyError):
        copies.take_over(other, desk.book.path, TODAY)
    with pytest.raises(errors.NotAheadError) as said:
        copies.take_over(done.kept, desk.book.path, TODAY)
    assert not said.value.forked


@pytest.mark.parametrize("lost_here", [False, True])
def test_a_copy_that_comes_without_its_photos_takes_those_of_the_laptop_along(
    desk: Desk, tmp_path: Path, lost_here: bool
) -> None:
    backup(desk)
    other = tmp_path / "other" / "stick.imt"
    other.parent.mkdir()
    copy_pages(desk.book.path, other)
    desk.book.close()
    there = Desk(open_book(other, clock=desk.clock), desk.clock)
    there.pay("3", 50)
    there.book.close()
    alone = tmp_path / "alone.imt"  # of the other laptop's backup only the file was brought
    shutil.copy(copies.back_up(other, "closing", TODAY).path, alone)
    if lost_here:  # then the backups beside it have the photos
        with closing(sqlite3.connect(desk.book.path)) as book:
            book.execute("DELETE FROM file")
            book.commit()
    assert copies.look(alone).left_out == ("file",)
    holds = copies.look(alone, desk.book.path)
    assert holds.left_out == ()
    done = arriving.go_on_with(holds, desk.book.path, Signing(), Asked(None), desk.clock)
    assert done.entry is None  # taken over: nothing is lacking
    verdict = verify(desk.book.path, ROOMS)
    assert (verdict.problems, verdict.left_out, verdict.not_there) == ((), (), ())


def test_only_an_officer_whom_the_copy_knows_brings_it_back(tmp_path: Path) -> None:
    with committee_in(tmp_path) as desk:
        desk.who = BOTH
        copy = backup(desk)
        name(desk, "Halima", "vice-chair")
        everybody = desk.see(queries.officers)
        signed = [arriving.responsible(copy, one, TODAY).responsible for one in everybody]
        assert signed == [*(one.id for one in everybody[:-1]), None]
        (first, *_others) = everybody
        another = replace(first, name="Somebody else")
        assert arriving.responsible(copy, another, TODAY, ALONE) == Signing()


def test_where_all_terms_are_over_who_signed_in_still_brings_a_copy_back(tmp_path: Path) -> None:
    after = TODAY + timedelta(days=1)
    with committee_in(tmp_path) as desk:
        desk.who = BOTH
        for number, (who, post) in enumerate(PEOPLE, 1):
            over = OfficerChangedRequest(officer=str(number), name=who, post=post, until=TODAY)
            desk.do(change_officer, over)
        treasurer = desk.see(queries.by_id, TREASURER)
        assert arriving.responsible(backup(desk), treasurer, after, ALONE) == ALONE
        goes_on = OfficerChangedRequest(officer=str(CHAIR), name="Joseph", post="chair")
        desk.do(change_officer, goes_on)
        # The copy has another in term, and would refuse an entry in this one's name.
        assert arriving.responsible(backup(desk), treasurer, after, ALONE) == Signing()


def test_who_typed_the_pin_that_the_copy_knows_signs_that_it_was_brought_back(
    tmp_path: Path,
) -> None:
    with committee_in(tmp_path) as desk:
        desk.who = BOTH
        copy = backup(desk)
        treasurer = desk.see(queries.by_id, TREASURER)
        assert treasurer is not None
        who = arriving.responsible(copy, treasurer, TODAY, BOTH)
        assert who == ALONE
        assert arriving.responsible(copy, treasurer, TODAY, Signing(TREASURER)) == Signing(
            TREASURER
        )
        other = replace(treasurer, pin="ab" * 32)  # set after the copy was made
        assert arriving.responsible(copy, other, TODAY, ALONE) == Signing(TREASURER)
        desk.pay("1", 5)
        desk.book.close()
        done = copies.restore(copy, desk.book.path, who, Asked(None), desk.clock)
        assert done.entry is not None
        entry = reopened(desk).see(lambda book: book.recorded(done.entry))
        assert entry.envelope.signature == "pin"


def test_officers_sign_in_to_a_copy_that_was_taken_over(tmp_path: Path) -> None:
    with committee_in(tmp_path) as desk:
        path, other = desk.book.path, tmp_path / "stick.imt"
        copy_pages(path, other)
        there = Desk(open_book(other, clock=desk.clock), desk.clock)
        there.spend(50)
        there.book.close()
        desk.book.close()
        copies.take_over(other, path, TODAY)
        reopened(desk)
        who = desk.see(signing.sign_in, TREASURER, PINS[TREASURER], desk.clock.now)
        assert who.responsible == TREASURER


def test_a_fork_is_never_taken_over(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "stick.imt"
    copy_pages(desk.book.path, other)
    there = Desk(open_book(other, clock=desk.clock), desk.clock)
    there.pay("3", 50)
    there.pay("3", 50)
    there.book.close()
    desk.pay("3", 70)
    common = desk.entries() - 1
    desk.book.close()
    before = dump(desk.book.path)
    with pytest.raises(errors.NotAheadError) as said:
        copies.take_over(other, desk.book.path, TODAY)
    assert (said.value.common, said.value.forked) == (common, True)
    assert dump(desk.book.path) == before


def test_a_forked_copy_can_be_brought_back_and_says_from_where(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "stick.imt"
    copy_pages(desk.book.path, other)
    common = desk.entries()
    there = Desk(open_book(other, clock=desk.clock), desk.clock)
    there.pay("3", 50)
    there.book.close()
    ours = [desk.pay("3", 70), desk.pay("3", 80)]
    done = restored(desk, other)
    assert done.left is not None and done.entry == common + 2
    assert (done.left.first, done.left.last) == (common + 1, common + 2)
    assert done.left.last_receipt == ours[1].number
    assert reopened(desk).pay("3", 50).number == (ours[1].number or 0) + 1


def test_what_a_copy_holds_is_shown_before_anything_is_done(desk: Desk) -> None:
    copy, entries = backup(desk), desk.entries()
    desk.pay("3", 50)
    holds = copies.look(copy, desk.book.path)
    assert (holds.committee, holds.entries, holds.last_receipt) == ("Kiboko", entries, 2)
    assert holds.last_on == TODAY and holds.members == 3
    assert [str(account.balance) for account in holds.balances] == ["1090.00", "0.00", "0.00"]
    assert holds.against is not None
    assert (holds.against.relation, holds.against.common) == ("first-continues", entries)
    assert copies.look(copy).against is None


def test_a_crash_between_two_steps_leaves_a_book(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever step is the last one that was done, a whole book has the book's name."""
    copy = backup(desk)
    desk.pay("3", 50)
    desk.book.close()

    class PowerCutError(BaseException):
        pass

    steps = ("flush", "keep", "remove", "put")
    for cut in range(40):
        done = 0

        def step(real: object, *args: object, cut: int = cut) -> object:
            nonlocal done
            if done == cut:
                raise PowerCutError
            done += 1
            return real(*args)  # type: ignore[operator]

        with monkeypatch.context() as patched:
            for name in steps:
                real = getattr(disk, name)
                patched.setattr(disk, name, lambda *args, real=real: step(real, *args))
            try:
                copies.restore(copy, desk.book.path, Signing(), Asked(None), Clock(desk.clock.now))
            except PowerCutError:
                assert verify(desk.book.path, ROOMS).problems == ()
                continue
        break
    else:
        pytest.fail("it never came to an end")
    assert cut >= 5
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_copy_with_a_damaged_value_is_refused_and_breaks_nothing(desk: Desk) -> None:
    copy = backup(desk)
    with closing(sqlite3.connect(copy, isolation_level=None)) as hands:
        name = ("committee",)
        (sql,) = hands.execute("SELECT sql FROM sqlite_master WHERE name=?", name).fetchone()
    for form, harm in (
        (sql.replace("languages TEXT NOT NULL", "languages TEXT"), "SELECT 1"),
        (sql, "UPDATE committee SET languages=NULL"),
    ):
        with closing(sqlite3.connect(copy, isolation_level=None)) as hands:
            hands.execute(harm)
            hands.execute("PRAGMA writable_schema=1")
            hands.execute("UPDATE sqlite_master SET sql=? WHERE name='committee'", (form,))
    with pytest.raises(errors.DamagedBookError):
        copies.look(copy, desk.book.path)
