"""The certificate of a closed month: built from a closed book, and read back from its PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from imt_desktop.committee import describing, rules
from imt_desktop.errors import PaperError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.journal.anchor import cleaned, with_code
from imt_desktop.ledger.accounts import AccountRequest, open_account
from imt_desktop.ledger.denominations import PiecesLine
from imt_desktop.ledger.errors import MonthNotClosedError
from imt_desktop.money import Money
from imt_desktop.period import Month, Period
from imt_desktop.reports.closing import pdf as closing
from imt_desktop.reports.closing.build import build_closing
from imt_desktop.reports.closing.checks import LABELS, label, value
from imt_desktop.reports.closing.facts import Check, ClosingFacts, Counted
from imt_desktop.reports.facts import decode, encode
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.printing import PaperWanted, draw, issue
from imt_desktop.wording.errors import sentence
from tests.builders import BANK, CASH, Desk, book_in, kes, opening
from tests.officers import ALONE, AUDITOR, BOTH, committee_in
from tests.reports import samples as s
from tests.reports.reading import assert_tidy, codes_of, text

SEPTEMBER = Month(2026, 9)
LAST = SEPTEMBER.last


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The September of the specimen: 7,310 and 104,600 brought forward, 4,920 counted."""
    with committee_in(tmp_path) as made:
        made.who = ALONE
        made.open(
            opening("account", 7310, account=CASH), opening("account", 104600, account=BANK),
            on=date(2026, 8, 31),
        )  # fmt: skip
        made.count(7310, on=date(2026, 8, 31))
        made.compare(104600, date(2026, 8, 31))
        made.who = BOTH
        made.close("2026-08", bills="yes", relatives="no")
        made.who = ALONE
        made.pay("1", 38210, on=date(2026, 9, 3))
        made.get(24270, account=BANK, on=date(2026, 9, 4))
        made.spend(12600, voucher="17", on=date(2026, 9, 9))
        made.spend(40370, account=BANK, voucher="18", on=date(2026, 9, 9))
        made.move(CASH, BANK, 28000, on=date(2026, 9, 30))
        notes = tuple(
            PiecesLine(value=Decimal(value), count=count)
            for value, count in ((1000, 3), (500, 2), (200, 3), (100, 2), (50, 1), (20, 2), (10, 2),
                                 (5, 2))
        )  # fmt: skip
        made.count(4920, pieces=notes, on=LAST)
        yield made


def close(desk: Desk, **answers: str) -> ClosingFacts:
    desk.who = BOTH
    desk.close("2026-09", **{"bills": "yes", "relatives": "no", **answers})
    return desk.see(build_closing, SEPTEMBER.period)


def codes(facts: ClosingFacts) -> dict[str, bool]:
    return {check.code: check.ok for check in facts.checks}


def test_a_certificate_says_what_the_closing_stated(desk: Desk) -> None:
    desk.compare(116500, LAST)
    facts = close(desk)
    assert [one.account for one in facts.columns] == ["cash", "bank"]
    assert [one.carried for one in facts.columns] == [kes(4920), kes(116500)]
    assert facts.counted[0].difference == kes(0) and facts.counted[0].on == LAST
    assert [piece.count for piece in facts.counted[0].pieces] == [3, 2, 3, 2, 1, 2, 2, 2]
    assert codes(facts) == {"bank-compared": True, "receipts": True, "vouchers": True}
    assert [one.name for one in facts.signers] == ["Amina", "Joseph"]
    assert facts.signed and facts.closed_on == date(2026, 10, 14)
    assert decode(encode(facts), ClosingFacts) == facts


def test_it_is_issued_printed_and_read_back(desk: Desk) -> None:
    desk.compare(116500, LAST)
    close(desk)
    sheet = desk.do(issue, PaperWanted("closing", ("en", "sw"), SEPTEMBER.period))
    pdf = draw(sheet)
    assert raster.pages(pdf) == 1
    found = text(pdf)
    for words in (
        "Month closed", "September 2026", "Brought forward, 1 September", "7,310 104,600 111,910",
        "38,210 24,270 62,480", "–12,600 –40,370 –52,970", "–28,000 28,000 0",
        "4,920 116,500 121,420", "1,000 × 3 3,000", "Bank paper agrees", "Karatasi ya benki inalingana", "116,500", "2 of 2",
        "Amina", "Joseph", "Signed by PIN on 14 Oct 2026",
    ):  # fmt: skip
        assert words in found, (words, found)
    assert sheet.anchor is not None
    (code,) = codes_of(pdf)
    assert code == sheet.anchor.qr
    assert (
        desk.see(with_code, cleaned(sheet.anchor.code)).seq == sheet.anchor.entry == desk.entries()
    )


def test_the_same_facts_make_the_same_bytes() -> None:
    one = closing.render(s.CLOSING, s.TWO, s.ANCHOR)
    assert one == closing.render(s.CLOSING, s.TWO, s.ANCHOR)


def test_without_the_banks_paper_it_says_so(desk: Desk) -> None:
    facts = close(desk, bank="no-paper")
    assert codes(facts)["bank-no-paper"] is False
    assert "Bank paper not yet obtained" in text(closing.render(facts, s.ONE, s.ANCHOR))


def test_what_the_banks_paper_does_not_show_is_said(desk: Desk) -> None:
    never_came = desk.move(CASH, BANK, 500, on=LAST)
    desk.compare(116500, LAST, unshown=(Ref(never_came.seq, 1),))
    desk.count(4420, on=date(2026, 10, 14))
    facts = close(desk)
    assert codes(facts)["bank-compared"] is True and codes(facts)["bank-unshown"] is False
    found = text(closing.render(facts, s.TWO, s.ANCHOR))
    assert "Not on the bank paper" in found and "500" in found


def test_what_is_not_in_order_is_marked(desk: Desk) -> None:
    desk.spend(100, on=LAST)
    desk.void(desk.spend(50, voucher="19", on=LAST).seq)
    desk.get(200, "unknown", account=BANK, reference="Z", on=LAST)
    desk.compare(116690, LAST, explanation="ten shillings, asked the bank")
    desk.count(4800, on=date(2026, 10, 14), explanation="twenty short")
    facts = close(desk, vouchers="yes", same_day="no", unknown="yes", relatives="yes")
    assert {code for code, ok in codes(facts).items() if not ok} == {
        "bank-differs", "not-back", "vouchers", "unknown", "relatives",
    }  # fmt: skip
    box = facts.counted[0]
    assert (box.difference, box.on, box.text) == (kes(-20), date(2026, 10, 14), "twenty short")
    found = text(closing.render(facts, s.ONE, s.ANCHOR))
    for words in ("In the book that day 4,820", "–20", "twenty short", "2 of 3"):
        assert words in found, words


def test_it_says_that_both_were_asked_about_what_was_paid_in_parts(desk: Desk) -> None:
    decided = describing.DecisionRequest(minute="1", what="Limit", decided_on=date(2026, 1, 1))
    desk.do(describing.record_decision, decided)
    desk.who = BOTH
    limit = rules.LimitsRequest(decision=1, expense_limit=Decimal(100), since=date(2026, 1, 1))
    desk.do(rules.set_limits, limit)
    desk.who = ALONE
    for day in (28, 29):
        desk.spend(60, payee="Hardware", voucher=f"{day}", on=date(2026, 9, day))
    desk.compare(116500, LAST)
    desk.count(4800, on=date(2026, 10, 14))
    facts = close(desk, in_parts="no")
    assert codes(facts)["in-parts"] is False
    said = text(closing.render(facts, s.ONE, s.ANCHOR))
    assert "Several expenses just within the limit" in said


def test_a_count_of_a_later_day_names_its_day(desk: Desk) -> None:
    desk.compare(116500, LAST)
    desk.pay("2", 50)
    desk.spend(1, voucher="20", on=LAST)
    desk.count(4969)
    facts = close(desk)
    assert facts.counted[0].on == date(2026, 10, 14)
    found = text(closing.render(facts, s.ONE, s.ANCHOR))
    assert "Counted on 14 October 4,969" in found and "In the book that day 4,969" in found


def test_those_who_counted_are_named_and_need_not_be_those_who_sign(desk: Desk) -> None:
    desk.compare(116500, LAST)
    assert "We counted the cash together and sign" in text(
        closing.render(close(desk), s.TWO, s.ANCHOR)
    )


def test_signers_say_nothing_of_a_count_that_others_made(desk: Desk) -> None:
    desk.compare(116500, LAST)
    desk.count(4920, by=("Grace", "Ruth"), on=LAST)
    facts = close(desk)
    assert facts.counted[0].by == ("Grace", "Ruth")
    found = text(closing.render(facts, s.TWO, s.ANCHOR))
    assert "We sign for these figures" in found and "We counted" not in found
    assert "Counted on 30 September" in found and "Counted by Grace and Ruth" in found


def test_certificate_and_notice_tell_of_the_same_count(desk: Desk) -> None:
    desk.compare(116500, LAST)
    desk.pay("2", 50)
    desk.spend(1, voucher="20", on=LAST)
    desk.count(4969, by=("Grace", "Ruth"))
    before = desk.see(build_notice, SEPTEMBER.period, date(2026, 11, 26)).counted
    (box,) = close(desk).counted
    for count in (before, desk.see(build_notice, SEPTEMBER.period, date(2026, 11, 26)).counted):
        assert count is not None
        assert (count.on, count.by, count.counted) == (box.on, box.by, box.counted)


LANGUAGES = (s.ENGLISH, s.SPANISH, s.FRENCH, s.KISWAHILI)


@pytest.mark.parametrize("accounts", [1, 2, 3, 4])
@pytest.mark.parametrize("tr", LANGUAGES, ids=[tr.code for tr in LANGUAGES])
def test_ten_digits_with_decimals_stand_apart(tr: Translator, accounts: int) -> None:
    kinds = ("cash", "bank", "mobile", "reserve")[:accounts]
    large = Money(2_345_678_950, s.KES)
    columns = tuple(
        msgspec.structs.replace(s.column(kind, 0, 0, 0, 0, 0), came=large, carried=large)
        for kind in kinds
    )
    facts = msgspec.structs.replace(s.CLOSING, columns=columns)
    document = closing.draw(facts, Bilingual(tr, LANGUAGES[LANGUAGES.index(tr) - 1]), s.ANCHOR)
    assert_tidy(document, 8 * MM)
    found = text(document.finish())
    one, all_ = tr.amount(large), tr.amount(large * accounts)
    row = " ".join([one] * accounts + [all_]).replace("\u202f", " ").replace("\xa0", " ")
    assert found.replace("\u202f", " ").count(row) == 2, found
    boxes = sorted((box for box in document.sheets[0].boxes if box.kind == "text"),
                   key=lambda box: (box.top, box.left))  # fmt: skip
    for left, right in pairwise(boxes):
        if abs(left.top - right.top) < 0.1 and right.left > left.left:
            assert right.left - left.right >= 3, (left, right)


def test_a_month_that_is_not_closed_has_no_certificate(desk: Desk) -> None:
    for period in (SEPTEMBER.period, Period.quarter(2026, 3), Period.year(2026)):
        with pytest.raises(MonthNotClosedError) as refused:
            desk.see(build_closing, period)
    refused.value.month = "2026-09"
    assert sentence(refused.value, Translator("es")).startswith("Septiembre de 2026")


def test_a_closing_without_pins_is_signed_by_hand(tmp_path: Path) -> None:
    desk = book_in(tmp_path)
    for who, post in (("Joseph", "chair"), ("Amina", "treasurer"), ("Rose", "auditor")):
        desk.do(
            describing.name_officer,
            describing.OfficerRequest(name=who, post=post, since=date(2026, 1, 1)),
        )
    desk.get(5, on=LAST)
    desk.count(5, on=LAST)
    desk.close("2026-09", bills="yes")
    facts = desk.see(build_closing, SEPTEMBER.period)
    desk.book.close()
    assert not facts.signed and [one.name for one in facts.signers] == ["Amina", "Joseph"]
    assert "without a PIN" in text(closing.render(facts, s.ONE, s.ANCHOR))


def test_an_auditor_may_be_the_second(desk: Desk) -> None:
    from imt_desktop.journal import Signing

    desk.who = Signing(1, countersigned=(AUDITOR,), signature="pin")
    desk.compare(116500, LAST)
    desk.close("2026-09", bills="yes", relatives="no")
    facts = desk.see(build_closing, SEPTEMBER.period)
    assert [one.post for one in facts.signers] == ["treasurer", "auditor"]


def test_many_accounts_stand_together_by_type(desk: Desk) -> None:
    desk.who = BOTH
    for number in range(3):
        desk.do(open_account, AccountRequest(type="bank", name=f"Bank {number}"))
        desk.open(opening("account", 10, account=4 + number), on=LAST)
    desk.compare(116500, LAST)
    facts = close(desk, bank="no-paper")
    assert [(one.account, one.carried) for one in facts.columns] == [
        ("cash", kes(4920)), ("bank", kes(116530)),
    ]  # fmt: skip


def test_one_signature_is_said() -> None:
    found = text(closing.render(s.SMALL_CLOSING, s.ONE, s.ANCHOR))
    assert "one signature" in found and "I counted the cash" in found


def test_facts_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.CLOSING.columns[0], carried=s.kes(1))
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.CLOSING.counted[0], counted=s.kes(1))


def test_boxes_full_of_coins_are_shown_by_their_sums() -> None:
    box = Counted(
        account="cash", own_name="Box", counted=s.kes(66),
        book=s.kes(66), pieces=s.pieces(*((value, 1) for value in range(1, 12))),
    )  # fmt: skip
    facts = msgspec.structs.replace(s.BIG_CLOSING, counted=(box,) * 4)
    document = closing.draw(facts, s.LONGEST, s.ANCHOR)
    assert_tidy(document, 8 * MM)
    assert "×" not in text(document.finish())


@pytest.mark.parametrize("code", LABELS)
def test_every_check_has_words_and_a_figure(code: str) -> None:
    tr = Translator("en")
    check = Check(code=code, count=1200, account="bank", own_name="KCB")
    assert "{" not in label(check, tr) and value(check, tr) == "1,200"
    assert label(Check(code="strange"), tr) == "strange"
    assert value(Check(code="receipts", first=1234, last=1234), tr) == "1234"


def test_what_the_old_book_had_is_brought_forward_as_on_the_screen(desk: Desk) -> None:
    """August of that book has nothing before it but the balances that were taken over."""
    august = Month(2026, 8)
    facts = desk.see(build_closing, august.period)
    assert [(one.brought, one.opened) for one in facts.columns] == [
        (kes(0), kes(7310)),
        (kes(0), kes(104600)),
    ]
    found = text(draw(desk.do(issue, PaperWanted("closing", ("en",), august.period))))
    assert "Brought forward from the old book 7,310 104,600 111,910" in found
    assert "Brought forward, 1 August" not in found
