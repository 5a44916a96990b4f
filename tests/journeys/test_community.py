"""The community's side from the command line: posted, shown, and refused in a sentence."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.found("KES", "KE")
    return made


def test_complaints_are_shown_without_names_and_words(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "complaint", "name": "<b>Jose", "words": "dry for a week", "on": "2026-01-12"},
        {"kind": "complaint-answered", "complaint": 1, "words": "mended", "fixed": True,
         "on": "2026-01-30"},
        {"kind": "complaint", "source": "anonymous", "words": "the cement", "on": "2026-02-02"},
    )  # fmt: skip
    assert status == 0, err
    shown = desk.ask("show", "complaints", "--from", "2026-01-01")
    assert [row["complaint"] for row in shown["rows"]] == [2, 1]
    assert shown["rows"][0]["due_on"] == "2026-02-20" and shown["rows"][0]["days_late"] > 0
    assert {name: shown["totals"][name] for name in ("received", "in_time", "late", "fixed")} == {
        "received": 2, "in_time": 1, "late": 1, "fixed": 1,
    }  # fmt: skip
    assert "Jose" not in str(shown) and "cement" not in str(shown)
    past = desk.ask("show", "complaints", "--from", "2026-02-01", "--to", "2026-02-10")
    assert (past["totals"]["late"], past["totals"]["waiting"]) == (1, 0), "as the notice counts"
    assert past["totals"]["as_of"] == past["as_of"] == shown["as_of"] > "2026-02-10"


def test_a_complaint_about_an_officer_is_only_counted(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "officer", "name": "A. B.", "post": "chair", "since": "2026-01-01"},
        {"kind": "complaint", "source": "anonymous", "category": "money", "words": "x", "about": "A. B.",
         "on": "2026-02-02"},
    )  # fmt: skip
    assert status == 0, err
    shown = desk.ask("show", "complaints", "--from", "2026-01-01")
    assert (shown["rows"], shown["totals"]["received"]) == ([], 1)
    assert "complaint" not in str(desk.ask("show", "trail")["rows"])
    year = desk.ask("show", "calendar", "--from", "2026-01-01", "--to", "2026-12-31")["rows"]
    assert "complaint" not in [row["what"] for row in year]


def test_an_answer_before_its_complaint_is_refused_in_a_sentence(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "complaint", "name": "A. B.", "words": "dry", "on": "2026-01-12"},
        {"kind": "complaint-answered", "complaint": 1, "words": "mended", "on": "2026-01-11"},
    )
    assert status == 1 and "cannot have happened before that" in err
    assert desk.ask("show", "complaints")["rows"] == []


def test_meetings_and_decisions_are_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "officer", "name": "A. B.", "post": "chair", "since": "2026-01-01"},
        {"kind": "meeting", "what": "committee", "day": "2026-02-01"},
        {"kind": "meeting-held", "meeting": 1, "women": 1, "men": 0, "on": "2026-02-01"},
        {"kind": "minutes", "meeting": 1, "decided": [{"minute": "1", "what": "Two pads"},
                                                      {"minute": "2", "what": "Three pads"}]},
        {"kind": "decision-revoked", "decision": 1, "by": 2},
    )  # fmt: skip
    assert status == 0, err
    (meeting,) = desk.ask("show", "meetings")["rows"]
    assert (meeting["state"], meeting["women"], meeting["decisions"]) == ("held", 1, [1, 2])
    decisions = desk.ask("show", "decisions")
    assert [row["revoked_by"] for row in decisions["rows"]] == ["", 2]
    status, _out, err = desk.post({"kind": "decision-revoked", "decision": 1, "by": 2})
    assert status == 1 and "was revoked by 2" in err


def test_the_service_is_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "breakdown", "component": "pump", "dry_since": "2026-06-01", "on": "2026-06-01"},
        {"kind": "breakdown-repaired", "breakdown": 1, "back_on": "2026-06-26", "on": "2026-06-26"},
        {"kind": "water-test", "on": "2026-06-27", "lines": [{"parameter": "ph", "value": "9"}]},
    )
    assert status == 0, err
    shown = desk.ask("show", "service", "--from", "2026-01-01")
    assert [row["dry_days"] for row in shown["rows"]] == [25]
    assert shown["totals"]["dry_days"] == 25
    assert (shown["totals"]["tests"], shown["totals"]["tests_good"]) == (1, 0)


def test_a_sample_comes_out_the_same_again(desk: Desk) -> None:
    members = [{"adults": [{"name": f"Member {n}"}]} for n in range(1, 41)]
    status, _out, err = desk.post({"kind": "members", "lines": members, "on": "2026-01-01"})
    assert status == 0, err
    whole = desk.ask("sample", "--period", "2026")
    assert (len(whole["rows"]), whole["totals"]["drawn"]) == (40, 0)
    once = desk.ask("sample", "--period", "2026", "--seed", "351624")
    assert once == desk.ask("sample", "--period", "2026", "--seed", "351624")
    assert len(once["rows"]) == 10 and once["totals"]["code"] == whole["totals"]["code"]
    assert once["rows"] != desk.ask("sample", "--period", "2026", "--seed", "351625")["rows"]
    tried = desk.ask("sample", "--period", "2026", "--seed", "798")
    assert tried["rows"], "any number draws again"
    assert tried["totals"]["notices"] == [
        "No dice give 798: no audit is drawn with it, this only tries it out."
    ]
    assert "notices" not in once["totals"]
    status, _out, err = desk.run("sample", "--period", "2026", "--seed", "1", "--size", "41")
    assert status == 1 and "41 cannot be drawn from 40" in err
    status, _out, err = desk.run("sample", "--period", "2025", "--seed", "1")
    assert status == 1 and "There is nothing of that in the period" in err


def test_audits_are_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "decision", "minute": "1", "what": "Audit"},
        {"kind": "audit", "first": "2026-01-01", "last": "2026-01-31", "decision": 1,
         "auditors": [{"name": "R. S."}]},
        {"kind": "finding", "audit": 1, "words": "no pads", "evidence": "none"},
    )  # fmt: skip
    assert status == 0, err
    (row,) = desk.ask("show", "audits")["rows"]
    assert (row["findings"], row["answered"], row["fixed"]) == (1, 0, 0)


def test_calendar_and_support_are_shown(desk: Desk) -> None:
    status, _out, err = desk.post(
        {"kind": "contact", "role": "county", "name": "Water office"},
        {"kind": "support", "contact": 1, "words": "a pump", "due_on": "2026-02-01",
         "on": "2026-01-02"},
        {"kind": "meeting", "day": "2099-03-01"},
        {"kind": "meeting", "day": str(date.today() + timedelta(days=40))},
    )  # fmt: skip
    assert status == 0, err
    ahead = desk.ask("show", "calendar")["rows"]
    assert [row["number"] for row in ahead if row["what"] == "meeting"] == [2], "a year ahead"
    shown = desk.ask("show", "calendar", "--from", "2099-03-01", "--to", "2099-03-31")
    assert [row["what"] for row in shown["rows"] if row["what"] != "closing"] == ["meeting"]
    (row,) = desk.ask("show", "support")["rows"]
    assert (row["contact"], row["outcome"]) == ("Water office", "") and row["days_late"] > 0
