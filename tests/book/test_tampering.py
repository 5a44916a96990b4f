"""Whatever is changed in a book's file is found, and named by its entry or its table and row."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.journal import Signing, errors
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import billing, expenses, members, payments, tariffs, voids
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import ROOMS, found, open_book

NAIROBI = timezone(timedelta(hours=3))


def clock() -> datetime:
    return datetime(2026, 10, 14, 9, 12, tzinfo=NAIROBI)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which a little of everything happened."""
    path = tmp_path_factory.mktemp("book") / "our.imt"
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    book = found(path, wanted, "KE", Currency("KES"), clock=clock)
    with book.write(Signing()) as writing:
        fee = tariffs.FeeLine(connection_type="household", amount=Decimal(450))
        tariffs.take_over(
            writing, tariffs.TariffRequest(name="", effective_from="2026-01", fees=(fee,))
        )
        adults = [members.AdultLine(name=f"Member {n}") for n in range(4)]
        lines = tuple(members.MemberLine(adults=(adult,)) for adult in adults)
        members.join(writing, members.JoinRequest(lines=lines))
        billing.bill_everyone(writing, billing.BillEveryoneRequest(month="2026-10"))
        for number, amount in (("1", 450), ("2", 700), ("3", 100)):
            line = payments.PaymentLine(
                member=number, amount=Decimal(amount), paid_by="A neighbour"
            )
            payments.receive(writing, payments.PaymentRequest(lines=(line,)))
        photo = writing.keep(b"a photo of a voucher", "image/jpeg")
        expense = expenses.ExpenseLine(
            payee="Filling station", category="fuel", amount=Decimal(300), attachment=photo
        )
        expenses.spend(writing, expenses.ExpenseRequest(lines=(expense,)))
        voids.void(writing, voids.VoidRequest(entry=writing.head().seq - 1, reason="typed twice"))
    book.close()
    return path


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Iterator[Path]:
    yield Path(shutil.copy(whole, tmp_path / "copy.imt"))


def change(path: Path, *statements: str) -> None:
    """Change a book behind the program's back, triggers and all out of the way."""
    database = sqlite3.connect(path, isolation_level=None)
    triggers = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
    ).fetchall()
    for name, _sql in triggers:
        database.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        database.execute(statement)
    for _name, sql in triggers:
        database.execute(sql)
    database.close()


def test_an_untouched_book_is_whole(copy: Path) -> None:
    assert verify(copy, ROOMS).problems == ()


def columns(path: Path) -> list[tuple[str, str, int]]:
    """Every column of every row."""
    database = sqlite3.connect(path)
    tables = [
        row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    found_columns = []
    for table in tables:
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        found_columns += [(table, name, row) for name in names for row in range(count)]
    database.close()
    return found_columns


def altered(value: object, chance: random.Random) -> str:
    """Another value of the same type, as SQL."""
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return f"X'{(value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]).hex()}'"
    if isinstance(value, int):
        return str(value + 1)
    return "'" + str(value or "").replace("'", "''") + "x'"


def test_any_changed_value_is_found(whole: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    places = chance.sample(columns(whole), 60)
    for number, (table, column, row) in enumerate(places):
        path = Path(shutil.copy(whole, tmp_path / f"{number}.imt"))
        database = sqlite3.connect(path)
        keys = [r[1] for r in database.execute(f"PRAGMA table_info({table})") if r[5]]
        picked = f"SELECT {','.join([column, *keys])} FROM {table} LIMIT 1 OFFSET {row}"
        value, *key = database.execute(picked).fetchone()
        declared = {r[1]: r[2] for r in database.execute(f"PRAGMA table_info({table})")}[column]
        database.close()
        where = " AND ".join(
            f"{name}={altered_literal(part)}" for name, part in zip(keys, key, strict=True)
        )
        new = "1" if value is None and declared == "INTEGER" else altered(value, chance)
        try:
            change(path, f"UPDATE {table} SET {column}={new} WHERE {where}")
        except sqlite3.IntegrityError:
            continue
        problems = verify(path, ROOMS).problems
        assert problems, f"{table}.{column} of row {row} was changed unseen"
        assert any(problem.seq or problem.row for problem in problems)


def altered_literal(part: object) -> str:
    if isinstance(part, bytes):
        return f"X'{part.hex()}'"
    return str(part) if isinstance(part, int) else "'" + str(part).replace("'", "''") + "'"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal WHERE seq=5",
        "DELETE FROM word WHERE seq=(SELECT max(seq) FROM word)",
        "INSERT INTO word VALUES (3, 'nowhere', X'00', 'more')",
        "DELETE FROM file",
        "INSERT INTO file VALUES ('00', 'image/png', X'01')",
        "DELETE FROM bill WHERE line=2",
        "INSERT INTO account VALUES (9, 'bank', 'secret', 0)",
        "UPDATE journal SET seq = CASE seq WHEN 5 THEN -5 WHEN 6 THEN 5 END WHERE seq IN (5)",
    ],
)
def test_rows_taken_away_or_slipped_in_are_found(copy: Path, statement: str) -> None:
    change(copy, statement)
    assert verify(copy, ROOMS).problems


def test_a_rebuild_gives_the_same_tables(copy: Path) -> None:
    change(copy, "UPDATE member SET owed=owed+1", "DELETE FROM posting")
    assert verify(copy, ROOMS).problems
    rebuild_file(copy, ROOMS)
    assert verify(copy, ROOMS).problems == ()


def test_the_journal_is_append_only_for_the_database_too(copy: Path) -> None:
    book = open_book(copy, clock=clock)
    for statement in (
        "UPDATE journal SET hash=hash",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal VALUES (1, X'00', X'00')",
    ):
        with pytest.raises(sqlite3.IntegrityError), book.write(Signing()) as writing:
            writing.driver.execute(statement)
    book.close()


def test_what_breaks_half_way_books_nothing(copy: Path) -> None:
    book = open_book(copy, clock=clock)
    before = verify(copy, ROOMS)
    with pytest.raises(ZeroDivisionError), book.write(Signing()) as writing:
        line = payments.PaymentLine(member="1", amount=Decimal(5))
        payments.receive(writing, payments.PaymentRequest(lines=(line,)))
        raise ZeroDivisionError
    assert verify(copy, ROOMS) == before
    book.close()


def test_one_writer(copy: Path) -> None:
    book = open_book(copy, clock=clock)
    with pytest.raises(errors.BookBusyError):
        open_book(copy)
    open_book(copy, writable=False).close()
    book.close()
    open_book(copy, clock=clock).close()


def test_files_that_are_no_whole_book_are_left_alone(copy: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.imt"
    short.write_bytes(copy.read_bytes()[:9000])
    other = tmp_path / "other.imt"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    newer = Path(shutil.copy(copy, tmp_path / "newer.imt"))
    change(newer, "PRAGMA user_version = 99")
    trapped = Path(shutil.copy(copy, tmp_path / "trapped.imt"))
    change(trapped, "CREATE TRIGGER t AFTER INSERT ON member BEGIN DELETE FROM member; END")
    for path, error in (
        (short, errors.DamagedBookError),
        (other, errors.NotABookError),
        (newer, errors.NewerBookError),
        (trapped, errors.GuardsChangedError),
    ):
        before = path.read_bytes()
        with pytest.raises(error):
            open_book(path)
        assert path.read_bytes() == before


def test_an_entry_of_a_newer_program_opens_for_reading_only(copy: Path) -> None:
    change(copy, "UPDATE entry SET kind='payments/9' WHERE seq=5")
    with pytest.raises(errors.UnknownKindsError):
        open_book(copy)
    open_book(copy, writable=False).close()


def test_a_clock_that_stands_before_the_last_entry_asks_for_the_day(copy: Path) -> None:
    book = open_book(copy, clock=lambda: clock() - timedelta(days=400))
    with pytest.raises(errors.ClockBehindError), book.write(Signing()):
        pass
    with book.write(Signing(), today=date(2026, 10, 15)) as writing:
        line = payments.PaymentLine(member="1", amount=Decimal(5))
        payments.receive(writing, payments.PaymentRequest(lines=(line,)))
        assert writing.recorded(writing.head().seq).envelope.clock == "behind"
    book.close()
