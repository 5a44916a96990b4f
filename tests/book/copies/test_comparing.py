"""Two copies of a book are the same, one continues the other, or they have forked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.i18n import Translator
from imt_desktop.journal import errors
from imt_desktop.journal.copies.comparing import entries_after
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.oversight.copies import compare, look, only_in
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.wording.copies import only_words
from imt_desktop.wording.errors import sentence
from tests.book.faults import change
from tests.builders import KES, Clock, Desk, book_in


@contextmanager
def at_work(path: Path) -> Iterator[Desk]:
    """Open a copy and work in it."""
    clock = Clock()
    desk = Desk(open_book(path, clock=clock), clock)
    yield desk
    desk.book.close()


def copied(desk: Desk, name: str) -> Path:
    path = desk.book.path.with_name(name)
    copy_pages(desk.book.path, path)
    return path


def test_the_same(desk: Desk) -> None:
    found = compare(desk.book.path, copied(desk, "other.imt"))
    assert (found.relation, found.common) == ("same", desk.entries())
    assert found.first == found.second


def test_one_continues_the_other(desk: Desk) -> None:
    other, common = copied(desk, "other.imt"), desk.entries()
    desk.pay("3", 100)
    desk.pay("3", 50)
    found = compare(desk.book.path, other)
    assert (found.relation, found.common, found.second.seq) == ("first-continues", common, common)
    assert compare(other, desk.book.path).relation == "second-continues"
    assert [one.seq for one in entries_after(desk.book.path, ROOMS, common)] == [
        common + 1,
        common + 2,
    ]
    assert list(entries_after(other, ROOMS, common)) == []


def test_a_fork_is_named_with_what_each_did(desk: Desk) -> None:
    other, common = copied(desk, "other.imt"), desk.entries()
    desk.pay("3", 100)
    with at_work(other) as there:
        there.pay("3", 100)
        there.spend(5)
    found = compare(desk.book.path, other)
    assert (found.relation, found.common) == ("forked", common)
    assert (found.first.seq, found.second.seq) == (common + 1, common + 2)
    assert [one.envelope.kind for one in entries_after(other, ROOMS, common)] == [
        "payments/1",
        "money-out/1",
    ]


def test_another_committees_book_is_refused(desk: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = book_in(elsewhere)
    with pytest.raises(errors.AnotherBooksCopyError):
        compare(desk.book.path, other.book.path)
    other.book.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET hash=zeroblob(32) WHERE seq=6",
        "DELETE FROM journal WHERE seq=4",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq=1",
    ],
)
def test_a_broken_chain_is_not_compared(desk: Desk, statement: str) -> None:
    other = copied(desk, "other.imt")
    change(other, statement)
    with pytest.raises(errors.DamagedBookError):
        compare(desk.book.path, other)


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE journal SET stored=x'01' WHERE seq=6", 6),
        ("DELETE FROM journal WHERE seq=4", 4),
    ],
)
def test_an_entry_that_was_changed_in_a_copy_is_named(
    desk: Desk, statement: str, entry: int
) -> None:
    other = copied(desk, "other.imt")
    change(other, statement)
    for pair in ((desk.book.path, other), (other, desk.book.path)):
        with pytest.raises(errors.BrokenChainError) as refused:
            compare(*pair)
        assert (refused.value.path, refused.value.entry) == (str(other), entry)
        assert f"entry {entry} is missing, was changed" in sentence(refused.value, Translator("en"))


def test_a_copy_whose_chain_is_broken_is_not_told_as_a_book_that_cannot_be_read(desk: Desk) -> None:
    copy = copied(desk, "other.imt")
    change(copy, "DELETE FROM journal WHERE seq=4")
    with pytest.raises(errors.BrokenChainError):
        look(copy, desk.book.path)
    whole = copied(desk, "whole.imt")
    assert look(whole, copy).against is None


def test_a_file_that_is_no_book_is_refused(desk: Desk, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.imt"
    stranger.write_bytes(b"hello" * 100)
    with pytest.raises(errors.NotABookError):
        compare(desk.book.path, stranger)


@settings(max_examples=15)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))
def test_the_last_common_entry_is_found(
    tmp_path_factory: pytest.TempPathFactory, before: int, ours: int, theirs: int
) -> None:
    desk = book_in(tmp_path_factory.mktemp("two"), members=1, fee=10)
    for _ in range(before):
        desk.bill_one("1", 10)
    common, other = desk.entries(), copied(desk, "other.imt")
    for n in range(ours):
        desk.bill_one("1", 20 + n)
    with at_work(other) as there:
        for n in range(theirs):
            there.bill_one("1", 30 + n)
    found = compare(desk.book.path, other)
    desk.book.close()
    shutil.rmtree(desk.book.path.parent)
    assert found.common == common
    wanted = {
        (False, False): "same",
        (True, False): "first-continues",
        (False, True): "second-continues",
        (True, True): "forked",
    }
    assert found.relation == wanted[ours > 0, theirs > 0]


def test_what_a_fork_has_alone_is_told_line_by_line_with_names(desk: Desk) -> None:
    common = desk.entries()
    lines = tuple(PaymentLine(member=one, amount=Decimal(n)) for one, n in (("1", 100), ("3", 50)))
    desk.do(receive, PaymentRequest(lines=lines))
    told, known = only_in(desk.book.path, common, desk.entries())
    words = [only_words(one, known, KES, Translator("en")) for one in told]
    assert [one.split(": ", 1)[1] for one in words] == [
        "1 Member 1 paid KSh\xa0100, receipt 3.", "3 Member 3 paid KSh\xa050, receipt 4.",
    ]  # fmt: skip
