"""What every list needs to put codes into words: the language, and the committee's own names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts, own_kinds
from imt_desktop.period import Period
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.fields import as_title, field_name
from imt_desktop.wording.kinds import connection_name, kind_name, method_name, post_name
from imt_desktop.wording.proof import called


class Said(Struct, frozen=True):
    """A language, names, and of which day the lists are; ``today`` is the day on which they are made."""

    tr: Translator
    name: str
    today: date
    accounts: tuple[Account, ...]
    own: Mapping[str, str]
    officers: Mapping[int, committee.Officer]
    people: bool

    @classmethod
    def of(cls, book: Reading, tr: Translator, today: date, people: bool = True) -> Said:
        """Read the names."""
        described = committee.committee(book)
        return cls(
            tr,
            described.name if described else "",
            today,
            accounts(book),
            own_kinds(book),
            {one.id: one for one in committee.officers(book)},
            people,
        )

    def head(self, field: str) -> str:
        """Name a column as our own import knows it."""
        return as_title(field_name(field, self.tr))

    def places(self) -> dict[int | None, str]:
        """Name the accounts."""
        return {one.id: called(one, self.tr) for one in self.accounts}

    def ways(self) -> dict[int | None, str]:
        """Say how money came that lies in an account, in a word that our own import knows."""
        return {one.id: method_name(one.type, self.tr) for one in self.accounts}

    def kind(self, code: str) -> str:
        """Name a kind of money."""
        return kind_name(code, self.own, self.tr)

    def entry(self, kind: str) -> str:
        """Name a kind of entry."""
        return kind_words(kind, self.tr)

    def connection(self, code: str) -> str:
        """Name a type of connection."""
        return as_title(connection_name(code, {}, self.tr))

    def post(self, officer: int | None) -> str:
        """Name an officer's post."""
        one = self.officers.get(officer or 0)
        return post_name(one.post, {}, self.tr) if one else ""

    def officer(self, officer: int | None) -> str:
        """Name an officer."""
        one = self.officers.get(officer or 0)
        return one.name if one else ""

    def notes(self, period: Period | None = None, day: date | None = None) -> tuple[str, ...]:
        """Say whose a list is, and of which time; and that names were left out."""
        tr = self.tr
        whose = self.name
        if period is not None:
            when = tr.period(period)
        else:
            when = tr.gettext("As of {day}").format(day=tr.date(day or self.today))
        if self.people:
            return (whose, when)
        return (whose, when, tr.gettext("Names, telephone numbers and notes are left out."))
