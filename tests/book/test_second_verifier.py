"""The verifier that shares nothing with the program says the same as the program, or finds more."""

from __future__ import annotations

import ast
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.journal import (
    Attachment,
    BookRestored,
    LeftBehind,
    Recorded,
    Ref,
    Signing,
    WordsForgotten,
)
from imt_desktop.journal import Book as JournalBook
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.journal.copies.leaving_out import leave_out
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.rooms import canonical
from imt_desktop.ledger import forgetting, members
from imt_desktop.ledger.forgetting import ForgetRequest
from imt_desktop.ledger.members import MemberStatusRequest
from imt_desktop.oversight import copies
from tests.book.faults import ROOMS, change, copied, everything, literal, write_everything
from tests.builders import BANK, CASH, FIRST, MOBILE, Desk, book_in, expense, household, opening
from tests.officers import TREASURER, committee_in, set_pin
from tools import verify_book

Book = Callable[..., Desk]
TOOL = Path(verify_book.__file__)
ENTRIES = 1 + len(list(everything(Attachment(sha256="", media="", size=0))))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_everything(tmp_path_factory.mktemp("book") / "our.imt")


def said(path: Path, *words: str) -> tuple[int, list[str]]:
    """Run it as a person would, with nothing of the program within reach."""
    call = [sys.executable, "-I", str(TOOL), str(path), *words]
    done = subprocess.run(call, check=False, capture_output=True, text=True, cwd=path.parent)
    assert "Traceback" not in done.stderr
    return done.returncode, (done.stdout + done.stderr).splitlines()


def examined(path: Path) -> tuple[verify_book.Findings, verify_book.Sums]:
    with closing(verify_book.opened(path)) as book:
        found, sums, _said = verify_book.examine(book)
        return found, sums


def test_it_needs_nothing_but_python() -> None:
    for node in ast.walk(ast.parse(TOOL.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name.split(".")[0] for alias in node.names} <= sys.stdlib_module_names
        if isinstance(node, ast.ImportFrom):
            assert node.module
            assert node.module.split(".")[0] in sys.stdlib_module_names


def test_it_knows_every_kind_and_its_words() -> None:
    page = (TOOL.parents[1] / "docs" / "JOURNAL.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+/\d+)` \| (.*) \|", page, re.MULTILINE)
    assert {kind for kind, _fields in rows} == set(ROOMS.kinds) == set(verify_book.WORDS)
    for kind, plan in ((kind, ROOMS._private[kind]._plan) for kind in ROOMS.kinds):
        assert set(verify_book.WORDS[kind]) == set(_words(plan)), kind


def _words(plan: object) -> set[str]:
    found = set(plan.words)  # type: ignore[attr-defined]
    for _name, _many, part in plan.parts:  # type: ignore[attr-defined]
        found |= _words(part)
    return found


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_both_write_json_in_the_same_way(value: dict[str, object]) -> None:
    again = verify_book.json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert again.encode() == canonical(value)


def test_an_untouched_book(whole: Path) -> None:
    status, lines = said(whole, "--members")
    assert status == 0, lines
    assert lines[0] == f"Kiboko: {ENTRIES} entries, 2026-10-14 to 2026-10-14"
    assert (
        "Every entry follows from the one before it, and all that is kept is as they say." in lines
    )
    assert any(line.startswith("Member 3 Another name: owes ") for line in lines)


def busy(desk: Desk) -> None:
    """A little of everything that touches money."""
    desk.join(*(household(f"Member {n}") for n in range(4)), on=FIRST)
    desk.adopt(450)
    desk.open(
        opening("account", 900, account=CASH), opening("debt", 70, member="1"),
        opening("ahead", 30, member="2"), opening("owed", 55), opening("loan", 500),
    )  # fmt: skip
    bill = Ref(desk.bill("2026-09").seq)
    desk.pay("2", 1000)
    desk.bill()
    desk.correct(Ref(bill.entry, 2), 200)
    desk.hand_over(3, "1", debt="moves")
    desk.pay("1", 600, account=MOBILE, reference="a")
    unknown = Ref(desk.get(80, "unknown", reference="b").seq)
    desk.identify(unknown, "4")
    desk.refund("2", 50)
    loan = Ref(desk.get(2000, "loan", account=BANK).seq)
    desk.pay_owed(loan, 300, account=BANK)
    owed = Ref(desk.owe(400).seq)
    desk.void(desk.pay_owed(owed, 100).seq)
    advance = Ref(desk.advance(100).seq)
    desk.settle_advance(advance, expense(40), returned=10)
    desk.move(CASH, BANK, 100, charges=Decimal(3))
    desk.void(desk.pay("3", 10).entry)
    desk.void(bill.entry, 4)


def test_it_adds_up_what_the_program_adds_up(book_with: Book) -> None:
    desk = book_with()
    busy(desk)
    found, sums = examined(desk.book.path)
    assert found.problems == []
    agrees(desk, sums)


def agrees(desk: Desk, sums: verify_book.Sums) -> None:
    """Hold the second sums against the program's tables."""
    accounts = desk.rows("SELECT id, balance FROM account")
    assert {number: one.balance for number, one in sums.accounts.items()} == dict(accounts)
    members = desk.rows("SELECT id, number, name, owed, ahead FROM member WHERE void IS NULL")
    assert sums.members == {row[0]: (row[1], row[2]) for row in members}
    assert sums.owed() == {row[0]: row[3] for row in members if row[3]}
    assert sums.ahead() == {row[0]: row[4] for row in members if row[4]}
    for what in ("owed", "loan", "advance", "unknown"):
        ((left,),) = desk.rows("SELECT coalesce(sum(open),0) FROM open_item WHERE what=?", what)
        assert sums.open(what) == left
    given = desk.rows("SELECT receipt FROM money_line WHERE receipt IS NOT NULL ORDER BY 1")
    assert sorted(sums.receipts) == [row[0] for row in given]


# Papers


def test_papers_are_held_against_the_book(whole: Path, tmp_path: Path) -> None:
    from imt_desktop.journal import Book

    opened = Book.open(whole, ROOMS, writable=False)
    with opened.read() as reading:
        codes = {seq: anchor_of(reading.recorded(seq)).code for seq in (12, 33)}
    opened.close()
    receipt = codes[12]
    status, lines = said(whole, "--anchor", f"{receipt}@13")
    assert status == 0
    assert "matches entry 12; the number 13 beside it is wrong" in lines[-2]
    status, lines = said(whole, "--anchor", f"{receipt}@12", "--anchor", codes[33].lower())
    assert status == 0
    assert lines[-4:] == [
        f"The paper with {verify_book.grouped(receipt)} matches entry 12.",
        "  It says: receipt 1, 2026-10-14: 500.00 KES",
        f"The paper with {verify_book.grouped(codes[33])} matches entry 33.",
        "  It says: notice 2026-10",
    ]
    shorter = copied(whole, tmp_path / "shorter.imt")
    change(shorter, "DELETE FROM journal WHERE seq>20", "DELETE FROM word WHERE seq>20",
           "DELETE FROM file")  # fmt: skip
    for path, code, meant, words in (
        (whole, "0" * 15, 2, "is no code"),
        (whole, receipt[:-1] + ("0" if receipt[-1] != "0" else "1"), 2, "was copied wrongly"),
        (shorter, f"{codes[33]}@33", 1, "may be an older copy"),
        (whole, another_book(receipt), 1, "belongs to another book"),
    ):
        status, lines = said(path, "--anchor", code)
        assert (status, words in lines[-1]) == (meant, True), lines


def test_a_paper_of_a_part_that_was_left_behind_is_called_that(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2, fee=450)
    copy = copies.back_up(desk.book.path, "closing", desk.clock.now.date()).path
    lost = [
        desk.see(lambda book, seq=seq: anchor_of(book.recorded(seq)))
        for seq in (desk.pay("1", 10).entry, desk.pay("2", 20).entry)
    ]
    desk.book.close()
    copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    for anchor, status, words in (
        (lost[0], 1, "its number lies in the part"),
        (lost[1], 0, "the last of"),
    ):
        for shown in (anchor.qr, f"{anchor.code}@{anchor.seq}"):
            found, lines = said(desk.book.path, "--anchor", shown)
            assert (found, words in lines[-1]) == (status, True), lines


def test_the_amounts_of_a_paper_are_told_by_their_names() -> None:
    kes = {"code": "KES", "decimals": 2}
    said_there = {
        "closing": [
            {"account": "cash", "amount": {"currency": kes, "minor": 151000}},
            {"account": "bank", "amount": {"currency": kes, "minor": -5}},
        ],
        "owed": {"amount": {"currency": kes, "minor": 100}, "members": 3},
        "heading": {"committee": "Kiboko"},
    }
    sums = verify_book.Sums(verify_book.Findings())
    sums.currency, sums.decimals = "KES", 2
    assert list(verify_book.figures(said_there, sums)) == [
        "closing: cash 1,510.00 KES, bank -0.05 KES",
        "owed: 1.00 KES",
    ]


def test_the_text_of_a_qr_code_is_held_against_the_book(whole: Path) -> None:
    from imt_desktop.journal import Book

    opened = Book.open(whole, ROOMS, writable=False)
    with opened.read() as reading:
        anchor = anchor_of(reading.recorded(12))
        other = anchor_of(reading.recorded(13))
    opened.close()
    status, lines = said(whole, "--anchor", anchor.qr)
    assert status == 0
    assert f"The paper with {verify_book.grouped(anchor.code)} matches entry 12." in lines
    for text, meant, words in (
        (f"{anchor.qr[:-1]}X", 2, "is no code"),
        (anchor.qr.replace(" 12 ", " 13 "), 1, "does not have the paper"),
        (other.qr.replace(" 13 ", " 9999 "), 1, "the book ends with"),
        (f"IMT WATER BOOK {'0' * 32} 12 {anchor.qr[-64:]}", 1, "belongs to another book"),
    ):
        status, lines = said(whole, "--anchor", text)
        assert (status, words in lines[-1]) == (meant, True), lines


def another_book(code: str) -> str:
    digits = [verify_book.LETTERS.index(letter) for letter in code[:15]]
    digits[14] ^= 1
    check = verify_book.check_digit(digits)
    return "".join(verify_book.LETTERS[digit] for digit in (*digits, check))


# What may be missing


def forgotten(desk: Desk) -> Recorded:
    desk.join(household("Zawadi"), household("Juma"))
    desk.do(members.change_status, MemberStatusRequest(member="1", status="left", reason="moved"))
    done = desk.do(forgetting.forget, ForgetRequest(member="1"))
    return desk.see(lambda book: book.recorded(done.entry))


def test_forgotten_words_may_be_missing_and_no_others(book_with: Book, tmp_path: Path) -> None:
    desk = book_with()
    entry = forgotten(desk).entry
    assert isinstance(entry, WordsForgotten)
    assert examined(desk.book.path)[0].problems == []
    place = entry.words[0]
    back = copied(desk.book.path, tmp_path / "back.imt")
    change(back, f"INSERT INTO word VALUES ({place.entry}, {literal(place.path)}, X'00', 'Zawadi')")
    assert "was forgotten and is still there" in examined(back)[0].problems[0]
    other = copied(desk.book.path, tmp_path / "other.imt")
    change(other, "DELETE FROM word WHERE text='Juma'")
    assert any("is not there" in line for line in examined(other)[0].problems)


def test_a_copy_says_what_it_left_out_and_only_that_may_be_missing(
    whole: Path, tmp_path: Path
) -> None:
    copy = copied(whole, tmp_path / "copy.imt")
    leave_out(copy, ROOMS, ("word",))
    status, lines = said(copy)
    assert (status, "This is a copy without some of what is kept: word." in lines) == (0, True)
    change(copy, "DELETE FROM file")
    assert said(copy)[0] == 1
    leave_out(copy, ROOMS, ("file",))
    status, lines = said(copy)
    without = [line for line in lines if line.startswith("Not in this file are the photos")]
    assert (status, len(without)) == (0, 1)


def test_pins_may_be_missing_up_to_a_restore_from_a_sealed_copy_and_not_after(
    tmp_path: Path,
) -> None:
    with committee_in(tmp_path) as desk:
        with desk.book.write(Signing()) as writing:
            writing.driver.execute("DELETE FROM pin")
        taken_out = said(desk.book.path)
        assert taken_out[0] == 1 and any("its PIN is not there" in line for line in taken_out[1])
        restored = BookRestored(came_from="ef" * 32, left=None, last_receipt=1, left_out=("pin",))
        desk.do(lambda book: book.append(restored))
        assert said(desk.book.path)[0] == 0
        set_pin(desk, TREASURER, "314159")  # on the other laptop: the others follow later
        assert said(desk.book.path)[0] == 0


def test_receipts_of_a_part_left_behind_are_no_gap(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.pay("1", 5)
    last = LeftBehind(head="ef" * 32, first=1, last=2, last_receipt=3)
    restored = BookRestored(came_from="ef" * 32, left=last, last_receipt=4, left_out=())
    desk.do(lambda book: book.append(restored))
    desk.pay("1", 5)
    status, lines = said(desk.book.path)
    assert status == 0
    assert "Receipts: 2, none missing" in lines
    assert "Receipts given in a part left behind: 2 to 4" in lines


# Tampering


def test_any_changed_value_of_the_journal_and_what_is_kept_is_found(
    whole: Path, tmp_path: Path
) -> None:
    chance = random.Random(3)
    with closing(sqlite3.connect(whole)) as database:
        places = [
            (table, column, rowid, value)
            for table, key, columns in (
                ("journal", "seq", ("seq", "stored", "hash")),
                ("word", "seq||'/'||path", ("seq", "path", "salt", "text")),
                ("file", "sha256", ("sha256", "media", "bytes")),
            )
            for column in columns
            for rowid, value in database.execute(f"SELECT {key}, {column} FROM {table}")
        ]
    for number, (table, column, key, value) in enumerate(chance.sample(places, 80)):
        path = copied(whole, tmp_path / f"{number}.imt")
        keyed = {"journal": "seq", "word": "seq||'/'||path", "file": "sha256"}[table]
        new = literal(_other(value, chance))
        change(path, f"UPDATE {table} SET {column}={new} WHERE {keyed}={literal(key)}")
        found, _sums = examined(path)
        assert found.problems, (table, column, key)
        path.unlink()


def _other(value: object, chance: random.Random) -> object:
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
    return value + 1000 if isinstance(value, int) else f"{value}x"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM journal WHERE seq IN (5, 6)", "Entries 5 to 6 are missing."),
        ("DELETE FROM word WHERE seq=22", "Entry 22: its word holder is not there."),
        ("UPDATE word SET text='X' WHERE seq=22", "Entry 22: its word holder was changed."),
        ("UPDATE word SET salt=X'00' WHERE seq=22", "Entry 22: its word holder was changed."),
        ("UPDATE word SET text=CAST(X'FF' AS TEXT) WHERE seq=22", "word holder was changed"),
        ("INSERT INTO word VALUES (3, 'x', X'00', 'y')", "Entry 3: nothing in it asks for the word x."),
        ("INSERT INTO word VALUES (9999, 'x', X'00', 'y')", "There is a word x of an entry 9999"),
        ("INSERT INTO word VALUES (-1, 'x', X'00', 'y')", "There is a word x of an entry -1"),
        ("DELETE FROM file", "is not there"),
        ("UPDATE file SET bytes=X'00'", "was changed"),
        ("UPDATE file SET media='text/html'", "was changed"),
        ("INSERT INTO file VALUES ('00', 'image/png', X'01')", "a file 00 that no entry names"),
        ("DELETE FROM journal", "There is no entry in it that can be read."),
        ("UPDATE journal SET stored=X'01' WHERE seq=5", "Entry 5: it was changed"),
    ],
)  # fmt: skip
def test_what_was_taken_away_or_slipped_in_is_said(
    whole: Path, tmp_path: Path, statement: str, words: str
) -> None:
    path = copied(whole, tmp_path / "copy.imt")
    change(path, statement)
    status, lines = said(path)
    assert status == 1
    assert any(words in line for line in lines), lines


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        (b'"amount":8000', b'"amount":8001', "Entry 29: it does not follow"),
        (b'{"at"', b'{ "at"', "not written in the one way"),
        (b'"amount":8000', b'"amount":8000.0', "not a whole one"),
        (b'"amount":8000', b'"amount":8000,"amount":8000', "not written in the one way"),
        (b'"amount":8000', b'"amount":"a lot"', "cannot be added up"),
        (b'"clock":"ok"', b'"clock":"ok","more":1', "its fields are not those of an entry"),
        (b'"kind":"move/1"', b'"kind":"move/9"', "is newer than this verifier"),
        (b'"source":1', b'"source":' + b"[" * 20000, "cannot be read"),
        (b"slip", b"sl\xffp", "cannot be read"),
        (b"\x01{", b"\x02{", "its first byte is not 1"),
    ],
)
def test_a_forged_entry_with_a_hash_to_match_is_named_too(
    whole: Path, tmp_path: Path, was: bytes, becomes: bytes, words: str
) -> None:
    path = copied(whole, tmp_path / "copy.imt")
    with closing(sqlite3.connect(path)) as database:
        (stored,) = database.execute("SELECT stored FROM journal WHERE seq=28").fetchone()
    assert was in stored
    forged = stored.replace(was, becomes, 1)
    hashed = verify_book.hashlib.sha256(forged).digest()
    change(
        path, f"UPDATE journal SET stored={literal(forged)}, hash={literal(hashed)} WHERE seq=28"
    )
    status, lines = said(path)
    assert status == 1
    assert any(words in line for line in lines), lines


def test_a_chain_that_was_made_anew_is_whole_but_no_paper_fits(whole: Path, tmp_path: Path) -> None:
    """Who owns the laptop can recompute all hashes: that is what the papers are for."""
    path = copied(whole, tmp_path / "copy.imt")
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT seq, stored, hash FROM journal ORDER BY seq").fetchall()
        book = msgspec.json.decode(rows[0][1][1:])["book"]
    papers = {seq: verify_book.code_of(hashed.hex(), book) for seq, _stored, hashed in rows}
    before, changes = b"", []
    for seq, stored, _hashed in rows:
        said_there = msgspec.json.decode(stored[1:])
        if seq == 28:
            said_there["body"]["amount"] = 80
        said_there["before"] = before.hex() or verify_book.FIRST
        forged = b"\x01" + canonical(said_there)
        before = verify_book.hashlib.sha256(forged).digest()
        changes.append(
            f"UPDATE journal SET stored={literal(forged)}, hash={literal(before)} WHERE seq={seq}"
        )
    change(path, *changes)
    found, _sums = examined(path)
    assert found.problems == []
    fits = {seq: verify_book.check_paper(f"{code}@{seq}", found)[0] for seq, code in papers.items()}
    assert [seq for seq, status in fits.items() if status == verify_book.MATCHES] == list(
        range(1, 28)
    )


@pytest.mark.parametrize("field", ["lines", "receipt", "on"])
def test_a_paper_whose_entry_lost_a_field_never_breaks_it(
    whole: Path, tmp_path: Path, field: str
) -> None:
    book = copied(whole, tmp_path / "our.imt")
    change(
        book,
        f"UPDATE journal SET stored = CAST(replace(stored, '\"{field}\"', '\"x{field}\"') AS BLOB)"
        " WHERE seq=12",
    )
    status, lines = said(book)
    assert status == 1 and any("Entry 12: it was changed" in line for line in lines)


def test_flipped_bits_never_break_it(whole: Path, tmp_path: Path) -> None:
    chance = random.Random(9)
    pristine = whole.read_bytes()
    used = [at for at in range(len(pristine)) if pristine[at]]
    for number, at in enumerate(chance.sample(used, 150)):
        path = tmp_path / f"{number}.imt"
        flipped = pristine[at] ^ 1 << chance.randrange(8)
        path.write_bytes(pristine[:at] + bytes([flipped]) + pristine[at + 1 :])
        assert verify_book.main([str(path)]) in (0, 1, 2)
        path.unlink()


# Files


def test_files_that_are_no_books(whole: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.imt"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE journal (seq, stored, hash)")
    short = tmp_path / "short.imt"
    short.write_bytes(whole.read_bytes()[:9000])
    (tmp_path / "text.imt").write_text("hello")
    (tmp_path / "nothing.imt").write_bytes(b"")
    for name in ("other.imt", "short.imt", "text.imt", "nothing.imt", "missing.imt", "."):
        path = tmp_path / name
        before = path.read_bytes() if path.is_file() else None
        status, lines = said(path)
        assert (status, len(lines)) == (2, 1), (name, lines)
        assert before is None or path.read_bytes() == before
    assert said(whole, "--nonsense")[0] == 2


def test_a_book_is_left_as_it_is_with_nothing_beside_it(whole: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(whole, tmp_path / "copy.imt"))
    before = path.read_bytes()
    assert said(path)[0] == 0
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["copy.imt"]


def test_a_book_in_use_is_read_with_its_newest_entries(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.pay("1", 5)
    status, lines = said(desk.book.path)
    assert status == 0
    assert "cash: 5.00 KES" in lines


def test_a_paper_after_a_break_proves_nothing(whole: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copy(whole, tmp_path / "changed.imt"))
    opened = JournalBook.open(whole, ROOMS, writable=False)
    with opened.read() as reading:
        before, after = (anchor_of(reading.recorded(seq)) for seq in (12, 33))
    opened.close()
    change(changed, "DELETE FROM journal WHERE seq=20", "DELETE FROM word WHERE seq=20")
    for anchor in (after.qr, after.code):
        status, lines = said(changed, "--anchor", anchor)
        assert (status, "does not prove the book" in "".join(lines)) == (1, True), lines
    _status, lines = said(changed, "--anchor", before.qr)
    assert any("matches entry 12." in line for line in lines)


def test_a_restore_that_did_not_know_what_it_left_may_explain_a_paper(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2, fee=450)
    copy = copies.back_up(desk.book.path, "closing", desk.clock.now.date()).path
    entries = [desk.pay(number, 10).entry for number in ("1", "2", "1")]
    lost = desk.see(lambda book: anchor_of(book.recorded(entries[-1])))
    desk.book.close()
    desk.book.path.unlink()
    copies.restore(copy, desk.book.path, Signing(), Asked(3), desk.clock)
    for shown in (lost.qr, f"{lost.code}@{lost.seq}"):
        found, lines = said(desk.book.path, "--anchor", shown)
        assert (found, "does not know what was entered elsewhere" in lines[-1]) == (1, True), lines


def test_what_a_paper_says_at_length_is_only_begun() -> None:
    assert verify_book.shortened("receipt 1") == "receipt 1"
    long = "x" * (verify_book.LONGEST + 30_000)
    assert len(verify_book.shortened(long)) < 500
    assert verify_book.shortened(long).endswith(" ... and 30000 letters more, in the journal")
