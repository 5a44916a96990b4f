"""Women on the committee: known where those in post are on the register of members, with their gender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.committee.queries import Officer
from imt_desktop.journal import Reading
from imt_desktop.ledger.search import folded


def women_in_post(book: Reading, day: date) -> tuple[int, int] | None:
    """Return how many women there are, and how many in post; None where somebody's gender is not known."""
    return women_by_day(book, (day,))[0]


def women_by_day(book: Reading, days: Iterable[date]) -> list[tuple[int, int] | None]:
    """Return the same for some days, by who was in post then."""
    genders = {}
    for name, gender, second, other in book.driver.execute(
        "SELECT name, gender, second_adult, second_gender FROM member WHERE void IS NULL"
    ):
        genders[_person(name)] = gender
        genders[_person(second)] = other
    everybody = committee.officers(book)
    return [_women(genders, [one for one in everybody if one.in_post(day)]) for day in days]


def _women(genders: Mapping[str, str], officers: list[Officer]) -> tuple[int, int] | None:
    people = {one.person: one for one in officers}
    found = [genders.get(_person(one.name), "") for one in people.values()]
    if not found or not all(one in _KNOWN for one in found):
        return None
    return sum(one == "woman" for one in found), len(found)


_KNOWN = ("woman", "man")


def _person(name: str) -> str:
    return " ".join(folded(name).split())
