"""The columns of the notice: four parts at most, nothing lost, both of one height."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.money import total
from imt_desktop.reports.notice.columns import MOST, columns
from imt_desktop.reports.notice.facts import Band, NoticeFacts, merged_bands
from imt_desktop.wording.kinds import EXPENSE, INCOME
from tests.reports import samples as s


def notice(into: dict[str, int], out: dict[str, int], had: int) -> NoticeFacts:
    have = had + sum(into.values()) - sum(out.values())
    return msgspec.structs.replace(
        s.NOTICE,
        money_in=s.amounts(*into.items()),
        money_out=s.amounts(*out.items()),
        opening=s.holdings(("cash", had)),
        closing=s.holdings(("cash", have)),
        counted=None,
    )


def test_the_usual() -> None:
    into, out = columns(s.NOTICE)
    assert [part.kinds for part in into.parts] == [
        (("fee", ""),),
        (("kiosk", ""),),
        (("connection", ""),),
        (("fine", ""), ("reconnection", "")),
    ]
    assert [part.amount for part in out.parts] == [s.kes(n) for n in (62400, 54000, 31850, 14940)]
    assert into.height == out.height


def test_a_single_small_part_keeps_its_name() -> None:
    into, _ = columns(notice({"fee": 100_000, "fine": 10}, {}, 0))
    assert [part.kinds for part in into.parts] == [(("fee", ""),), (("fine", ""),)]


def test_several_small_parts_become_one() -> None:
    into, _ = columns(notice({"fee": 100_000, "fine": 10, "interest": 20}, {}, 0))
    assert [part.amount for part in into.parts] == [s.kes(100_000), s.kes(30)]


def test_twelve_parts_become_four() -> None:
    into, out = columns(s.BIG_NOTICE)
    assert len(into.parts) == len(out.parts) == MOST
    assert into.total == s.BIG_NOTICE.total_in


def test_what_is_negative_goes_to_the_other_column() -> None:
    into, out = columns(notice({"fee": 900, "fine": -100}, {"fuel": 300}, 50))
    assert out.parts[-1].back
    assert out.parts[-1].amount == s.kes(100)
    assert into.total == s.kes(900)
    assert into.height == out.height


def test_overdrawn_at_both_ends() -> None:
    into, out = columns(notice({"fee": 100}, {"fuel": 300}, -50))
    assert [b.standing for b in into.balances] == ["short now"]
    assert [b.standing for b in out.balances] == ["short before"]
    assert into.height == out.height == s.kes(350)


def test_nothing_at_all() -> None:
    into, out = columns(notice({}, {}, 0))
    assert into.parts == out.parts == ()
    assert into.height == s.kes(0)


kinds_in = st.dictionaries(st.sampled_from([*INCOME, "other"]), st.integers(-(10**6), 10**9))
kinds_out = st.dictionaries(st.sampled_from([*EXPENSE, "other"]), st.integers(-(10**6), 10**9))


@given(kinds_in, kinds_out, st.integers(-(10**6), 10**9))
def test_nothing_is_lost(into: dict[str, int], out: dict[str, int], had: int) -> None:
    facts = notice(into, out, had)
    left, right = columns(facts)
    assert left.height == right.height
    for column in (left, right):
        assert len(column.parts) <= MOST
        assert all(part.amount.minor > 0 for part in column.parts)
        assert total((p.amount for p in column.parts), s.KES) == column.total
    assert left.total - right.total == facts.total_in - facts.total_out


def band(first: int, last: int | None, households: int) -> Band:
    return Band(first=first, last=last, households=households, amount=s.kes(households * 450))


def test_bands_of_fewer_than_three_join_their_neighbour() -> None:
    given_ = (band(0, 0, 9), band(1, 30, 2), band(31, 60, 5), band(61, 90, 1), band(91, None, 4))
    merged = merged_bands(given_)
    assert [(b.first, b.last, b.households) for b in merged] == [
        (0, 30, 11),
        (31, 90, 6),
        (91, None, 4),
    ]


def test_too_few_for_any_band() -> None:
    assert merged_bands((band(0, 0, 1), band(1, 30, 1))) == ()


@given(st.lists(st.integers(0, 6), max_size=5))
def test_bands_keep_their_sum_and_hide_the_few(households: list[int]) -> None:
    given_ = tuple(band(n * 30 + 1, n * 30 + 30, count) for n, count in enumerate(households))
    merged = merged_bands(given_)
    assert all(b.households >= 3 for b in merged)
    if merged:
        assert sum(b.households for b in merged) == sum(households)
        assert total((b.amount for b in merged), s.KES) == s.kes(sum(households) * 450)
