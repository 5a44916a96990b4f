"""Parts of pages, and papers, that people look for by a name of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imt_desktop.i18n import mark
from imt_desktop.ui.pages.notices.kinds import icon_of
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.tariffs.view import KIOSK, TariffsWish
from imt_desktop.wording.papers import PAPERS as PAPER_NAMES


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, its icon, the page that it is of, and what that page should show."""

    words: str
    icon: str
    page: str
    what: object
    also: str = ""
    """Another name that it is found by."""


PARTS: Final = (
    Part(mark("Tariff workshop"), "scale", "tariffs", TariffsWish("workshop")),
    Part(mark("Cost recovery"), "trending-up", "tariffs", TariffsWish("costs", "recovery")),
    Part(mark("Budget"), "table-properties", "tariffs", TariffsWish("costs", "budget")),
    Part(mark("What wears out"), "wrench", "tariffs", TariffsWish("costs", "assets")),
    Part(mark("Readings: what the meters say"), "droplets", "billing", "readings"),
    Part(mark("Kiosk sales"), "hand-coins", "tariffs", KIOSK),
    Part(mark("Decisions"), "stamp", "meetings", "decisions"),
    Part(mark("Limit for two signatures"), "users", "settings", "limit"),
    Part(mark("Another book"), "book-open", "settings", "another-book", mark("Open a book")),
    Part(mark("Savings and gifts"), "wallet", "tariffs", TariffsWish("costs", "savings")),
)
"""Found beside the pages, once somebody types a word of them."""

_ALSO: Final = {"behind": mark("Arrears"), "notice": mark("Notices")}

PAPERS: Final = tuple(
    Part(words, icon_of(paper), "notices", Wish(paper), _ALSO.get(paper, ""))
    for paper, words in PAPER_NAMES.items()
)
"""Found likewise: each leads to the page where it is looked at and printed."""
