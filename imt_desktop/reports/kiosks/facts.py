"""What the list of kiosk sales says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading


class DaySheet(Facts, frozen=True, kw_only=True):
    """A line of a kiosk's sales. ``sold`` in thousandths; ``due`` is what should be handed in."""

    on: date
    kiosk: str
    """Its name; empty where it is not in the register."""
    attendant: str = ""
    pad: str = ""
    unit: str
    sold: int
    due: Money
    handed: Money
    text: str = ""
    """Why it differs, or what else was said."""

    @property
    def difference(self) -> Money:
        """What was handed in more, or less, than it should have been."""
        return self.handed - self.due


class KiosksFacts(Facts, frozen=True, kw_only=True):
    """The sales of a period, the earliest first."""

    heading: Heading
    period: Period
    currency: Currency
    sheets: tuple[DaySheet, ...]

    def __post_init__(self) -> None:
        for one in self.sheets:
            if one.handed.minor < 0 or one.due.minor < 0:
                raise PaperError(f"kiosk sales of {one.on}: {one.handed} of {one.due}")

    @property
    def due(self) -> Money:
        """What should be handed in."""
        return total((one.due for one in self.sheets), self.currency)

    @property
    def handed(self) -> Money:
        """What was."""
        return total((one.handed for one in self.sheets), self.currency)
