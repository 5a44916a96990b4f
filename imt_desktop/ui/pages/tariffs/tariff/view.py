"""The tariff in force in plain words, the decision behind it, and its history."""

from __future__ import annotations

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.tariffs.view import View


class TariffView(View):
    """What water costs, and who decided it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
