"""Which views there are, in the order of the segments. A new view is one more line here."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.pages.tariffs.costs.view import CostsView
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView
from imt_desktop.ui.pages.tariffs.view import ViewSpec
from imt_desktop.ui.pages.tariffs.workshop.view import WorkshopView

VIEWS: Final = (
    ViewSpec("tariff", lambda tr: tr.gettext("Tariff"), TariffView),
    ViewSpec("workshop", lambda tr: tr.gettext("Workshop"), WorkshopView),
    ViewSpec("costs", lambda tr: tr.gettext("Costs"), CostsView),
)
