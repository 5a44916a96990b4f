"""A price that was weighed becomes the tariff: all else of today's tariff stays as it is."""

from __future__ import annotations

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.asked import TypeLine
from imt_desktop.ledger.charging.asked_again import as_request
from imt_desktop.ledger.charging.terms import Due, Terms
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.recovery.workshop import Plan
from imt_desktop.ledger.tariffs import LAST_DUE_DAY, TariffRequest, forms_of, tariff_for
from imt_desktop.money import Currency
from imt_desktop.period import Month


def request_of(book: Reading, plan: Plan, since: Month) -> TariffRequest:
    """Return the request that makes a plan the tariff from a month on; its decision is still to come."""
    current = tariff_for(book, since)
    forms = forms_of(book, current) if current else _alone(plan, since)
    kept = [one for one in forms.terms if one.connection_type != plan.terms.connection_type]
    place = next(
        (
            at
            for at, one in enumerate(forms.terms)
            if one.connection_type == plan.terms.connection_type
        ),
        0,
    )
    terms = (*kept[:place], plan.terms, *kept[place:])
    changed = msgspec.structs.replace(
        forms, terms=terms, effective_from=str(since), decision=None, every=plan.every
    )
    return as_request(changed, book.currency)


def type_line(terms: Terms, currency: Currency) -> TypeLine:
    """Return what somebody would ask for, to get these terms."""
    alone = TariffAdopted(
        tariff=0, name="", effective_from="", decision=None, every="month", terms=(terms,),
        due=Due(day=LAST_DUE_DAY),
    )  # fmt: skip
    return as_request(alone, currency).types[0]


def _alone(plan: Plan, since: Month) -> TariffAdopted:
    return TariffAdopted(
        tariff=0, name="", effective_from=str(since), decision=None, every=plan.every,
        terms=(plan.terms,), due=Due(day=LAST_DUE_DAY),
    )  # fmt: skip
