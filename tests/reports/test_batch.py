"""Papers that come in numbers: statements of all members, receipts of a day, slips to carry."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import ImageStat

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError
from imt_desktop.errors import WorkStoppedError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Signing
from imt_desktop.journal.anchor import anchor_of, cleaned, with_code
from imt_desktop.ledger import members
from imt_desktop.ledger.errors import NobodyInZoneError
from imt_desktop.ledger.member_account import member_account, member_accounts
from imt_desktop.ledger.register import members as registered
from imt_desktop.ledger.walking.ordering import WalkRequest, order
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.period import Month, Period
from imt_desktop.reports import printing
from imt_desktop.reports.batch import draw, pieces, piles
from imt_desktop.reports.behind import pdf as behind
from imt_desktop.reports.daylist import pdf as daylist
from imt_desktop.reports.daylist.facts import DayListFacts
from imt_desktop.reports.issued import issued_papers, issued_with
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.reprinting import again_together, rest_of
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.wording.errors import sentence
from tests.builders import Desk, book_in, household, kes
from tests.reports import real
from tests.reports import samples as s
from tests.reports.reading import codes_of, text

BOTH = Period(Month(2026, 9).first, Month(2026, 10).last)
ALL = PaperWanted("statements", ("en", "sw"), BOTH)
OCTOBER = Period(Month(2026, 10).first, Month(2026, 10).last)
THIRD = date(2026, 10, 3)


def move(desk: Desk, number: str, zone: str, house: str = "") -> None:
    """A household lives somewhere else."""
    known = members.HouseholdLine(
        adults=(members.AdultLine(name=f"Household {number}"),), zone=zone, house=house
    )
    desk.do(members.change, members.ChangeMemberRequest(member=number, household=known))


def test_a_batch_says_what_the_statements_one_by_one_say(kiboko: Desk) -> None:
    sheet = kiboko.do(printing.issue, ALL)
    alone = tuple(kiboko.see(build_statement, number, BOTH, date(2026, 10, 14)) for number in "123")
    assert sheet.facts.statements == alone  # type: ignore[attr-defined]
    assert printing.households(sheet) == (3, 3)


@pytest.mark.parametrize("period", ["2026", "2026-Q3", "2026-08", "2026-09", "2026-10"])
def test_the_accounts_of_all_are_each_ones_own(kiboko: Desk, period: str) -> None:
    kiboko.hand_over(1, "2", debt="moves")
    when = Period.parse(period)
    every = kiboko.see(member_accounts, when)
    for row in kiboko.see(registered):
        assert every[row.id] == kiboko.see(member_account, row.number, when)


def test_each_statement_has_an_entry_and_a_code_of_its_own(kiboko: Desk) -> None:
    before = kiboko.entries()
    sheet = kiboko.do(printing.issue, ALL)
    pdf = printing.draw(sheet)
    assert kiboko.entries() == before + 3
    assert raster.pages(pdf) == 3
    for page, anchor in enumerate(sheet.anchors):
        assert codes_of(pdf, page) == [anchor.qr]
        recorded = kiboko.see(with_code, cleaned(anchor.code))
        assert anchor_of(recorded).qr == anchor.qr
        assert isinstance(recorded.entry, PaperIssued)
        assert recorded.entry.about == f"{BOTH} {page + 1}"
    copy = kiboko.do(printing.again, sheet.anchors[1].entry)
    assert copy.edition.copy == 2
    assert "COPY 2" in text(printing.draw(copy))


def test_one_walks_zone_by_zone_and_house_by_house(kiboko: Desk) -> None:
    move(kiboko, "1", "Sokoni", "A10")
    move(kiboko, "2", "Sokoni", "a2")
    move(kiboko, "3", "\u00c1gua", "1")
    rows = kiboko.see(lambda book: in_walking_order(book, registered(book)))
    assert [row.number for row in rows] == ["3", "2", "1"]
    sheet = kiboko.do(printing.issue, PaperWanted("statements", ("en",), BOTH, zone="Sokoni"))
    found = text(printing.draw(sheet))
    assert found.index("Household 2") < found.index("Household 1")
    assert "Household 3" not in found


@pytest.mark.parametrize("kind", ["statements", "bills"])
def test_the_walking_order_that_was_set_goes_before_the_houses(kiboko: Desk, kind: str) -> None:
    for number, house in (("1", "A1"), ("2", "A2"), ("3", "A3")):
        move(kiboko, number, "Sokoni", house)
    kiboko.do(order, WalkRequest(zone="Sokoni", members=("3", "1")))
    period = BOTH if kind == "statements" else OCTOBER
    facts: Any = kiboko.do(printing.issue, PaperWanted(kind, ("en",), period)).facts
    assert [one.member.member for one in facts.papers] == ["3", "1", "2"]


@pytest.mark.parametrize("kind", ["statements", "bills"])
def test_where_nobody_lives_no_paper_is_spoken_of_that_was_not_asked_for(
    kiboko: Desk, kind: str
) -> None:
    with pytest.raises(NobodyInZoneError) as refused:
        kiboko.do(printing.issue, PaperWanted(kind, ("en",), zone="Nowhere"))
    assert "statement" not in sentence(refused.value, Translator("en"))


def test_who_left_gets_none_unless_something_is_on_the_account(kiboko: Desk) -> None:
    kiboko.join(household("Nobody Here"))
    for number in ("1", "4"):
        gone = members.MemberStatusRequest(member=number, status="left", reason="moved away")
        kiboko.do(members.change_status, gone)
    preview = kiboko.see(printing.prepare, ALL)
    assert printing.households(preview) == (3, 3), "it counts whoever is printed, too"
    facts = kiboko.do(printing.issue, ALL).facts
    assert [one.member.member for one in facts.statements] == ["1", "2", "3"]  # type: ignore[attr-defined]


def test_a_preview_shows_the_first_few_of_all(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=20, fee=450)
    desk.bill("2026-10")
    before = desk.entries()
    sheet = desk.see(printing.prepare, PaperWanted("statements"))
    assert printing.households(sheet) == (printing.PREVIEWED, 20)
    assert raster.pages(printing.draw(sheet)) == printing.PREVIEWED
    assert desk.entries() == before
    desk.book.close()


def test_a_file_for_each_household(kiboko: Desk) -> None:
    sheet = kiboko.do(printing.issue, ALL)
    told: list[tuple[int, int]] = []
    files = dict(printing.draw_each(sheet, lambda done, every: told.append((done, every))))
    assert list(files) == ["1 Tabitha Kiplagat", "2 Samuel Kariuki", "3 Kiboko Kiosk Group"]
    assert told == [(1, 3), (2, 3), (3, 3)]
    for (name, pdf), anchor in zip(files.items(), sheet.anchors, strict=True):
        assert name.split(" ", 1)[1] in text(pdf)
        assert codes_of(pdf) == [anchor.qr]


def test_a_batch_that_is_stopped_leaves_no_entry(kiboko: Desk) -> None:
    before = kiboko.entries()

    def stop(done: int, _every: int) -> None:
        if done == 2:
            raise WorkStoppedError()

    with pytest.raises(WorkStoppedError):
        kiboko.do(printing.issue, ALL, stop)
    assert kiboko.entries() == before
    sheet = kiboko.do(printing.issue, ALL)
    with pytest.raises(WorkStoppedError):
        printing.draw(sheet, stop)


def test_a_batch_of_five_hundred_has_a_page_each(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=500, fee=450)
    for month in ("2026-08", "2026-09", "2026-10"):
        desk.bill(month)
    pdf = printing.draw(desk.do(printing.issue, PaperWanted("statements", ("en", "sw"))))
    assert raster.pages(pdf) == 500
    desk.book.close()


def test_all_receipts_of_a_day_are_first_prints_and_then_copies(kiboko: Desk) -> None:
    real.day(kiboko, 10, 14)
    for _ in range(9):
        kiboko.pay("1", 10, on=THIRD)
    wanted = PaperWanted("receipts", ("en", "sw"), day=THIRD)
    first = kiboko.do(printing.issue, wanted)
    pdf = printing.draw(first)
    assert raster.pages(pdf) == 2
    codes = codes_of(pdf, 0, 200) + codes_of(pdf, 1, 200)
    numbers = [3, *range(7, 16)]
    singles = [kiboko.see(printing.first_receipt, number, ("en",)) for number in numbers]
    assert sorted(codes) == sorted(one.anchor.qr for one in singles if one.anchor)
    assert "COPY" not in text(pdf)
    again = kiboko.do(printing.issue, wanted)
    assert text(printing.draw(again)).count("COPY 2") == 10
    assert "COPY 3" in text(printing.draw(kiboko.do(printing.issue, wanted)))
    assert first.anchor
    by_entry = kiboko.do(printing.again, first.anchor.entry)
    assert text(printing.draw(by_entry)).count("COPY 2") == 10


def test_a_cancelled_receipt_is_not_among_those_of_a_day(kiboko: Desk) -> None:
    sheet = kiboko.do(printing.issue, PaperWanted("receipts", day=date(2026, 10, 6)))
    assert sheet.facts.receipts == ()  # type: ignore[attr-defined]
    assert "No receipt was given on this day." in text(printing.draw(sheet))


@pytest.mark.parametrize("size", ["A6", "A4", "roll", "eight"])
def test_a_receipt_on_every_paper_reads_back(kiboko: Desk, size: str) -> None:
    sheet = kiboko.see(printing.first_receipt, 4, ("en", "sw"), size, True)
    pdf = printing.draw(sheet)
    found = text(pdf)
    assert sheet.anchor
    assert set(codes_of(pdf, 0, 203)) == {sheet.anchor.qr}
    assert set(codes_of(pdf, 0, 150, grey=True)) == {sheet.anchor.qr}
    for said in ("Tabitha Kiplagat", "500", "5 October 2026", "7KQ2"):
        assert said in found, said


def test_a_roll_is_black_and_as_long_as_it_needs_to_be(kiboko: Desk) -> None:
    pdf = printing.draw(kiboko.see(printing.first_receipt, 4, ("en", "sw"), "roll"))
    ((wide, tall),) = raster.sizes(pdf)
    assert wide == pytest.approx(80 / 25.4 * 72, abs=0.5)
    assert 400 < tall < 700
    colours = raster.image(pdf, 0, 203).getcolors(1 << 16) or []
    assert all(max(ink) - min(ink) < 12 for _, ink in colours)  # type: ignore[arg-type]
    dark = sum(many for many, ink in colours if sum(ink) < 300)  # type: ignore[arg-type]
    assert dark < 0.12 * sum(many for many, _ in colours)


@pytest.mark.parametrize("size", ["A6", "A4"])
def test_the_ink_saving_receipt_has_no_filled_area(kiboko: Desk, size: str) -> None:
    def ink(saving: bool) -> float:
        sheet = kiboko.see(printing.first_receipt, 4, ("en",), size, saving)
        grey = raster.image(printing.draw(sheet), 0, 60).convert("L")
        return 255 - ImageStat.Stat(grey).mean[0]

    assert ink(True) < 0.8 * ink(False)


def test_numbers_for_the_pad_make_no_receipt_a_copy(kiboko: Desk) -> None:
    pad = text(printing.draw(kiboko.do(printing.issue, PaperWanted("pad", ("en",), day=THIRD))))
    first = kiboko.see(printing.first_receipt, 3, ("en",))
    assert first.anchor
    assert first.anchor.code in pad.replace(" ", "")
    sheet = kiboko.do(printing.issue, PaperWanted("receipts", ("en",), day=THIRD))
    assert "COPY" not in text(printing.draw(sheet))


def test_slips_say_only_what_their_household_has_to_pay(kiboko: Desk) -> None:
    facts = kiboko.see(printing.prepare, PaperWanted("slips")).facts
    said = [(one.member, one.owed, one.other) for one in facts.slips]  # type: ignore[attr-defined]
    assert said == [("1", kes(500), True), ("3", kes(500), False)]


def test_a_confirmed_balance_needs_no_slip(kiboko: Desk) -> None:
    from imt_desktop.ledger.openings import ConfirmRequest, confirm, unconfirmed

    waiting = kiboko.see(unconfirmed)
    kiboko.do(confirm, ConfirmRequest(balances=tuple(one.ref for one in waiting)))
    sheet = kiboko.do(printing.issue, PaperWanted("confirmations", ("en",)))
    assert "Every balance from the old book is confirmed." in text(printing.draw(sheet))


def test_a_day_list_says_what_is_owed_and_counts_no_money_for_it(tmp_path: Path) -> None:
    desk = book_in(tmp_path)
    desk.owe(800, payee="Pump Repairs")
    facts = desk.see(printing.prepare, PaperWanted("daylist", ("en",))).facts
    desk.book.close()
    assert isinstance(facts, DayListFacts)
    (line,) = facts.lines
    assert (line.into, line.out, line.aside) == (None, None, kes(800))
    assert "Repairs, owed: 800" in text(daylist.render(facts, s.ONE, None))


def test_a_zone_that_is_none_is_refused(kiboko: Desk) -> None:
    for paper in ("behind", "members", "slips", "statements", "letters"):
        with pytest.raises(NobodyInZoneError):
            kiboko.see(printing.prepare, PaperWanted(paper, zone="Nowhere"))


def test_a_day_list_has_what_was_entered_whatever_day_it_is_of(kiboko: Desk) -> None:
    real.day(kiboko, 10, 14)
    late = kiboko.pay("1", 70, on=date(2026, 9, 2), pad="00417")
    kiboko.spend(30, on=date(2026, 9, 3), voucher="9")
    kiboko.move(1, 2, 100)
    kiboko.void(16)  # entered on another day
    wrong = kiboko.pay("2", 20)
    kiboko.void(wrong.entry)
    facts = kiboko.see(printing.prepare, PaperWanted("daylist", day=date(2026, 10, 14))).facts
    lines = facts.lines  # type: ignore[attr-defined]
    assert [(line.number, line.pad, line.cancelled) for line in lines] == [
        (str(late.number), "00417", False), ("9", "", False), ("", "", False), ("213", "", True),
        (str(wrong.number), "", True),
    ]  # fmt: skip
    assert (facts.came, facts.went) == (kes(70), kes(30))  # type: ignore[attr-defined]


def test_wages_paid_and_owed_stand_on_the_sheet(kiboko: Desk) -> None:
    kiboko.spend(700, "wages", payee="Guard", on=date(2026, 10, 2))
    wrong = kiboko.spend(90, "wages", payee="Guard", on=date(2026, 10, 2))
    kiboko.void(wrong.seq)
    kiboko.owe(300, "wages", payee="Joseph Mutua")
    wanted = PaperWanted("wages", ("en", "sw"), Month(2026, 10).period)
    sheet = kiboko.do(printing.issue, wanted)
    facts = sheet.facts
    assert [(one.name, one.amount, one.owed) for one in facts.wages] == [  # type: ignore[attr-defined]
        ("Guard", kes(700), False), ("Joseph Mutua", kes(300), True),
    ]  # fmt: skip
    found = text(printing.draw(sheet))
    assert "1,000" in found and "still to be paid" in found


def test_a_list_of_two_thousand_members_has_every_one(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2000)
    pdf = printing.draw(desk.do(printing.issue, PaperWanted("members", ("en", "sw"))))
    found = text(pdf)
    assert all(f"Member {n} " in found for n in range(1, 2001, 83))
    assert "2,000 households" in found
    desk.book.close()


@pytest.mark.parametrize("count", [16, 21, 22, 45])
def test_a_total_on_a_page_of_its_own_has_rows_beside_it(count: int) -> None:
    words = Bilingual(Translator("en"), Translator("sw"))
    data = behind.render(s.behind(count), words, None)
    last = text(data, raster.pages(data) - 1)
    assert f"{count} households" in last
    assert last.count("Sokoni") >= 3


def test_a_cancelled_expense_says_so_on_its_voucher(kiboko: Desk) -> None:
    kiboko.void(17, reason="paid twice")
    found = text(printing.draw(kiboko.do(printing.issue, PaperWanted("voucher", expense="17/1"))))
    assert "CANCELLED" in found and "paid twice" in found
    assert "Honoraria" in found and "Guard" in found


def test_a_batch_is_printed_again_as_a_whole(kiboko: Desk) -> None:
    batch = kiboko.do(printing.issue, ALL)
    first = printing.draw(batch)
    entries = kiboko.see(issued_with, batch.anchors[1].entry)
    assert [*entries] == [anchor.entry for anchor in batch.anchors]
    kiboko.pay("1", 900)
    waits = {batch.anchors[2].entry}
    again = kiboko.do(again_together, entries, waits)
    pdf = printing.draw(again)
    pages = [text(pdf, page) for page in range(3)]
    assert ["COPY 2" in page for page in pages] == [True, True, False]
    assert [anchor.code for anchor in again.anchors] == [anchor.code for anchor in batch.anchors]
    assert raster.png(pdf, 2, 60) == raster.png(first, 2, 60)
    third = kiboko.do(again_together, kiboko.see(issued_with, kiboko.entries()))
    assert text(printing.draw(third)).count("COPY 3") == 2
    left = rest_of(again, 1)
    assert text(printing.draw(left), 0) == pages[1]


def test_copies_wait_and_come_out_as_they_were_issued(kiboko: Desk) -> None:
    batch = kiboko.do(printing.issue, ALL)
    again = kiboko.do(
        again_together, [anchor.entry for anchor in batch.anchors], {batch.entries[2]}
    )
    assert again.entries == (batch.entries[2] + 1, batch.entries[2] + 2, batch.entries[2])
    first = kiboko.do(printing.issue, PaperWanted("receipt", ("en",), receipt=4, size="A6"))
    entry = kiboko.entries()
    kiboko.clock.now += timedelta(days=2)  # it still says the day of its entry
    found = kiboko.see(pieces, (), (*again.entries[:2], entry), {})
    assert [(piece.kind, piece.copy) for piece in found] == [
        ("statement", 2), ("statement", 2), ("receipt", 2)
    ]  # fmt: skip
    statements, receipt = kiboko.see(piles, found, {"receipt": "A6"})
    assert draw(receipt) == printing.draw(first)
    waited = draw(statements)
    assert [text(waited, at) for at in range(2)] == [
        text(printing.draw(again), at) for at in range(2)
    ]


def test_a_batch_is_copied_without_those_who_were_forgotten(kiboko: Desk) -> None:
    batch = kiboko.do(printing.issue, ALL)
    with kiboko.book.write(Signing()) as writing:
        forgotten = batch.anchors[1].entry
        writing.driver.execute("DELETE FROM word WHERE seq=? AND path='said'", (forgotten,))
    again = kiboko.do(again_together, [anchor.entry for anchor in batch.anchors])
    assert [one.member.member for one in again.facts.statements] == ["1", "3"]  # type: ignore[attr-defined]
    with pytest.raises(NotAPaperError):
        kiboko.do(again_together, [1])


def test_statements_that_wait_one_by_one_go_to_the_printer_together(kiboko: Desk) -> None:
    batch = kiboko.do(printing.issue, ALL)
    waits = [anchor.entry for anchor in batch.anchors[1:]]
    found = kiboko.see(pieces, (), waits, {})
    assert [piece.number for piece in found] == waits
    (pile,) = kiboko.see(piles, found, {})
    pdf = draw(pile)
    assert raster.pages(pdf) == 2
    assert raster.png(pdf, 1, 60) == raster.png(printing.draw(batch), 2, 60)


def test_statements_issued_in_one_go_stand_in_one_line(kiboko: Desk) -> None:
    kiboko.do(printing.issue, PaperWanted("statement", ("en", "sw"), BOTH, member="1"))
    kiboko.do(printing.issue, PaperWanted("cashbook", period=BOTH))
    batch = kiboko.do(printing.issue, ALL)
    newest, book, alone = kiboko.see(issued_papers)
    assert (newest.paper, newest.about, newest.together) == ("statements", str(BOTH), 3)
    assert newest.entry == batch.anchors[-1].entry
    assert (book.paper, alone.paper, alone.together) == ("cashbook", "statement", 1)
    kiboko.clock.now += timedelta(minutes=1)
    kiboko.do(printing.issue, PaperWanted("statement", ("en", "sw"), BOTH, member="2"))
    after, before, *_ = kiboko.see(issued_papers)
    assert (after.paper, after.together, before.together) == ("statement", 1, 3)


def test_a_list_issued_with_four_ages_is_printed_again_as_it_was() -> None:
    facts = s.behind(2)
    old = msgspec.structs.replace(
        facts,
        debtors=tuple(
            msgspec.structs.replace(
                one, ages=(*one.ages[:2], one.ages[2] + one.ages[3], one.ages[4])
            )
            for one in facts.debtors
        ),
    )
    said = text(behind.render(old, s.ONE, s.ANCHOR))
    assert "31 to 90 days" in said and "61" not in said
    assert "31 to 90 days" not in text(behind.render(facts, s.ONE, s.ANCHOR))
