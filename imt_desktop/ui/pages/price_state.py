"""Whether a water price is to come, in force or past."""

from __future__ import annotations

from imt_desktop.ledger.tariffs import Price
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import done, not_yet


def state_of(price: Price, desk: Desk) -> State:
    """Say whether a price is to come, in force, past, or replaced by another one of its month."""
    tr, month = desk.tr, Month.of(desk.today)
    if price.replaced:
        return State("off", tr.gettext("replaced"))
    if price.tariff.effective_from > month:
        return not_yet(tr.gettext("not yet"))
    if price.until is None or price.until >= month:
        return done(tr.gettext("in force"))
    return State("off", tr.gettext("until {month}").format(month=tr.month(price.until)))
