"""Should a program lose its locks on a book, our own other programs still leave its log alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found, open_book

HELD = """
import sys
from pathlib import Path
from imt_desktop.committee.describing import OfficerRequest, name_officer
from imt_desktop.journal import Signing
from imt_desktop.oversight.whole import open_book

book = open_book(Path(sys.argv[1]), writable=True)
with book.write(Signing()) as writing:
    name_officer(writing, OfficerRequest(name="A. B.", post="chair"))
book.path.open("rb").close()  # takes all locks away
print("ready", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by the handle")
def test_who_only_reads_takes_no_log_away(tmp_path: Path) -> None:
    path = tmp_path / "Kiboko.imt"
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    found(path, wanted, "KE", Currency("KES")).close()
    with subprocess.Popen(
        [sys.executable, "-c", HELD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as window:  # fmt: skip
        assert window.stdout is not None and window.stdout.readline() == "ready\n"
        for _ in range(2):
            book = open_book(path, writable=False)
            with book.read() as reading:
                seen = reading.head().seq
            book.close()
        assert path.with_name(path.name + "-wal").exists()
        window.kill()
    book = open_book(path, writable=False)
    with book.read() as reading:
        assert reading.head().seq == seen >= 2
    book.close()
