"""A treasurer's work from the command line, on real books."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.found()
    return made


def test_ethiopian_model_book(desk: Desk) -> None:
    """The model cash book of the Ethiopian manual: the deposit is neither income nor expense."""
    on = {"on": "2025-01-31"}
    opening = {"kind": "opening", "lines": [{"what": "account", "account": 2, "amount": "150"}]}
    status, _out, err = desk.post(
        {**opening, **on},
        {"kind": "money-in", "lines": [{"amount": "200", "income": "fee", "account": 1, **on}]},
        {
            "kind": "money-out",
            "lines": [
                {"payee": "shop", "category": "office", "amount": "10", **on},
                {"payee": "guard", "category": "wages", "amount": "50", **on},
                {"payee": "bus", "category": "transport", "amount": "10", **on},
            ],
        },
        {"kind": "move", "source": 1, "target": 2, "amount": "100", **on},
    )
    assert status == 0, err
    totals = desk.ask("show", "income", "--from", "2025-01-01", "--to", "2025-01-31")["totals"]
    assert (totals["income"], totals["expense"], totals["closing"]) == ("200.00", "70.00", "280.00")
    balances = {row["type"]: row["balance"] for row in desk.ask("show", "accounts")["rows"]}
    assert (balances["cash"], balances["bank"]) == ("30.00", "250.00")


def test_a_month_billed_paid_and_cancelled(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "decision", "minute": "1", "what": "Water price", "body": "assembly",
         "decided_on": "2026-01-10"},
        {"kind": "tariff", "name": "2026", "decision": 1, "effective_from": "2026-01",
         "fees": [{"connection_type": "household", "amount": "450"}]},
        {"kind": "members", "on": "2026-01-01",
         "lines": [{"adults": [{"name": "Mwikali"}]}, {"adults": [{"name": "<b>Jose"}]}]},
    )  # fmt: skip
    assert status == 0, err
    made = desk.ask("bill", "--month", "2026-10")["totals"]
    assert (made["bills"], made["amount"]) == (2, "900.00")
    status, _out, err = desk.run("bill", "--month", "2026-10")
    assert (status, err) == (1, "Nobody is left to bill for October 2026.\n")
    assert desk.post({"kind": "payment", "lines": [{"member": "1", "amount": "500"}]})[0] == 0
    rows = desk.ask("show", "members")["rows"]
    assert [(row["name"], row["owed"], row["ahead"]) for row in rows] == [
        ("Mwikali", "0.00", "50.00"),
        ("<b>Jose", "450.00", "0.00"),
    ]
    entry = [json.loads(line) for line in desk.run("journal")[1].splitlines()][-1]
    assert entry["kind"] == "payments/1" and entry["body"]["lines"][0]["receipt"] == 1
    assert desk.post({"kind": "void", "entry": entry["seq"], "reason": "typed twice"})[0] == 0
    assert desk.ask("show", "arrears")["totals"] == {"members": 2, "owed": "900.00"}
    assert desk.ask("verify")["totals"]["problems"] == 0


def test_no_name_disturbs_the_terminal(desk: Desk) -> None:
    names = ["Ann\u202e\u2066eve\x1b[31m\x9b", "Wanjiru " * 600, "Mwikali"]
    lines = [{"adults": [{"name": name}]} for name in names]
    assert desk.post({"kind": "members", "lines": lines})[0] == 0
    _status, out, _err = desk.run("show", "members")
    _heads, turned, endless, plain, *_totals = out.splitlines()
    assert "Anneve\ufffd[31m\ufffd  " in turned
    assert "Wanjiru Wan\u2026 " in endless and len(plain) < 100
    assert [row["name"] for row in desk.ask("show", "members")["rows"]] == [
        name.strip() for name in names
    ]
    payment = {"kind": "payment", "lines": [{"member": "9\u202e\x1b[2J", "amount": "5"}]}
    _status, _out, err = desk.post(payment)
    assert "“9\ufffd[2J”" in err


def test_the_journal_is_lines_or_one_object(desk: Desk) -> None:
    desk.post({"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]})
    status, out, err = desk.run("journal")
    assert status == 0, err
    answer = desk.ask("journal")
    assert answer["rows"] == [json.loads(line) for line in out.splitlines()]
    assert answer["book"] == str(desk.book) and answer["totals"] == {}
    assert [row["seq"] for row in answer["rows"]] == list(range(1, len(answer["rows"]) + 1))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"amount": "0"}, "The amount must be more than nothing."),
        ({"amount": "-5"}, "The amount must be more than nothing."),
        ({"amount": "4.555"}, "“4.555” has more decimals than this money has."),
        ({"amount": "1234567890123456"}, "“1234567890123456” is too large an amount."),
    ],
)
@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("money-in", {"income": "grant"}),
        ("money-out", {"payee": "Shop", "category": "fuel"}),
        ("opening", {"what": "account", "account": 1}),
        ("payment", {"member": "1"}),
    ],
)
def test_an_amount_that_cannot_be_is_refused_beside_its_line_and_field(
    desk: Desk, kind: str, more: dict[str, str], wanted: dict[str, str], said: str
) -> None:
    desk.post({"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]})
    before = desk.ask("verify")["totals"]["entries"]
    request = {"kind": kind, "lines": [{"amount": "5", **more}, {**more, **wanted}]}
    status, _out, err = desk.post(request)
    assert (status, err) == (1, f"“2/amount”: {said}\n")
    assert desk.post(request, request)[2] == f"requests.jsonl, line 1: “2/amount”: {said}\n"
    assert desk.ask("verify")["totals"]["entries"] == before


def test_a_list_of_requests_is_booked_whole_or_not_at_all(desk: Desk) -> None:
    before = desk.ask("verify")["totals"]["entries"]
    status, _out, err = desk.post(
        {"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]},
        {"kind": "payment", "lines": [{"member": "99", "amount": "500"}]},
    )
    assert status == 1
    assert err == "requests.jsonl, line 2: “member”: There is no member with the number “99”.\n"
    assert desk.ask("verify")["totals"]["entries"] == before


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({"kind": "money-in", "lines": [{"amount": "0", "income": "grant"}]}, "more than nothing"),
        ({"kind": "money-in", "lines": [{"amount": "-5", "income": "grant"}]}, "more than nothing"),
        ({"kind": "money-in", "lines": [{"amount": "1.255", "income": "grant"}]}, "more decimals"),
        ({"kind": "money-in", "lines": [{"amount": "9" * 20, "income": "grant"}]}, "too large"),
        ({"kind": "money-in", "lines": [{"amount": "NaN", "income": "grant"}]}, "not an amount"),
        ({"kind": "money-in", "lines": [{"amount": "5", "income": "gift"}]}, "not known"),
        ({"kind": "tax", "lines": []}, "not a request"),
        ({"kind": "money-in", "lines": [], "extra": 1}, "not a request"),
        ({"kind": "void", "entry": 99, "reason": "x"}, "no entry 99"),
        ({"kind": "void", "entry": 1, "reason": " "}, "Write the reason"),
    ],
)
def test_bad_requests_get_a_sentence(desk: Desk, request_: dict[str, Any], said: str) -> None:
    status, _out, err = desk.post(request_)
    assert status == 1
    assert said in err


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('{"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}], "lines": []}', "lines"),
        ('{"kind": "members", "lines": [{"adults": [{"name": "Ann", "name": "Eve"}]}]}', "name"),
        ('{"kind": "void", "kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]}', "kind"),
    ],
)
def test_a_field_that_stands_twice_is_no_request(
    desk: Desk, tmp_path: Path, line: str, field: str
) -> None:
    requests = tmp_path / "twice.jsonl"
    requests.write_text(line, encoding="utf-8")
    status, _out, err = desk.run("post", str(requests))
    assert (status, err) == (1, f"Line 1 is not a request: “{field}” stands twice\n")
    assert desk.ask("show", "members")["totals"]["members"] == 0


def test_wrong_calls_and_wrong_files(desk: Desk, tmp_path: Path) -> None:
    assert desk.run("show", "nonsense")[0] == 2
    assert desk.run("bill")[0] == 2
    stranger = tmp_path / "other.imt"
    stranger.write_bytes(b"MZ" + bytes(5000))
    desk.book = stranger
    status, _out, err = desk.run("show", "members")
    assert status == 1 and "not a book of this program" in err
    assert stranger.read_bytes() == b"MZ" + bytes(5000)
    desk.book = tmp_path / "missing.imt"
    status, _out, err = desk.run("verify")
    assert status == 2 and "There is no book" in err


def test_a_changed_book_is_found_and_named(desk: Desk) -> None:
    import sqlite3

    assert desk.post({"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]})[0] == 0
    with sqlite3.connect(desk.book) as database:
        database.execute("UPDATE member SET owed = 100")
        database.execute("UPDATE word SET text = 'Eve' WHERE text = 'Ann'")
    database.close()
    status, out, _err = desk.run("verify", "--json")
    problems = {(row["problem"], row["table"], row["row"]) for row in json.loads(out)["rows"]}
    assert status == 1
    assert ("row-changed", "member", "1") in problems
    assert any(kind == "word-changed" for kind, _table, _row in problems)
    assert desk.run("rebuild")[0] == 0


def test_a_practice_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    assert desk.run("practice", "--members", "24", "--months", "4", "--seed", "3")[0] == 0
    assert desk.ask("show", "members")["totals"]["members"] == 24
    assert desk.ask("show", "arrears")["rows"]
    assert desk.ask("verify")["totals"]["problems"] == 0
    assert "is a file" in desk.run("practice", "--members", "24")[2]


def test_who_is_responsible_stands_in_the_entry(desk: Desk, tmp_path: Path) -> None:
    assert desk.post({"kind": "officer", "name": "Amina", "post": "treasurer"})[0] == 0
    file = tmp_path / "more.jsonl"
    file.write_text('{"kind": "water-system", "name": "Upper spring"}\n')
    assert desk.run("post", str(file), "--officer", "Nobody")[0] == 1
    assert desk.run("post", str(file), "--officer", "Amina")[0] == 0
    entries = [json.loads(line) for line in desk.run("journal")[1].splitlines()]
    assert (entries[-1]["kind"], entries[-1]["responsible"]) == ("water-system/1", 1)


def test_before_there_are_officers_a_name_names_nobody_and_that_is_said(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text('{"kind": "water-system", "name": "Upper spring"}\n')
    status, _out, err = desk.run("post", str(file), "--officer", "Amina")
    assert (status, "no officers yet" in err) == (0, True)
    assert json.loads(desk.run("journal")[1].splitlines()[-1])["responsible"] is None


def test_find_says_where_a_thing_stands(desk: Desk) -> None:
    assert desk.post(
        {"kind": "members", "lines": [{"adults": [{"name": "Rosa Núñez"}]}]},
        {"kind": "payment", "lines": [{"member": "1", "amount": "1350"}]},
        {"kind": "money-out", "lines": [
            {"payee": "=1+1", "category": "fuel", "amount": "1350", "voucher": "V-9"}]},
    )[0] == 0  # fmt: skip
    found = desk.ask("find", "nunez")
    assert [(row["what"], row["number"], row["amount"]) for row in found["rows"]] == [
        ("member", "1", "-1350.00")
    ]
    for typed, name in (("voucher v-9", "Voucher V-9"), ("Recibo 1", "Receipt 1")):
        assert [row["name"] for row in desk.ask("find", typed)["rows"]] == [name]
    assert len(desk.ask("find", "KSh 1,350")["rows"]) == 2
    found = desk.ask("find", "1,350")
    assert [(row["what"], row["name"]) for row in found["rows"]] == [
        ("out", "Voucher V-9"), ("payment", "Receipt 1")
    ]  # fmt: skip
    assert found["totals"] == {"found": 2, "more": False}
    many = [{"payee": "Kamau", "category": "fuel", "amount": str(n)} for n in range(1, 32)]
    assert desk.post({"kind": "money-out", "lines": many})[0] == 0
    assert desk.ask("find", "kamau")["totals"] == {"found": 30, "more": True}
    assert desk.run("find", "kamau")[1].startswith("There are more than these 30")
    status, out, err = desk.run("find", "zanzibar")
    assert (status, err) == (0, "") and out.startswith("Nothing of that was found.")


def test_requests_that_are_not_there_or_no_requests(desk: Desk, tmp_path: Path) -> None:
    assert desk.run("post", str(tmp_path / "none.jsonl"))[0] == 2
    file = tmp_path / "odd.jsonl"
    for line in (b"\xff\xfe", b"[" * 5000, b'{"kind": []}', b"12", b"{}", b"\x00"):
        file.write_bytes(line + b"\n")
        status, _out, err = desk.run("post", str(file))
        assert status == 1 and err.startswith("Line 1 is not a request")


def test_a_bug_is_written_down_and_admitted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imt_desktop.cli import commands

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setattr(commands, "verify_here", lambda *_: 1 / 0)
    status, out, err = desk.run("verify")
    assert (status, out) == (3, "")
    assert "not your fault" in err and "ZeroDivisionError" not in err
    (log,) = tmp_path.glob("*/imt-desktop.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_the_plain_cash_book_says_for_when_a_late_line_is(desk: Desk) -> None:
    line = {"amount": "500", "income": "fee", "account": 1}
    assert desk.post({"kind": "money-in", "lines": [line], "concerns": "2026-01"})[0] == 0
    assert desk.ask("show", "cashbook")["rows"][-1]["concerns"] == "2026-01"
    head, *lines = desk.run("show", "cashbook")[1].splitlines()
    assert head.endswith("concerns") and any(line.endswith("2026-01") for line in lines)


def test_the_line_that_is_wrong_is_named_and_what_is_overdrawn_is_said(desk: Desk) -> None:
    spent = {
        "kind": "money-out",
        "lines": [{"payee": "shop", "category": "office", "amount": "74", "on": "2026-01-31"}],
    }
    nothing = {"kind": "money-in", "lines": [{"amount": "0", "income": "fee", "account": 1}]}
    status, _out, err = desk.post(spent, nothing)
    assert status == 1 and ", line 2: " in err
    assert desk.ask("show", "cashbook", "--from", "2026-01-01", "--to", "2026-01-31")["rows"] == []
    status, out, _err = desk.post(spent)
    assert status == 0 and "More went out of cash box" in out and "74" in out


def test_a_receipt_that_nobody_was_handed_is_first_printed_from_the_command_line(
    desk: Desk, tmp_path: Path
) -> None:
    assert desk.post({"kind": "members", "lines": [{"adults": [{"name": "Ann"}]}]})[0] == 0
    for handed in ([], ["en"]):
        paid = {"kind": "payment", "lines": [{"member": "1", "amount": "5"}], "languages": handed}
        assert desk.post(paid)[0] == 0
    said = []
    for number in ("1", "1", "2"):
        out = tmp_path / "receipt.pdf"
        status, _out, err = desk.run(
            "print", "receipt", "--number", number, "--languages", "en", "--out", str(out)
        )
        assert status == 0, err
        with closing(PdfDocument(out)) as paper:
            said.append("COPY 2" in paper[0].get_textpage().get_text_range())
    assert said == [False, True, True]
