"""A committee's tariff, readings and bills from the command line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from imt_desktop.committee.queries import decision
from imt_desktop.oversight.whole import open_book

from .desk import Desk

PAGE = Path(__file__).resolve().parents[2] / "docs" / "TARIFFS.md"
TARIFF = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.found("PEN", "PE")
    status, _out, err = made.post(
        {"kind": "decision", "minute": "07/2026", "what": "Water price", "body": "assembly",
         "decided_on": "2026-01-10"},
        {"kind": "members", "on": "2024-01-01", "lines": [{"adults": [{"name": "Quispe"}], "connections": [{"type": "household"}]},
                                      {"adults": [{"name": "<b>Jose"}], "connections": [{"type": "household"}]}]},
    )  # fmt: skip
    assert status == 0, err
    return made


def tariff(tmp_path: Path, text: str = TARIFF) -> str:
    path = tmp_path / "tariff.toml"
    path.write_text(text.replace("2027-01", "2024-01").replace("decision = 7", "decision = 1"))
    return str(path)


def sheet(tmp_path: Path, text: str) -> str:
    path = tmp_path / "readings.csv"
    path.write_text(text)
    return str(path)


def test_from_the_tariff_to_the_explained_bill(desk: Desk, tmp_path: Path) -> None:
    file = tariff(tmp_path)
    status, out, _err = desk.run("bill", "--month", "2024-03", "--try", "household", "--used", "9",
                                 "--tariff", file)  # fmt: skip
    assert status == 0
    assert out.splitlines()[0] == (
        "9 m³: 7 within the minimum of S/\u00a015.00, 2 at S/\u00a02.50 = S/\u00a020.00"
    )
    status, _out, err = desk.run("bill", "--month", "2024-03", "--try", "household", "--tariff", file,
                                 "--count", "cow=3")  # fmt: skip
    assert status == 1
    assert "cow" in err and "head" in err
    _status, out, _err = desk.run("bill", "--month", "2024-03", "--try", "household", "--used", "9",
                                  "--tariff", file, "--count", "cart=3")  # fmt: skip
    assert "household pays nothing by the cart in this price: that count changes nothing." in out
    totals = desk.ask("tariff", file)["totals"]
    assert (totals["tariff"], totals["decision"]) == (1, 1)
    first = sheet(tmp_path, "member,reading,date\n1,100,2024-01-31\n2,50,2024-01-31\n")
    assert desk.ask("readings", first, "--month", "2024-01")["totals"]["readings"] == 2
    second = sheet(
        tmp_path,
        "connection;lectura;fecha;respuesta\n1;109;2024-02-29;\n2;50;2024-02-29;nobody-there\n",
    )
    assert desk.ask("readings", second, "--month", "2024-02")["totals"]["used"] == "9"
    seen = desk.ask("bill", "--month", "2024-02", "--dry-run")
    assert seen["totals"]["amount"] == "35.00"
    desk.run("bill", "--month", "2024-02")
    status, out, _err = desk.run("bill", "--month", "2024-02", "--member", "1", "--explain")
    assert status == 0
    assert out.splitlines()[:4] == [
        "Fee for February 2024 (11/1), due on 2024-03-15:",
        "  9 m³: 7 within the minimum of S/\u00a015.00, 2 at S/\u00a02.50 = S/\u00a020.00",
        "  To pay: S/\u00a020.00",
        "  By the water price from 2024-01 on, minute 07/2026 of 2026-01-10",
    ]
    rows = desk.ask("bill", "--month", "2024-02", "--member", "1", "--explain")["rows"]
    assert [(row["amount"], row["tariff"], row["minute"]) for row in rows] == [
        ("20.00", 1, "07/2026")
    ]
    status, _out, err = desk.run("readings", second, "--month", "2024-02")
    assert status == 1 and "was brought in before" in err
    assert desk.ask("verify")["totals"]["problems"] == 0


def test_what_is_wrong_is_said_with_its_line(desk: Desk, tmp_path: Path) -> None:
    before = desk.ask("verify")["totals"]["entries"]
    for was, becomes, said in (
        ("to = 20\n", "to = 5\n", "tariff.toml, line 21: This block runs backwards: from 7 to 5.\n"),
        ("price = 2.50\n", "from = 9\nprice = 2.50\n",
         "tariff.toml, line 22: This block begins at 9, but the one before it ends at 7: what lies between has no price.\n"),
        ("decision = 7", "decision = 3", "There is no decision 3"),
        ("amount = 1.00 ", "amount = 0 ", "The amount must be more than nothing"),
        ('unit = "m3" ', 'unit = "gallon" ', "“gallon” is not known. Use one of: m3, litre, jerrican."),
        ("decision = 7", "", "Say which decision of the assembly this is"),
    ):  # fmt: skip
        status, _out, err = desk.run("tariff", tariff(tmp_path, TARIFF.replace(was, becomes)))
        assert status == 1 and said in err, err
    assert desk.ask("verify")["totals"]["entries"] == before
    refused = desk.refused("tariff", tariff(tmp_path, TARIFF.replace("to = 20\n", "to = 5\n")))
    assert refused["error"]["kind"] == "BlockBackwardsError"
    assert desk.run("tariff", tariff(tmp_path), "--decision", "1")[0] == 0
    status, _out, err = desk.run("tariff", tariff(tmp_path))
    assert status == 1 and "Another water price begins in January 2024." in err


def test_a_tariff_says_which_types_it_has_no_price_for(desk: Desk, tmp_path: Path) -> None:
    lines = [{"adults": [{"name": name}], "connections": [{"type": "school"}]} for name in "ABC"]
    shared = {"kind": "connection", "connection": {"type": "clinic"}, "holders": ["1", "2"]}
    assert desk.post({"kind": "members", "on": "2024-01-01", "lines": lines}, shared)[0] == 0
    status, out, _err = desk.run("tariff", tariff(tmp_path))
    assert status == 0
    assert "No price for: school, 3 connections; clinic, 1 connection" in out


def test_strange_readings_are_asked_about_in_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.run("tariff", tariff(tmp_path))
    for month, one, other in (("01", 0, 0), ("02", 9, 10), ("03", 18, 20)):
        text = f"member,reading\n1,{one}\n2,{other}\n"
        assert desk.run("readings", sheet(tmp_path, text), "--month", f"2024-{month}")[0] == 0
    strange = sheet(tmp_path, "member,reading,answer\n1,12,\n2,,\n")
    status, out, err = desk.run("readings", strange, "--month", "2024-04")
    assert status == 1
    assert (
        "Row 2: The meter of connection “Quispe, no. 1, household” goes backwards, from 18 to 12."
        in out
    )
    row = "Row 3: The meter of connection “<b>Jose, no. 2, household” was not read."
    assert f"{row} Estimate 10 from its past?" in out
    assert out.count("goes backwards") == out.count("was not read") == 1, "each is asked once"
    assert "Answer with one of: replaced, misread, turned-over." in out
    assert err == "Nothing was booked: 2 to answer or put right in the file.\n"
    status, out, err = desk.run("readings", strange, "--month", "2024-04", "--dry-run")
    assert (status, err) == (0, "") and out.count("goes backwards") == 1
    assert desk.ask("readings", strange, "--month", "2024-04", "--dry-run")["totals"]["questions"]
    answered = sheet(tmp_path, "member,reading,answer,last\n1,12,replaced,25\n2,,estimate,\n")
    rows = desk.ask("readings", answered, "--month", "2024-04", "--dry-run")["rows"]
    assert [(row["used"], row["how"]) for row in rows] == [("19", "replaced"), ("10", "estimated")]
    assert desk.run("readings", answered, "--month", "2024-04")[0] == 0
    for text in ("member,weight\n1,5\n", "reading\n5\n", "member,reading\n1,many\n"):
        status, _out, err = desk.run("readings", sheet(tmp_path, text), "--month", "2024-05")
        assert status == 1 and err


def test_budget_assets_recovery_and_steps_are_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "asset", "what": "pump", "name": "Pump", "bought_on": "2024-03-01", "cost": "6000", "life": 10},
        {"kind": "budget", "year": 2024, "lines": [{"direction": "in", "kind": "fee", "amount": "100"}]},
        {"kind": "tariff", "name": "", "effective_from": "2024-01", "decision": 1, "fees": [{"connection_type": "household", "amount": "45"}]},
        {"kind": "ladder", "decision": 1, "since": "2024-01-01", "steps": [{"step": "reminder", "after_bills": 1}]},
        {"kind": "bill-everyone", "month": "2024-02", "on": "2024-02-10"},
    )  # fmt: skip
    assert status == 0, err
    assert desk.ask("show", "assets")["totals"] == {"yearly": "600.00"}
    budget = desk.ask("show", "budget", "--to", "2024-12-31")
    assert budget["rows"] == [
        {"direction": "in", "kind": "fee", "planned": "100.00", "actual": "0.00", "left": "100.00"}
    ]
    after = date.today().year + 1
    line = {"direction": "in", "kind": "fee", "amount": "120"}
    assert desk.post({"kind": "budget", "year": after, "lines": [line]})[0] == 0
    shown = desk.ask("show", "budget", "--from", f"{after}-01-01", "--to", f"{after}-12-31")
    assert (shown["totals"]["year"], shown["totals"]["planned_in"]) == (after, "120.00")
    status, out, err = desk.run("show", "budget", "--to", f"{after + 1}-12-31")
    assert status == 1 and "is in the future" in out + err
    totals = desk.ask("show", "recovery", "--to", "2024-12-31")["totals"]
    assert (totals["cost"], totals["billed"], totals["missing_if_all_pay"], totals["missing"]) == (
        "600.00", "90.00", "510.00", "600.00",
    )  # fmt: skip
    assert (totals["covered_percent"], totals["paid_percent"]) == ("0.00", "0.00")
    rows = desk.ask("show", "arrears", "--to", "2024-12-31")["rows"]
    assert {row["step_proposed"] for row in rows} == {"reminder"}
    assert {(row["disputed"], row["agreement"]) for row in rows} == {("0.00", "")}
    status, _out, err = desk.post(
        {"kind": "agreement", "member": "1", "count": 3, "first": "2025-02-28"}
    )
    assert status == 0, err
    rows = {row["number"]: row for row in desk.ask("show", "arrears", "--to", "2024-12-31")["rows"]}
    assert (rows["1"]["agreement"], rows["1"]["agreed_left"]) == ("kept", "45.00")
    assert (rows["2"]["agreement"], rows["2"]["agreed_left"]) == ("", "0.00")


def test_reserves_gifts_and_scenarios_are_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "account", "type": "reserve", "name": "Pump savings"},
        {"kind": "reserve-target", "account": 4, "target": "20000", "yearly": "600"},
        {"kind": "in-kind", "lines": [{"what": "materials", "worth": "350", "giver": "School"}]},
        {
            "kind": "scenario", "place": "B", "households": 40, "percent": "75",
            "type": {"connection_type": "household", "fixed": "20"},
            "costs": [{"group": "operation", "amount": "8000"}],
        },
    )  # fmt: skip
    assert status == 0, err
    (reserve,) = desk.ask("show", "reserves")["rows"]
    assert (reserve["target"], reserve["reached_percent"]) == ("20000.00", 0)
    given = desk.ask("show", "given")
    assert (given["rows"][0]["giver"], given["totals"]["worth"]) == ("School", "350.00")
    (kept,) = desk.ask("show", "scenarios")["rows"]
    assert (kept["everybody"], kept["really"], kept["over"]) == ("9600.00", "7200.00", "-800.00")
    assert desk.ask("show", "recovery")["totals"]["CapManEx"] == "600.00"


def test_scenarios_and_the_agreement_are_printed(desk: Desk, tmp_path: Path) -> None:
    file = tariff(tmp_path)
    desk.ask("tariff", file)
    for paper in ("scenarios", "acta"):
        out = tmp_path / f"{paper}.pdf"
        status, _out, err = desk.run("print", paper, "--out", str(out), "--languages", "es,sw")
        if paper == "scenarios":
            assert status == 1
            assert "No price is kept yet" in err
        else:
            assert status == 0, err
            assert out.read_bytes().startswith(b"%PDF")
    status, _out, err = desk.run("print", "acta", "--out", str(out), "--tariff", "99")
    assert status == 1 and "99" in err, err


def test_a_tariff_with_its_decision_and_the_photo_of_its_minute(desk: Desk, tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), "white").save(tmp_path / "minute.png")
    decided = (
        '[decided]\nminute = "11/2026"\ndecided_on = 2020-01-10\nphoto = "minute.png"\n'
        "[decided.votes]\nin_favour = 86\nagainst = 9\n"
    )
    plain = "\n".join(line for line in TARIFF.splitlines() if not line.startswith("decision"))
    lost = tariff(tmp_path, plain + "\n" + decided.replace("minute.png", "x.png"))
    status, _out, err = desk.run("tariff", lost)
    assert status == 1 and "line" in err
    totals = desk.ask("tariff", tariff(tmp_path, plain + "\n" + decided))["totals"]
    assert totals["decision"] == 2 and "notices" not in totals
    book = open_book(desk.book)
    with book.read() as reading:
        found = decision(reading, 2)
    assert found.votes is not None and found.votes.in_favour == 86
    assert found.attachment is not None and book.file(found.attachment) is not None
    book.close()
