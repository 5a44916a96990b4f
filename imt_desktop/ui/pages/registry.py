"""Which pages there are, in the order of the sidebar. A new page is one more line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.bringing_in.page import BringingInPage
from imt_desktop.ui.pages.check_paper.page import CheckPaperPage
from imt_desktop.ui.pages.closing.page import ClosingPage
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.shell import PageEntry


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its line in the sidebar, and how it is built when it is first shown."""

    key: str
    entry: Callable[[Translator], PageEntry]
    make: Callable[[Desk], Page]


PAGES: Final = (
    PageSpec(
        "home",
        lambda tr: PageEntry(
            "home", "house", tr.gettext("Home"), tr.pgettext("rail, 11 letters", "Home")
        ),
        HomePage,
    ),
    PageSpec(
        "receive",
        lambda tr: PageEntry(
            "receive",
            "hand-coins",
            tr.gettext("Receive payment"),
            tr.pgettext("rail, 11 letters", "Receive"),
            tr.gettext("At the table"),
        ),
        ReceivePage,
    ),
    PageSpec(
        "members",
        lambda tr: PageEntry(
            "members",
            "users",
            tr.gettext("Members"),
            tr.pgettext("rail, 11 letters", "Members"),
            tr.gettext("At the table"),
        ),
        MembersPage,
    ),
    PageSpec(
        "money",
        lambda tr: PageEntry(
            "money",
            "wallet",
            tr.gettext("Money"),
            tr.pgettext("rail, 11 letters", "Money"),
            tr.gettext("At the table"),
        ),
        MoneyPage,
    ),
    PageSpec(
        "billing",
        lambda tr: PageEntry(
            "billing",
            "calendar-plus",
            tr.gettext("Bill everyone"),
            tr.pgettext("rail, 11 letters", "Bill"),
            tr.gettext("At the table"),
        ),
        BillingPage,
    ),
    PageSpec(
        "tariffs",
        lambda tr: PageEntry(
            "tariffs",
            "scale",
            tr.pgettext("sidebar, 20 letters", "Tariffs"),
            tr.pgettext("rail, 11 letters", "Tariffs"),
            tr.gettext("At the table"),
        ),
        TariffsPage,
    ),
    PageSpec(
        "closing",
        lambda tr: PageEntry(
            "closing",
            "stamp",
            tr.pgettext("sidebar, 20 letters", "Close the month"),
            tr.pgettext("rail, 11 letters", "Close"),
            tr.gettext("At the table"),
        ),
        ClosingPage,
    ),
    PageSpec(
        "notices",
        lambda tr: PageEntry(
            "notices",
            "megaphone",
            tr.gettext("Notices"),
            tr.pgettext("rail, 11 letters", "Notices"),
            tr.gettext("On the wall"),
        ),
        NoticesPage,
    ),
    PageSpec(
        "check-paper",
        lambda tr: PageEntry(
            "check-paper",
            "scan-qr-code",
            tr.gettext("Check a paper"),
            tr.pgettext("rail, 11 letters", "Check"),
            tr.gettext("On the wall"),
        ),
        CheckPaperPage,
    ),
    PageSpec(
        "trail",
        lambda tr: PageEntry(
            "trail",
            "history",
            tr.pgettext("sidebar, 20 letters", "Who did what"),
            tr.pgettext("rail, 11 letters", "Who did it"),
            tr.gettext("On the wall"),
        ),
        TrailPage,
    ),
    PageSpec(
        "bringing-in",
        lambda tr: PageEntry(
            "bringing-in",
            "file-spreadsheet",
            tr.pgettext("sidebar, 20 letters", "Spreadsheets"),
            tr.pgettext("rail, 11 letters", "Bring in"),
            tr.gettext("This program"),
        ),
        BringingInPage,
    ),
    PageSpec(
        "copies",
        lambda tr: PageEntry(
            "copies",
            "hard-drive",
            tr.pgettext("sidebar, 20 letters", "Copies of the book"),
            tr.pgettext("rail, 11 letters", "Copies"),
            tr.gettext("This program"),
        ),
        CopiesPage,
    ),
    PageSpec(
        "settings",
        lambda tr: PageEntry(
            "settings",
            "settings",
            tr.gettext("Settings"),
            tr.pgettext("rail, 11 letters", "Settings"),
            tr.gettext("This program"),
        ),
        SettingsPage,
    ),
)
