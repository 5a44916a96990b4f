"""Each soak sees the fault that it is there for: the program's guard is taken away, and it has to say so.

That the harness of power cuts does is in ``test_soaks``: ``power-normal`` and ``power-unflushed`` have to fail.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bench import soak
from bench.soaking import bits, recomputing, tampering
from imt_desktop.journal import checking
from imt_desktop.journal.book import Writing
from imt_desktop.journal.copies import restoring, staging
from imt_desktop.journal.verify import Verdict, verify

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
