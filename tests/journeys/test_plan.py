"""A round of the toolbox from the command line: posted as requests, shown as plan and board."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk

CARD = {"title": "Every payment with a receipt", "problem": 1, "person": "C. D."}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.found("KES", "KE")
    status, _out, err = made.post(
        {"kind": "round", "name": "2026"},
        {"kind": "problem", "card": "no-receipts"},
        {"kind": "problems-voted", "present": 9, "lines": [{"problem": 1, "votes": 8}], "chosen": [1]},
        {"kind": "action", "plan": {**CARD, "deadline": "2026-01-31"}},
        {"kind": "action", "plan": {**CARD, "title": "<b>Two pads", "deadline": "2099-01-31"}},
        {"kind": "action-moved", "action": 2, "state": "done"},
    )  # fmt: skip
    assert status == 0, err
    return made


def test_plan_and_board_are_shown(desk: Desk) -> None:
    plan = desk.ask("show", "plan")
    assert [row["state"] for row in plan["rows"]] == ["not-started", "done"]
    assert plan["rows"][0]["days late"] > 0 == plan["rows"][1]["days late"]
    done = {"actions": 2, "done": 1, "dropped": 0, "done_percent": 50, "good_percent": 70}
    assert plan["totals"] == done
    board = desk.ask("show", "board")
    assert board["rows"] == [
        {"problem": "no-receipts", "not-started": 1, "under-way": 0, "done": 1, "dropped": 0,
         "late": 1, "cost": "0.00", "spent": "0.00"}
    ]  # fmt: skip
    assert board["totals"] == {**done, "late": 1}


def test_cost_money_spent_figure_and_reason_are_shown_beside_each_action(desk: Desk) -> None:
    on = date.today().isoformat()
    watch = {"figure": "vouchers", "unit": "share", "target": "90"}
    status, _out, err = desk.post(
        {"kind": "action", "plan": {**CARD, "deadline": "2099-01-31", "cost": "600", "watch": watch}},
        {"kind": "action-moved", "action": 1, "state": "dropped", "reason": "No money"},
        {"kind": "money-in", "lines": [{"income": "grant", "amount": "5000", "on": on}]},
        {"kind": "money-out", "lines": [
            {"payee": "Shop", "category": "fuel", "amount": "450.50", "on": on, "voucher": "1"}]},
    )  # fmt: skip
    assert status == 0, err
    paid = len(desk.run("journal")[1].splitlines())
    status, _out, err = desk.post(
        {"kind": "action-cost", "action": 3, "spent": {"entry": paid, "line": 1}}
    )
    assert status == 0, err
    rows = {row["action"]: row for row in desk.ask("show", "plan")["rows"]}
    assert (rows[3]["cost"], rows[3]["spent"]) == ("600.00", "450.50")
    assert (rows[3]["figure"], rows[3]["unit"], rows[3]["target"]) == (
        "vouchers",
        "per cent",
        "90.00",
    )
    assert rows[3]["value"] == "", "no month is over yet"
    assert rows[1]["reason"] == "No money" and rows[1]["figure"] == ""
    lane = desk.ask("show", "board")["rows"][0]
    assert (lane["cost"], lane["spent"]) == ("600.00", "450.50")


def test_what_is_wrong_books_nothing(desk: Desk) -> None:
    wrong = {**CARD, "start": "2026-02-01", "deadline": "2026-01-01"}
    status, _out, err = desk.post({"kind": "action", "plan": wrong})
    assert status == 1 and "lies before the start" in err
    assert desk.ask("show", "plan")["totals"]["actions"] == 2


def test_figures_are_shown_in_the_unit_beside_them(desk: Desk) -> None:
    on = (date.today().replace(day=1) - timedelta(days=1)).isoformat()
    status, _out, err = desk.post(
        {"kind": "members", "on": "2024-01-01", "lines": [{"adults": [{"name": "Quispe"}]}]},
        {"kind": "bill", "member": "1", "item": "fine", "amount": "2700", "on": "2024-01-10"},
        {"kind": "money-in", "lines": [{"income": "grant", "amount": "5000", "on": on}]},
        {"kind": "money-out", "lines": [
            {"payee": "Shop", "category": "fuel", "amount": "70.50", "on": on, "voucher": "1"},
            {"payee": "Shop", "category": "fuel", "amount": "20", "on": on},
            {"payee": "Shop", "category": "fuel", "amount": "20", "on": on}]},
    )  # fmt: skip
    assert status == 0, err
    shown = {row["indicator"]: row for row in desk.ask("show", "indicators")["rows"]}
    assert (shown["vouchers"]["unit"], shown["vouchers"]["value"]) == ("per cent", "33.33")
    assert (shown["arrears-90"]["unit"], shown["arrears-90"]["value"]) == ("KES", "2700.00")
    assert shown["unbanked"]["unit"] == "days"
    assert shown["vouchers"]["of"] == on[:7]
