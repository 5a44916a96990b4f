"""A dialog that shows files must not open the book: on Unix that takes SQLite's locks away."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found

HELD = """
import sys
from pathlib import Path
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView
from imt_desktop.committee.describing import OfficerRequest, name_officer
from imt_desktop.journal import Signing
from imt_desktop.oversight.whole import open_book
from imt_desktop.ui.known_files import know_books

path = Path(sys.argv[1])
if sys.argv[2] == "known":
    know_books()
book = open_book(path, writable=True)
with book.write(Signing()) as writing:
    name_officer(writing, OfficerRequest(name="A. B.", post="chair"))
app = QApplication([])
dialog = QFileDialog(None, "Choose", str(path.parent))
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setViewMode(QFileDialog.ViewMode.Detail)
dialog.setNameFilter("All (*)")
dialog.show()
view = dialog.findChild(QTreeView)

def kinds():
    model = view.model()
    root = view.rootIndex()
    rows = range(model.rowCount(root))
    return {model.index(n, 0, root).data(): model.index(n, 2, root).data() for n in rows}

while not (kinds().get(path.name) and kinds().get("other.txt")):
    app.processEvents()
print(kinds()[path.name], flush=True)
sys.stdin.readline()
print(book.path.with_name(book.path.name + "-wal").exists(), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Kiboko.imt"
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    found(made, wanted, "KE", Currency("KES")).close()
    (tmp_path / "other.txt").write_text("x")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by the handle")
def test_a_dialog_that_shows_the_books_folder_leaves_its_locks(path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        [sys.executable, "-c", HELD, str(path), "known"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    ) as window:  # fmt: skip
        assert window.stdin is not None and window.stdout is not None
        assert "book" in window.stdout.readline()
        reader = sqlite3.connect(path)  # another program, which knows nothing of ours
        assert reader.execute("SELECT count(*) FROM entry").fetchone()[0] >= 2
        reader.close()
        window.stdin.write("\n")
        window.stdin.flush()
        assert window.stdout.readline() == "True\n"
        window.kill()
    after = sqlite3.connect(path)
    assert (
        after.execute("SELECT count(*) FROM entry WHERE kind LIKE 'officer/%'").fetchone()[0] == 1
    )
    after.close()
