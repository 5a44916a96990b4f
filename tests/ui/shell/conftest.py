"""What tests of the shell share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell import PageEntry, PageFrame, Shell
from imt_desktop.ui.theme import apply

ENTRIES = (
    PageEntry("home", "house", "Home", "Home"),
    PageEntry("receive", "hand-coins", "Receive payment", "Receive", "At the table"),
    PageEntry("members", "users", "Members", "Members", "At the table"),
    PageEntry("plan", "kanban", "Plan", "Plan", "In the community"),
)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    apply(qapp, "light")
    yield
    apply(qapp, "light")


@pytest.fixture
def en() -> Translator:
    return Translator("en")


@pytest.fixture
def shell(qtbot: QtBot, en: Translator) -> Shell:
    made = Shell(en, ENTRIES)
    made.set_committee("Kiboko Water Project", "October 2026 is open")
    made.set_officer("Amina Wanjiru", "Treasurer")
    for entry in ENTRIES:
        made.add_page(entry.key, PageFrame(en, entry.title))
    made.show_page("home")
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made
