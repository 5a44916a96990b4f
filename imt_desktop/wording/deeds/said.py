"""Turning what an entry holds into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.trail import Known
from imt_desktop.wording.kinds import account_name, kind_name
from imt_desktop.wording.states import item_words


class Said(Struct, frozen=True):
    """Turns what an entry holds into words."""

    tr: Translator
    currency: Currency
    known: Known

    def money(self, minor: int) -> str:
        """Write minor units with their currency."""
        return self.tr.money(Money(minor, self.currency))

    def member(self, number: int | None) -> str:
        """Name a member by number and name."""
        found = self.known.members.get(number or 0)
        return " ".join(part for part in found if part) if found else self.nobody

    def bill(self, ref: Ref) -> str:
        """Name a bill by its household and what it is for."""
        found = self.known.bills.get(ref)
        if found is None:
            return self.nobody
        return self.tr.gettext("{member}, {item}").format(
            member=self.member(found.member),
            item=found.text or item_words(found.item, found.period, self.tr),
        )

    def account(self, number: int | None) -> str:
        """Name an account."""
        kind, name = self.known.accounts.get(number or 0, ("", ""))
        return name or account_name(kind, {}, self.tr)

    def officer(self, number: int | None) -> str:
        """Name an officer."""
        found = self.known.officers.get(number or 0)
        return (found.name if found else "") or self.nobody

    def kind(self, code: str) -> str:
        """Name a kind of money."""
        return kind_name(code, self.known.kinds, self.tr)

    def day(self, day: date) -> str:
        """Write a day."""
        return self.tr.short_date(day)

    def person(self, name: str) -> str:
        """Name somebody by a word that may have been forgotten."""
        return name or self.nobody

    @property
    def nobody(self) -> str:
        """Stands for a name that is not there or was forgotten."""
        return "\u2026"

    def sum(self, lines: Sequence[Any]) -> str:
        """Write what lines come to."""
        return self.money(sum(line.amount for line in lines))


Say = Callable[[Any, Said], str]
"""Puts one kind of entry into a sentence."""
