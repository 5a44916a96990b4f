"""The window's frame: sidebar, rail, pages and their top bars."""

from imt_desktop.ui.shell.entries import PageEntry
from imt_desktop.ui.shell.page_frame import PageFrame
from imt_desktop.ui.shell.practice_band import PracticeBand
from imt_desktop.ui.shell.shell import Shell
from imt_desktop.ui.shell.sidebar import Sidebar

__all__ = ["PageEntry", "PageFrame", "PracticeBand", "Shell", "Sidebar"]
