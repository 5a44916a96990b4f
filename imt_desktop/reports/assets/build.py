"""The register of things that wear out, from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.reports.assets.facts import AssetsFacts, Thing
from imt_desktop.reports.facts import Holding
from imt_desktop.reports.heading import heading


def build_assets(book: Reading, today: date) -> AssetsFacts:
    """Return what wears out, with what is used no longer at the end."""
    return AssetsFacts(
        heading=heading(book, today),
        on=today,
        currency=book.currency,
        things=tuple(
            Thing(
                what=one.what, name=one.name, bought_on=one.bought_on, cost=one.cost, life=one.life,
                replacement=one.replacement, yearly=one.yearly, worn_out=one.worn_out_on,
                out_on=one.out_on, reason=one.reason,
            )
            for one in assets(book, gone=True)
        ),
        reserves=tuple(
            Holding(
                account=one.account.type, amount=one.account.balance, own_name=one.account.name,
                target=one.target,
            )
            for one in reserves(book)
        ),
    )  # fmt: skip
