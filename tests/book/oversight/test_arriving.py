"""A copy comes to a laptop: beside a damaged book, where there is none, and where one went on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from imt_desktop.journal import BookRestored, Signing, errors
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import arriving, copies
from imt_desktop.oversight.arriving import Arrived, arrive, copies_of, look
from imt_desktop.oversight.whole import ROOMS, open_book
from tests.builders import Desk, book_in
from tests.officers import name, set_pin

TODAY = date(2026, 10, 14)
WORDS = "bakone tidumi pasofa lirenu kamobe"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A book with two receipts, open in the folder ``old``."""
    folder = tmp_path / "old"
    folder.mkdir()
    made = book_in(folder, members=3, fee=450)
    made.bill()
    name(made, "Amina", "treasurer")
    made.pay("1", 450)
    made.pay("2", 700)
    yield made
    made.book.close()


def fresh(folder: Path) -> Callable[[str], Path]:
    return lambda name: folder / f"{name}.imt"


def backup(desk: Desk) -> Path:
    return copies.back_up(desk.book.path, "closing", TODAY).path


def carried(desk: Desk, stick: Path) -> Path:
    """A sealed copy on a stick, opened again elsewhere."""
    sealed, plain = stick / "our.age", stick / "our opened.imt"
    for path in (sealed, plain):
        path.unlink(missing_ok=True)
    copies.seal(desk.book.path, sealed, opens=WORDS, private=True)
    copies.open_sealed(sealed, plain, opens=WORDS)
    return plain


def arrived(desk: Desk, copy: Path, books: Path, lost: Path | None = None) -> Arrived:
    return look(copy, books, lost, fresh(books))


def test_a_book_goes_on_at_another_laptop(desk: Desk, tmp_path: Path) -> None:
    books = tmp_path / "new" / "Books"
    found = arrived(desk, carried(desk, tmp_path), books)
    assert (found.there, found.asks_receipt, found.relation) == (False, True, "")
    assert [one.post for one in found.officers] == ["treasurer"]
    who = Signing(found.officers[0].id)
    with pytest.raises(errors.LastReceiptError):
        arrive(found, who, Asked(None, TODAY), desk.clock)
    done = arrive(found, who, Asked(7, TODAY), desk.clock)
    assert done.kept is None
    assert verify(found.place, ROOMS).problems == ()
    with (
        closing(open_book(found.place, clock=desk.clock)) as book,
        book.read() as reading,
    ):
        recorded = reading.recorded(done.entry or 0)
    assert isinstance(recorded.entry, BookRestored) and recorded.entry.last_receipt == 7
    assert recorded.envelope.responsible == found.officers[0].id


def test_what_went_on_elsewhere_comes_back_to_the_old_laptop(desk: Desk, tmp_path: Path) -> None:
    books = desk.book.path.parent
    away = tmp_path / "away"
    away.mkdir()
    there = away / "our.imt"
    desk.book.close()
    shutil.copy(desk.book.path, there)
    other = Desk(open_book(there, clock=desk.clock), desk.clock)
    other.pay("3", 50)
    found = arrived(desk, carried(other, tmp_path), books)
    other.book.close()
    assert found.place == desk.book.path and found.relation == arriving.AHEAD
    done = arrive(found, Signing(), Asked(None, TODAY), desk.clock)
    assert done.entry is not None and done.left is None and done.kept is not None
    plain = arrived(desk, there, books)
    assert plain.relation == "first-continues"


def test_a_plain_copy_that_went_on_is_taken_over_without_an_entry(
    desk: Desk, tmp_path: Path
) -> None:
    away = tmp_path / "away.imt"
    desk.book.close()
    shutil.copy(desk.book.path, away)
    other = Desk(open_book(away, clock=desk.clock), desk.clock)
    other.pay("3", 50)
    other.book.close()
    found = arrived(desk, away, desk.book.path.parent)
    assert arrive(found, Signing(), Asked(None, TODAY), desk.clock).entry is None


def test_a_damaged_book_has_its_copies_beside_it(desk: Desk) -> None:
    copy, path = backup(desk), desk.book.path
    desk.book.close()
    path.write_bytes(path.read_bytes()[:5000])
    assert [one.path for one in copies_of(path)] == [copy]
    found = arrived(desk, copy, path.parent, path)
    assert (found.place, found.there, found.asks_receipt) == (path, True, True)
    done = arrive(found, Signing(), Asked(2, TODAY), desk.clock)
    assert done.kept is not None and done.kept.stat().st_size == 5000
    assert verify(path, ROOMS).problems == ()
    assert copies_of(path.with_name("never there.imt")) == ()


def test_a_book_that_is_gone_comes_back_under_its_name(desk: Desk) -> None:
    copy, path = backup(desk), desk.book.path
    desk.book.close()
    path.unlink()
    found = arrived(desk, copy, path.parent, path)
    assert (found.place, found.there) == (path, False)
    arrive(found, Signing(), Asked(2, TODAY), desk.clock)
    assert path.exists()


def test_books_that_were_replaced_do_not_go_on(desk: Desk, tmp_path: Path) -> None:
    copy = backup(desk)
    kept = desk.book.path.with_name("our replaced 2026-10-13.imt")
    desk.pay("3", 50)
    desk.book.close()
    shutil.copy(desk.book.path, kept)
    assert arrived(desk, copy, kept.parent).place == desk.book.path
    desk.book.path.unlink()
    assert not arrived(desk, copy, kept.parent).there


def test_who_has_a_pin_by_the_copy_or_by_the_book_here_cannot_be_named_without(
    desk: Desk, tmp_path: Path
) -> None:
    """A PIN that was set after the copy was made is one, too."""
    name(desk, "Joseph", "chair")
    before = backup(desk)
    set_pin(desk, 1, "482913")
    books = tmp_path / "new"
    books.mkdir()
    assert [one.name for one in arrived(desk, before, books).officers] == ["Amina", "Joseph"]
    here = arrived(desk, before, desk.book.path.parent)
    assert here.there and [one.name for one in here.officers] == ["Joseph"]
    sealed = carried(desk, tmp_path)
    assert [one.name for one in arrived(desk, sealed, books).officers] == ["Joseph"]


def test_another_committees_copy_does_not_take_the_place_of_a_whole_book(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    other = book_in(folder, members=1, fee=100)
    other.book.close()
    with pytest.raises(errors.AnotherBooksCopyError):
        arrived(desk, other.book.path, desk.book.path.parent, desk.book.path)
