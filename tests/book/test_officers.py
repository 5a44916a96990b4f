"""Officers: their terms, what is put right of them, and who is in post on a day."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from imt_desktop.committee import queries
from imt_desktop.committee.describing import (
    DecisionRequest,
    OfficerChangedRequest,
    OfficerLeftRequest,
    OfficerRequest,
    change_officer,
    end_term,
    name_officer,
    record_decision,
)
from imt_desktop.committee.errors import (
    MinuteMissingError,
    NameMissingError,
    NoSuchOfficerError,
    TermEndsEarlyError,
    UnknownPostError,
)
from imt_desktop.journal import Signing
from imt_desktop.oversight.requests import post_all
from tests.builders import TODAY, Desk

SINCE = date(2026, 1, 1)


def names(desk: Desk, on: date | None = None) -> list[str]:
    return [one.name for one in desk.see(queries.officers, on)]


@pytest.fixture
def amina(book_with: Callable[..., Desk]) -> Desk:
    desk = book_with()
    wanted = OfficerRequest(name="Amina", post="treasurer", since=SINCE, phone="0700 000 001")
    desk.do(name_officer, wanted)
    return desk


def test_what_is_put_right_stands_in_the_place_of_what_was(amina: Desk) -> None:
    wanted = OfficerChangedRequest(
        officer="1", name="Amina Wanjiru", post="chair", until=date(2028, 12, 31), phone_public=True
    )
    amina.do(change_officer, wanted)
    (one,) = amina.see(queries.officers)
    assert (one.id, one.name, one.post) == (1, "Amina Wanjiru", "chair")
    assert (one.since, one.until) == (SINCE, date(2028, 12, 31))
    assert (one.phone, one.phone_public) == ("", True)


@pytest.mark.parametrize(
    ("changed", "error", "field"),
    (
        ({"name": " "}, NameMissingError, "name"),
        ({"post": "king"}, UnknownPostError, "post"),
        ({"until": date(2025, 12, 31)}, TermEndsEarlyError, "until"),
        ({"officer": "9"}, NoSuchOfficerError, None),
    ),
)
def test_what_cannot_be_is_refused_beside_its_field(
    amina: Desk, changed: dict[str, object], error: type[Exception], field: str | None
) -> None:
    before = amina.entries()
    wanted = {"officer": "1", "name": "Amina", "post": "chair", **changed}
    with pytest.raises(error) as refused:
        amina.do(change_officer, OfficerChangedRequest(**wanted))  # type: ignore[arg-type]
    assert refused.value.field == field  # type: ignore[attr-defined]
    assert amina.entries() == before


def test_who_gave_up_the_post_is_not_in_it_any_more(amina: Desk) -> None:
    amina.do(end_term, OfficerLeftRequest(officer="Amina", on=TODAY))
    assert names(amina, TODAY) == []
    assert names(amina, SINCE) == ["Amina"]
    assert names(amina) == ["Amina"]


def test_a_decision_needs_the_number_of_its_minute(desk: Desk) -> None:
    for minute in ("", "  ", "\u200b", "-"):
        with pytest.raises(MinuteMissingError) as refused:
            desk.do(record_decision, DecisionRequest(minute=minute, what="x"))
        assert refused.value.field == "minute"
        line = msgspec.json.encode({"kind": "decision", "minute": minute, "what": "x"})
        with pytest.raises(MinuteMissingError), desk.book.write(Signing()) as writing:
            post_all(writing, [line])
