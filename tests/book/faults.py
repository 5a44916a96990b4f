"""A book in which every kind of entry stands, and ways to damage its file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from imt_desktop.committee import ROOM as COMMITTEE
from imt_desktop.committee import entries as c
from imt_desktop.committee.earlier import DecisionRecorded1
from imt_desktop.community import ROOM as COMMUNITY
from imt_desktop.community.audit import entries as a
from imt_desktop.community.complaints import entries as q
from imt_desktop.community.meetings import entries as m
from imt_desktop.community.service import entries as s
from imt_desktop.community.support import entries as h
from imt_desktop.journal import (
    Attachment,
    Book,
    BookFounded,
    BookRestored,
    Entry,
    LeftBehind,
    Ref,
    Rooms,
    Signing,
    WordsForgotten,
    pins,
)
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging import earlier as g1
from imt_desktop.ledger.charging import entries as g
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.ledger.closing import entries as k
from imt_desktop.ledger.earlier import Bill1, Billed1, CashCounted1, Fee, TariffAdopted1
from imt_desktop.ledger.posting import ROOM as LEDGER
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.waiting import entries as w
from imt_desktop.ledger.walking.entries import Apart, WalkOrdered, WalkOrdered1
from imt_desktop.plan import ROOM as PLAN
from imt_desktop.plan import entries as p

ROOMS = Rooms(COMMITTEE, LEDGER, PLAN, COMMUNITY)
FOUNDING = BookFounded(currency="KES", decimals=2, country="KE", practice=False)
NAIROBI = timezone(timedelta(hours=3))
DAY = date(2026, 10, 14)
PHOTO = b"a photo of a voucher"


def clock() -> datetime:
    return datetime(2026, 10, 14, 9, 12, tzinfo=NAIROBI)


def household(number: str, name: str) -> e.Household:
    return e.Household(
        number=number,
        adults=(e.Adult(name=name, gender="woman"), e.Adult(name=name + " junior")),
        nickname="Nick",
        house="By the mango tree",
        phone="0700 000 000",
        zone="A",
    )


def joining(member: int) -> e.NewMember:
    tap = e.NewConnection(connection=member, type="household")
    return e.NewMember(
        member=member,
        household=household(str(member), f"Member {member}"),
        status="active",
        connections=(tap,),
    )


def bill(member: int, amount: int = 45000, **more: object) -> Bill1:
    return Bill1(member=member, item="fee", amount=amount, due_on=DAY, **more)  # type: ignore[arg-type]


def payment(member: int, receipt: int, settles: tuple[e.Paid, ...], ahead: int) -> e.Payment:
    amount = sum(paid.amount for paid in settles) + ahead
    return e.Payment(
        on=DAY, member=member, amount=amount, account=1, receipt=receipt, settles=settles,
        ahead=ahead, before=0, after=0, ahead_after=ahead, paid_by="A neighbour",
    )  # fmt: skip


def spent(amount: int, account: int | None, **more: object) -> e.Expense:
    return e.Expense(
        on=DAY, payee="Filling station", category="fuel", amount=amount, account=account,
        text="diesel", voucher="213", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def everything(photo: Attachment, pin: str = "00" * 32) -> Iterator[Entry]:
    """Yield one entry of every kind; the first of them becomes entry 2."""
    yield c.CommitteeDescribed(
        name="Kiboko", area="Makueni", languages=("en", "sw"), first_month="2026-01",
        cash_limit=None, complaints="the chair", next_assembly="under the tree",
    )  # fmt: skip
    yield c.OfficerNamed(
        officer=1, name="A. B.", post="treasurer", since=DAY, until=None, phone="0711",
        phone_public=True,
    )  # fmt: skip
    yield DecisionRecorded1(
        decision=1, minute="07/2026", decided_on=DAY, body="assembly", what="Water price"
    )
    yield c.WaterSystemNamed(system=1, name="Lower borehole")
    yield e.AccountOpened(account=1, type="cash", name="")
    yield e.AccountOpened(account=2, type="bank", name="Bank")
    yield e.CategoryAdded(code="honoraria", direction="out", name="Honoraria", group="pay")
    fee = Fee(connection_type="household", amount=45000)
    yield TariffAdopted1(
        tariff=1, name="2026", effective_from="2026-01", decision=1, fees=(fee,), due_day=31
    )
    source = e.Source(file="members.xlsx", sheet="1", kind="members", sha256="ab" * 32)
    yield e.MembersJoined(lines=tuple(joining(n) for n in (1, 2, 3)), source=source)  # 10
    yield Billed1(
        lines=tuple(bill(n, period="2026-10", connection=n) for n in (1, 2)), everyone=True
    )
    paid = e.Paid(bill=Ref(11, 1), amount=45000, kind="fee")
    yield e.PaymentsReceived(lines=(payment(1, 1, (paid,), 5000),), languages=("en",))  # 12
    use = e.CreditUse(payment=Ref(12, 1), amount=1000)
    fine = bill(1, 20000, text="missed work day", credit=(use,))
    yield Billed1(lines=(fine,), everyone=False)
    yield e.BillCorrected(
        bill=Ref(11, 2), was=45000, becomes=30000, reason="half a month", freed=(), credit=()
    )
    yield e.BillDisputed(bill=Ref(11, 2), disputed=True, reason="says it was paid")
    yield e.MemberChanged(member=3, household=household("3", "Another name"))
    yield e.MemberStatusChanged(member=3, status="cut-off", reason="asked for it")
    yield e.ConnectionAdded(connection=e.NewConnection(connection=9, type="kiosk"), holders=(1, 2))
    moved = e.MovedDebt(bill=Ref(11, 2), member=3, amount=10000, due_on=DAY)
    yield e.HoldersChanged(connection=2, holders=(3,), lines=(moved,))
    yield e.ConnectionStatusChanged(connection=9, status="ended", reason="broken")
    yield e.CreditRefunded(member=1, amount=500, account=1, voucher="17", used=(
        e.CreditUse(payment=Ref(12, 1), amount=500),))  # fmt: skip
    yield e.PadRegistered(pad=1, first=1, last=50, holder="kiosk")
    grant = e.Received(
        on=DAY, account=2, amount=3000000, kind="grant", payer="County", text="for pipes"
    )
    yield e.MoneyReceived(lines=(grant,), languages=("en",))
    yield e.MoneySpent(
        lines=(spent(7240, 1, attachment=photo), spent(9000, None, due_on=DAY)),
        source=e.Source(file="spent.csv", sheet="", kind="expenses", sha256="cd" * 32),
    )
    yield e.OwedPaid(
        owed=Ref(24, 2), category="fuel", amount=1000, account=1, voucher="8", reference="r"
    )
    yield e.AdvanceGiven(person="G. H.", purpose="parts", amount=3000, account=1, voucher="9")
    yield e.AdvanceSettled(advance=Ref(26, 1), lines=(spent(2800, None),), returned=200, account=1)
    yield e.MoneyMoved(source=1, target=2, amount=8000, reference="slip 00731")
    yield e.CashCounted(
        account=1, counted=9000, expected=9100, by=(e.CountedBy(name="A. B."),), explanation="lost",
        pieces=(e.Pieces(value=5000, count=1), e.Pieces(value=1000, count=4)),
    )  # fmt: skip
    yield e.BalancesOpened(lines=(
        e.Opening(what="account", amount=15000, account=2),
        e.Opening(what="debt", amount=9000, member=2, since=DAY, text="old", confirmed=False),
        e.Opening(what="ahead", amount=100, member=3, confirmed=False),
        e.Opening(what="owed", amount=700, payee="Hardware", text="pipes", category="parts"),
    ))  # fmt: skip
    yield e.OpeningsConfirmed(balances=(Ref(30, 2),))
    yield e.Voided(
        entry=23, lines=(1,), reason="typed twice", in_place=True, freed=(), restored=(),
        taken=(e.Taken(line=1, account=2, kind="in:grant", amount=-3000000),),
    )  # fmt: skip
    yield c.PaperIssued(paper="notice", about="2026-10", languages=("en",), copy=1, said="{}")
    yield c.OfficerLeft(officer=1, on=DAY)
    yield c.OwnLanguageNamed(code="tzh", name="Tseltal", base="es")
    yield c.PhrasesGiven(
        language="sw", phrases=(c.Phrase(english="Receipt", words="Stakabadhi ya maji"),)
    )
    yield from signed_and_closed(pin)
    yield c.OfficerChanged(
        officer=1, name="A. B. C.", post="chair", since=DAY, until=DAY, phone="", phone_public=False
    )
    left = LeftBehind(head="ef" * 32, first=36, last=40, last_receipt=7)
    yield BookRestored(came_from="ef" * 32, left=left, last_receipt=7, left_out=(), earlier=(left,))
    yield WordsForgotten(member=3, words=())
    yield from charged()
    yield g.KioskSold(lines=(
        g.KioskDay(
            on=DAY, connection=9, unit="jerrican", sold=225000, price=300, before=1204000,
            after=1208500, meter="m3", expected=67500, commission=6750, handed=60000, account=1,
            pad="51", attendant="M. N.", text="rain",
        ),
    ))  # fmt: skip
    yield c.DecisionRecorded(
        decision=2, minute="08/2026", decided_on=DAY, body="assembly", what="Another price",
        votes=c.Votes(in_favour=86, against=9, abstained=4), attachment=photo, envelope="12",
    )  # fmt: skip
    yield from a_round(photo)
    yield from complained(photo)
    yield from met(photo)
    yield from served(photo)
    yield from audited(photo)
    yield from helped(photo)
    yield from earlier_charged()
    yield c.NamesPublished(decision=1, since=DAY, until=DAY)


def charged() -> Iterator[Entry]:
    """Yield what happens around charges; the first of them becomes entry 54."""
    yield e.TariffAdopted(
        tariff=2, name="2027", effective_from="2027-01", decision=1, every="month",
        terms=(
            t.Terms(connection_type="household", fixed=1500, unit="m3", included=7000,
                    blocks=(t.Block(up_to=20000, price=250), t.Block(up_to=None, price=300)),
                    each=(t.Each(unit="head", price=100),)),
        ),
        due=t.Due(day=15, months_after=1), rounding=t.Rounding(step=50, how="up"),
        late=t.LateFee(amount=0, share=500, grace_days=15, ceiling=3000),
        fines=t.Fines(assembly=200, labour_day=300), labour=t.LabourDays(days=4, value=500),
        one_offs=(t.OneOff(item="connection", connection_type="", amount=30000, first=10000,
                           instalments=10, arrears_share=0),),
    )  # fmt: skip
    line = g.Reading(connection=1, on=DAY, through=DAY, value=9000, used=9000, charged_to=9000,
                      how="read", answer="right", remark="a leak")  # fmt: skip
    put_in = g.Reading(connection=1, on=DAY, through=DAY, value=4000, used=9000, charged_to=4000,
                       how="replaced", answer="replaced", last=14000, first=0)  # fmt: skip
    yield g.MetersRead(lines=(line, put_in))
    yield g.ThingsCounted(
        lines=(g.Counted(connection=1, unit="head", count=4000, on=DAY, once=False),)
    )
    yield g.ReliefGranted(
        relief=1, member=2, on="fee", group="elderly", share=3500, amount=0, decision=1,
        since="2026-10", until="2027-09", reason="lives alone",
    )  # fmt: skip
    yield g.AbsencesNoted(lines=(g.Absence(member=1, what="assembly", on=DAY),))  # 58
    parts = (
        ChargePart(what="minimum", amount=1500, quantity=7000, unit="m3"),
        ChargePart(what="block", amount=500, quantity=2000, unit="m3", price=250),
    )
    fine = ChargePart(what="absence", amount=200, unit="assembly", day=DAY)
    yield e.Billed(
        lines=(
            e.Bill(member=1, item="fee", amount=2000, due_on=DAY, connection=1, period="2027-01",
                   tariff=2, parts=parts),
            e.Bill(member=1, item="fine", amount=200, due_on=DAY, tariff=2, parts=(fine,),
                   about=Ref(58, 1)),
        ),
        everyone=True,
    )  # fmt: skip
    yield g.LabourGiven(
        lines=(
            g.Labour(on=DAY, member=1, days=1000, value=500, amount=500,
                      settles=(g.Worked(bill=Ref(59, 1), amount=400),), ahead=100,
                      done_by="A nephew"),
        )
    )  # fmt: skip
    yield g.DriveBegun(drive=1, name="New pump", target=300000, each=1500, due_on=DAY, decision=1)
    yield g.DebtAgreed(
        member=1, decision=1, text="after the harvest",
        lines=(
            e.MovedDebt(bill=Ref(59, 1), member=1, amount=1000, due_on=DAY),
            e.MovedDebt(bill=Ref(59, 1), member=1, amount=600, due_on=DAY),
        ),
    )  # fmt: skip
    yield g.LadderDecided(
        since=DAY,
        decision=1,
        between=14,
        steps=(g.LadderStep(step="reminder", after_bills=1, after_days=0),),
    )
    yield g.StepTaken(
        member=1, step="cut-off", bills=3, days=95, owed=900, decision=1, heard="no work",
        lives_there="five children", supply="the stand pipe",
    )  # fmt: skip
    yield r.BudgetDecided(
        year=2027, decision=1, lines=(r.Planned(direction="out", kind="fuel", amount=100),)
    )
    yield r.AssetRegistered(
        asset=1, what="pump", name="Pump", bought_on=DAY, cost=100, life=10, replacement=120
    )
    yield r.AssetOutOfUse(asset=1, name="Pump", on=DAY, reason="burnt out")
    yield r.ReserveTargetDecided(account=1, target=500, yearly=50, decision=1)
    yield r.GivenInKind(
        lines=(r.InKind(on=DAY, what="materials", worth=700, giver="Practice School", text="sand"),)
    )
    yield r.ScenarioKept(
        place="A", every="month", households=2, share=7800, set_aside=10, others=0, uses=(9000,),
        terms=t.Terms(connection_type="household", fixed=450), income=None, cost=110,
        costs=(r.CostOf(group="operation", amount=100),), everybody=10800, really=8424,
    )  # fmt: skip
    yield g.DebtLetGo(bill=Ref(59, 2), was=200, becomes=0, decision=1, reason="was in hospital")


def earlier_charged() -> Iterator[Entry]:
    """Yield what happened around charges as earlier versions wrote it down."""
    line = g1.Reading1(connection=1, on=DAY, through=DAY, value=13000, used=9000, charged_to=13000,
                       how="read", remark="in the rain")  # fmt: skip
    yield g1.MetersRead1(lines=(line,))
    step = g.LadderStep(step="reminder", after_bills=2, after_days=0)
    yield g1.LadderDecided1(since=DAY, decision=1, steps=(step,))
    yield WalkOrdered1(zone="B", members=(2, 1))


def signed_and_closed(pin: str) -> Iterator[Entry]:
    """Yield what officers do with their PINs, and the closing of a month."""
    yield c.PinSet(officer=1, pin=pin, replaces=None, witness="nobody")
    yield c.TwoOfficers(in_force=True, officers=(1, 2))
    yield c.LimitsSet(decision=1, since=DAY, expense_limit=500000)
    yield c.HandedOver(
        leaves=1, takes_over=None, forced=True, reason="did not come",
        accounts=(c.HandedAccount(account=1, book=9000, counted=9000),),
        papers=(c.HandedPaper(what="keys", handed=False, remark="lost"),),
    )  # fmt: skip
    yield c.PeriodRebuilt(first=DAY, last=DAY, reason="stolen", sources="receipts")
    yield CashCounted1(
        account=1,
        counted=1,
        expected=1,
        by=(e.CountedBy(name="A. B."),),
        explanation="an old count",
    )
    yield w.ExpenseWaiting(lines=(spent(900000, 1),))  # 43
    yield w.ExpenseApproved(waiting=43, lines=(spent(900000, 1),))
    yield w.ExpenseWaiting(lines=(spent(800000, 1),))
    yield w.ExpenseWithdrawn(waiting=45, reason="too dear")
    yield WalkOrdered(zone="A", members=(2, 1), apart=(Apart(connection=1, after=2),))
    yield k.BankCompared(
        account=2, day=DAY, balance=15000, shown=(Ref(30, 1),),
        unshown=(k.Unshown(line=Ref(28, 1), amount=8000),), book=23000, difference=0, explanation="x",
    )  # fmt: skip
    yield k.DifferenceBooked(count=29, account=1, amount=-100, decision=1, text="nobody knows")
    yield k.MonthClosed(
        month="2026-09",
        accounts=(
            k.ClosedAccount(account=1, brought=0, opened=0, came=0, went=0, moved=0, carried=0),
        ),
        receipts=k.Receipts(first=1, last=3, given=2, cancelled=(3,),
                            missing=(k.Span(first=2, last=2),)),
        pads=(k.PadGap(pad=1, missing=(k.Span(first=4, last=4),)),), cancelled=1, same_day=(32,), vouchers=1,
        without_voucher=(Ref(24, 2),), unknown=0, unknown_amount=0, waiting=(), late=0, clock=(), pins=(),
        rebuilt=False, answers=(k.Answer(question="pads", answer="yes", remark="all blank"),),
    )  # fmt: skip


def a_round(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind of the plan."""
    yield p.RoundBegun(round=1, name="2026", carried=())
    yield p.RoundPrepared(
        round=1, system="borehole", users=209, women=14, men=11,
        tasks=(p.TaskHeld(task="keys", person="A. B."),),
        duty_bearers=(p.DutyBearer(role="county", name="Water office", remark="Mondays"),),
    )  # fmt: skip
    votes = p.Voted(question="", theme="participation", words="Who speaks?", votes=(3, 2, 1))
    yield p.IntegrityVoted(round=1, present=9, lines=(votes,))
    yield p.ModelChosen(
        round=1,
        today="community",
        described="as ever",
        chosen="agreement",
        reason="ours",
        decision=1,
    )
    point = p.Complied(
        item="", words="School", state="met", paper="3", expires=DAY, attachment=photo
    )
    yield p.ComplianceChecked(round=1, lines=(point,))
    yield p.ProblemNamed(problem=1, round=1, card="", title="Leaks", words="many", icon="droplets")
    yield p.ProblemsVoted(round=1, present=9, lines=(p.Beans(problem=1, votes=9),), chosen=(1,))
    cause = p.Cause(words="old pipes", of=0)
    yield p.ProblemStudied(problem=1, causes=(cause,), touched="all", likely=5, bad=3)
    yield p.ToolAdded(
        tool=1, name="Log", what="a book", problems=("leaks",), effort="small", first_step="buy",
        works="read",
    )  # fmt: skip
    yield p.ToolsChosen(problem=1, tools=("own-1",))
    watch = p.Watched(figure="vouchers", unit="share", target=9500, upward=True)
    plan = p.Planned(
        problem=1, tool="own-1", title="Mend", officer=1, person="C. D.", post="operator", start=DAY,
        deadline=DAY, cost=500, money_from="fees", support="county", shows="dry", watch=watch,
    )  # fmt: skip
    yield p.ActionPlanned(action=1, round=1, plan=plan, origin=p.Origin(what="visit", about="12"))
    yield p.ActionChanged(action=1, plan=plan)
    reached = p.Reached(value=9600, entry=12, hash="ab" * 32)
    yield p.ActionMoved(action=1, state="done", reason="dry", reached=reached)
    yield p.EvidenceAdded(action=1, words="seen", envelope="12", attachment=photo)
    yield p.CostLinked(action=1, spent=Ref(24, 1))
    yield p.PlanVisited(
        round=1, what="coaching", by="M. N.", women=6, men=5,
        lines=(p.Seen(action=1, words="dry"),), decided="go on", next_on=DAY,
    )  # fmt: skip
    yield p.QuestionAnswered(
        question="late-banking", about="2026-09", then="action", words="flood", action=1
    )
    yield p.CapacityAsked(lines=(p.Criterion(code="savings", met=True, words="box"),))
    yield p.RoundEnded(round=1, words="a year")


def complained(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind about a complaint."""
    own = q.OwnCategory(code="goats", name="Goats at the trough")
    yield q.ComplaintRules(days=10, working=True, free_days=(DAY,), categories=(own,))
    yield q.ComplaintReceived(
        complaint=1, channel="phone", source="named", name="E. F.", contact="0711 000 000",
        category="goats", words="at night", about=1, assigned=None, due_on=DAY, attachment=photo,
    )  # fmt: skip
    yield q.ComplaintMoved(
        complaint=1, stage="passed-on", assigned=None, to="Water office", due_on=DAY
    )
    yield q.ComplaintAnswered(
        complaint=1, words="a fence", outcome="upheld", fixed=True, attachment=photo
    )
    yield q.ComplaintAsked(complaint=1, satisfied=False, words="still there")
    yield q.ComplaintReopened(complaint=1, words="look again", due_on=DAY)


def met(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind about a meeting."""
    yield c.DecisionRevoked(decision=1, by=2)
    yield m.MeetingCalled(
        meeting=1, what="zone", zone="A", day=DAY, hour="10:00", place="by the mango tree",
        agenda=(m.Item(words="the tank"),), quorum=2,
    )  # fmt: skip
    yield m.MeetingHeld(
        meeting=1, members=9, women=3, men=2, represented=1, women_spoke=2, men_spoke=1, guests=4,
        present=(1, 2),
    )  # fmt: skip
    yield m.MinutesWritten(
        meeting=1, words="read out", decisions=(2,), envelope="14", attachment=photo
    )
    yield m.QuestionAsked(question=1, meeting=1, words="when?", due_on=DAY)
    yield m.MeetingAnswer(question=1, words="on Saturday")
    yield m.MeetingOff(meeting=1, reason="rain")
    yield m.ElectionHeld(decision=2, lines=(m.Elected(officer=1, votes=5),))


def served(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind about the service."""
    yield s.BrokeDown(
        breakdown=1, system=1, component="pump", cause="wear", words="stopped", by="G. H.",
        dry_since=DAY, attachment=photo,
    )  # fmt: skip
    yield s.Repaired(
        breakdown=1, words="seals", by="M. N.", spent=(Ref(24, 2),), back_on=DAY, dry_days=0
    )
    yield s.TurnsSet(zone="A", lines=(s.Turn(weekday=1, first="06:00", last="10:00"),))
    yield s.SupplyLogged(lines=(s.Supplied(on=DAY, zone="A", minutes=240),))
    yield s.WaterProduced(lines=(s.Produced(on=DAY, system=1, litres=42500),))
    chlorine = s.Measured(parameter="chlorine", value=300, good=True)
    yield s.WaterTested(place="kiosk", by="laboratory", lines=(chlorine,), attachment=photo)
    yield s.MaintenancePlanned(
        task=1, what="Clean the tank", component="tank", months=6, first_on=DAY, ended=False
    )
    yield s.MaintenanceDone(task=1, words="four people", by="all", spent=(Ref(24, 3),))
    yield s.StoresCounted(lines=(s.InStore(part="seals", stock=1, least=2),))
    yield s.FunctionalitySaid(system=1, state="partly", words="kiosk 2 is dry")


def audited(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind about an audit."""
    yield a.AuditBegun(
        audit=1, first=DAY, last=DAY, decision=2,
        auditors=(a.Auditor(name="R. S.", gender="woman"),),
    )  # fmt: skip
    yield a.ListFixed(audit=1, what="households", count=3, code="0123456789ABCDEF")
    yield a.SampleDrawn(
        audit=1, what="households", code="0123456789ABCDEF", seed="35", drawn=("1", "3")
    )
    check = a.Checked(what="households", item="1", result="differs", differs_by=-5000, words="less")
    yield a.ChecksWritten(audit=1, lines=(check,))
    yield a.FindingWritten(
        finding=1, audit=1, post="treasurer", words="less", evidence="receipt", attachment=photo
    )
    yield a.FindingAnswered(
        finding=1, words="typed wrongly", action="read back", post="treasurer", due_on=DAY
    )
    yield a.FindingFollowed(finding=1, fixed=True, words="looked at")
    yield a.AuditRead(audit=1, words="one finding", decision=2)


def helped(photo: Attachment) -> Iterator[Entry]:
    """Yield one entry of every kind about those outside."""
    yield h.ContactKept(
        contact=1, role="county", name="Water office", mandate="pumps", phone="0700", then=None,
        ended=False,
    )  # fmt: skip
    yield h.SupportAsked(request=1, contact=1, words="a pump", due_on=DAY, attachment=photo)
    yield h.SupportAnswered(request=1, outcome="partly", words="half", attachment=photo)
    yield h.ReportOwed(
        report=1, contact=1, what="Yearly report", due_on=DAY, months=12, ended=False
    )
    yield h.ReportSent(report=1, due_on=DAY, words="carried", attachment=photo)
    yield h.VisitReceived(contact=1, by="Water office", words="looked at the tank")


def write_everything(path: Path) -> Path:
    """Make the book; returns its path."""
    book = Book.create(path, ROOMS, FOUNDING, clock)
    with book.write(Signing(responsible=1, countersigned=(2,))) as writing:
        pin = pins.keep(writing, "$argon2id$ a hash", None)
        for entry in everything(writing.keep(PHOTO, "image/jpeg"), pin):
            writing.append(entry)
    book.close()
    return path


def copied(book: Path, path: Path) -> Path:
    return Path(shutil.copy(book, path))


def change(path: Path, *statements: str) -> None:
    """Change a book behind the program's back, its triggers out of the way for a moment."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _sql in triggers:
            database.execute(f"DROP TRIGGER {name}")
        try:
            for statement in statements:
                database.execute(statement)
        finally:
            for _name, sql in triggers:
                database.execute(sql)


def literal(value: object) -> str:
    """Write a value as SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def dump(path: Path) -> dict[str, list[str]]:
    """Everything that stands in the tables."""
    with closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        return {
            name: sorted(map(repr, database.execute(f"SELECT * FROM {name}"))) for (name,) in names
        }
