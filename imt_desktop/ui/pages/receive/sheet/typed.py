"""All that is typed on the collection sheet, in all zones, over what the book says now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.payments import Receipt
from imt_desktop.ledger.search import folded
from imt_desktop.ledger.walking.rounds import Round
from imt_desktop.money import Money
from imt_desktop.oversight.drafts import Draft, DraftLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.sheet.actions import At
from imt_desktop.ui.pages.receive.sheet.columns import Shown
from imt_desktop.ui.pages.receive.sheet.lines import NOTHING, Line, Sums, check, sums
from imt_desktop.ui.pages.receive.ways import ICONS


class Typed:
    """Knows no widget. ``shown`` is told what the columns need."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        self._desk, self._shown = desk, shown
        self.rounds: tuple[Round, ...] = ()
        self.ways: tuple[Account, ...] = ()
        """The first account of each sort, as at the till."""
        self._lines: dict[int, Line] = {}
        self._zones: dict[int, str] = {}
        self._mobile: frozenset[int] = frozenset()
        self._read = False

    def take_book(self, at: At) -> None:
        """Take in what the book says; what was typed stays, the first time that of an earlier day."""
        first: dict[str, Account] = {}
        for account in at.accounts:
            if account.type in ICONS:
                first.setdefault(account.type, account)
        self.ways = tuple(first[kind] for kind in ICONS if kind in first)
        self._shown.accounts = {account.id: account for account in at.accounts}
        self._mobile = frozenset(one.id for one in at.accounts if one.type == "mobile")
        before, self.rounds = self._lines, at.rounds
        self._lines, self._zones = at.lines, at.zones
        touched = {number: line for number, line in before.items() if line.touched}
        kept = {number: line.typed for number, line in touched.items()}
        self._type_again(kept if self._read else at.draft.lines)
        for number in self._lines.keys() & touched.keys():
            line, old = self._lines[number], touched[number]
            line.receipts, line.refused = old.receipts, old.refused
        self._read = True

    def _type_again(self, kept: Mapping[int, DraftLine]) -> None:
        self._shown.filled = {}
        for number, typed in kept.items():
            if number in self._lines and typed != NOTHING:
                self._type(self._lines[number], typed)

    def _type(self, line: Line, typed: DraftLine) -> None:
        line.type(typed, self._parse)
        if line.filled:
            self._shown.filled[line.stop.id] = line
        else:
            self._shown.filled.pop(line.stop.id, None)

    def _parse(self, text: str) -> Money:
        return self._desk.tr.parse_amount(text, self._desk.currency)

    def take_in(self, line: Line, typed: DraftLine) -> None:
        """Take in what was typed for a household; who pays without a word pays the first way: cash."""
        usual = self.ways[0].id if self.ways else None
        if typed.account is None:
            typed = msgspec.structs.replace(typed, account=usual)
        if typed == DraftLine(account=usual):
            typed = NOTHING
        self._type(line, typed)

    def reckon(self) -> Sums:
        """Check what only shows between lines, and add the zone shown up."""
        check(self._shown.filled.values(), self._mobile)
        here, places = self.here(), self._shown.places
        self._shown.furthest = max((places[line.stop.id] for line in here), default=-1)
        accounts = tuple(self._shown.accounts.values())
        return sums(here, len(places), accounts, self._desk.currency)

    def looks(self) -> tuple[object, ...]:
        """Return what of other lines may look different after a letter was typed."""
        wrong = [number for number, one in self._shown.filled.items() if one.wrong is not None]
        return self._shown.furthest, wrong

    # What there is.

    def lines_of(self, zone: str | None) -> list[Line]:
        """Return the lines of a zone in walking order."""
        stops = next((one.stops for one in self.rounds if one.zone == zone), ())
        return [self._lines[stop.id] for stop in stops]

    def here(self) -> list[Line]:
        """Return the lines of the zone shown that are filled in, in their order."""
        places = self._shown.places
        found = (line for number, line in self._shown.filled.items() if number in places)
        return sorted(found, key=lambda line: places[line.stop.id])

    @property
    def unbooked(self) -> int:
        """How many amounts are typed and not booked, in all zones."""
        return len(self._shown.filled)

    def begun(self) -> frozenset[str]:
        """Return the zones in which an amount is typed."""
        return frozenset(self._zones[number] for number in self._shown.filled)

    def find(self, words: str, zone: str | None) -> tuple[str, Line] | None:
        """Return the first household that the words fit, of this zone, else of the others."""
        wanted, number = folded(words).split(), words.strip()
        if not wanted:
            return None
        for one in sorted(self.rounds, key=lambda one: one.zone != zone):
            for stop in one.stops:
                text = folded(f"{stop.number} {stop.name} {stop.house}")
                if stop.number == number or all(word in text for word in wanted):
                    return one.zone, self._lines[stop.id]
        return None

    def draft(self, on: date | None) -> Draft:
        """Return what is to be kept on this laptop."""
        typed = {number: one.typed for number, one in self._lines.items() if one.typed != NOTHING}
        return Draft(typed, on if on != self._desk.today else None)

    # What becomes of it.

    def booked(self, lines: Sequence[Line], receipts: Iterable[Receipt]) -> None:
        """Note the receipts; the lines are empty again. The book may have been read meanwhile."""
        for line, receipt in zip(lines, receipts, strict=True):
            now = self._lines.get(line.stop.id)
            if now is not None:
                self._type(now, NOTHING)
                now.receipts += (receipt.number,) if receipt.number is not None else ()

    def cancelled(self, numbers: Collection[int]) -> bool:
        """Forget receipts that were cancelled: their households have not paid. Returns whether any was."""
        gone = [line for line in self._lines.values() if not set(numbers).isdisjoint(line.receipts)]
        for line in gone:
            line.receipts = tuple(one for one in line.receipts if one not in numbers)
        return bool(gone)

    def throw_away(self) -> None:
        """Forget everything that is typed, in all zones."""
        for line in list(self._shown.filled.values()):
            self._type(line, NOTHING)
        for line in self._lines.values():
            line.typed = NOTHING

    def walk(self, zone: str | None, lines: Sequence[Line]) -> None:
        """Take an order for a zone's own, before the book is read again."""
        stops = tuple(line.stop for line in lines)
        self.rounds = tuple(
            Round(one.zone, stops) if one.zone == zone else one for one in self.rounds
        )
