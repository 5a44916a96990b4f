"""The list of visits from outside: who came, when, and what was said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.community.support.queries import Visit, visits
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.support.look import SupportLook
from imt_desktop.ui.widgets import PersonLine, shortened
from imt_desktop.wording.community import contact_words

LETTERS = 120
WHOLE = 2_000
"""Letters of what was said, where it is read whole."""


def visit_words(one: Visit, desk: Desk) -> tuple[str, str, str]:
    """Say who came, what was said, and when."""
    forgotten = desk.tr.gettext("Forgotten")
    return one.by or forgotten, one.words or forgotten, desk.tr.short_date(one.on)


def show_visits(page: QWidget, desk: Desk, look: SupportLook) -> ListSheet:
    """Show who came from outside, the newest first."""
    tr = desk.tr

    def line(one: Visit) -> PersonLine:
        by, words, day = visit_words(one, desk)
        return PersonLine(shortened(by, LETTERS), second=shortened(f"{day} · {words}", LETTERS))

    def details(one: Visit) -> list[tuple[str, str]]:
        _by, words, _day = visit_words(one, desk)
        whom = look.contact(one.contact)
        name = (whom.name or contact_words(whom.role, tr)) if whom else ""
        return [
            (tr.gettext("From whom?"), shortened(name, LETTERS)),
            (tr.gettext("What was said"), shortened(words, WHOLE)),
        ]

    sheet = ListSheet(
        page, desk, tr.gettext("Visits from outside"), "", visits, line, tr.gettext("Nobody came yet.")
    )  # fmt: skip
    sheet.with_details(details)
    sheet.open()
    return sheet
