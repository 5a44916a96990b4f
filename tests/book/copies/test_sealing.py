"""Sealed copies: to keys or words, without what is nobody else's business, and still provable."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import errors
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.words import CONSONANTS, VOWELS, cleaned, new_words
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.tables import KEPT
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from tests.book.faults import change, dump
from tests.builders import Desk


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "chair.key"
    return path, sealing.new_key(path)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_for_somebody_else_has_no_word_about_people(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed, plain = stick / "kiboko.imt.age", stick / "kiboko.imt"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    assert [path.name for path in stick.iterdir()] == [sealed.name]
    assert b"SQLite" not in sealed.read_bytes()
    holds = copies.open_sealed(sealed, plain, key_file=key[0])
    for word in ("Member 1", "a neighbour", "photo of a voucher"):
        assert word.encode() not in plain.read_bytes()
    verdict = verify(plain, ROOMS)
    assert verdict.problems == ()
    assert {"file", "word"} <= set(verdict.left_out)
    assert verdict.head == holds.head
    with closing(sqlite3.connect(plain)) as copy, closing(sqlite3.connect(desk.book.path)) as book:
        for sql in ("SELECT id, balance FROM account", "SELECT id, owed, ahead FROM member"):
            assert copy.execute(sql).fetchall() == book.execute(sql).fetchall()
        assert copy.execute("SELECT DISTINCT name FROM member").fetchall() == [("",)]


def test_where_no_copy_comes_onto_the_stick_no_verifier_stays_there(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed, verifier = stick / "a.imt.age", stick / "verify_book.py"
    in_the_way = stick / "a.imt.age.part"
    in_the_way.mkdir()
    with pytest.raises(CannotWriteError):
        copies.seal(desk.book.path, sealed, keys=(key[1],), verifier=True)
    assert list(stick.iterdir()) == [in_the_way]
    verifier.write_text("of another copy")
    with pytest.raises(CannotWriteError):
        copies.seal(desk.book.path, sealed, keys=(key[1],), verifier=True)
    assert verifier.exists()  # a copy from before needs it
    in_the_way.rmdir()
    verifier.unlink()
    copies.seal(desk.book.path, sealed, keys=(key[1],), verifier=True)
    assert {path.name for path in stick.iterdir()} == {sealed.name, verifier.name}


def test_a_copy_with_words_has_all_but_the_pins(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed, plain = stick / "kiboko.imt.age", stick / "kiboko.imt"
    copies.seal(desk.book.path, sealed, keys=(key[1],), private=True)
    copies.open_sealed(sealed, plain, key_file=key[0])
    ours, theirs = dump(desk.book.path), dump(plain)
    for table in KEPT.tables.keys() - {"journal", "word", "file"}:
        assert theirs[table] == []
        theirs[table] = ours[table]
    theirs.pop("left_out", None)
    assert theirs == ours
    assert verify(plain, ROOMS).problems == ()


def test_what_was_tampered_with_in_a_copy_without_words_is_found(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed, plain = stick / "kiboko.imt.age", stick / "kiboko.imt"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    copies.open_sealed(sealed, plain, key_file=key[0])
    change(plain, "UPDATE member SET owed=owed+1 WHERE id=1")
    change(plain, "INSERT INTO word VALUES (9, 'lines/0/paid_by', X'00', 'somebody')")
    assert {problem.kind for problem in verify(plain, ROOMS).problems} == {
        "row-changed",
        "word-changed",
    }


def test_a_copy_without_words_is_read_and_not_written(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed, plain = stick / "kiboko.imt.age", stick / "kiboko.imt"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    copies.open_sealed(sealed, plain, key_file=key[0])
    with pytest.raises(errors.CopyOnlyError):
        open_book(plain)
    with closing(open_book(plain, writable=False)) as book, book.read() as reading:
        assert reading.head().seq == desk.entries()


def test_a_rebuild_keeps_the_mark_of_a_copy(desk: Desk, key: tuple[Path, str], stick: Path) -> None:
    sealed, plain = stick / "kiboko.imt.age", stick / "kiboko.imt"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    copies.open_sealed(sealed, plain, key_file=key[0])
    rebuild_file(plain, ROOMS)
    verdict = verify(plain, ROOMS)
    assert verdict.problems == () and "word" in verdict.left_out


def test_words_open_a_copy_and_nothing_else_does(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    words = new_words()
    sealed, plain = stick / "a.age", stick / "a.imt"
    copies.seal(desk.book.path, sealed, opens=words, private=True)
    assert sealing.sealed_to(sealed) == "words"
    with pytest.raises(errors.SealShutError):
        copies.open_sealed(sealed, plain, opens=new_words())
    with pytest.raises(errors.SealShutError):
        copies.open_sealed(sealed, plain, key_file=key[0])
    with pytest.raises(errors.SealWordError):
        copies.open_sealed(sealed, plain, opens=words[:-1])
    assert not plain.exists()
    holds = copies.open_sealed(sealed, plain, opens=f"  {words.upper().replace(' ', '-')} ")
    assert holds.entries == desk.entries()
    with pytest.raises(errors.BookExistsError):
        copies.open_sealed(sealed, plain, opens=words)


def test_a_copy_is_for_all_who_were_named_and_for_nobody_else(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    files = [tmp_path / name for name in ("chair", "office", "stranger")]
    public = [sealing.new_key(file) for file in files]
    sealed = stick / "a.age"
    copies.seal(desk.book.path, sealed, keys=tuple(public[:2]))
    for file in files[:2]:
        copies.open_sealed(sealed, stick / f"{file.name}.imt", key_file=file)
    with pytest.raises(errors.SealShutError):
        copies.open_sealed(sealed, stick / "no.imt", key_file=files[2])


@pytest.mark.parametrize("cut", [0, 10, 80, 150, 300, 5000, -1])
def test_a_stick_pulled_out_half_way_is_said(
    desk: Desk, key: tuple[Path, str], stick: Path, cut: int
) -> None:
    sealed = stick / "a.age"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    sealed.write_bytes(sealed.read_bytes()[:cut])
    with pytest.raises(errors.NotSealedError):
        copies.open_sealed(sealed, stick / "a.imt", key_file=key[0])
    assert not (stick / "a.imt").exists()


def test_a_sealed_copy_is_to_be_opened_before_it_is_looked_at(
    desk: Desk, key: tuple[Path, str], stick: Path
) -> None:
    sealed = stick / "a.age"
    copies.seal(desk.book.path, sealed, keys=(key[1],))
    for look in (copies.look, lambda path: open_book(path, writable=False)):
        with pytest.raises(errors.SealedBookError):
            look(sealed)


def test_what_was_sealed_and_is_no_book_is_refused(key: tuple[Path, str], stick: Path) -> None:
    sealed = stick / "a.age"
    recipient = pyrage.x25519.Recipient.from_str(key[1])
    sealed.write_bytes(pyrage.encrypt(b"a letter" * 99, [recipient]))
    with pytest.raises(errors.NotABookError):
        copies.open_sealed(sealed, stick / "a.imt", key_file=key[0])
    assert sorted(path.name for path in stick.iterdir()) == ["a.age"]


def test_a_key_that_is_none_is_said(desk: Desk, tmp_path: Path, stick: Path) -> None:
    with pytest.raises(errors.SealKeyError):
        copies.seal(desk.book.path, stick / "a.age", keys=("age1chair",))
    assert list(stick.iterdir()) == []
    wrong = tmp_path / "wrong.key"
    for text in ("", "AGE-SECRET-KEY-1", "ñ"):
        wrong.write_text(text)
        with pytest.raises(errors.KeyFileError):
            sealing.opened_with_key(stick / "a.age", wrong)
    with pytest.raises(errors.BookExistsError):
        sealing.new_key(wrong)


def test_a_stick_that_is_gone_is_said_and_nothing_lies_about(
    desk: Desk, key: tuple[Path, str], tmp_path: Path
) -> None:
    from imt_desktop.errors import CannotWriteError

    before = {path.name for path in desk.book.path.parent.iterdir()}
    with pytest.raises(CannotWriteError):
        copies.seal(desk.book.path, tmp_path / "gone" / "a.age", keys=(key[1],))
    assert {path.name for path in desk.book.path.parent.iterdir()} == before


@given(st.integers(0, 1 << 32))
def test_new_words_are_words_and_differ(_seed: int) -> None:
    words = new_words()
    assert cleaned(words) == words
    assert set(words) <= set(f"{CONSONANTS}{VOWELS} ")
    assert words != new_words()


def test_words_that_nobody_typed_are_asked_for() -> None:
    with pytest.raises(errors.SealWordsMissingError):
        cleaned(" ")


@pytest.mark.parametrize("typed", ["bakone", "bakone tidumi pasofa lirenu", "bakone " * 6])
def test_too_few_or_too_many_words_are_said(typed: str) -> None:
    with pytest.raises(errors.SealWordError):
        cleaned(typed)


def test_the_word_that_was_copied_wrongly_is_named() -> None:
    with pytest.raises(errors.SealWordError) as said:
        cleaned("bakone tidumi pasofa lirenv kamobe")
    assert said.value.word == "lirenv"
