"""Women on the committee: known where those in post are on the register of members, with their gender."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.search import folded


def women_in_post(book: Reading, day: date) -> tuple[int, int] | None:
    """Return how many women there are, and how many in post; None where somebody's gender is not known."""
    people = {one.person: one for one in committee.officers(book, day)}
    genders = {}
    for name, gender, second, other in book.driver.execute(
        "SELECT name, gender, second_adult, second_gender FROM member WHERE void IS NULL"
    ):
        genders[_person(name)] = gender
        genders[_person(second)] = other
    found = [genders.get(_person(one.name), "") for one in people.values()]
    if not found or not all(one in _KNOWN for one in found):
        return None
    return sum(one == "woman" for one in found), len(found)


_KNOWN = ("woman", "man")


def _person(name: str) -> str:
    return " ".join(folded(name).split())
