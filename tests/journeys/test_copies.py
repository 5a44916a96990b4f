"""A book is copied, lost, brought back and checked, from the command line."""

from __future__ import annotations

import io
import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import segno

from imt_desktop.cli import main
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Signing
from imt_desktop.oversight.copies import back_up
from imt_desktop.oversight.whole import open_book
from tests.book.faults import change
from tests.officers import PINS, TREASURER, committee_in
from tests.reports.reading import text

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> Desk:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    made = Desk(tmp_path, capsys)
    made.found()
    status, _out, err = made.post(
        {"kind": "decision", "minute": "1", "what": "Water price", "body": "assembly",
         "decided_on": "2026-01-10"},
        {"kind": "tariff", "name": "", "decision": 1, "effective_from": "2026-01",
         "fees": [{"connection_type": "household", "amount": "450"}]},
        {"kind": "members", "on": "2026-01-01",
         "lines": [{"adults": [{"name": "Mwikali"}]}, {"adults": [{"name": "<b>Jose"}]}]},
    )  # fmt: skip
    assert status == 0, err
    assert made.run("bill", "--month", "2026-10")[0] == 0
    return made


def pay(desk: Desk, member: str, amount: str) -> None:
    line = {"member": member, "amount": amount}
    assert desk.post({"kind": "payment", "lines": [line]})[0] == 0


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out.replace("\xa0", " "), err


def test_a_laptop_is_lost_and_the_book_brought_back(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    pay(desk, "1", "450")
    made = desk.ask("backup")["totals"]
    assert made["new"] and not desk.ask("backup")["totals"]["new"]
    pay(desk, "2", "450")  # on paper only: receipt 2 is in Jose's hands
    desk.book.unlink()
    shown = call(capsys, "restore", made["backup"], desk.book, "--dry-run")
    assert shown[0] == 0 and "Last receipt: 1." in shown[1] and not desk.book.exists()
    refused = call(capsys, "restore", made["backup"], desk.book)
    assert refused[0] == 1 and "highest receipt number" in refused[2]
    status, out, err = call(capsys, "restore", made["backup"], desk.book, "--last-receipt", 2)
    assert status == 0, err
    assert "The book is back" in out
    pay(desk, "2", "450")
    entries = [json.loads(line) for line in desk.run("journal")[1].splitlines()]
    assert entries[-1]["body"]["lines"][0]["receipt"] == 3
    assert entries[-2]["kind"] == "restored/1"
    listed = desk.book.with_name("receipts.pdf")
    assert desk.run("print", "receipt-list", "--out", str(listed))[0] == 0
    assert "a part that a restore left behind 1: 2" in text(listed.read_bytes())
    assert desk.ask("verify")["totals"]["problems"] == 0


def test_who_has_a_pin_is_named_in_a_restore_only_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    with committee_in(tmp_path) as made:
        book = made.book.path
        copy = back_up(book, "asked", made.clock.now.date()).path

    def restore(typed: str | None) -> tuple[int, str, tuple[int | None, str]]:
        book.unlink(missing_ok=True)
        words: list[object] = ["restore", copy, book, "--last-receipt", 0, "--officer", "Amina"]
        monkeypatch.setattr("sys.stdin", io.StringIO(typed or ""))
        status, _out, err = call(capsys, *words, *([] if typed is None else ["--pin-stdin"]))
        path = book if status == 0 else copy
        with closing(open_book(path, writable=False)) as held, held.read() as reading:
            envelope = reading.recorded(reading.head().seq).envelope
            return status, err, (envelope.responsible, envelope.signature)

    status, err, signed = restore(None)
    assert status == 0 and "names nobody" in err
    assert signed == (None, "unsigned")
    status, err, _none = restore("000000\n")
    assert status == 1 and "PIN" in err and not book.exists()
    status, err, signed = restore(f"{PINS[TREASURER]}\n")
    assert status == 0, err
    assert signed == (TREASURER, "pin")


def test_a_copy_that_was_changed_is_said_when_it_is_looked_at(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    pay(desk, "1", "450")
    copy = Path(desk.ask("backup")["totals"]["backup"])
    change(copy, "UPDATE account SET balance=balance+100 WHERE id=1")
    for words in (("look", copy), ("restore", copy, desk.book, "--dry-run")):
        status, out, err = call(capsys, *words)
        assert (status, "Last receipt: 1." in out) == (1, True)
        assert "is not as it was when it was made" in err
        status, out, _err = call(capsys, *words, "--json")
        told = json.loads(out)
        assert (status, told["error"]["kind"]) == (1, "DamagedCopyError")
        assert told["totals"]["last_receipt"] == 1


def test_verify_names_the_entries_whose_photos_a_copy_came_without(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_book(desk.book)) as book, book.write(Signing()) as writing:
        kept = writing.keep(b"a photo of the office", "image/jpeg")
        entry = record_decision(
            writing, DecisionRequest(minute="2", what="A well", attachment=kept)
        ).seq
    backup = Path(desk.ask("backup")["totals"]["backup"])
    assert "not_there" not in json.loads(call(capsys, "verify", backup, "--json")[1])["totals"]
    for photo in (backup.parent / "Photos").iterdir():
        photo.unlink()
    status, out, _err = call(capsys, "verify", backup)
    assert status == 0 and "The book is whole." in out
    assert f"The photo or paper of 1 entry is not there: {entry}." in out


def test_a_sealed_copy_goes_to_the_county_and_comes_back_in_an_emergency(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pay(desk, "1", "450")
    key, sealed, plain = (tmp_path / name for name in ("office.key", "a.age", "county.imt"))
    public = json.loads(call(capsys, "new-key", key, "--json")[1])["totals"]["key"]
    assert public.startswith("age1")
    assert desk.run("seal", str(sealed), "--for", public)[0] == 0
    status, out, err = call(capsys, "open-sealed", sealed, plain, "--key", key)
    assert status == 0, err
    assert "no names" in out and b"Mwikali" not in plain.read_bytes()
    status, out, _err = call(capsys, "verify", plain)
    assert status == 0
    assert "The book is whole." in out and "left out on purpose" in out
    status, out, _err = call(capsys, "verify", plain, "--json")
    assert {"file", "word"} <= set(json.loads(out)["totals"]["left_out"])
    assert call(capsys, "bill", plain, "--month", "2026-09")[0] == 1


def test_words_are_printed_once_and_open_the_copy(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    sealed, plain = tmp_path / "a.age", tmp_path / "a.imt"
    words = desk.ask("seal", str(sealed), "--words", "--private")["totals"]["words"]
    assert len(words.split()) == 5
    monkeypatch.setattr("sys.stdin", io.StringIO("wrong words\n"))
    status, _out, err = call(capsys, "open-sealed", sealed, plain)
    assert status == 1 and "is not one of the words" in err
    monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))
    status, _out, err = call(capsys, "open-sealed", sealed, plain)
    assert status == 0, err
    assert b"Mwikali" in plain.read_bytes()
    assert call(capsys, "seal", desk.book, sealed)[0] == 2


def test_two_laptops_that_went_on_by_themselves(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.imt"
    shutil.copy(desk.book, other)
    same = call(capsys, "compare", desk.book, other)
    assert same[0] == 0 and "Both hold the same" in same[1]
    there = Desk(tmp_path, capsys)
    there.book = other
    pay(there, "2", "100")
    assert "continues" in call(capsys, "compare", desk.book, other)[1]
    pay(desk, "1", "450")
    pay(desk, "2", "50")
    status, out, _err = call(capsys, "compare", desk.book, other)
    assert status == 0
    assert "They have forked" in out
    assert "A: Entry 10, " in out and "paid KSh 450, receipt 1." in out and "B: Entry 10, " in out
    found = json.loads(call(capsys, "compare", desk.book, other, "--json")[1])
    assert found["totals"]["relation"] == "forked" and found["totals"]["common"] == 9
    assert [(row["side"], row["entry"]) for row in found["rows"]] == [
        ("A", 10),
        ("A", 11),
        ("B", 10),
    ]
    refused = call(capsys, "take-over", other, desk.book)
    assert refused[0] == 1 and "does not continue the book" in refused[2]


def test_a_copy_that_went_on_is_taken_over(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.imt"
    shutil.copy(desk.book, other)
    there = Desk(tmp_path, capsys)
    there.book = other
    pay(there, "2", "100")
    status, out, err = call(capsys, "take-over", other, desk.book)
    assert status == 0, err
    assert "The copy that went on is now the book." in out
    assert desk.ask("verify")["totals"]["entries"] == 10


def test_a_member_who_left_is_forgotten(desk: Desk) -> None:
    assert "has not left" in desk.run("forget", "--member", "2")[2]
    pay(desk, "2", "450")
    leaving = {"kind": "member-status", "member": "2", "status": "left", "reason": "moved"}
    assert desk.post(leaving)[0] == 0
    status, out, err = desk.run("forget", "--member", "2")
    assert status == 0, err
    assert "2 words about the member were erased" in out
    assert "Older backups, copies on sticks and papers still have it" in out
    assert b"Jose" not in desk.book.read_bytes()
    rows = desk.ask("show", "members")["rows"]
    assert [row["name"] for row in rows] == ["Mwikali", ""]
    assert desk.ask("verify")["totals"]["problems"] == 0


def test_what_becomes_of_notes_with_the_name_is_asked_by_its_options(desk: Desk) -> None:
    pay(desk, "2", "450")
    leaving = {"kind": "member-status", "member": "2", "status": "left", "reason": "moved"}
    assert desk.post(leaving)[0] == 0
    spent = {"payee": "shop", "category": "fuel", "amount": "10", "text": "carried by <b>Jose"}
    assert desk.post({"kind": "money-out", "lines": [spent]})[0] == 0
    status, told, err = desk.run("forget", "--member", "2")
    assert status == 1 and "notes of these entries" in err
    assert "--mentions" in told and "--keep-mentions" in told
    assert desk.run("forget", "--member", "2", "--keep-mentions")[0] == 0


def test_notes_that_may_mean_somebody_are_told_before_the_name_is_gone(desk: Desk) -> None:
    member = {"adults": [{"name": "Otieno Achieng"}]}
    assert desk.post({"kind": "members", "lines": [member]})[0] == 0
    leaving = {"kind": "member-status", "member": "3", "status": "left", "reason": "moved"}
    assert desk.post(leaving)[0] == 0
    for note in ("carried by Achieng", "Achieng Otieno's cousin"):
        spent = {"payee": "shop", "category": "fuel", "amount": "10", "text": note}
        assert desk.post({"kind": "money-out", "lines": [spent]})[0] == 0
    entry = desk.ask("verify")["totals"]["entries"]
    status, told, err = desk.run("forget", "--member", "3")
    assert status == 1 and f"{entry - 1}, {entry}. Perhaps somebody else is meant" in err
    assert "--also ENTRY" in told and "--keep-mentions" in told
    status, told, err = desk.run("forget", "--member", "3", "--also", str(entry))
    assert status == 0, err
    assert f"Read whether it is so: {entry - 1}." in told


def test_a_paper_is_held_against_the_book(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pay(desk, "1", "200")
    entry = [json.loads(line) for line in desk.run("journal")[1].splitlines()][-1]
    qr = f"IMT WATER BOOK {entry['book'].upper()} {entry['seq']} {entry['hash'].upper()}"
    photo = tmp_path / "photo.png"
    segno.make(qr, error="m").save(photo, scale=6, border=8)
    status, out, err = call(capsys, "read-code", photo)
    assert (status, out.strip()) == (0, qr), err
    status, out, _err = call(capsys, "verify", desk.book, "--anchor", qr)
    assert status == 0
    assert "The paper matches entry 10" in out and "proves every entry up to now" in out
    assert "member 1, Mwikali: KSh 200 paid, KSh 250 still to pay" in out
    code = desk.ask("verify", "--anchor", qr)["totals"]["anchor"]["code"]
    assert desk.ask("verify", "--anchor", f"{code}@10")["totals"]["anchor"]["state"] == "matches"
    slip = code[1] + code[0] + code[2:]
    status, out, _err = desk.run("verify", "--anchor", slip if slip != code else "2" + code[1:])
    assert status == 2 and "copied wrongly" in out
    status, out, _err = desk.run("verify", "--anchor", "")
    assert status == 2 and "16" in out
    status, out, _err = desk.run("verify", "--anchor", "hello")
    assert status == 2 and "This is not a code" in out
    status, out, _err = desk.run("verify", "--anchor", f"{qr[:-64]}{'0' * 64}")
    assert status == 1 and "not of it as it now stands" in out


@pytest.mark.parametrize(
    "words",
    [("look",), ("restore",), ("compare",), ("take-over",), ("backup",), ("open-sealed",)],
    ids=lambda words: words[0],
)
def test_a_file_that_is_none_of_ours_is_refused_in_a_sentence(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    stranger = tmp_path / "stranger.imt"
    stranger.write_bytes(b"hello" * 200)
    more = () if words[0] in ("look", "backup") else (desk.book,)
    if words[0] == "open-sealed":
        more = (tmp_path / "out.imt", "--key", tmp_path / "none.key")
    status, _out, err = call(capsys, *words, stranger, *more)
    assert status == 1 and err.count("\n") == 1 and "Traceback" not in err
    assert desk.ask("verify")["totals"]["problems"] == 0


def test_a_copy_is_made_before_a_spreadsheet_is_brought_in(desk: Desk, tmp_path: Path) -> None:
    payments = tmp_path / "paid.csv"
    payments.write_text("Date,No.,Name,Amount\n2026-10-03,1,Mwikali,450\n", encoding="utf-8")
    asked = ("import", str(payments), "--as", "payments", "--dates", "ymd")
    last = len(desk.run("journal")[1].splitlines())
    desk.ask(*asked, "--dry-run")
    assert not (desk.book.parent / "Backups").exists()
    desk.ask(*asked)
    (copy,) = (desk.book.parent / "Backups").rglob("*.imt")
    assert copy.name.endswith(f"entry {last} import.imt")


def test_rows_that_are_passed_over_are_named(desk: Desk, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("No.,Name,Zone\n12,,\n11,Anna,Hill\n", encoding="utf-8")
    totals = desk.ask("import", str(people), "--as", "members")["totals"]
    assert (totals["good_rows"], totals["passed_over"]) == (1, 1)
    assert [told.split(":")[0] for told in totals["rows_passed_over"]] == ["2"]
