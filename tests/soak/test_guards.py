"""Each soak sees the fault that it is there for: the program's guard is taken away, and it has to say so.

That the harness of power cuts does is in ``test_soaks``: ``power-normal`` and ``power-unflushed`` have to fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bench import soak
from bench.soaking import bits, fuzzing, recomputing, tampering
from imt_desktop.journal import checking
from imt_desktop.journal.book import Writing
from imt_desktop.journal.copies import restoring, staging
from imt_desktop.journal.verify import Verdict, verify

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="time zones of this kind")


def sees_nothing(*words: Any) -> Verdict:
    return replace(verify(*words), problems=())


def believes_every_paper(*words: Any, **more: Any) -> checking.Answer:
    return replace(checking.check_paper(*words, **more), state="matches")


def trusts_the_clock(_book: Writing, _moment: object) -> str:
    return "ok"


def leaves_nothing_behind(*_words: object) -> None:
    return None


@pytest.mark.parametrize(
    ("name", "place", "guard", "without", "times"),
    [
        ("tampering", tampering, "verify", sees_nothing, 5),
        ("bits", bits, "verify", sees_nothing, 20),
        ("recomputed", recomputing, "check_paper", believes_every_paper, 5),
        ("histories", Writing, "_clock_state", trusts_the_clock, 5),
        ("restores", restoring, "_part_after", leaves_nothing_behind, 5),
        ("damaged", staging, "verify", sees_nothing, 20),
    ],
)
def test_a_soak_sees_that_the_guard_is_gone(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    place: object,
    guard: str,
    without: Callable[..., object],
    times: int,
) -> None:
    monkeypatch.setattr(place, guard, without)
    assert soak.run(name, times).wrong


@pytest.mark.parametrize(
    ("fault", "wrong"), [("tells before it is saved", "lost: "), ("a lock that stays", "shut: ")]
)
def test_kill_sees_what_is_lost_and_what_stays_locked(fault: str, wrong: str) -> None:
    words = [sys.executable, "-m", "tests.soak.careless", "kill", "8"]
    careless = {**os.environ, "CARELESS": fault}
    done = subprocess.run(
        words, cwd=ROOT, env=careless, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert wrong in done.stdout


@pytest.mark.parametrize(
    ("what", "fault", "wrong", "times"),
    [
        ("spreadsheets", "a crash", "ValueError", 8),
        ("csv", "half an import", "brought in by half", 12),
        ("backups", "a copy written to", "a copy was written to", 2),
        ("sealed copies", "names left lying about", "left lying about", 2),
        ("codes of papers", "every code believed", "matches an entry", 8),
        ("codes of papers", "a hang", "took more than", 1),
        ("codes of papers", "much memory", "MB were used", 1),
        ("codes of papers", "an abort", "ended the process", 1),
        ("foreign SQLite files", "strangers let in", "was let in", 12),
    ],
)
def test_fuzzing_sees_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, what: str, fault: str, wrong: str, times: int
) -> None:
    monkeypatch.setenv("CARELESS", fault)
    monkeypatch.setattr(fuzzing, "PROGRAM", "tests.soak.careless")
    if fault == "a hang":
        monkeypatch.setattr(fuzzing, "SECONDS", 1)
    outcome = fuzzing.soak(what, times)
    assert any(wrong in one for one in outcome.wrong), outcome
