"""Parts of pages that people look for by a name of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imt_desktop.i18n import mark
from imt_desktop.ui.pages.tariffs.view import KIOSK, TariffsWish


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, its icon, the page that it is of, and what that page should show."""

    words: str
    icon: str
    page: str
    what: object


PARTS: Final = (
    Part(mark("Tariff workshop"), "scale", "tariffs", TariffsWish("workshop")),
    Part(mark("Cost recovery"), "trending-up", "tariffs", TariffsWish("costs", "recovery")),
    Part(mark("Budget"), "table-properties", "tariffs", TariffsWish("costs", "budget")),
    Part(mark("What wears out"), "wrench", "tariffs", TariffsWish("costs", "assets")),
    Part(mark("Readings: what the meters say"), "droplets", "billing", "readings"),
    Part(mark("Kiosk sales"), "hand-coins", "tariffs", KIOSK),
    Part(mark("Decisions"), "stamp", "meetings", "decisions"),
    Part(mark("Limit for two signatures"), "users", "settings", "limit"),
    Part(mark("Savings and gifts"), "wallet", "tariffs", TariffsWish("costs", "savings")),
)
"""Found beside the pages, once somebody types a word of them."""
