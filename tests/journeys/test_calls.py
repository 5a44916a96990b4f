"""Calls of the command line that are refused with what to do, and what helps where the clock is wrong."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from imt_desktop.cli import main
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Signing
from imt_desktop.oversight.whole import open_book

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.found()
    return made


def changed(desk: Desk, *sql: str) -> None:
    """Change the file as somebody does who has the means."""
    with closing(sqlite3.connect(desk.book)) as book:
        for one in sql:
            book.execute(one)
        book.commit()


def new(folder: Path, country: str, currency: str) -> int:
    words = ["new", str(folder / "b.imt"), "--name", "Kiboko", "--country", country]
    return main([*words, "--currency", currency])


def test_a_country_or_currency_that_is_none_makes_no_book(tmp_path: Path) -> None:
    assert new(tmp_path, "XX", "KES") == 2
    assert new(tmp_path, "KE", "KEX") == 2
    assert new(tmp_path / "nowhere", "KE", "KES") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_currency_without_cents_takes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys)
    desk.found(currency="UGX", country="UG")
    line = {"amount": "100.50", "income": "grant"}
    status, _out, err = desk.post({"kind": "money-in", "lines": [line]})
    assert status == 1 and "100.50" in err


def test_a_date_is_asked_for_as_it_is_taken(desk: Desk) -> None:
    status, _out, err = desk.run("show", "cashbook", "--from", "1/10/2026", "--to", "14/10/2026")
    assert status == 1 and "such as 2026-10-14" in err


def test_nothing_is_worked_out_from_a_journal_that_was_changed(desk: Desk) -> None:
    assert desk.post({"kind": "money-in", "lines": [{"amount": "10", "income": "grant"}]})[0] == 0
    before = desk.ask("show", "accounts")["rows"]
    changed(
        desk,
        "DROP TRIGGER journal_update",
        "UPDATE journal SET stored=CAST(replace(CAST(stored AS TEXT),'1000','9000') AS BLOB)"
        " WHERE seq=(SELECT max(seq) FROM journal)",
    )
    for call in (("rebuild",), ("show", "accounts")):
        status, _out, err = desk.run(*call)
        assert status == 1 and "what protects the journal was taken out or changed" in err
    _restore_guard(desk)
    status, _out, err = desk.run("rebuild")
    assert status == 1 and "is not as it was written" in err
    assert desk.ask("show", "accounts")["rows"] == before


def _restore_guard(desk: Desk) -> None:
    fresh = desk.book.with_name("fresh.imt")
    main(["new", str(fresh), "--name", "K", "--country", "KE", "--currency", "KES"])
    with closing(sqlite3.connect(fresh)) as book:
        (sql,) = book.execute(
            "SELECT sql FROM sqlite_master WHERE name='journal_update'"
        ).fetchone()
    changed(desk, sql)


def test_where_the_clock_ran_ahead_the_day_is_said_in_the_call(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"kind": "money-in", "lines": [{"amount": "10", "income": "grant"}]}
    ahead = datetime(2031, 5, 4, 9, tzinfo=UTC)
    with (
        closing(open_book(desk.book, clock=lambda: ahead)) as book,
        book.write(Signing()) as writing,
    ):
        record_decision(writing, DecisionRequest(minute="1", what="Water price"))
    status, _out, err = desk.post(line)
    assert status == 1 and "--today" in err
    requests = desk.book.with_name("requests.jsonl")
    requests.write_text(json.dumps(line), encoding="utf-8")
    capsys.readouterr()
    assert main(["--today", "2026-11-28", "post", str(desk.book), str(requests)]) == 0
    entry = json.loads(desk.run("journal")[1].splitlines()[-1])
    assert (entry["effective_on"], entry["clock"]) == ("2026-11-28", "behind")
    assert main(["--today", "28/11/2026", "post", str(desk.book), str(requests)]) == 1


def test_a_day_long_after_the_last_entry_is_asked_about(desk: Desk) -> None:
    soon = datetime.now(UTC) + timedelta(days=1)
    with (
        closing(open_book(desk.book, clock=lambda: soon)) as book,
        book.write(Signing()) as writing,
    ):
        record_decision(writing, DecisionRequest(minute="1", what="Water price"))
    requests = desk.book.with_name("requests.jsonl")
    requests.write_text('{"kind": "decision", "minute": "2", "what": "x"}', encoding="utf-8")
    late = str((soon + timedelta(days=3650)).date())
    assert main(["--today", late, "post", str(desk.book), str(requests)]) == 2
    assert main(["--today", late, "--sure", "post", str(desk.book), str(requests)]) == 0
    entry = json.loads(desk.run("journal")[1].splitlines()[-1])
    assert (entry["effective_on"], entry["clock"]) == (late, "behind")


def test_a_new_book_begins_on_the_computers_day_and_no_other_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "new.imt"
    wanted = ["new", str(book), "--name", "Kiboko", "--country", "KE", "--currency", "KES"]
    for call in (wanted, ["practice", str(book), "--members", "3", "--months", "1"]):
        assert main(["--today", "2020-08-01", *call]) == 2
        assert "no other day is taken" in " ".join(capsys.readouterr().err.split())
        assert not book.exists()
    assert main(["--today", str(date.today()), *wanted]) == 0


def test_a_new_book_in_a_folder_that_is_not_there_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "stick"
    wanted = ["new", str(folder / "new.imt"), "--name", "K", "--country", "KE", "--currency", "KES"]
    assert main(wanted) == 1
    assert f"There is no folder {folder}." in capsys.readouterr().err


def test_another_day_is_not_taken_while_the_clock_is_right(desk: Desk) -> None:
    requests = desk.book.with_name("requests.jsonl")
    requests.write_text('{"kind": "decision", "minute": "2", "what": "x"}', encoding="utf-8")
    before = len(desk.run("journal")[1].splitlines())
    assert main(["--today", "2025-03-03", "post", str(desk.book), str(requests)]) == 2
    assert len(desk.run("journal")[1].splitlines()) == before


def test_two_officers_of_one_name_are_told_apart_by_their_numbers(desk: Desk) -> None:
    officer = {"kind": "officer", "name": "Ana", "post": "treasurer", "since": "2020-01-01"}
    assert desk.post(officer, {**officer, "post": "secretary"})[0] == 0
    requests = desk.book.with_name("requests.jsonl")
    requests.write_text('{"kind": "decision", "minute": "2", "what": "x"}', encoding="utf-8")
    status, _out, err = desk.run("post", str(requests), "--officer", "Ana")
    assert status == 1 and "Give the number: 1, 2" in err
