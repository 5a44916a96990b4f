"""The worked village of ``test_village_year`` gets its community's side; each figure was worked out by hand.

The secretary types at the end of each month what happened in it. Complaints have 14 working days, the day
on which they come not counted; Saturdays, Sundays and these days of 2027 are none: 26 March (Good Friday),
29 March (Easter Monday), 1 June, 11 October (the 10th is a Sunday), 20 October, 27 December (the 26th is one).

| no. | received | last day | answered | |
|---|---|---|---|---|
| 1 | 12 Jan | 1 Feb | 14 Jan | in time, fixed |
| 2 | 1 Feb, about the treasurer | 19 Feb | 19 Feb, the last day | in time, fixed |
| 3 | 15 Feb, nobody's name | 5 Mar | 8 Mar | late, rejected |
| 4 | 15 Mar, over two holidays | 6 Apr | 5 Apr | in time; with them counted it were late |
| 5 | 19 Apr | 7 May; again 28 Apr: 18 May | 23 Apr, and 18 May | in time both times, fixed at last |
| 6 | 10 May; 27 May to the regulator | 28 May, then two weeks: 10 Jun | 10 Jun | in time, fixed |
| 7 | 7 Jun | 25 Jun | 25 Jun | in time, fixed |
| 8 | 5 Jul, about the chair | 23 Jul | 9 Jul, taken back | in time |
| 9 | 2 Aug | 20 Aug | 23 Aug | late, fixed |
| 10 | 6 Sep | 24 Sep | never | late |
| 11 | 4 Oct, over two more | 26 Oct | 26 Oct | in time |
| 12 | 20 Dec | 10 Jan 2028 | not yet | waits |

Twelve received: eight in time (1, 2, 4 to 8, 11), three late (3, 9, 10), one waits; six fixed (1, 2, 5, 6, 7, 9).

The pump breaks: no water from 20 May, and again on 14 June: 12 days of May and 13 of June, 25 together. Its
repair costs 600.00 with voucher 1 on 30 June, when 5,722.38 - 600 = 5,122.38 is counted. On 31 July the auditors
count 6,837.30 - 600 = 6,237.30. At the end of the year 12,206.90 - 600 = 11,606.90 is there.

The assembly of 14 March (20 women, 17 men, 2 represented: all but member 5) names two auditors of the first
half of the year. Receipts until June: 38 a month, without members 1 and 39, then 39: 3 x 38 + 3 x 39 = 231.
Behind on the day of its poster is member 1; member 40 paid less in June. Of four findings two are put right.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from imt_desktop.community.audit import queries as audits
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.community.service.queries import breakdown
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.service import cost
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month, Period
from imt_desktop.reports.audit.build import build_audit
from imt_desktop.reports.facts import Holding, KindAmount
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import Assembly, Complaints, Owed, WeOwe
from imt_desktop.reports.printing import PaperWanted, draw, issue
from tests.book.charging.test_village_year import first_price, run
from tests.book.charging.village import ask
from tests.book.community.village import officers
from tests.builders import Desk, kes
from tests.reports.reading import text

YEAR: Final = Period.year(2027)
LAST: Final = YEAR.last

COMPLAINTS: Final[dict[int, tuple[dict[str, Any], ...]]] = {
    1: ({"on": "2027-01-12", "category": "no-water", "name": "N. Auma", "words": "dry since Monday"},),
    2: ({"on": "2027-02-01", "category": "no-receipt", "source": "on-paper", "about": "T. Reasurer",
         "words": "paid and got no receipt"},
        {"on": "2027-02-15", "category": "money", "source": "anonymous", "channel": "paper-box",
         "words": "where did the cement go"}),
    3: ({"on": "2027-03-15", "category": "turns", "name": "L. Odhiambo", "words": "never on Mondays"},),
    4: ({"on": "2027-04-19", "category": "leak", "name": "P. Kerubo", "words": "leak at the valve"},),
    5: ({"on": "2027-05-10", "category": "quality", "name": "S. Naliaka", "words": "it is brown"},),
    6: ({"on": "2027-06-07", "category": "leak", "name": "N. Auma", "words": "leak at the school"},),
    7: ({"on": "2027-07-05", "category": "charge", "name": "J. Mutua", "about": "C. Hair",
         "words": "the chair pays less"},),
    8: ({"on": "2027-08-02", "category": "treatment", "name": "R. Chebet", "words": "shouted at"},),
    9: ({"on": "2027-09-06", "category": "cut-off", "name": "G. Wafula", "words": "I had paid"},),
    10: ({"on": "2027-10-04", "category": "illegal", "name": "M. Kilonzo", "channel": "phone",
          "words": "a hose behind the mill"},),
    12: ({"on": "2027-12-20", "category": "suggestion", "name": "A. Juma", "channel": "assembly",
          "words": "a tap at the market"},),
}  # fmt: skip

DEADLINES: Final = (
    "2027-02-01", "2027-02-19", "2027-03-05", "2027-04-06", "2027-05-18", "2027-06-10", "2027-06-25",
    "2027-07-23", "2027-08-20", "2027-09-24", "2027-10-26", "2028-01-10",
)  # fmt: skip

BY_MONTH: Final = {
    # received, in time, late, fixed, days without water
    1: (1, 1, 0, 1, 0), 2: (2, 1, 1, 1, 0), 3: (1, 1, 0, 0, 0), 4: (1, 1, 0, 1, 0),
    5: (1, 1, 0, 1, 12), 6: (1, 1, 0, 1, 13), 7: (1, 1, 0, 0, 0), 8: (1, 0, 1, 1, 0),
    9: (1, 0, 1, 0, 0), 10: (1, 1, 0, 0, 0), 11: (0, 0, 0, 0, 0), 12: (1, 0, 0, 0, 0),
}  # fmt: skip

FINDINGS: Final = (
    ("treasurer", "Why does one receipt say 2.00 more than the book?"),
    ("treasurer", "Why is the cash counted only once?"),
    ("secretary", "Where is the paper of one receipt?"),
    ("", "Why does nobody know the price?"),
)
RESULTS: Final = ("agrees",) * 7 + ("differs", "no-paper", "nobody-home")
"""What came of the ten households that were drawn, of forty."""


def test_the_community_s_year_by_hand(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=40)
    officers(desk)
    first_price(desk)
    for month in range(1, 13):
        run(desk, month)
        for one in COMPLAINTS.get(month, ()):
            ask(desk, "complaint", **one)
        type_in(desk, month)
    the_notice(desk)
    its_months(desk)
    the_meetings(desk)
    the_audit(desk)
    assert verify(desk.book.path, ROOMS).problems == ()


def answered(desk: Desk, complaint: int, on: str, **more: Any) -> None:
    ask(desk, "complaint-answered", complaint=complaint, words="looked into", on=on, **more)


def type_in(desk: Desk, month: int) -> None:
    """Type in at the end of a month what was done in it."""
    match month:
        case 1:
            answered(desk, 1, "2027-01-14", fixed=True)
            ask(desk, "complaint-asked", complaint=1, satisfied=True, on="2027-01-20")
        case 2:
            answered(desk, 2, "2027-02-19", fixed=True)
        case 3:
            answered(desk, 3, "2027-03-08", outcome="rejected")
            met(desk, 1, "2027-03-14", women=20, men=17, represented=2)
            minute(desk, 1, "03/2027", "R. Sang and T. Uhuru audit", in_favour=36, abstained=3)
        case 4:
            answered(desk, 4, "2027-04-05", outcome="partly")
            answered(desk, 5, "2027-04-23", fixed=True)
            ask(desk, "complaint-asked", complaint=5, satisfied=False, on="2027-04-26")
            ask(desk, "complaint-reopened", complaint=5, words="it drips", on="2027-04-28")
        case 5:
            answered(desk, 5, "2027-05-18", fixed=True)
            ask(desk, "complaint-moved", complaint=6, stage="committee", on="2027-05-20")
            ask(
                desk,
                "complaint-moved",
                complaint=6,
                stage="passed-on",
                to="WASREB",
                on="2027-05-27",
            )
            ask(desk, "breakdown", component="pump", cause="wear", words="no pressure",
                dry_since="2027-05-20", on="2027-05-20")  # fmt: skip
            met(desk, 2, "2027-05-24", what="committee", women=1, men=1)
        case 6:
            answered(desk, 6, "2027-06-10", fixed=True)
            answered(desk, 7, "2027-06-25", fixed=True)
            paid = desk.spend(600, "repairs", voucher="1")
            ask(desk, "breakdown-repaired", breakdown=1, words="new seals", back_on="2027-06-14",
                on="2027-06-13", spent=[{"entry": paid.seq, "line": 1}])  # fmt: skip
            desk.count("5122.38")
        case 7:
            answered(desk, 8, "2027-07-09", outcome="withdrawn")
            audited(desk)
        case 8:
            answered(desk, 9, "2027-08-23", fixed=True)
            met(desk, 3, "2027-08-29", women=15, men=12)
            minute(
                desk, 3, "04/2027", "The result of the audit", in_favour=25, against=1, abstained=1
            )
            decision = desk.rows("SELECT max(id) FROM decision")[0][0]
            ask(
                desk,
                "audit-read",
                audit=1,
                words="four findings",
                decision=decision,
                on="2027-08-29",
            )
        case 10:
            answered(desk, 11, "2027-10-26")
            for home in map(str, range(11, 21)):
                known = {"number": home, "adults": [{"name": f"M. {home}"}], "zone": "Hill"}
                ask(desk, "member-changed", member=home, household=known)
            met(desk, 4, "2027-10-17", what="zone", zone="Hill", women=6, men=3)
        case 11:
            for number, fixed in ((1, True), (2, True), (3, False)):
                ask(desk, "finding-followed", finding=number, fixed=fixed, words="seen",
                    on="2027-11-28")  # fmt: skip
        case 12:
            ask(desk, "meeting", day="2028-02-27", hour="10:00", place="primary school")


def met(
    desk: Desk, number: int, day: str, what: str = "assembly", zone: str = "", **came: int
) -> None:
    ask(desk, "meeting", what=what, zone=zone, day=day)
    ask(desk, "meeting-held", meeting=number, on=day, **came)


def minute(desk: Desk, meeting: int, number: str, what: str, **votes: int) -> None:
    decided = {"minute": number, "what": what, "votes": votes}
    ask(desk, "minutes", meeting=meeting, decided=[decided])


def audited(desk: Desk) -> None:
    """Draw ten of forty households, look at each, and find four things."""
    (decision,) = desk.rows("SELECT id FROM decision WHERE minute='03/2027'")[0]
    auditors = [{"name": "R. Sang"}, {"name": "T. Uhuru"}]
    ask(desk, "audit", first="2027-01-01", last="2027-06-30", decision=decision, auditors=auditors)
    ask(desk, "audit-list", audit=1, what="households")
    ask(desk, "audit-sample", audit=1, what="households", seed="351624")
    sample = desk.see(audits.sample, 1, "households")
    assert sample is not None
    lines: list[dict[str, Any]] = [
        {"what": "households", "item": item, "result": result}
        for item, result in zip(sample.drawn, RESULTS, strict=True)
    ]
    lines[7]["differs_by"] = "2"
    ask(desk, "audit-checks", audit=1, lines=lines)
    desk.count("6237.30")
    for number, (post, words) in enumerate(FINDINGS, 1):
        ask(desk, "finding", audit=1, post=post, words=words, evidence="the books")
        ask(desk, "finding-answered", finding=number, words="so it is", due_on="2027-11-30")


def the_notice(desk: Desk) -> None:
    """Everything that the notice of the year says."""
    facts = desk.see(build_notice, YEAR, LAST)
    assert facts.complaints == Complaints(received=12, in_time=8, late=3, fixed=6)
    assert (facts.answer_days, facts.dry_days) == (14, 25)
    assert facts.assembly == Assembly(on=date(2028, 2, 27), hour="10:00", place="primary school")
    assert facts.money_in == (
        KindAmount(kind="fee", amount=kes("12194.90")), KindAmount(kind="fine", amount=kes("12.00")),
    )  # fmt: skip
    assert facts.money_out == (KindAmount(kind="repairs", amount=kes("600.00")),)
    assert facts.closing == (Holding(account="cash", amount=kes("11606.90")),)
    assert (facts.households, facts.paid_up) == (40, 39)
    assert facts.owed == Owed(households=1, amount=kes("186.00"))
    assert facts.we_owe == WeOwe(bills=0, amount=kes(0))
    assert [price.amount for price in facts.prices] == [kes("16")]
    assert facts.counted is not None
    assert (facts.counted.on, facts.counted.counted) == (date(2027, 7, 31), kes("6237.30"))
    notice = text(draw(desk.do(issue, PaperWanted("notice", ("en",), YEAR))))
    for words in ("12 received: 8 in time, 3 late, 6 put right", "11,606.90", "186.00"):
        assert words in notice
    assert not any(name in notice for name in ("Auma", "Kerubo", "Mutua", "cement", "hose"))


def its_months(desk: Desk) -> None:
    for month, (received, in_time, late, fixed, dry) in BY_MONTH.items():
        facts = desk.see(build_notice, Month(2027, month).period, LAST)
        expected = Complaints(received=received, in_time=in_time, late=late, fixed=fixed)
        assert (facts.complaints, facts.dry_days) == (expected, dry), month
    sums = [sum(row[at] for row in BY_MONTH.values()) for at in range(5)]
    assert sums == [12, 8, 3, 6, 25]


def the_meetings(desk: Desk) -> None:
    kept = {one.id: one for one in desk.see(complaints.complaints)}
    assert tuple(kept[number].due_on.isoformat() for number in range(1, 13)) == DEADLINES
    assert [number for number, one in kept.items() if one.about is not None] in ([2, 8], [8, 2])
    held = sorted((one.what, one.women, one.men) for one in desk.see(meetings.meetings) if one.held)
    assert held == [
        ("assembly", 15, 12), ("assembly", 20, 17), ("committee", 1, 1), ("zone", 6, 3),
    ]  # fmt: skip
    repaired = desk.see(breakdown, 1)
    assert (repaired.dry_days(LAST), repaired.days_to_repair(LAST)) == (25, 24)
    assert desk.see(cost, repaired.spent) == kes(600)


def the_audit(desk: Desk) -> None:
    """Everything that the poster of the audit says in figures."""
    (found,) = desk.see(audits.audits)
    assert (found.findings, found.fixed, found.fix_rate) == (4, 2, 5_000)
    facts = desk.see(build_audit, LAST)
    (drawn,) = facts.lists
    assert (drawn.listed, drawn.drawn) == (40, 10)
    assert (drawn.agrees, drawn.differs, drawn.no_paper, drawn.nobody_home) == (7, 1, 1, 1)
    assert (facts.cash_book, facts.cash_counted) == (kes("6237.30"), kes("6237.30"))
    assert (facts.vouchers, facts.without_voucher) == (1, 0)
    assert (facts.first_receipt, facts.last_receipt, facts.receipts) == (1, 231, 231)
    assert (facts.cancelled, facts.missing) == (0, 0)
    assert (facts.households_behind, facts.officers_behind) == (1, 0)
    assert (facts.exempt, facts.exempt_officers) == (1, 0)
    assert [one.fixed for one in facts.findings] == [True, True, False, None]
    assert facts.votes is not None and facts.minute == "04/2027"
    assert (facts.votes.in_favour, facts.votes.against, facts.votes.abstained) == (25, 1, 1)
