"""A tariff that waits for the second officer: kept on this laptop with what was typed of its decision."""

from __future__ import annotations

from imt_desktop.oversight.drafts import TariffDraft, keep_tariff, recall_tariff
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk


def waiting(desk: Desk) -> TariffDraft:
    """Return what waits; it is empty where nothing does."""
    return recall_tariff(places().config, desk.book.id)


def keep(desk: Desk, draft: TariffDraft) -> None:
    """Keep it, and say how to go on."""
    keep_tariff(places().config, desk.book.id, draft)
    words = desk.tr.gettext(
        "The tariff is kept on this laptop. When the second officer is there,"
        " “New tariff” goes on with it."
    )
    desk.said.emit(words)


def forget(desk: Desk) -> None:
    """Keep it no longer."""
    keep_tariff(places().config, desk.book.id, TariffDraft())
