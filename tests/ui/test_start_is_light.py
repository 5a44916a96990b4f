"""What is not read before the window and Home are there: code that other pages and papers need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from imt_desktop.ui.pages.registry import PAGES, read_all

_FIRST = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from imt_desktop.app import build
from imt_desktop.settings import Places, Settings, save

app, folder = QApplication([]), Path(sys.argv[1])
places = Places(folder, folder)
save(places, Settings().with_book(str(folder / "none.imt"), "Kiboko"))
program = build(app, places)
program.start()
program.window.painted.disconnect()
program.window.painted.connect(app.quit)
app.exec()
print(*sys.modules)
"""
"""The program until its first window is painted."""

_HOME = """
import sys
import imt_desktop.app, imt_desktop.ui.main_window
from imt_desktop.ui.pages.registry import PAGES
PAGES[0].read()
print(*sys.modules)
"""


def modules(*words: str) -> set[str]:
    call = [sys.executable, "-c", *words]
    return set(subprocess.run(call, check=True, capture_output=True, text=True).stdout.split())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder: Path = tmp_path_factory.mktemp("laptop")
    return modules(_FIRST, str(folder))


def test_the_first_window_waits_for_no_book(first: set[str]) -> None:
    assert "imt_desktop.ui.first_window" in first
    assert not first & {
        "sqlite3", "argon2", "asyncio", "openpyxl", "xlsxwriter", "reportlab", "pypdfium2",
        "python_calamine", "PIL", "babel", "uharfbuzz", "segno", "PySide6.QtPrintSupport",
    }  # fmt: skip
    rooms = ("journal", "committee", "ledger", "plan", "oversight", "wording", "reports")
    assert not first & {f"imt_desktop.{room}" for room in rooms}


def test_the_first_window_waits_for_no_page_and_few_widgets(first: set[str]) -> None:
    assert not first & {
        "imt_desktop.ui.widgets.every",
        "imt_desktop.ui.desk",
        "imt_desktop.ui.help",
    }
    assert not {name for name in first if name.startswith("imt_desktop.ui.pages.home")}


def test_home_waits_for_no_other_page_and_no_paper() -> None:
    there = modules(_HOME)
    pages = {f"imt_desktop.ui.pages.{spec.key.replace('-', '_')}.page" for spec in PAGES}
    assert there & pages == {"imt_desktop.ui.pages.home.page"}
    assert not there & {"imt_desktop.reports.papers", "reportlab", "pypdfium2", "xlsxwriter"}


def test_the_figures_of_home_wait_for_no_code_that_others_need() -> None:
    assert not modules(_HOME) & {
        "imt_desktop.oversight.month",
        "imt_desktop.oversight.calendar",
        "imt_desktop.oversight.questions",
        "imt_desktop.ledger.billing",
        "imt_desktop.ledger.charging.errors",
        "imt_desktop.community.errors",
        "imt_desktop.community.audit.errors",
        "imt_desktop.plan.queries",
        "imt_desktop.plan.packs",
        "imt_desktop.ui.widgets.every",
    }


def test_the_code_of_all_pages_is_read_beside_the_window() -> None:
    read_all(Event())
    assert "imt_desktop.ui.pages.settings.page" in sys.modules


def test_every_page_has_its_class() -> None:
    assert all(spec.read().__name__.endswith("Page") for spec in PAGES)
