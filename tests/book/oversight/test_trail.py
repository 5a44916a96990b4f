"""The audit trail: who did what and when, by officer, member, day, kind and text, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Recorded, Ref, Signing
from imt_desktop.oversight.trail import Asked, Trail, local_time, query, trail
from imt_desktop.wording.deeds import SENTENCES, deed_words
from tests.book.charging.village import ask
from tests.book.faults import ROOMS, clock, write_everything
from tests.builders import BANK, Desk, household, opening
from tests.officers import ALONE, BOTH, CHAIR, TREASURER

EN = Translator("en")


def seqs(desk: Desk, **asked: object) -> list[int]:
    return [deed.seq for deed in desk.see(trail, Asked(**asked)).deeds]  # type: ignore[arg-type]


def said(desk: Desk, recorded: Recorded) -> str:
    found: Trail = desk.see(trail, Asked(), recorded.seq + 1, 1)
    words = deed_words(found.deeds[0], found.known, EN, desk.book.currency)
    return words.replace("\u00a0", " ")


@pytest.fixture
def desk(signed: Desk) -> Desk:
    signed.who = ALONE
    return signed


def test_who_came_to_see_the_plan_is_said_once(desk: Desk) -> None:
    ask(desk, "round", name="2026")
    visit = {"women": 2, "men": 2, "decided": "Go on."}
    review = ask(desk, "visit", by="the committee", what="review", **visit)
    assert said(desk, review) == "Review of the plan by the committee. Go on."
    came = ask(desk, "visit", by="County office", what="coaching", **visit)
    assert said(desk, came) == "Coaching visit by County office. Go on."


def test_the_newest_come_first_a_page_at_a_time(desk: Desk) -> None:
    for amount in range(1, 8):
        desk.spend(amount)
    last = desk.entries()
    seen: list[int] = []
    before: int | None = None
    while True:
        page = desk.see(trail, Asked(), before, 5)
        seen += [deed.seq for deed in page.deeds]
        before = page.before
        if before is None:
            break
        assert len(page.deeds) == 5
    assert seen == list(range(last, 0, -1))


def test_by_officer_whatever_the_hand_was(desk: Desk) -> None:
    alone = desk.spend(5).seq
    desk.who = BOTH
    both = desk.adopt(500, since="2026-11").seq
    desk.who = Signing(TREASURER, entered_by=5, signature="pin")
    typed = desk.spend(6).seq
    assert seqs(desk, officer=CHAIR)[:1] == [both]
    assert seqs(desk, officer=TREASURER)[:3] == [typed, both, alone]
    assert seqs(desk, officer=5) == [typed]
    assert seqs(desk, officer=99) == []


def test_by_member_whatever_it_was_about(desk: Desk) -> None:
    bill = desk.bill("2026-10").seq
    paid = desk.pay("1", 100).entry
    other = desk.pay("2", 100).entry
    corrected = desk.correct(Ref(bill, 1), 400).seq
    disputed = desk.dispute(Ref(bill, 1)).seq
    cancelled = desk.void(paid).seq
    old = desk.open(opening("debt", 5, member="1")).seq
    found = seqs(desk, member=1)
    assert found[:6] == [old, cancelled, disputed, corrected, paid, bill]
    assert other not in found
    assert seqs(desk, member=2)[:2] == [other, bill]
    assert seqs(desk, member=1, kind="payments") == [paid]


def test_by_day_kind_and_flag(desk: Desk) -> None:
    today = desk.clock.now.date()
    first = desk.spend(5, on=date(2026, 9, 1)).seq  # entered today, whatever its date
    desk.clock.now += timedelta(days=1)
    second = desk.spend(6).seq
    assert seqs(desk, first=today, last=today)[0] == first
    assert seqs(desk, first=today + timedelta(days=1)) == [second]
    assert seqs(desk, kind="money-out") == [second, first]
    assert seqs(desk, kind="money") == []
    desk.clock.now += timedelta(days=300)
    flagged = desk.spend(7).seq
    assert seqs(desk, flagged=True) == [flagged]


def test_by_text_in_words_names_and_numbers(desk: Desk) -> None:
    desk.who = Signing(TREASURER)
    joined = desk.join(household("Étienne 100%_A")).seq
    fuel = desk.spend(5, payee="Filling Station", voucher="V-213").seq
    paid = desk.pay("4", 450)
    mobile = desk.pay("1", 20, account=3, reference="QJ7X").entry
    assert seqs(desk, text="filling") == [fuel]
    assert seqs(desk, text="v-213") == [fuel]
    assert seqs(desk, text="qj7") == [mobile]
    assert seqs(desk, text="étienne") == [paid.entry, joined]
    assert seqs(desk, text="100%_a") == [paid.entry, joined]
    assert seqs(desk, text="100_") == []
    assert seqs(desk, text=str(paid.number), kind="payments")[-1] == paid.entry
    for hostile in ("'", '"; DROP TABLE entry; --', "\\", "%", "_", "x\x00", "🌊", "9" * 40):
        assert fuel not in seqs(desk, text=hostile)


def test_a_deed_knows_the_time_on_the_wall(desk: Desk) -> None:
    desk.spend(5)
    deed = desk.see(trail, Asked(), None, 1).deeds[0]
    assert local_time(deed).strftime("%Y-%m-%d %H:%M") == "2026-10-14 09:12"


def test_sentences_say_what_happened(desk: Desk) -> None:
    desk.pay("1", 450)
    assert said(desk, desk.spend(300, payee="Filling station")) == (
        "Money out: KSh 300 to Filling station, Diesel for the pump"
    )
    paid = desk.see(lambda book: book.recorded(desk.pay("1", 450).entry))
    assert said(desk, paid) == "1 Member 1 paid KSh 450, receipt 2."
    assert said(desk, desk.move(1, BANK, 100)) == "Moved KSh 100: cash box to bank"
    counted = desk.count(490, explanation="nobody knows")
    assert said(desk, counted) == (
        "Counted, cash box: KSh 490; the book says KSh 500. nobody knows"
    )
    bank = desk.spend(30, payee="", category="charges")
    assert said(desk, bank) == "Money out: KSh 30, Bank and mobile charges"  # to nobody by name


def test_a_bill_is_named_by_its_household_and_what_it_is_for(desk: Desk) -> None:
    bill = Ref(desk.bill("2026-10").seq, 1)
    fee = "1 Member 1, Fee for October 2026"
    assert said(desk, desk.correct(bill, 400)) == f"{fee}: it was KSh 450 and became KSh 400. wrong"
    assert said(desk, desk.dispute(bill)) == f"{fee}: disputed. never used it"
    assert said(desk, desk.dispute(bill, False)) == f"{fee}: no longer disputed. never used it"


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path: Path = write_everything(tmp_path_factory.mktemp("book") / "our.imt")
    book = Book.open(path, ROOMS, clock=clock)
    yield book
    book.close()


def test_every_kind_has_a_sentence_of_its_own() -> None:
    assert set(SENTENCES) == set(ROOMS.kinds.values())


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
def test_every_entry_can_be_said(everything: Book, code: str) -> None:
    tr = Translator(code)
    with everything.read() as reading:
        found = trail(reading, Asked(), None, 1000)
        sentences = [deed_words(deed, found.known, tr, everything.currency) for deed in found.deeds]
    assert len(sentences) == found.deeds[0].seq
    assert all(text and text == text.strip() and "{" not in text for text in sentences)


def test_a_forgotten_name_leaves_a_sentence(everything: Book) -> None:
    """As if every word had been forgotten: an entry reads with empty names."""
    with everything.read() as reading:
        found = trail(reading, Asked(), None, 1000)
        rooms = everything.rooms
        for deed in found.deeds:
            bare = Recorded(deed.envelope, rooms.entry(deed.envelope, {}), deed.hash)
            assert deed_words(bare, found.known, EN, everything.currency)


PLANS: list[tuple[dict[str, object], tuple[str, ...]]] = [
    ({"officer": 1}, ("PRIMARY KEY (officer=? AND seq=?)",)),
    ({"member": 1}, ("member_entry", "money_line_member", "bill_member")),
    ({"flagged": True}, ("entry_flagged",)),
    ({"kind": "payments"}, ("entry_kind",)),
]


@pytest.mark.parametrize(("asked", "index"), PLANS)
def test_what_is_asked_most_goes_by_an_index(
    book_with: Callable[..., Desk], asked: dict[str, object], index: tuple[str, ...]
) -> None:
    sql, values = query(Asked(**asked), 10, 5, ["payments/1"])  # type: ignore[arg-type]
    desk = book_with()
    plan = desk.see(
        lambda book: book.driver.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    )
    told = " ".join(str(row) for row in plan)
    assert all(name in told for name in index)
    assert "SCAN" not in told and "TEMP B-TREE" not in told
