"""A little of every soak: some 200 tries each. ``./run soak`` runs them in full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import soak

TIMES = 200
FORKING = ("kill",)
"""Soaks that fork themselves need a process without threads, and a system that forks."""
ROOT = Path(__file__).resolve().parents[2]

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and forks of this kind")


@posix
@pytest.mark.parametrize("name", [name for name in soak.SOAKS if name not in FORKING])
def test_it_holds(name: str) -> None:
    outcome = soak.run(name, TIMES)
    assert outcome.tried >= TIMES
    assert soak.SOAKS[name].passed(outcome), "\n".join([str(outcome), *outcome.wrong[:9]])


@posix
@pytest.mark.parametrize("name", FORKING)
def test_it_holds_in_a_process_of_its_own(name: str) -> None:
    words = [sys.executable, "-m", "bench.soak", name, "--times", str(TIMES)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nearly_all_tampering_is_located_to_its_entry_or_row() -> None:
    outcome = soak.run("tampering", TIMES, seed=2)
    assert outcome.good
    assert outcome.notes["found and not located"] <= outcome.tried / 1000
