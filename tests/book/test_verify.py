"""Whatever is changed in a book is found, and its entry or its table and row named."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from imt_desktop.errors import UserError
from imt_desktop.journal import Attachment, Book, Signing, pins
from imt_desktop.journal.errors import GuardsChangedError
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.rooms import canonical
from imt_desktop.journal.tables import KEPT
from imt_desktop.journal.verify import Problem, verify
from imt_desktop.ledger import entries as e
from tests.book.faults import (
    PHOTO,
    ROOMS,
    change,
    clock,
    copied,
    dump,
    everything,
    literal,
    write_everything,
)

LAST = 1 + len(list(everything(Attachment(sha256="", media="", size=0))))
"""Number of the last entry of the book in which every kind stands."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_everything(tmp_path_factory.mktemp("book") / "our.imt")


@pytest.fixture
def book(whole: Path, tmp_path: Path) -> Path:
    return copied(whole, tmp_path / "copy.imt")


def kinds(path: Path) -> set[str]:
    return {problem.kind for problem in verify(path, ROOMS).problems}


def test_every_kind_of_entry_and_every_table_is_in_the_book(book: Path) -> None:
    photo = Attachment(sha256="", media="", size=0)
    assert {entry.KIND for entry in everything(photo)} | {"book/1"} == set(ROOMS.kinds)
    assert [name for name, rows in dump(book).items() if not rows] == []


def test_an_entry_without_private_words_is_written_as_one_with_them() -> None:
    photo = Attachment(sha256="", media="", size=0)
    for entry in everything(photo):
        assert canonical(entry) == canonical(msgspec.to_builtins(entry))


def test_an_untouched_book_is_whole(book: Path) -> None:
    said: list[int] = []
    verdict = verify(book, ROOMS, said.append)
    assert verdict.problems == ()
    assert verdict.entries == len(dump(book)["journal"])


def keys_of(database: sqlite3.Connection, table: str) -> list[str]:
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    return [column[1] for column in sorted(columns, key=lambda c: c[5]) if column[5]]


def other(value: object, declared: str, chance: random.Random) -> object:
    """Another value of the same type."""
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
    if isinstance(value, int) or (value is None and declared == "INTEGER"):
        return int(value or 0) + 1
    return f"{value or ''}x"


def test_every_column_of_every_table_is_watched(whole: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    for table in dump(whole):
        with closing(sqlite3.connect(whole)) as database:
            columns = database.execute(f"PRAGMA table_info({table})").fetchall()
            keys = keys_of(database, table)
            rows = database.execute(f"SELECT * FROM {table}").fetchall()
        for at, column in enumerate(columns):
            row = chance.choice(rows)
            key = [row[[c[1] for c in columns].index(name)] for name in keys]
            where = " AND ".join(f"{n}={literal(v)}" for n, v in zip(keys, key, strict=True))
            new = literal(other(row[at], column[2], chance))
            path = copied(whole, tmp_path / f"{table}-{column[1]}.imt")
            try:
                change(path, f"UPDATE {table} SET {column[1]}={new} WHERE {where}")
            except sqlite3.IntegrityError:  # a unique column: give it to nobody
                change(path, f"UPDATE {table} SET {column[1]}=-1 WHERE {where}")
            problems = verify(path, ROOMS).problems
            named = {problem.seq for problem in problems if problem.seq}
            rows_named = {(problem.table, problem.row) for problem in problems}
            if table == "journal" and column[1] != "seq":
                assert key[0] in named, (table, column[1], key)
            elif column[5] == 0 or table != "journal":
                assert (table, ", ".join(map(str, key))) in rows_named, (table, column[1], key)
            else:
                assert named
            path.unlink()


def test_any_flipped_bit_of_a_stored_entry_is_named(whole: Path, tmp_path: Path) -> None:
    chance = random.Random(5)
    with closing(sqlite3.connect(whole)) as database:
        entries = database.execute("SELECT seq, stored FROM journal").fetchall()
    for seq, stored in chance.choices(entries, k=150):
        path = copied(whole, tmp_path / "flipped.imt")
        new = other(stored, "BLOB", chance)
        change(path, f"UPDATE journal SET stored={literal(new)} WHERE seq={seq}")
        assert Problem("hash", seq=seq) in verify(path, ROOMS).problems, new


def test_a_forged_entry_with_a_hash_to_match_is_still_named(book: Path) -> None:
    with closing(sqlite3.connect(book)) as database:
        (stored,) = database.execute("SELECT stored FROM journal WHERE seq=28").fetchone()
    forged = stored.replace(b'"amount":8000', b'"amount":800')
    hashed = hashlib.sha256(forged).digest()
    change(
        book, f"UPDATE journal SET stored={literal(forged)}, hash={literal(hashed)} WHERE seq=28"
    )
    assert Problem("before", seq=29) in verify(book, ROOMS).problems


@pytest.mark.parametrize(
    ("was", "becomes", "kind"),
    [
        (b'{"at"', b'{ "at"', "not-canonical"),
        (b'"amount":8000', b'"amount":8000.0', "body"),
        (b'"reference":"slip 00731",', b"", "body"),
        (b'"amount":8000', b'"amount":8000,"new":1', "body"),
        (b"slip", b"sl\\u0069p", "not-canonical"),
        (b"slip", b"sl\xffp", "body"),
        (b'"kind":"move/1"', b'"kind":"move/9"', "unknown-kind"),
        (b'"source":1', b'"source":' + b"[" * 20000, "unreadable"),
        (b"\x01{", b"\x02{", "unreadable"),
    ],
)
def test_what_breaks_decoding_is_named_too(
    book: Path, was: bytes, becomes: bytes, kind: str
) -> None:
    with closing(sqlite3.connect(book)) as database:
        (stored,) = database.execute("SELECT stored FROM journal WHERE seq=28").fetchone()
    assert was in stored
    broken = stored.replace(was, becomes, 1)
    change(book, f"UPDATE journal SET stored={literal(broken)} WHERE seq=28")
    found = {problem.kind for problem in verify(book, ROOMS).problems if problem.seq == 28}
    assert kind in found


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM journal WHERE seq=5", Problem("missing", seq=5, detail="5")),
        ("DELETE FROM journal WHERE seq IN (1, 2)", Problem("missing", seq=1, detail="2")),
        (
            f"UPDATE journal SET seq=4611686018427387904 WHERE seq={LAST}",
            Problem("missing", seq=LAST, detail="4611686018427387903"),
        ),
        (
            f"INSERT INTO journal SELECT {LAST + 1}, stored, hash FROM journal WHERE seq={LAST}",
            Problem("before", seq=LAST + 1),
        ),
        (
            "DELETE FROM word WHERE seq=22 AND path='holder'",
            Problem("word-missing", seq=22, table="word", row="22, holder"),
        ),
        (
            "INSERT INTO word VALUES (3, 'nowhere', X'00', 'more')",
            Problem("word-strange", seq=3, table="word", row="3, nowhere"),
        ),
        (
            "INSERT INTO word VALUES (99, 'holder', X'00', 'more')",
            Problem("word-strange", seq=99, table="word", row="99, holder"),
        ),
        (
            "UPDATE word SET text=CAST(X'FF' AS TEXT) WHERE seq=22",
            Problem("word-changed", seq=22, table="word", row="22, holder"),
        ),
        (
            "DELETE FROM file",
            Problem("file-missing", seq=24, table="file", row=hashlib.sha256(PHOTO).hexdigest()),
        ),
        (
            "UPDATE file SET media='text/html'",
            Problem("file-changed", seq=24, table="file", row=hashlib.sha256(PHOTO).hexdigest()),
        ),
        (
            "INSERT INTO file VALUES ('00', 'image/png', X'01')",
            Problem("file-strange", table="file", row="00"),
        ),
        (
            "DELETE FROM pin",
            Problem("pin-missing", seq=37, table="pin", row=pins.commitment("$argon2id$ a hash")),
        ),
        (
            "UPDATE pin SET hash=CAST(X'FF' AS TEXT)",
            Problem("pin-changed", seq=37, table="pin", row=pins.commitment("$argon2id$ a hash")),
        ),
        ("INSERT INTO pin VALUES ('00', 'x')", Problem("pin-strange", table="pin", row="00")),
        ("DELETE FROM bill WHERE line=2", Problem("row-missing", table="bill", row="11, 2")),
        (
            "INSERT INTO account VALUES (9, 'bank', 'secret', 0)",
            Problem("row-strange", table="account", row="9"),
        ),
        (
            "UPDATE member SET name=CAST(X'FF' AS TEXT) WHERE id=2",
            Problem("row-changed", table="member", row="2"),
        ),
        ("DELETE FROM entry WHERE seq=5", Problem("row-missing", table="entry", row="5")),
        (
            f"DELETE FROM entry WHERE seq={LAST}",
            Problem("row-missing", table="entry", row=str(LAST)),
        ),
        (
            "INSERT INTO entry SELECT 999, kind, effective_on, concerns_on, at, responsible,"
            " entered_by, signature, clock FROM entry WHERE seq=5",
            Problem("row-strange", table="entry", row="999"),
        ),
        (
            "UPDATE entry SET seq=0 WHERE seq=5",
            Problem("row-strange", table="entry", row="0"),
        ),
        ("DROP TABLE entry", Problem("table-missing", table="entry")),
        ("DROP TABLE pad", Problem("table-missing", table="pad")),
        ("DROP INDEX bill_once", Problem("table-missing", table="bill_once")),
        ("CREATE TABLE note (x)", Problem("table-strange", table="note")),
        ("ALTER TABLE pad DROP COLUMN holder", Problem("table-missing", table="pad")),
        ("PRAGMA user_version=0", Problem("tables-old", detail="0")),
    ],
)
def test_what_was_taken_away_or_slipped_in_is_named(
    book: Path, statement: str, problem: Problem
) -> None:
    change(book, statement)
    assert problem in verify(book, ROOMS).problems


def test_whoever_takes_the_guards_away_is_told_of_with_what_was_changed(book: Path) -> None:
    with closing(sqlite3.connect(book)) as database:
        database.execute("DROP TRIGGER journal_update")
        database.execute("UPDATE journal SET stored = CAST(stored || X'20' AS BLOB) WHERE seq=7")
        database.execute("CREATE TRIGGER later AFTER INSERT ON journal BEGIN SELECT 1; END")
        database.commit()
    problems = verify(book, ROOMS).problems
    assert Problem("guard", table="journal_update") in problems
    assert Problem("table-strange", table="later") in problems
    assert 7 in {one.seq for one in problems}
    with pytest.raises(GuardsChangedError):  # nothing is written where a foreign trigger would run
        Book.open(book, ROOMS, clock=clock)


def test_a_copy_of_an_earlier_version_is_as_it_was_written(book: Path) -> None:
    change(book, "PRAGMA user_version = 7", "UPDATE member SET owed = owed + 1")
    verdict = verify(book, ROOMS)
    assert verdict.older and verdict.problems == ()
    Book.open(book, ROOMS, clock=clock).close()  # works them out anew
    after = verify(book, ROOMS)
    assert not after.older and after.problems == ()
    change(book, "UPDATE journal SET stored = CAST(stored || X'20' AS BLOB) WHERE seq=7",
           "PRAGMA user_version = 7")  # fmt: skip
    assert verify(book, ROOMS).problems


def test_two_entries_that_changed_places_are_named(book: Path) -> None:
    change(
        book,
        "UPDATE journal SET seq=-1 WHERE seq=7",
        "UPDATE journal SET seq=7 WHERE seq=8",
        "UPDATE journal SET seq=8 WHERE seq=-1",
    )
    found = {problem.seq for problem in verify(book, ROOMS).problems if problem.kind == "before"}
    assert {7, 8, 9} <= found


def test_the_index_of_a_deleted_entry_does_not_accuse_the_one_after_it(book: Path) -> None:
    change(book, "DELETE FROM journal WHERE seq=5")
    rows = {one for one in verify(book, ROOMS).problems if one.table == "entry"}
    assert rows == {Problem("row-strange", table="entry", row="5")}


def test_a_photo_kept_twice_under_two_types_is_one_file(book: Path) -> None:
    opened = Book.open(book, ROOMS, clock=clock)
    with opened.write(Signing()) as writing:
        again = writing.keep(PHOTO, "image/png")
        line = e.Expense(
            on=writing.today, payee="P", category="fuel", amount=1, account=1, attachment=again
        )
        writing.append(e.MoneySpent(lines=(line,)))
    opened.close()
    assert verify(book, ROOMS).problems == ()


def test_a_flipped_bit_anywhere_in_the_file_breaks_nothing_unseen(
    whole: Path, tmp_path: Path
) -> None:
    chance = random.Random(5)
    before, pristine = dump(whole), whole.read_bytes()
    used = [at for at in range(len(pristine)) if pristine[at]]
    for number, at in enumerate(chance.sample(used, 120)):
        path = tmp_path / f"{number}.imt"
        path.write_bytes(
            pristine[:at] + bytes([pristine[at] ^ 1 << chance.randrange(8)]) + pristine[at + 1 :]
        )
        try:
            problems = verify(path, ROOMS).problems
        except UserError:
            continue
        assert problems or dump(path) == before, at
        path.unlink()


def test_a_rebuild_gives_the_same_tables(book: Path) -> None:
    before = dump(book)
    statements = [f"DELETE FROM {table}" for table in before if table not in KEPT.tables]
    change(book, *statements, "DROP TABLE pad", 'CREATE TABLE "old ""one""" (x)')
    change(book, 'CREATE INDEX "slow ""one""" ON journal (hash)', "PRAGMA user_version=0")
    opened = Book.open(book, ROOMS, clock=clock)  # rebuilds, since the tables are not today's
    opened.close()
    assert dump(book) == before
    assert verify(book, ROOMS).problems == ()


def test_a_rebuild_that_breaks_off_leaves_the_old_tables(book: Path) -> None:
    before = dump(book)

    def power_cut(_count: int) -> None:
        raise KeyboardInterrupt

    with closing(sqlite3.connect(book)) as database:
        entry = database.execute("SELECT stored FROM journal WHERE seq=28").fetchone()[0]
    broken = entry.replace(b'"amount":8000', b'"amount":"a lot"')
    change(book, f"UPDATE journal SET stored={literal(broken)} WHERE seq=28")
    with pytest.raises(UserError):
        rebuild_file(book, ROOMS, power_cut)
    after = dump(book)
    assert {name: rows for name, rows in after.items() if name != "journal"} == {
        name: rows for name, rows in before.items() if name != "journal"
    }
