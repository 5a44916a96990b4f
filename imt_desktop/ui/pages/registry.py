"""Which pages there are, in the order of the sidebar. A new page is one more line here.

A page's code is read when the page is first opened, or by ``read_all`` once the window is there:
all pages together are more code than the window, and Home should not wait for them. So each import
stands in a function.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Set
from threading import Event
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.ui.shell import PageEntry

if TYPE_CHECKING:  # the sidebar is there before the code behind these is read
    from imt_desktop.ui.desk import Desk
    from imt_desktop.ui.pages.page import Page

Make: TypeAlias = "Callable[[Desk], Page]"


class PageSpec(Struct, frozen=True):
    """A page: its line in the sidebar, and what is built when it is first shown."""

    key: str
    entry: Callable[[Translator], PageEntry]
    read: Callable[[], Make]
    """Reads the page's code, where nobody did so before."""
    under: str = ""
    """The page beside which it stands as a tab, instead of having a line of its own."""
    begins: tuple[str, ...] | None = None
    """Kinds of entries with which its line appears, as it does once it was opened; None: always."""

    def make(self, desk: Desk) -> Page:
        """Build the page."""
        return self.read()(desk)


def _arrears() -> Make:
    from imt_desktop.ui.pages.arrears.page import ArrearsPage

    return ArrearsPage


def _audit() -> Make:
    from imt_desktop.ui.pages.audit.page import AuditPage

    return AuditPage


def _billing() -> Make:
    from imt_desktop.ui.pages.billing.page import BillingPage

    return BillingPage


def _bringing_in() -> Make:
    from imt_desktop.ui.pages.bringing_in.page import BringingInPage

    return BringingInPage


def _capacity() -> Make:
    from imt_desktop.ui.pages.capacity.page import CapacityPage

    return CapacityPage


def _check_paper() -> Make:
    from imt_desktop.ui.pages.check_paper.page import CheckPaperPage

    return CheckPaperPage


def _closing() -> Make:
    from imt_desktop.ui.pages.closing.page import ClosingPage

    return ClosingPage


def _complaints() -> Make:
    from imt_desktop.ui.pages.complaints.page import ComplaintsPage

    return ComplaintsPage


def _copies() -> Make:
    from imt_desktop.ui.pages.copies.page import CopiesPage

    return CopiesPage


def _home() -> Make:
    from imt_desktop.ui.pages.home.page import HomePage

    return HomePage


def _meetings() -> Make:
    from imt_desktop.ui.pages.meetings.page import MeetingsPage

    return MeetingsPage


def _members() -> Make:
    from imt_desktop.ui.pages.members.page import MembersPage

    return MembersPage


def _money() -> Make:
    from imt_desktop.ui.pages.money.page import MoneyPage

    return MoneyPage


def _notices() -> Make:
    from imt_desktop.ui.pages.notices.page import NoticesPage

    return NoticesPage


def _plan() -> Make:
    from imt_desktop.ui.pages.plan.page import PlanPage

    return PlanPage


def _questions() -> Make:
    from imt_desktop.ui.pages.questions.page import QuestionsPage

    return QuestionsPage


def _receive() -> Make:
    from imt_desktop.ui.pages.receive.page import ReceivePage

    return ReceivePage


def _round() -> Make:
    from imt_desktop.ui.pages.round.page import RoundPage

    return RoundPage


def _service() -> Make:
    from imt_desktop.ui.pages.service.page import ServicePage

    return ServicePage


def _settings() -> Make:
    from imt_desktop.ui.pages.settings.page import SettingsPage

    return SettingsPage


def _support() -> Make:
    from imt_desktop.ui.pages.support.page import SupportPage

    return SupportPage


def _tariffs() -> Make:
    from imt_desktop.ui.pages.tariffs.page import TariffsPage

    return TariffsPage


def _trail() -> Make:
    from imt_desktop.ui.pages.trail.page import TrailPage

    return TrailPage


def _yearly() -> Make:
    from imt_desktop.ui.pages.yearly.page import YearPage

    return YearPage


PAGES: Final = (
    PageSpec(
        "home",
        lambda tr: PageEntry(
            "home", "house", tr.gettext("Home"), tr.pgettext("rail, 11 letters", "Home")
        ),
        _home,
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
        _receive,
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
        _members,
    ),
    PageSpec(
        "arrears",
        lambda tr: PageEntry(
            "arrears",
            "hourglass",
            tr.gettext("Arrears"),
            tr.pgettext("rail, 11 letters", "Arrears"),
            tr.gettext("At the table"),
        ),
        _arrears,
        begins=("bills",),
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
        _money,
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
        _billing,
        begins=("bills",),
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
        _tariffs,
        begins=("bills",),
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
        _closing,
        begins=("count", "closing"),
    ),
    PageSpec(
        "plan",
        lambda tr: PageEntry(
            "plan",
            "kanban",
            tr.pgettext("sidebar, 20 letters", "Action plan"),
            tr.pgettext("rail, 11 letters", "Plan"),
            tr.gettext("In the community"),
        ),
        _plan,
    ),
    PageSpec(
        "round",
        lambda tr: PageEntry(
            "round",
            "footprints",
            tr.pgettext("sidebar, 20 letters", "Toolbox round"),
            tr.pgettext("rail, 11 letters", "Round"),
            tr.gettext("In the community"),
        ),
        _round,
        begins=("round",),
    ),
    PageSpec(
        "complaints",
        lambda tr: PageEntry(
            "complaints",
            "message-square-warning",
            tr.pgettext("sidebar, 20 letters", "Complaints"),
            tr.pgettext("rail, 11 letters", "Complaints"),
            tr.gettext("In the community"),
        ),
        _complaints,
        begins=("complaint", "complaint-rules"),
    ),
    PageSpec(
        "questions",
        lambda tr: PageEntry(
            "questions",
            "circle-help",
            tr.pgettext("sidebar, 20 letters", "Questions"),
            tr.pgettext("rail, 11 letters", "Questions"),
            tr.gettext("In the community"),
        ),
        _questions,
        begins=("question-answered", "closing"),
    ),
    PageSpec(
        "capacity",
        lambda tr: PageEntry(
            "capacity",
            "shield-check",
            tr.pgettext("sidebar, 20 letters", "Capacity"),
            tr.pgettext("rail, 11 letters", "Capacity"),
            tr.gettext("In the community"),
        ),
        _capacity,
        begins=("capacity",),
    ),
    PageSpec(
        "meetings",
        lambda tr: PageEntry(
            "meetings",
            "gavel",
            tr.pgettext("sidebar, 20 letters", "Meetings"),
            tr.pgettext("rail, 11 letters", "Meetings"),
            tr.gettext("In the community"),
        ),
        _meetings,
        begins=("meeting",),
    ),
    PageSpec(
        "yearly",
        lambda tr: PageEntry(
            "yearly",
            "calendar-days",
            tr.pgettext("sidebar, 20 letters", "The year"),
            tr.pgettext("rail, 11 letters", "Year"),
            tr.gettext("In the community"),
        ),
        _yearly,
        under="meetings",
    ),
    PageSpec(
        "service",
        lambda tr: PageEntry(
            "service",
            "droplets",
            tr.pgettext("sidebar, 20 letters", "The service"),
            tr.pgettext("rail, 11 letters", "Service"),
            tr.gettext("In the community"),
        ),
        _service,
        begins=(
            "breakdown",
            "water-test",
            "supply",
            "supply-turns",
            "production",
            "maintenance",
            "stores",
            "functionality",
            "contact",
            "support",
            "report-owed",
        ),
    ),
    PageSpec(
        "support",
        lambda tr: PageEntry(
            "support",
            "landmark",
            tr.pgettext("sidebar, 20 letters", "Duty bearers"),
            tr.pgettext("rail, 11 letters", "Support"),
            tr.gettext("In the community"),
        ),
        _support,
        under="service",
    ),
    PageSpec(
        "audit",
        lambda tr: PageEntry(
            "audit",
            "eye",
            tr.pgettext("sidebar, 20 letters", "Audit"),
            tr.pgettext("rail, 11 letters", "Audit"),
            tr.gettext("In the community"),
        ),
        _audit,
        begins=("audit",),
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
        _notices,
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
        _check_paper,
        begins=("paper", "payments"),
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
        _trail,
        begins=("payments", "money-out"),
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
        _bringing_in,
        begins=(),
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
        _copies,
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
        _settings,
    ),
)


LINES: Final = tuple(spec for spec in PAGES if not spec.under)
"""Those with a line of their own in the sidebar."""

MORE: Final = "more"
"""The key of the sidebar's last line, which shows all the others."""


def entries(parts: Container[str], tr: Translator) -> list[PageEntry]:
    """Return the lines of the sidebar: those always there, the parts in use, and one for the rest."""
    shown = [spec.entry(tr) for spec in LINES if spec.begins is None or spec.key in parts]
    if len(shown) < len(LINES):
        words = (
            tr.pgettext("sidebar, 20 letters", "More parts"),
            tr.pgettext("rail, 11 letters", "More"),
        )
        shown.append(PageEntry(MORE, "ellipsis", *words, group=shown[-1].group))
    return shown


def parts_in_use(kinds: Set[str]) -> set[str]:
    """Return the pages whose line appears in a book with entries of these kinds."""
    return {spec.key for spec in LINES if not kinds.isdisjoint(spec.begins or ())}


def together(key: str) -> tuple[PageSpec, ...]:
    """Return a page with those that stand beside it as tabs; alone where there are none."""
    under = next((spec.under for spec in PAGES if spec.key == key), "")
    return tuple(spec for spec in PAGES if (under or key) in (spec.key, spec.under))


def read_all(stop: Event) -> None:
    """Read the code of all pages, beside the window."""
    for spec in PAGES:
        if stop.is_set():
            return
        spec.read()
