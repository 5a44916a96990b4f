"""A paper is held against the book: every answer there is, and none of them by mistake."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.anchor import Anchor, anchor_of
from imt_desktop.journal.checking import Answer
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import copies
from imt_desktop.oversight.papers import check_paper, not_on_paper, what_it_said
from imt_desktop.oversight.remembered import (
    Memory,
    file_of,
    recall,
    remember_stick,
    stick_is_due,
)
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.wording.checking import answer_words, not_on_paper_words, said_words
from tests.book.faults import change, literal
from tests.builders import Desk, book_in
from tools import verify_book

TODAY = date(2026, 10, 14)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Four members who each paid: entries 9 to 12 issued receipts 1 to 4."""
    made = book_in(tmp_path, members=4, fee=450)
    made.bill()
    for number in ("1", "2", "3", "4"):
        made.pay(number, 450)
    yield made
    made.book.close()


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "laptop"


def paper(desk: Desk, seq: int) -> Anchor:
    return desk.see(lambda book: anchor_of(book.recorded(seq)))


def check(book: Book, shown: str, memory: Path | None = None, seq: int | None = None) -> Answer:
    with book.read() as reading:
        return check_paper(reading, shown, seq, memory=memory, today=TODAY)


def test_a_code_matches_however_it_is_written(desk: Desk) -> None:
    first = desk.entries() - 3
    code = paper(desk, first).code
    spaced = f"{code[:4]}-{code[4:8]} {code[8:]}".lower().replace("0", "o").replace("1", "l")
    for shown in (code, spaced, f"{code}@{first}", f" {spaced} @ {first}"):
        answer = check(desk.book, shown)
        assert (answer.state, answer.seq) == ("matches", first), shown
        assert answer.entry is not None and answer.entry.seq == first


def test_a_qr_text_matches(desk: Desk) -> None:
    anchor = paper(desk, 9)
    answer = check(desk.book, anchor.qr.lower().replace(" ", "\n"))
    assert (answer.state, answer.seq, answer.code) == ("matches", 9, anchor.code)


def test_a_number_that_was_misread_does_not_make_a_paper_wrong(desk: Desk) -> None:
    answer = check(desk.book, paper(desk, 9).code, seq=7)
    assert (answer.state, answer.seq, answer.misnumbered) == ("matches", 9, 7)
    assert any("number 7" in words for words in answer_words(answer, Translator("en")))
    assert check(desk.book, paper(desk, 9).code, seq=9).misnumbered is None


def test_a_slip_of_the_pen_is_called_a_slip(desk: Desk) -> None:
    code = paper(desk, 9).code
    for at in range(15):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        if swapped != code:
            assert check(desk.book, swapped).state == "slip"
        wrong = code[:at] + ("2" if code[at] != "2" else "3") + code[at + 1 :]
        assert check(desk.book, f"{wrong}@9").state == "slip"


@pytest.mark.parametrize("shown", ["", "hello", "ABC", "U" * 16, "💧" * 16, "0" * 17, "@5", "A@x"])
def test_what_is_no_code_is_called_that(desk: Desk, shown: str) -> None:
    assert check(desk.book, shown).state == "letters"


def test_another_committees_paper_is_called_that(desk: Desk, tmp_path: Path) -> None:
    for number in range(9):
        folder = tmp_path / str(number)
        folder.mkdir()
        other = book_in(folder)
        anchor = paper(other, 1)
        other.book.close()
        if other.book.id[:2] != desk.book.id[:2]:
            break
    assert check(desk.book, anchor.qr).state == "another-book"
    assert check(desk.book, anchor.code).state == "another-book"


def test_an_old_copy_is_shorter_than_the_paper(desk: Desk, tmp_path: Path) -> None:
    old = Path(shutil.copy(desk.book.path, tmp_path / "old.imt"))
    with closing(sqlite3.connect(desk.book.path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(desk.book.path, old)
    desk.pay("1", 5)
    anchor = paper(desk, desk.entries())
    book = open_book(old, writable=False)
    assert check(book, anchor.qr).state == "shorter"
    assert check(book, f"{anchor.code}@{anchor.seq}").state == "shorter"
    assert check(book, anchor.code).state == "not-found"
    book.close()


def rechained(path: Path, seq: int, was: bytes, becomes: bytes) -> None:
    """Change an entry and work the whole chain behind it out again, as an owner of the laptop can."""
    statements = []
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT seq, stored FROM journal ORDER BY seq").fetchall()
    before = ""
    for number, stored in rows:
        if number == seq:
            assert was in stored
            stored = stored.replace(was, becomes)
        if number > seq:
            body = msgspec.json.decode(stored[1:])
            stored = stored.replace(body["before"].encode(), before.encode())
        before = hashlib.sha256(stored).hexdigest()
        if number >= seq:
            statements.append(
                f"UPDATE journal SET stored={literal(stored)}, hash=X'{before}' WHERE seq={number}"
            )
    change(path, *statements)


def test_a_changed_entry_is_found_between_two_papers(desk: Desk, memory: Path) -> None:
    anchors = {seq: paper(desk, seq) for seq in (8, 9, 10, 11)}
    assert check(desk.book, anchors[8].qr, memory).state == "matches"
    assert check(desk.book, anchors[10].code, memory).state == "matches"
    desk.book.close()
    rechained(desk.book.path, 9, b'"amount":45000', b'"amount":45001')
    desk.book = open_book(desk.book.path)
    answer = check(desk.book, anchors[11].qr, memory)
    assert answer.state == "changed"
    assert (answer.after, answer.until, answer.failing) == (8, 10, (10,))
    assert check(desk.book, anchors[8].qr, memory).failing == (10, 11)
    alone = check(desk.book, f"{anchors[11].code}@11")
    assert (alone.state, alone.after, alone.until) == ("changed", None, 11)


def test_a_deleted_entry_lies_before_the_first_paper_that_proved_it(
    desk: Desk, memory: Path
) -> None:
    anchors = {seq: paper(desk, seq) for seq in (7, 8, 10, 11)}
    for seq in (7, 8, 10):
        assert check(desk.book, anchors[seq].qr, memory).state == "matches"
    desk.book.close()
    change(desk.book.path, "DELETE FROM journal WHERE seq=9")
    desk.book = open_book(desk.book.path)
    for seq in (11, 10):
        answer = check(desk.book, anchors[seq].qr, memory)
        assert (answer.state, answer.broken) == ("changed", 9)
        assert (answer.after, answer.until) == (8, 10)


def test_a_book_that_was_changed_without_a_new_chain_says_where(desk: Desk) -> None:
    anchor = paper(desk, 11)
    desk.book.close()
    with closing(sqlite3.connect(desk.book.path)) as database:
        (stored,) = database.execute("SELECT stored FROM journal WHERE seq=9").fetchone()
    broken = stored.replace(b'"amount":45000', b'"amount":45001')
    change(desk.book.path, f"UPDATE journal SET stored={literal(broken)} WHERE seq=9")
    desk.book = open_book(desk.book.path)
    answer = check(desk.book, anchor.code)
    assert (answer.state, answer.broken) == ("changed", 9)
    assert check(desk.book, paper(desk, 8).code).state == "matches"


def restored(desk: Desk, keep_old: bool = True) -> tuple[Anchor, Anchor, int]:
    """Bring the book back so that two papers are left behind; returns them and the restore's entry."""
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    lost = [paper(desk, desk.pay("1", 10 + n).entry) for n in range(2)]
    desk.book.close()
    done = copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    assert done.entry and done.kept
    if not keep_old:
        done.kept.unlink()
    desk.book = open_book(desk.book.path, clock=desk.clock)
    return lost[0], lost[1], done.entry


def test_a_paper_of_a_part_that_was_left_behind_is_called_that(desk: Desk) -> None:
    first, last, restore = restored(desk)
    for anchor in (first, last):
        for shown in (anchor.qr, f"{anchor.code}@{anchor.seq}"):
            answer = check(desk.book, shown)
            assert (answer.state, answer.restore, answer.certain) == ("left-behind", restore, True)
    assert check(desk.book, last.code).state == "left-behind"


def test_a_paper_is_told_from_a_fault_after_a_second_restore_too(desk: Desk) -> None:
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    lost = [paper(desk, desk.pay("1", 10 + n).entry) for n in range(3)]
    desk.book.close()
    for _time in range(2):
        done = copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    desk.book = open_book(desk.book.path, clock=desk.clock)
    for anchor in lost:
        for shown in (anchor.qr, f"{anchor.code}@{anchor.seq}", anchor.code):
            answer = check(desk.book, shown)
            assert (answer.state, answer.restore, answer.certain) == (
                "left-behind",
                done.entry,
                True,
            )


def test_a_paper_left_behind_at_the_first_restore_is_known_after_a_restore_of_an_older_copy(
    desk: Desk,
) -> None:
    """The entry that told of it was left behind, too; the new one carries it on."""
    older = copies.back_up(desk.book.path, "closing", date(2026, 10, 12)).path
    desk.pay("1", 5)
    newer = copies.back_up(desk.book.path, "closing", TODAY).path
    lost = [paper(desk, desk.pay("1", 10 + n).entry) for n in range(8)]
    desk.book.close()
    for copy in (newer, older):
        done = copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
        assert done.kept
        done.kept.unlink()
    desk.book = open_book(desk.book.path, clock=desk.clock)
    for anchor in lost:
        answer = check(desk.book, anchor.qr)
        certain = anchor is lost[-1]
        assert (answer.state, answer.restore) == ("left-behind", done.entry)
        assert answer.certain is certain
        with verify_book.opened(desk.book.path) as book:
            found = verify_book.examine(book)[0]
        status, words, _entry = verify_book.check_paper(anchor.qr, found)
        assert (status, "left behind when" in words) == (0 if certain else 1, True)
    rebuild_file(desk.book.path, ROOMS)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_without_the_replaced_book_only_the_last_paper_is_certain(desk: Desk) -> None:
    first, last, restore = restored(desk, keep_old=False)
    assert check(desk.book, last.qr).certain
    answer = check(desk.book, first.qr)
    assert (answer.state, answer.restore, answer.certain) == ("left-behind", restore, False)
    assert "has another code here" in answer_words(answer, Translator("en"))[0]
    beyond = check(desk.book, f"{first.code}@{restore + 1}")
    assert (beyond.state, beyond.certain, beyond.entries) == ("left-behind", False, restore)
    said = answer_words(beyond, Translator("en"))
    assert f"This book ends with entry {restore}." in said[0]  # it has no such entry here
    assert "Find the newest book" in said[1]


def test_a_paper_of_a_laptop_that_is_gone_accuses_nobody(desk: Desk, memory: Path) -> None:
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    before = paper(desk, desk.entries())
    lost = [paper(desk, desk.pay("1", 10 + n).entry) for n in range(3)]
    desk.book.close()
    desk.book.path.unlink()
    done = copies.restore(copy, desk.book.path, Signing(), Asked(9), desk.clock)
    desk.book = open_book(desk.book.path, clock=desk.clock)
    assert check(desk.book, before.qr, memory).state == "matches"
    for anchor in lost:  # the first has the restore's number, the last one more than there is
        answer = check(desk.book, anchor.qr, memory)
        assert (answer.state, answer.restore) == ("left-behind", done.entry)
        assert (answer.certain, answer.known, answer.after) == (False, False, None)
        said = " ".join(answer_words(answer, Translator("en")))
        assert "this paper may be of that" in said and "If it is newer" in said
    ours = [paper(desk, desk.pay("2", 10 + n).entry) for n in range(3)]
    assert check(desk.book, ours[0].qr, memory).state == "matches"
    desk.book.close()
    rechained(desk.book.path, ours[1].seq, b'"amount":1100', b'"amount":1101')
    desk.book = open_book(desk.book.path, clock=desk.clock)
    answer = check(desk.book, ours[2].qr, memory)  # what was changed since is still bracketed
    assert (answer.state, answer.after, answer.until) == ("left-behind", ours[0].seq, ours[2].seq)


def test_a_restore_that_left_nothing_explains_nothing(desk: Desk) -> None:
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    desk.book.close()
    change(desk.book.path, "DELETE FROM posting")  # damaged, so that the copy is brought back
    copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    desk.book = open_book(desk.book.path, clock=desk.clock)
    ours = [paper(desk, desk.pay("2", 10 + n).entry) for n in range(2)]
    desk.book.close()
    rechained(desk.book.path, ours[0].seq, b'"amount":1000', b'"amount":1001')
    desk.book = open_book(desk.book.path, clock=desk.clock)
    assert check(desk.book, ours[1].qr).state == "changed"


def test_papers_that_a_restore_left_behind_are_no_sign_of_tampering(
    desk: Desk, memory: Path
) -> None:
    entries = desk.entries()
    anchor = paper(desk, entries)
    check(desk.book, anchor.qr, memory)
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    lost = paper(desk, desk.pay("1", 10).entry)
    assert check(desk.book, lost.qr, memory).state == "matches"
    desk.book.close()
    copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    desk.book = open_book(desk.book.path, clock=desk.clock)
    answer = check(desk.book, anchor.qr, memory)
    assert (answer.state, answer.failing) == ("matches", ())


def test_checking_writes_nothing_into_the_book(desk: Desk, memory: Path) -> None:
    before = desk.entries()
    check(desk.book, paper(desk, 9).qr, memory)
    assert desk.entries() == before


def test_what_the_paper_said_stands_beside_the_answer(desk: Desk) -> None:
    answer = check(desk.book, paper(desk, 10).code)
    assert answer.entry is not None
    said = desk.see(what_it_said, answer.entry)
    (receipt,) = said.receipts
    assert (said.paper, said.about) == ("receipt", "2")
    assert (receipt.number, receipt.member, receipt.name) == (2, "2", "Member 2")
    assert (str(receipt.amount), str(receipt.still_to_pay)) == ("450.00", "0.00")
    issued = desk.do(
        lambda book: book.append(
            PaperIssued(paper="notice", about="2026-10", languages=("en",), copy=1, said='{"a":1}')
        )
    )
    said = desk.see(what_it_said, issued)
    assert (said.paper, said.about, said.facts) == ("notice", "2026-10", {"a": 1})
    assert desk.see(lambda book: what_it_said(book, book.recorded(1))).paper == ""


def test_entries_after_the_newest_paper_have_no_paper_yet(desk: Desk) -> None:
    assert desk.see(not_on_paper) == 0
    desk.spend(5)
    desk.spend(6)
    assert desk.see(not_on_paper) == 2
    desk.do(
        lambda book: book.append(
            PaperIssued(paper="notice", about="2026-10", languages=("en",), copy=1, said="{}")
        )
    )
    assert desk.see(not_on_paper) == 0


def test_what_the_laptop_remembers_may_be_lost_or_broken(desk: Desk, memory: Path) -> None:
    check(desk.book, paper(desk, 8).qr, memory)
    check(desk.book, paper(desk, 8).code, memory)
    assert [one.seq for one in recall(memory, desk.book.id).papers] == [8]
    file_of(memory, desk.book.id).write_bytes(b"{broken")
    assert recall(memory, desk.book.id) == Memory()
    assert check(desk.book, paper(desk, 9).qr, memory).state == "matches"
    assert [one.seq for one in recall(memory, desk.book.id).papers] == [9]


def test_the_stick_is_asked_for_each_week(memory: Path) -> None:
    assert stick_is_due(recall(memory, "ab"), TODAY)
    remember_stick(memory, "ab", TODAY)
    kept = recall(memory, "ab")
    assert not stick_is_due(kept, TODAY)
    assert not stick_is_due(kept, date(2026, 10, 20))
    assert stick_is_due(kept, date(2026, 10, 21))
    assert stick_is_due(kept, date(2000, 1, 1))


def test_a_book_whose_last_entries_were_deleted_is_shorter_than_its_papers(
    desk: Desk, memory: Path
) -> None:
    last = desk.entries()
    assert check(desk.book, paper(desk, last).qr, memory).state == "matches"
    earlier = paper(desk, last - 2)
    desk.book.close()
    change(desk.book.path, f"DELETE FROM journal WHERE seq>{last - 2}")
    verdict = verify(desk.book.path, ROOMS)
    assert verdict.cut and not verdict.only_worked_out
    desk.book = open_book(desk.book.path, clock=desk.clock)
    tr = Translator("en")
    assert "were deleted" in not_on_paper_words(desk.see(not_on_paper), tr)
    answer = check(desk.book, earlier.qr, memory)
    assert answer.failing == (last,)
    assert any("shorter than a paper" in words for words in answer_words(answer, tr))


def test_a_receipt_of_a_copy_without_names_has_no_gap_where_the_name_was(desk: Desk) -> None:
    answer = check(desk.book, paper(desk, 10).code)
    assert answer.entry is not None
    said = desk.see(what_it_said, answer.entry)
    nameless = msgspec.structs.replace(
        said, receipts=(msgspec.structs.replace(said.receipts[0], name=""),)
    )
    (words,) = said_words(nameless, Translator("en"))
    assert "member 2: KSh" in words.replace("\u00a0", " ")
