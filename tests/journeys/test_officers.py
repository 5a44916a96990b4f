"""Officers at the command line: PINs, two signatures, a month closed, its certificate, the trail."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.cli import main
from imt_desktop.i18n import Translator
from imt_desktop.journal.copies.leaving_out import NEVER_FOR_OTHERS, leave_out
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.reports.reading import text

from .desk import Desk

MONTH = Month.of(date.today()).shift(-1)
FIRST, LAST = MONTH.first.isoformat(), MONTH.last.isoformat()
PINS = {"Amina": "482913", "Joseph": "770415", "Rose": "905172"}


class Office(Desk):
    """A command line at which PINs are typed."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        super().__init__(folder, capsys)
        self._patch = patch

    def typing(self, *lines: str) -> None:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    def signed(self, *words: str, by: str = "Amina", second: str = "") -> tuple[int, str, str]:
        self.typing(PINS[by], *([PINS[second]] if second else []))
        more = ("--second", second) if second else ()
        return self.run(*words, "--officer", by, *more, "--pin-stdin")

    def post_signed(
        self, *requests: dict[str, Any], by: str = "Amina", second: str = ""
    ) -> tuple[int, str, str]:
        import json

        file = self._folder / "requests.jsonl"
        file.write_text("".join(json.dumps(request) + "\n" for request in requests))
        return self.signed("post", str(file), by=by, second=second)


@pytest.fixture
def office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Office:
    made = Office(tmp_path, capsys, monkeypatch)
    made.found(first=str(MONTH))
    status, _out, err = made.post(
        *(
            {"kind": "officer", "name": name, "post": post, "since": "2020-01-01"}
            for name, post in (("Amina", "treasurer"), ("Joseph", "chair"), ("Rose", "auditor"))
        ),
        {"kind": "decision", "minute": "07/2026", "what": "Limit", "decided_on": FIRST},
    )
    assert status == 0, err
    made.typing(PINS["Amina"])
    assert made.run("pin", "--officer", "Amina", "--pin-stdin")[0] == 0
    for name in ("Joseph", "Rose"):
        made.typing(PINS["Amina"], PINS[name])
        words = ("pin", "--officer", name, "--witness", "Amina", "--pin-stdin")
        assert made.run(*words)[0] == 0
    return made


def test_a_month_kept_and_closed_by_two(office: Office, tmp_path: Path) -> None:
    rows = office.ask("officers")
    assert [(row["name"], row["role"], row["pin"]) for row in rows["rows"]] == [
        ("Amina", "treasurer", True), ("Joseph", "chair", True), ("Rose", "auditor", True),
    ]  # fmt: skip
    assert rows["totals"] == {"two_officers": True, "expense_limit": None}

    limits = {"kind": "limits", "decision": 1, "expense_limit": "1000", "since": FIRST}
    status, _out, err = office.post_signed(limits)
    assert status == 1 and "A new limit needs two officers" in err
    assert office.post_signed(limits, second="Joseph")[0] == 0

    on = {"on": FIRST}
    spent = {"payee": "Hardware", "category": "parts", "amount": "1500", "voucher": "17", **on}
    status, _out, err = office.post_signed(
        {"kind": "opening", "lines": [{"what": "account", "account": 1, "amount": "5000"}], **on},
        {"kind": "money-out", "lines": [spent]},
    )
    assert status == 0, err
    (waits,) = office.ask("show", "waiting")["rows"]
    assert (waits["payee"], waits["amount"]) == ("Hardware", "1500.00")
    assert office.ask("show", "accounts")["totals"]["balance"] == "5000.00"
    approve = {"kind": "expense-approved", "waiting": waits["entry"], "on": LAST}
    assert "has signed already" in office.post_signed(approve)[2]
    assert office.post_signed(approve, by="Joseph")[0] == 0
    assert office.ask("show", "accounts")["totals"]["balance"] == "3500.00"

    words = ("close", "--month", str(MONTH))
    totals = office.ask(*words, "--dry-run")["totals"]
    assert totals["not_counted"] == ["cash"] and list(totals["questions"]) == ["relatives"]
    assert "not_yet" not in totals
    later = office.ask("close", "--month", str(MONTH.shift(1)), "--dry-run")["totals"]
    assert later["not_yet"].startswith("Months are closed in their order: next comes")
    assert "Count it first" in office.signed(*words, "--answer", "relatives=no")[2]
    count = {
        "kind": "count", "by": ["Amina", "Joseph"], "on": LAST,
        "pieces": [{"value": "1000", "count": 3}, {"value": "500", "count": 1}],
    }  # fmt: skip
    assert office.post_signed(count)[0] == 0
    status, _out, err = office.signed(*words)
    assert (status, err) == (1, "Answer first: Are the two who sign related to each other?\n")
    assert "Closing a month needs two" in office.signed(*words, "--answer", "relatives=no")[2]
    status, out, err = office.signed(*words, "--answer", "relatives=no", second="Joseph")
    assert status == 0 and f"{MONTH} is closed." in out, err

    (closed,) = office.ask("show", "closings")["rows"]
    assert (closed["signed_by"], closed["carried_forward"]) == ("Amina, Joseph", "3500.00")
    late = {"kind": "money-in", "lines": [{"amount": "5", "income": "other", "on": LAST}]}
    said = Translator("en", "KE").date(MONTH.last)
    assert f"say that it concerns {said}" in office.post_signed(late)[2]
    late = {"kind": "money-in", "lines": [{"amount": "5", "income": "other"}], "concerns": LAST}
    assert office.post_signed(late)[0] == 0

    out_file = tmp_path / "closing.pdf"
    status, _out, err = office.run(
        "print", "closing", "--period", str(MONTH), "--out", str(out_file), "--languages", "en,sw"
    )
    assert status == 0, err
    assert "3,500" in text(out_file.read_bytes()) and "Joseph" in text(out_file.read_bytes())
    verdict = office.ask("verify")
    assert verdict["totals"]["problems"] == 0


def test_the_trail_is_followed(office: Office) -> None:
    office.post_signed({"kind": "members", "lines": [{"adults": [{"name": "<b>Jose"}]}]})
    office.post_signed({"kind": "payment", "lines": [{"member": "1", "amount": "450"}]})
    rows = office.ask("show", "trail", "--who", "Joseph")["rows"]
    assert {row["kind"] for row in rows} == {"pin-set/1", "two-officers/1"}
    (paid,) = office.ask("show", "trail", "--kind", "payments")["rows"]
    assert (paid["officer"], paid["signature"], paid["clock"]) == ("Amina", "pin", "ok")
    assert paid["said"].replace("\u00a0", " ") == "1 <b>Jose paid KSh 450, receipt 1."
    found = office.ask("show", "trail", "--member", "1")["rows"]
    assert [row["kind"] for row in found] == ["payments/1", "members/1"]
    assert office.ask("show", "trail", "--find", "<b>jose")["rows"][0]["kind"] == "payments/1"
    assert office.ask("show", "trail", "--flagged")["rows"] == []
    assert office.refused("show", "trail", "--who", "Nobody")["error"]["kind"] == (
        "NoSuchOfficerError"
    )
    older = office.ask("show", "trail", "--before", "3")["rows"]
    assert [row["entry"] for row in older] == [2, 1]
    today = date.today().isoformat()
    assert office.ask("show", "trail", "--from", today, "--to", today)["rows"]


def test_wrong_pins_wait_and_say_how_long(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text('{"kind": "water-system", "name": "Upper spring"}\n')
    words = ("post", str(file), "--officer", "Amina", "--pin-stdin")
    said = []
    for _ in range(6):
        office.typing("111222")
        said.append(office.run(*words)[2])
    assert said[0] == "That was not the PIN. You can try 4 more times before you have to wait.\n"
    assert said[3] == "That was not the PIN. You can try 1 more time before you have to wait.\n"
    assert said[4] == "That was not the PIN. Wait 1 minute, then try again.\n"
    assert said[5] == "Too many wrong PINs. Wait 1 minute, then try again.\n"
    office.typing(PINS["Amina"])
    assert office.run(*words)[0] == 1
    assert "Amina" not in str(office.run("officers", "--json")[2])


def test_bad_pins_and_wrong_calls(office: Office) -> None:
    for pin, why in (("12345", "6 digits or more"), ("123456", "try this PIN first"),
                     ("abcdef", "digits only")):  # fmt: skip
        office.typing(PINS["Joseph"], pin)
        status, _out, err = office.run("pin", "--officer", "Joseph", "--pin-stdin")
        assert status == 1 and why in err
    office.typing("314159")
    status, _out, err = office.run("pin", "--officer", "Joseph", "--pin-stdin")
    assert status == 1 and "not the PIN" in err  # that line was meant for the old one
    assert office.run("close", "--month", str(MONTH), "--answer", "relatives")[0] == 2
    assert office.run("bill", "--month", str(MONTH), "--second", "Joseph")[0] == 2
    assert office.refused("close", "--month", "2001-01")["error"]["kind"] == "MonthOrderError"


def test_without_a_pin_an_entry_says_unsigned(office: Office, tmp_path: Path) -> None:
    import json

    file = tmp_path / "more.jsonl"
    file.write_text('{"kind": "water-system", "name": "Upper spring"}\n')
    assert office.run("post", str(file), "--officer", "Amina")[0] == 0
    entry = json.loads(office.run("journal")[1].splitlines()[-1])
    assert (entry["responsible"], entry["signature"]) == (1, "unsigned")
    whole = office.run("journal")[1]
    assert "argon2" not in whole and not any(pin in whole for pin in PINS.values())


def test_in_a_copy_without_pins_they_are_set_anew(office: Office, tmp_path: Path) -> None:
    copy = tmp_path / "for the chair.imt"
    copy_pages(office.book, copy)
    leave_out(copy, ROOMS, NEVER_FOR_OTHERS)
    office.book.unlink()
    assert main(["restore", str(copy), str(office.book), "--last-receipt", "0"]) == 0
    status, _out, err = office.signed("close", "--month", str(MONTH))
    assert status == 1 and "came without the PINs" in err
    office.typing("314159")
    status, _out, err = office.run("pin", "--officer", "Amina", "--pin-stdin")
    assert status == 0, err
    office.typing("271828")
    status, _out, err = office.run("pin", "--officer", "Joseph", "--pin-stdin")
    assert status == 1 and "present" in err
    office.typing("314159", "271828")
    words = ("pin", "--officer", "Joseph", "--witness", "Amina", "--pin-stdin")
    assert office.run(*words)[0] == 0


def test_a_pin_that_nobody_types_is_said_to_be_missing(office: Office) -> None:
    office.typing()
    for more in (("--second", "Joseph"), ("--pin-stdin",)):
        status, _out, err = office.run("close", "--month", str(MONTH), "--officer", "Amina", *more)
        assert (status, err) == (
            1,
            "The PIN of Amina was not typed. Type it where it is asked; a program gives it with"
            " --pin-stdin, on a line of its own.\n",
        )
