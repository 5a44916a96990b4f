"""What is not read before Home is there: code that the other pages and the papers need."""

from __future__ import annotations

import subprocess
import sys
from threading import Event

from imt_desktop.ui.pages.registry import PAGES, read_all

_HOME = """
import sys
import imt_desktop.app, imt_desktop.ui.main_window
from imt_desktop.ui.pages.registry import PAGES
PAGES[0].read()
print(*sys.modules)
"""


def test_home_waits_for_no_other_page_and_no_paper() -> None:
    call = [sys.executable, "-c", _HOME]
    there = set(subprocess.run(call, check=True, capture_output=True, text=True).stdout.split())
    pages = {f"imt_desktop.ui.pages.{spec.key.replace('-', '_')}.page" for spec in PAGES}
    assert there & pages == {"imt_desktop.ui.pages.home.page"}
    assert not there & {"imt_desktop.reports.papers", "reportlab", "pypdfium2", "xlsxwriter"}


def test_the_code_of_all_pages_is_read_beside_the_window() -> None:
    read_all(Event())
    assert "imt_desktop.ui.pages.settings.page" in sys.modules


def test_every_page_has_its_class() -> None:
    assert all(spec.read().__name__.endswith("Page") for spec in PAGES)
