"""The first command: what it says where it cannot open a window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[2] / "run"


@pytest.mark.skipif(sys.platform != "linux", reason="screens of X")
@pytest.mark.parametrize("display", ("", ":4711", ":4711.0"))
def test_without_a_screen_one_sentence_says_what_to_do(display: str) -> None:
    unset = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    around = {name: value for name, value in os.environ.items() if name not in unset}
    around["DISPLAY"] = display
    done = subprocess.run([RUN], env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "There is no screen here" in done.stderr
