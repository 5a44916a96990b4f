"""Made-up facts for specimens and tests. Every figure adds up: keep it so."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import msgspec

from imt_desktop.committee.entries import Votes
from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.terms import (
    Block,
    Due,
    Each,
    Fines,
    LabourDays,
    LateFee,
    OneOff,
    Terms,
)
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.ledger.closing.entries import Span
from imt_desktop.ledger.recovery.workshop import Plan, work_out
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.capacity import criteria
from imt_desktop.period import Month, Period
from imt_desktop.plan.packs import toolbox
from imt_desktop.reports.acta.facts import ActaFacts, Voted
from imt_desktop.reports.agreement.facts import AgreementFacts, Part
from imt_desktop.reports.assets.facts import AssetsFacts, Thing
from imt_desktop.reports.attendance.facts import AttendanceFacts, Invited
from imt_desktop.reports.audit.facts import AuditFacts, DrawnFacts, FindingFacts, VotesFacts
from imt_desktop.reports.behind.facts import BehindFacts, Debtor
from imt_desktop.reports.bill.facts import BillFacts, BillLine, MeterSaid, Used
from imt_desktop.reports.board.facts import BoardCard, BoardFacts, BoardLane
from imt_desktop.reports.budget.facts import BudgetFacts, PlannedKind
from imt_desktop.reports.capacity.facts import (
    AreaLevel,
    CapacityFacts,
    CriterionSaid,
    PartSaid,
    PastLevel,
)
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.charging.facts import ChargingFacts, NotToBill, ToBill
from imt_desktop.reports.closing.facts import Check, ClosingFacts, Column, Counted, Piece
from imt_desktop.reports.compared.facts import Compared, ComparedFacts, RoundVoted
from imt_desktop.reports.complaining.facts import ComplainingFacts, Dealt
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.confirming.facts import Confirmation, ConfirmationsFacts
from imt_desktop.reports.contribution.facts import Asked, ContributionFacts, ContributionsFacts
from imt_desktop.reports.daylist.facts import DayLine, DayListFacts
from imt_desktop.reports.facts import (
    Anchor,
    Contact,
    Heading,
    Holding,
    KindAmount,
    NotMoney,
    Officer,
)
from imt_desktop.reports.handing.facts import HandedPart, HandingFacts
from imt_desktop.reports.handover.facts import (
    HandedMoney,
    HandedPad,
    HandedThing,
    HandoverFacts,
)
from imt_desktop.reports.house_visits.facts import HouseToVisit, HouseVisitsFacts
from imt_desktop.reports.household.facts import Slip, SlipsFacts
from imt_desktop.reports.income.facts import Difference, IncomeFacts, KindRow
from imt_desktop.reports.invitation.facts import Gathering, InvitationFacts
from imt_desktop.reports.invitations.facts import InvitationsFacts
from imt_desktop.reports.kiosks.facts import DaySheet, KiosksFacts
from imt_desktop.reports.letters.facts import Decided, Letter, LettersFacts, Next, Reconnecting
from imt_desktop.reports.lists.facts import ListedRow, ListFacts
from imt_desktop.reports.minutes import facts as written
from imt_desktop.reports.notice.facts import (
    Assembly,
    Band,
    CashCount,
    Complaints,
    Decision,
    Named,
    Names,
    NoticeFacts,
    Owed,
    Price,
    WeOwe,
)
from imt_desktop.reports.packs.facts import CoverFacts, Missing, Packed
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.readings.facts import MeterToRead, ReadingSheetFacts
from imt_desktop.reports.receipt.facts import Edition, PaidFor, Payer, ReceiptFacts
from imt_desktop.reports.register.facts import Listed, RegisterFacts
from imt_desktop.reports.scenarios.facts import ScenariosFacts, Weighed
from imt_desktop.reports.statement.facts import MonthPaid, StatementFacts, StatementLine
from imt_desktop.reports.support_letter.facts import Backing, SupportLetterFacts
from imt_desktop.reports.tariff.facts import PayingLess, SetBy, TariffFacts
from imt_desktop.reports.visits.facts import Visit, VisitsFacts
from imt_desktop.reports.voucher.facts import VoucherFacts
from imt_desktop.reports.wages.facts import Wage, WagesFacts
from imt_desktop.reports.worksheets.facts import (
    AskedQuestion,
    LibraryTool,
    ReadyCard,
    WorksheetsFacts,
)
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts
from imt_desktop.ui.pages.tariffs.tariff.example import every_form

KES = Currency("KES")
NAIROBI = timezone(timedelta(hours=3))


def kes(amount: int | str) -> Money:
    """Shillings."""
    return KES.money(Decimal(amount))


class Long(Translator):
    """A made-up language half as long again, with words as German and Swahili have them."""

    def gettext(self, message: str) -> str:
        return _stretch(message, self.code)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return _stretch(one if n == 1 else many, self.code)

    def pgettext(self, context: str, message: str) -> str:
        return _stretch(message, self.code)


def _stretch(message: str, code: str) -> str:
    tail = "tungsmwa" if code == "es" else "ñkheiten"

    def longer(found: re.Match[str]) -> str:
        word = found[0]
        return word + tail[: max(2, round(len(word) * 0.6))] if len(word) > 2 else word

    pieces = re.split(r"(\{[^}]*\})", message)
    return "".join(
        piece if piece.startswith("{") else re.sub(r"[^\W\d_]+", longer, piece) for piece in pieces
    )


ENGLISH = Translator("en", "KE")
SPANISH = Translator("es", "MX")
KISWAHILI = Translator("sw", "KE")
FRENCH = Translator("fr")
LONG = Long("es", "MX")

TWO = Bilingual(ENGLISH, KISWAHILI)
ONE = Bilingual(ENGLISH)
LONGEST = Bilingual(LONG, Long("fr"))

OFFICERS = (
    Officer(name="Esther Nduku", post="chair", until=date(2028, 3, 31)),
    Officer(name="Grace Mueni", post="treasurer", until=date(2028, 3, 31)),
    Officer(name="Joseph Mutua", post="oversight", until=date(2028, 3, 31)),
)
HEADING = Heading(
    committee="Kiboko Water Project", area="Kiboko, Makueni County", officers=OFFICERS
)
ANCHOR = Anchor(
    code="K7QW3FPD9XRT2MHB",
    qr="IMT:1:5B0E7C1C0F2B4A6D8E9F001122334455:4931:"
    "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
    entry=4931,
    at=datetime(2026, 10, 14, 9, 12, tzinfo=NAIROBI),
)

RECEIPT = ReceiptFacts(
    heading=HEADING,
    number=2634,
    on=date(2026, 10, 14),
    payer=Payer(name="Tabitha Kiplagat", member="8", zone="Sokoni", telephone="0742 *** 757"),
    amount=kes(1350),
    owed_before=kes(1800),
    lines=(
        PaidFor(
            kind="fee", amount=kes(1350), months=(Month(2026, 6), Month(2026, 7), Month(2026, 8))
        ),
    ),
    still_to_pay=kes(450),
    method="cash",
    received_by=Officer(name="Grace Mueni", post="treasurer"),
)
FULL_RECEIPT = ReceiptFacts(
    heading=HEADING,
    number=2635,
    on=date(2026, 10, 14),
    payer=Payer(name="Samuel Kariuki wa Njoroge na familia", member="A-117/2", zone="Sokoni"),
    amount=kes("3450.50"),
    owed_before=kes(2700),
    lines=(
        PaidFor(kind="fee", amount=kes(1800), months=tuple(Month(2026, n) for n in (5, 6, 8, 9))),
        PaidFor(kind="reconnection", amount=kes(500)),
        PaidFor(kind="fine", amount=kes(400), text="work day of 12 September"),
        PaidFor(kind="ahead", amount=kes("750.50")),
    ),
    still_to_pay=kes(0),
    paid_ahead=kes("750.50"),
    method="mobile",
    reference="…7KQ2",
    pad="00417",
    paid_by="Peter Mwangi",
    received_by=Officer(name="Grace Mueni", post="treasurer"),
)
GRANT_RECEIPT = ReceiptFacts(
    heading=HEADING,
    number=2636,
    on=date(2026, 10, 15),
    payer=Payer(name="Makueni County Government"),
    amount=kes(150000),
    lines=(PaidFor(kind="grant", amount=kes(150000), text="solar pump"),),
    method="bank",
    reference="…0091",
    received_by=Officer(name="Grace Mueni", post="treasurer"),
)
COPY = Edition(copy=2, on=date(2026, 11, 2))
CANCELLED = Edition(copy=2, on=date(2026, 11, 2), cancelled=True, reason="entered twice")
QUARTER = Period.quarter(2026, 3)


def amounts(*rows: tuple[str, int]) -> tuple[KindAmount, ...]:
    """Amounts by kind."""
    return tuple(KindAmount(kind=kind, amount=kes(amount)) for kind, amount in rows)


def holdings(*rows: tuple[str, int]) -> tuple[Holding, ...]:
    """What lies where."""
    return tuple(Holding(account=account, amount=kes(amount)) for account, amount in rows)


NOTICE = NoticeFacts(
    heading=HEADING,
    period=QUARTER,
    currency=KES,
    money_in=amounts(
        ("fee", 141750),
        ("kiosk", 38640),
        ("connection", 9000),
        ("fine", 2400),
        ("reconnection", 2100),
    ),
    money_out=amounts(
        ("fuel", 62400), ("wages", 54000), ("repairs", 31850), ("treatment", 8940), ("office", 6000)
    ),
    opening=holdings(("cash", 7310), ("bank", 83410)),
    closing=holdings(("cash", 4920), ("bank", 116500)),
    households=118,
    paid_up=92,
    owed=Owed(households=26, amount=kes(38250)),
    we_owe=WeOwe(bills=3, amount=kes(12400)),
    prices=(Price(connection="household", amount=kes(450)),),
    decision=Decision(on=date(2026, 3, 14), minute="07/2026"),
    counted=CashCount(
        on=date(2026, 10, 1), by=("G. Mueni", "J. Mutua"), counted=kes(4920), book=kes(4920)
    ),
    contact=Contact(name="Peter Mutiso", post="secretary", telephone="0700 000 145"),
    answer_days=14,
    complaints=Complaints(received=9, in_time=8, late=1, fixed=6),
    assembly=Assembly(on=date(2026, 10, 17), hour="10:00", place="Kiboko Primary School"),
)
FAR_BEHIND = Names(
    decision=Decision(on=date(2026, 8, 15), minute="11/2026"),
    households=tuple(
        Named(name=f"{name} {n}", amount=kes(4500 - 90 * n))
        for n, name in enumerate(("Tabitha Kiplagat", "Samuel Kariuki wa Njoroge", "J. M.") * 5, 1)
    ),
)
SMALL_NOTICE = NoticeFacts(
    heading=Heading(
        committee="Mutulani Handpump",
        one_signature=True,
        officers=(Officer(name="Mwende Kioko", post="treasurer"),),
    ),
    period=Month(2026, 10).period,
    currency=KES,
    money_in=amounts(("fee", 2250)),
    money_out=(),
    opening=holdings(("cash", 0)),
    closing=holdings(("cash", 2250)),
    households=45,
    paid_up=41,
    owed=Owed(households=4, amount=kes(200)),
    prices=(),
    as_of=date(2026, 10, 14),
)
BIG_NOTICE = NoticeFacts(
    heading=HEADING,
    period=Period.year(2026),
    currency=KES,
    money_in=(
        *amounts(
            ("fee", 2141750),
            ("kiosk", 538640),
            ("connection", 309000),
            ("fine", 22400),
            ("reconnection", 42100),
            ("grant", 1500000),
            ("donation", 12000),
            ("interest", 4410),
            ("loan", 200000),
            ("sale", 18000),
            ("unknown", 6500),
        ),
        KindAmount(kind="own-1", own_name="Rent of the meeting room", amount=kes(36000)),
    ),
    money_out=amounts(
        ("fuel", 862400),
        ("electricity", 120000),
        ("wages", 954000),
        ("repairs", 331850),
        ("parts", 238940),
        ("office", 46000),
        ("treatment", 88940),
        ("transport", 71300),
        ("charges", 12870),
        ("asset", 1350000),
        ("loan-repaid", 100000),
        ("other", 8800),
    ),
    opening=holdings(("cash", 17310), ("bank", 383410), ("mobile", 22900), ("reserve", 60000)),
    closing=(
        *holdings(("cash", 14920), ("bank", 816500), ("mobile", 69900)),
        Holding(account="reserve", amount=kes(228000), target=kes(500000)),
    ),
    households=1840,
    paid_up=1502,
    owed=Owed(
        households=338,
        amount=kes(1238250),
        bands=(
            Band(first=0, last=0, households=96, amount=kes(43200)),
            Band(first=1, last=30, households=120, amount=kes(108000)),
            Band(first=31, last=60, households=2, amount=kes(2700)),
            Band(first=61, last=90, households=80, amount=kes(216000)),
            Band(first=91, last=None, households=40, amount=kes(868350)),
        ),
    ),
    we_owe=WeOwe(bills=12, amount=kes(1212400)),
    prices=(
        Price(connection="household", amount=kes(450)),
        Price(connection="kiosk", amount=kes(1800)),
        Price(connection="institution", amount=kes(2500)),
        Price(connection="own-3", own_name="Flower farm", amount=kes(12500)),
    ),
    decision=Decision(on=date(2026, 3, 14), minute="07/2026"),
    counted=CashCount(
        on=date(2026, 12, 31),
        by=("G. Mueni", "J. Mutua", "E. Nduku"),
        counted=kes(14870),
        book=kes(14920),
    ),
    contact=Contact(
        name="Peter Mutiso",
        post="secretary",
        telephone="0700 000 145",
        text="or the box at the kiosk, every day",
    ),
    answer_days=14,
    complaints=Complaints(received=9, in_time=8, late=1, fixed=6),
    dry_days=4,
    not_money=NotMoney(
        days=4000,
        labour=kes(1200),
        gifts=tuple(
            KindAmount(kind=kind, amount=kes(n))
            for kind, n in (("materials", 90000), ("transport", 8000), ("food", 450), ("other", 7))
        ),
    ),
    assembly=Assembly(on=date(2027, 1, 16), hour="10:00", place="Kiboko Primary School"),
)
NAMING_NOTICE = msgspec.structs.replace(BIG_NOTICE, names=FAR_BEHIND)


def statement(months: int, pay: int = 3) -> StatementFacts:
    """A member's statement over that many months, one payment every few of them."""
    lines: list[StatementLine] = []
    balance = kes(450)
    states: list[MonthPaid] = []
    month = Month(2026, 1)
    for n in range(months):
        balance += kes(450)
        lines.append(
            StatementLine(
                on=month.first, what="fee", months=(month,), billed=kes(450), balance=balance
            )
        )
        if n % pay == pay - 1:
            amount = balance - kes(450)
            balance -= amount
            lines.append(
                StatementLine(
                    on=month.day(20),
                    what="payment",
                    number=str(3012 + n * 37),
                    paid=amount,
                    balance=balance,
                )
            )
        state = "open" if n == months - 1 else "part" if n == months - 2 else "paid"
        states.append(MonthPaid(month=month, state=state))
        month = month.shift(1)
    return StatementFacts(
        heading=HEADING,
        period=Period(Month(2026, 1).first, max(month.shift(-1), Month(2026, 1)).last),
        member=RECEIPT.payer,
        brought=kes(450),
        lines=tuple(lines),
        balance=balance,
        months=tuple(states),
        pay_at="Kiosk, Mondays",
        ask=Contact(telephone="0700 000 145"),
    )


STATEMENT = statement(6)


def cashbook(count: int) -> CashbookFacts:
    """A cash book with that many lines."""
    lines: list[CashLine] = []
    balance = kes(7310)
    for n in range(count):
        on = date(2026, 9, 1 + n * 29 // max(1, count))
        if n % 9 == 5:
            lines.append(
                CashLine(
                    on=on,
                    kind="fee",
                    number=str(2519 + n),
                    text="Mary Wanjiru",
                    into=kes(450),
                    struck=True,
                    reason="entered twice",
                )
            )
            continue
        if n % 5 == 3:
            amount = kes(1260)
            kind, text = (("fuel", "Total, Emali"), ("repairs", "Fundi Kyalo"))[n % 2]
            balance -= amount
            lines.append(
                CashLine(on=on, kind=kind, number=f"V{n}", text=text, out=amount, balance=balance)
            )
        elif n % 11 == 10:
            balance -= kes(2000)
            lines.append(
                CashLine(on=on, kind="move", other_account="bank", out=kes(2000), balance=balance)
            )
        else:
            amount = kes(450 * (1 + n % 3))
            balance += amount
            lines.append(
                CashLine(
                    on=on,
                    kind="fee",
                    number=str(2519 + n),
                    text="Tabitha Kiplagat",
                    into=amount,
                    balance=balance,
                )
            )
    return CashbookFacts(
        heading=HEADING,
        period=Month(2026, 9).period,
        brought=kes(7310),
        carried=balance,
        lines=tuple(lines),
        account="cash",
    )


def rows(*given: tuple[str, int, int]) -> tuple[KindRow, ...]:
    """Kinds with this and the previous amount."""
    return tuple(KindRow(kind=kind, amount=kes(now), before=kes(old)) for kind, now, old in given)


INCOME = IncomeFacts(
    heading=HEADING,
    period=Period.year(2026),
    previous=Period.year(2025),
    currency=KES,
    money_in=rows(
        ("fee", 540900, 498150),
        ("kiosk", 148320, 131760),
        ("connection", 36000, 24000),
        ("fine", 9500, 6200),
    ),
    money_out=rows(
        ("fuel", 251300, 268900),
        ("wages", 216000, 204000),
        ("repairs", 118450, 84720),
        ("treatment", 21600, 19800),
        ("office", 17240, 16490),
    ),
    start=kes(66870),
    start_before=kes(670),
    end_before=kes(66870),
    holdings=holdings(("cash", 7000), ("bank", 110000), ("reserve", 60000)),
    owed_to_us=kes(38250),
    we_owe=kes(12400),
    not_money=NotMoney(
        days=112_500,
        labour=kes(33600),
        gifts=(
            KindAmount(kind="materials", amount=kes(3500)),
            KindAmount(kind="skilled-work", amount=kes(1200)),
        ),
    ),
)
BIG_INCOME = IncomeFacts(
    heading=HEADING,
    period=BIG_NOTICE.period,
    currency=KES,
    money_in=tuple(
        KindRow(kind=row.kind, amount=row.amount, own_name=row.own_name)
        for row in BIG_NOTICE.money_in
    ),
    money_out=tuple(KindRow(kind=row.kind, amount=row.amount) for row in BIG_NOTICE.money_out),
    start=BIG_NOTICE.had,
    holdings=BIG_NOTICE.closing,
    owed_to_us=kes(1238250),
    we_owe=kes(1212400),
    differences=(Difference(text="Paper of the county", printed=kes(4185000), book=kes(4185100)),),
)


def column(account: str, *amounts: int, own_name: str = "") -> Column:
    """An account's month: brought, opened, came, went, moved; carried is worked out."""
    brought, opened, came, went, moved = map(kes, amounts)
    carried = brought + opened + came - went + moved
    return Column(
        account=account, own_name=own_name, brought=brought, opened=opened, came=came, went=went,
        moved=moved, carried=carried,
    )  # fmt: skip


def pieces(*pairs: tuple[int, int]) -> tuple[Piece, ...]:
    """Notes and coins: value and how many."""
    return tuple(Piece(value=kes(value), count=count) for value, count in pairs)


CLOSING = ClosingFacts(
    heading=HEADING,
    month=Month(2026, 9),
    currency=KES,
    columns=(
        column("cash", 7310, 0, 38210, 12600, -28000),
        column("bank", 104600, 0, 24270, 40370, 28000),
    ),
    counted=(
        Counted(
            account="cash",
            counted=kes(4920),
            book=kes(4920),
            pieces=pieces(
                (1000, 3), (500, 2), (200, 3), (100, 2), (50, 1), (20, 2), (10, 2), (5, 2)
            ),
            on=date(2026, 9, 30),
            by=("Grace Mueni", "Esther Nduku"),
        ),
    ),
    checks=(
        Check(code="bank-compared", amount=kes(116500), account="bank"),
        Check(code="receipts", first=2519, last=2618, count=100),
        Check(code="cancelled", count=1),
        Check(code="vouchers", count=12, of=12),
        Check(code="late", ok=False, count=2),
    ),
    signers=(
        Officer(name="Grace Mueni", post="treasurer", until=date(2028, 3, 31)),
        Officer(name="Esther Nduku", post="chair", until=date(2028, 3, 31)),
    ),
    signed=True,
    closed_on=date(2026, 10, 1),
    entry=4809,
)
"""An ordinary month."""

SMALL_CLOSING = msgspec.structs.replace(
    CLOSING,
    heading=msgspec.structs.replace(HEADING, area="", officers=(), one_signature=True),
    columns=(column("cash", 0, 1200, 4500, 800, 0),),
    counted=(
        Counted(
            account="cash",
            counted=kes(5150),
            book=kes(5200),
            on=date(2026, 10, 3),
            by=("Grace Mueni",),
            text="the treasurer gave too much change on 12 September, says Amina",
        ),
    ),
    checks=(Check(code="vouchers", ok=False, count=1, of=3),),
    signers=(Officer(name="Grace Mueni", post="treasurer"),),
    signed=False,
)
"""A handpump's first month: no bank, a difference, one signature."""

BIG_CLOSING = msgspec.structs.replace(
    CLOSING,
    columns=(
        column("cash", 12_000, 0, 384_210, 126_000, -260_000),
        column("bank", 1_104_600, 0, 242_700, 403_700, 300_000, own_name="KCB Makindu"),
        column("mobile", 54_000, 0, 180_320, 1_200, -60_000, own_name="M-Pesa till"),
        column("reserve", 400_000, 0, 0, 0, 20_000, own_name="Pump reserve"),
    ),
    counted=(
        Counted(
            account="cash", own_name="Office box", counted=kes(6200), book=kes(6210),
            pieces=pieces((1000, 4), (500, 3), (200, 2), (100, 2), (50, 1), (40, 1), (10, 1)),
            on=date(2026, 10, 1), by=("Grace Mueni", "Samuel Kariuki wa Njoroge na familia"),
            text="ten shillings short, nobody knows why; the assembly is asked",
        ),
        Counted(account="cash", own_name="Kiosk box", counted=kes(4000), book=kes(4000)),
    ),
    checks=(
        Check(code="bank-differs", ok=False, amount=kes(1_243_600), account="bank",
              own_name="KCB Makindu"),
        Check(code="bank-counted", amount=kes(173_120), account="mobile", own_name="M-Pesa till"),
        Check(code="bank-no-paper", ok=False, account="reserve", own_name="Pump reserve"),
        Check(code="receipts-given", first=12519, last=14618, count=2099),
        Check(code="missing", ok=False, count=1),
        Check(code="pads", ok=False, count=3),
        Check(code="cancelled", count=14),
        Check(code="not-back", ok=False, count=2),
        Check(code="vouchers", ok=False, count=61, of=64),
        Check(code="late", ok=False, count=2),
        Check(code="waiting", ok=False, count=1),
        Check(code="clock", ok=False, count=1),
        Check(code="pins", ok=False, count=1),
        Check(code="unknown", ok=False, count=3, amount=kes(1350)),
        Check(code="rebuilt", ok=False),
        Check(code="relatives", ok=False),
    ),
)  # fmt: skip
"""A town's worst month."""


def behind(count: int) -> BehindFacts:
    """So many households behind; the figures of each add up."""
    debtors = tuple(
        Debtor(
            name=("Tabitha Kiplagat", "Samuel Kariuki wa Njoroge na familia")[n % 2],
            member=str(n + 1), zone="Sokoni",
            ages=(kes(450), kes(0), kes(450 * (n % 3)), kes(0), kes(900)), owed=kes(1350 + 450 * (n % 3)),
        )
        for n in range(count)
    )  # fmt: skip
    return BehindFacts(heading=HEADING, on=date(2026, 10, 14), currency=KES, debtors=debtors)


def register(count: int) -> RegisterFacts:
    """So many households."""
    members = tuple(
        Listed(
            name="Tabitha Kiplagat", second_adult=("", "Samuel Kariuki wa Njoroge")[n % 2],
            member=str(n + 1), zone="Sokoni", house=f"house {n}", telephone="0742 123 757",
            connections=("household", "kiosk", "household")[: n % 4],
            state=("active", "cut-off")[n % 2],
        )
        for n in range(count)
    )  # fmt: skip
    return RegisterFacts(heading=HEADING, on=date(2026, 10, 14), members=members, zone="Sokoni")


VOUCHER = VoucherFacts(
    heading=HEADING, entry="12/1", number="213", on=date(2026, 10, 14), payee="Makueni Hardware",
    amount=kes("7240.50"), kind="repairs", text="pipes for the line to the school",
    account="bank", reference="\u20267KQ2", signed=OFFICERS[:2],
)  # fmt: skip
SMALL_VOUCHER = VoucherFacts(
    heading=HEADING, entry="13/1", on=date(2026, 10, 14), payee="Guard", amount=kes(500),
    kind="wages", account="cash", cancelled=True, reason="paid twice",
)  # fmt: skip


def wages(count: int) -> WagesFacts:
    """Wages of so many people, the last one still owed."""
    return WagesFacts(
        heading=HEADING, period=Month(2026, 10).period, currency=KES, as_of=date(2026, 10, 14),
        wages=tuple(
            Wage(name="Joseph Mutua", on=date(2026, 10, 3), amount=kes(500 + n),
                 text="guard at the pump", owed=n == count - 1)
            for n in range(count)
        ),
    )  # fmt: skip


def daylist(count: int) -> DayListFacts:
    """So many lines: payments, an expense, money moved, and one that was cancelled."""
    kinds: tuple[dict[str, object], ...] = (
        {"what": "payment", "into": kes(450), "name": "Tabitha Kiplagat", "member": "8",
         "number": "2634", "pad": "00417"},
        {"what": "repairs", "out": kes(7240), "name": "Makueni Hardware", "text": "pipes",
         "number": "213"},
        {"what": "move", "moved": kes(400)},
        {"what": "payment", "into": kes(50), "name": "Samuel Kariuki", "member": "9",
         "number": "2635", "cancelled": True},
    )  # fmt: skip
    return DayListFacts(
        heading=HEADING, on=date(2026, 10, 14), currency=KES,
        lines=tuple(DayLine(on=date(2026, 9, 5), **kinds[n % 4]) for n in range(count)),  # type: ignore[arg-type]
    )  # fmt: skip


def slips(count: int) -> SlipsFacts:
    """Slips of so many households."""
    return SlipsFacts(
        heading=HEADING, on=date(2026, 10, 14),
        slips=tuple(
            Slip(name=("Tabitha Kiplagat", "Samuel Kariuki wa Njoroge na familia")[n % 2],
                 member=str(n + 1), owed=kes(450 * (n + 1)), zone="Sokoni", house="by the mill",
                 months=tuple(Month(2026, m) for m in range(1, 2 + n % 9)))
            for n in range(count)
        ),
    )  # fmt: skip


def confirmations(count: int) -> ConfirmationsFacts:
    """Slips about so many balances from the old book."""
    return ConfirmationsFacts(
        heading=HEADING, on=date(2026, 10, 14),
        slips=tuple(
            Confirmation(name="Samuel Kariuki wa Njoroge na familia", member=str(n + 1),
                         amount=kes(900), since=date(2026, 8, 31), zone="Sokoni", ahead=n % 2 == 1)
            for n in range(count)
        ),
    )  # fmt: skip


def letters(count: int) -> LettersFacts:
    """So many letters: each step in turn, the last ones with all that can stand in them."""
    steps = ("reminder", "last-warning", "measure", "cut-off")
    return LettersFacts(
        heading=HEADING, on=date(2026, 10, 14), zone="Sokoni",
        pay_to=Contact(name="Amina Wanjiru", post="treasurer", telephone="0700 123 456"),
        ask=Contact(text="the box at the office, or the secretary on Mondays"),
        letters=tuple(
            Letter(
                name="Tabitha Kiplagat", member=str(n + 1), zone="Sokoni", house="by the school",
                step=steps[n % 4], owed=kes("1350.50"), bills=3, days=75,
                measure="pays double for the months of August and September" if n % 4 == 2 else "",
                supply="40 litres a day from the stand pipe at the church" if n % 4 == 3 else "",
                decided=Decided(minute="03/2026", on=date(2026, 10, 13)),
                following=None if n % 4 == 3 else Next(step=steps[n % 4 + 1], bills=2, days=60),
                back=Reconnecting(fee=kes(500), share=7500, wanted=kes("1012.88")) if n % 4 == 3 else None,
            )
            for n in range(count)
        ),
    )  # fmt: skip


def visits(count: int) -> VisitsFacts:
    """So many visits."""
    return VisitsFacts(
        heading=HEADING, on=date(2026, 10, 14), zone="Sokoni",
        visits=tuple(
            Visit(
                name="Tabitha Kiplagat", member=str(n + 1), zone="Sokoni", house=f"house {n}",
                people=(None, 1, 6)[n % 3], step=("reminder", "cut-off")[n % 2],
                owed=kes(450 * (n + 1)), bills=n + 1, days=30 * n + 1,
            )
            for n in range(count)
        ),
    )  # fmt: skip


def agreement(count: int) -> AgreementFacts:
    """So many instalments."""
    return AgreementFacts(
        heading=HEADING, on=date(2026, 10, 14), currency=KES, name="Tabitha Kiplagat", member="8",
        zone="Sokoni", house="by the school", text="brings a goat if the maize fails",
        minute="03/2026", decided_on=date(2026, 10, 13),
        parts=tuple(
            Part(due_on=Month(2026, 10).shift(n).last, amount=kes(450 + n)) for n in range(count)
        ),
    )  # fmt: skip


PARTS = (
    ChargePart(what="minimum", amount=30000, quantity=6000, unit="m3"),
    ChargePart(what="block", amount=15000, quantity=3000, unit="m3", price=5000),
    ChargePart(what="block", amount=14000, quantity=2000, unit="m3", price=7000),
    ChargePart(what="relief", amount=-20650, unit="elderly", price=3500),
    ChargePart(what="rounding", amount=150),
)
"""11 m³ with a discount of 35 %: 385."""


def bill(late: int = 2, before: int = 450, uses: int = 12) -> BillFacts:
    """A bill of October with a fee, late fees and a fine; 100 of it is paid."""
    fee = BillLine(item="fee", amount=kes("385"), parts=PARTS, period="2026-10")
    lates = tuple(
        BillLine(
            item="late", amount=kes(50), period="2026-10",
            parts=(ChargePart(what="late", amount=5000, day=date(2026, 8, 31)),),
        )
        for _ in range(late)
    )  # fmt: skip
    absent = ChargePart(what="absence", amount=10000, unit="assembly", day=date(2026, 10, 4))
    fine = BillLine(item="fine", amount=kes(100), parts=(absent,))
    return BillFacts(
        heading=HEADING,
        period=Month(2026, 10).period,
        on=date(2026, 11, 2),
        due_on=date(2026, 11, 30),
        member=Payer(name="Tabitha Kiplagat", member="8", zone="Sokoni", telephone="0742 *** 757"),
        lines=(fee, *lates, fine),
        paid=kes(100),
        before=kes(before),
        meters=(MeterSaid(before=413_000, now=424_000, unit="m3", how="read"),) if uses else (),
        uses=tuple(
            Used(last=Month(2026, 10).shift(n + 1 - uses).last, used=(n % 5 + 7) * 1000, estimated=n == 3)
            for n in range(uses)
        ),
        unit="m3" if uses else "",
        minute="07/2026",
        decided_on=date(2026, 3, 14),
        ask=Contact(text="The secretary, or the box at the kiosk"),
        pay_to=Contact(name="Grace Mueni", post="treasurer", telephone="0700 000 145"),
    )  # fmt: skip


def reading_sheet(count: int) -> ReadingSheetFacts:
    """Meters of a zone; some were never read."""
    return ReadingSheetFacts(
        heading=HEADING,
        period=Month(2026, 10).period,
        zone="Sokoni",
        meters=tuple(
            MeterToRead(
                name=f"Household Number {n}", member=str(n), zone="Sokoni", house="by the mill",
                connection=n, last=None if n % 7 == 0 else n * 12_345,
                last_on=None if n % 7 == 0 else date(2026, 9, 30), usual=n % 9 * 1100,
            )
            for n in range(1, count + 1)
        ),
    )  # fmt: skip


def charging(count: int) -> ChargingFacts:
    """A run of bills, one of eight left out."""
    return ChargingFacts(
        heading=HEADING,
        period=Month(2026, 10).period,
        due_on=date(2026, 11, 30),
        currency=KES,
        bills=tuple(
            ToBill(name=f"Household Number {n}", member=str(n), parts=PARTS, amount=kes("385"))
            for n in range(1, count + 1)
        ),
        left_out=tuple(
            NotToBill(name=f"Other Household {n}", member=str(900 + n), reason="no-reading")
            for n in range(count // 8)
        ),
    )


def contributions(drives: int, count: int) -> ContributionsFacts:
    """Contributions to which every third household has given nothing yet."""
    return ContributionsFacts(
        heading=HEADING,
        on=date(2026, 10, 14),
        drives=tuple(
            ContributionFacts(
                name="New pump", target=kes(30000), due_on=date(2026, 12, 31), minute="08/2026",
                decided_on=date(2026, 9, 5),
                households=tuple(
                    Asked(
                        name=f"Household Number {n}", member=str(n), asked=kes(500),
                        given=kes(0 if n % 3 == 0 else 500),
                    )
                    for n in range(1, count + 1)
                ),
            )
            for _ in range(drives)
        ),
    )  # fmt: skip


def kiosks(count: int) -> KiosksFacts:
    """So many day sheets; every fifth brought too little, and says why."""
    return KiosksFacts(
        heading=HEADING,
        period=Month(2026, 10).period,
        currency=KES,
        sheets=tuple(
            DaySheet(
                on=date(2026, 10, 1 + n % 31), kiosk="Kiosk at the market" if n % 2 else "",
                attendant="Halima Abdi" if n % 3 else "", pad=f"K{n}" if n % 3 else "",
                unit="jerrican", sold=212_000 + n * 500, due=kes(572), handed=kes(572 if n % 5 else 550),
                text="" if n % 5 else "a jerrican burst on the way and was filled again",
            )
            for n in range(count)
        ),
    )  # fmt: skip


# What covers the cost

_PRICES = (
    ("A", 500, ()),
    ("B", 525, ()),
    ("C", 300, (Block(up_to=12_000, price=5000), Block(up_to=None, price=8000))),
)


def scenarios(count: int) -> ScenariosFacts:
    """So many prices: the village of the drawing."""
    made = []
    for place, fee, blocks in _PRICES[:count]:
        terms = Terms(
            connection_type="household", fixed=fee * 100, unit="m3" if blocks else "",
            included=6000 if blocks else 0, blocks=blocks,
        )  # fmt: skip
        costs = (
            ("operation", 64_200_000),
            ("maintenance", 18_600_000),
            ("administration", 7_200_000),
        )
        plan = Plan(
            terms, "month", 209, 7800, 12_000_000, costs, uses=(5000, 9000, 14_000),
            income=1_470_000, others=720_000, kiosks=2_313_500,
        )  # fmt: skip
        found = work_out(plan, 100)
        made.append(
            Weighed(
                letter=place, terms=terms, every="month", households=209, share=7800,
                costs=tuple(KindAmount(kind=kind, amount=Money(n, KES)) for kind, n in costs),
                set_aside=kes(120_000), cost=Money(found.cost, KES),
                others=Money(plan.others, KES), kiosks=Money(plan.kiosks, KES),
                everybody=Money(found.everybody, KES), really=Money(found.really, KES),
                fee=None if found.fee is None else Money(found.fee, KES), needed=found.needed,
                of_income=found.of_income,
            )
        )  # fmt: skip
    return ScenariosFacts(
        heading=HEADING, on=date(2026, 10, 14), currency=KES, prices=tuple(made), income=kes(14_700)
    )


ACTA = ActaFacts(
    heading=HEADING,
    currency=KES,
    since="2027-01",
    minute="07/2026",
    decided_on=date(2026, 10, 10),
    body="assembly",
    text="The fee goes up to KSh 525, since the pump of the lower borehole has to be replaced in 2034.",
    votes=Voted(in_favour=86, against=9, abstained=4),
    terms=(
        Terms(connection_type="household", fixed=52_500),
        Terms(
            connection_type="institution", fixed=300_000, unit="m3", included=7000,
            blocks=(Block(up_to=None, price=9000),),
        ),
        Terms(connection_type="Flower farm", fixed=1_250_000),
    ),
    every="month",
    due=Due(day=15, months_after=1),
    late=LateFee(amount=5000, share=0, grace_days=15, ceiling=15_000),
    fines=Fines(assembly=20_000, labour_day=50_000),
    labour=LabourDays(days=4, value=50_000),
    one_offs=(
        OneOff(item="connection", connection_type="", amount=1_500_000, first=500_000, instalments=5,
               arrears_share=0),
    ),
    places=99,
)  # fmt: skip
SMALL_ACTA = ActaFacts(
    heading=SMALL_NOTICE.heading,
    currency=KES,
    since="2027-01",
    minute="1",
    decided_on=date(2026, 10, 10),
    body="committee",
    terms=(Terms(connection_type="household", fixed=5000),),
    every="quarter",
    due=Due(day=31),
    places=20,
)


def budget(count: int) -> BudgetFacts:
    """A budget of so many kinds."""
    kinds = ("fuel", "wages", "repairs", "parts", "treatment", "transport", "office", "meetings")
    return BudgetFacts(
        heading=HEADING,
        period=Period.year(2026),
        currency=KES,
        money_in=tuple(
            PlannedKind(kind=kind, planned=kes(540_000), actual=kes(498_150))
            for kind in ("fee", "kiosk")[:count]
        ),
        money_out=tuple(
            PlannedKind(kind=kinds[n % 8], planned=kes(9000 * n), actual=kes(7000 + n), own_name="")
            for n in range(count)
        ),
        minute="07/2026" if count else "",
        decided_on=date(2026, 3, 14) if count else None,
        as_of=date(2026, 10, 14),
    )


def assets(count: int) -> AssetsFacts:
    """So many things that wear out, the last of them out of use."""
    return AssetsFacts(
        heading=HEADING,
        on=date(2026, 10, 14),
        currency=KES,
        things=tuple(
            Thing(
                what=("pump", "tank", "pipes")[n % 3], name="Pump of the lower borehole",
                bought_on=date(2024, 3, 1), cost=kes(180_000), life=10, replacement=kes(220_000),
                yearly=kes(0 if n and n == count - 1 else 22_000), worn_out=2034,
                out_on=date(2026, 10, 1) if n and n == count - 1 else None, reason="burnt out",
            )
            for n in range(count)
        ),
        reserves=(
            Holding(account="reserve", own_name="Pump savings", amount=kes(60_000), target=kes(220_000)),
            Holding(account="reserve", amount=kes(0)),
        )[:count],
    )  # fmt: skip


def board(count: int) -> BoardFacts:
    """A board of so many actions, in three lanes; without any no round has begun."""
    lanes = [BoardLane(title="Nobody saw the accounts", icon="megaphone-off"), BoardLane(text="Diesel costs more than fees bring"),
             BoardLane()]  # fmt: skip
    states = ("not-started", "under-way", "done", "under-way", "dropped")
    cards = [
        BoardCard(
            text=("Bank cash within 2 days", "Collect 90 % of fees due")[n % 2],
            name="Grace Mueni", state=states[n % 5], day=date(2026, 9, 30), late=n % 5 == 3,
            reason="too dear: KSh 240,000" if n % 5 == 4 else "",
        )
        for n in range(count)
    ]  # fmt: skip
    return BoardFacts(
        heading=HEADING,
        on=date(2026, 10, 14),
        lanes=tuple(
            msgspec.structs.replace(lane, cards=tuple(cards[at::3]))
            for at, lane in enumerate(lanes if count else [])
        ),
    )


def capacity(past: int, met: int = 2) -> CapacityFacts:
    """A capacity sheet with so many half-years before; every ``met``-th criterion is met."""
    who = ("book", "said", "unknown")
    return CapacityFacts(
        heading=HEADING, on=date(2026, 10, 14), level=1, grade="B", score=7250,
        areas=tuple(AreaLevel(of=area, level=n + 1) for n, area in enumerate(criteria.AREAS)),
        parts=tuple(
            PartSaid(
                part=part, share=5000,
                criteria=tuple(
                    CriterionSaid(
                        code=one.code, by=who[n % 3], met=n % met == 0 and n % 3 != 2,
                        said_on=date(2026, 5, 3) if n % 3 == 1 else None,
                    )
                    for n, one in enumerate(criteria.CRITERIA) if one.part == part
                ),
            )
            for part in criteria.PARTS
        ),
        past=tuple(
            PastLevel(
                on=date(2023 + n // 2, 6 if n % 2 else 12, 30), level=n % 4, grade="DCBA"[n % 4],
                unknown=n % 2,
            )
            for n in range(past)
        ),
    )  # fmt: skip


def unanswered() -> CapacityFacts:
    """A capacity sheet that nobody has answered, today or before."""
    found = capacity(1)
    return msgspec.structs.replace(
        found, level=None, grade="", score=None,
        areas=tuple(msgspec.structs.replace(one, level=None) for one in found.areas),
        parts=tuple(msgspec.structs.replace(one, share=None) for one in found.parts),
        past=(PastLevel(on=date(2025, 12, 31), level=None, grade=""),),
    )  # fmt: skip


def compared(rounds: int) -> ComparedFacts:
    """So many rounds side by side, with a question of the community's own."""
    years = (("2025", 25), ("2026", 31))[:rounds]
    votes = ((15, 8, 2), (4, 6, 21))[:rounds]
    return ComparedFacts(
        heading=HEADING, on=date(2026, 10, 14), done=5 if rounds else 0, counted=7 if rounds else 0,
        rounds=tuple(
            RoundVoted(text=year, began=date(int(year), 3, 4), present=here) for year, here in years
        ),
        questions=(
            *(Compared(theme=one.theme, words=one.words, votes=votes) for one in toolbox().questions),
            Compared(
                theme="participation", text="Do the herders of the upper village come?",
                votes=((), (0, 1, 30))[-rounds:],
            ),
        ) if rounds else (),
    )  # fmt: skip


def worksheets(step: str = "") -> WorksheetsFacts:
    """Blank sheets with a little of each pack."""
    packs = toolbox()
    return WorksheetsFacts(
        heading=HEADING, step=step,
        questions=(
            *(AskedQuestion(theme=one.theme, words=one.words) for one in packs.questions[:5]),
            AskedQuestion(theme="participation", text="Do the herders of the upper village come?"),
        ),
        models=tuple(one.title for one in packs.models_of("KE")),
        points=tuple(one.title for one in packs.points_of("KE")),
        cards=tuple(
            ReadyCard(title=one.title, words=one.words, icon=one.icon) for one in packs.problems[:9]
        ),
        tools=tuple(
            LibraryTool(title=one.title, first_step=one.first_step) for one in packs.tools[:8]
        ),
        actions=("Bank cash within 2 days",),
    )  # fmt: skip


def handover(count: int) -> HandoverFacts:
    """A handover of so many things; the large one is forced, after the laptop was stolen."""
    many = count > 20
    things = ("Keys of the cash box and the office", "Stamp", "The bank's book and its papers")
    return HandoverFacts(
        heading=HEADING, on=date(2026, 10, 14), entry=412, forced=many, by_pin=count > 0,
        leaves=Officer(name="Amina Wanjiru Kiplagat", post="treasurer"),
        takes_over=Officer(name="Halima Otieno", post="treasurer") if count else None,
        reason="went to town in September and does not answer the telephone" if many else "",
        money=(
            HandedMoney(account="cash", book=kes(4920), counted=kes(4900 if many else 4920)),
            HandedMoney(account="bank", book=kes(116500)),
        ) if count else (),
        things=tuple(
            HandedThing(what=things[n % 3], handed=n % 5 != 4,
                        remark="two of three, the third is with the operator" if n % 4 == 1 else "")
            for n in range(count)
        ),
        last_receipt=2634 if count else None,
        pads=(HandedPad(first=51, last=100, holder="Kiosk"),) if count else (),
        rebuilt=(Period(date(2026, 9, 1), date(2026, 10, 3)),) if many else (),
        new_pin=not many if count else None,
        signers=(Officer(name="Joseph Mutua", post="chair"), Officer(name="Rose", post="auditor"),
                 Officer(name="Halima Otieno", post="treasurer")) if many else
        (Officer(name="Amina Wanjiru Kiplagat", post="treasurer"),
         Officer(name="Halima Otieno", post="treasurer")),
    )  # fmt: skip


def cover(many: int) -> CoverFacts:
    """The first sheet of a pack with so many papers."""
    return CoverFacts(
        heading=HEADING, pack="audit-pack", period=Period.year(2026), photos=many, erased=many // 3,
        papers=tuple(
            Packed(paper=("income", "cashbook")[n % 2], code=ANCHOR.code,
                   account="bank" if n % 2 else "", own_name="KCB Wote" if n % 4 == 3 else "")
            for n in range(many)
        ),
        missing=(Missing(paper="tariff", why=("No water price is set.",) * 2),) if many else (),
    )  # fmt: skip


def _tariff(**more: object) -> TariffFacts:
    forms = every_form(KES, Month(2027, 1))
    said: dict[str, object] = {
        "heading": NOTICE.heading, "currency": KES, "since": date(2027, 1, 1),
        "every": forms.every, "terms": forms.terms, "due": forms.due, "rounding": forms.rounding,
        "late": forms.late, "fines": forms.fines, "labour": forms.labour,
        "one_offs": forms.one_offs, "spent": NOTICE.money_out,
        "less": (PayingLess(group="elderly", households=6), PayingLess(group="other", households=4)),
        "decision": SetBy(
            by="assembly", on=date(2026, 10, 17), minute="11/2026",
            votes=Votes(in_favour=86, against=9, abstained=4),
        ),
    }  # fmt: skip
    return TariffFacts(**{**said, **more})  # type: ignore[arg-type]


TARIFF = _tariff()
"""A tariff with every form."""

SMALL_TARIFF = _tariff(
    terms=(Terms(connection_type="household", fixed=45000),), rounding=None, late=None, fines=None,
    labour=None, one_offs=(), spent=(), less=(), decision=None,
)  # fmt: skip
"""One fee a month, and nobody who decided it."""

BIG_TARIFF = _tariff(
    terms=(
        *TARIFF.terms,
        *(
            Terms(connection_type=f"{code} of the long valley behind the second hill", fixed=123456789,
                  unit="m3", included=7500, blocks=tuple(
                      Block(up_to=None if n == 2 else 10000 * (n + 1), price=123456 * (n + 1))
                      for n in range(3)),
                  each=(Each(unit="person", price=500), Each(unit="head", price=1000)))
            for code in ("yard", "business", "flower farm", "hotel", "mill", "lodge")
        ),
    ),
    due=Due(day=31, seasons=("06-30", "12-15")),
    spent=(*NOTICE.money_out, KindAmount(kind="own-7", own_name="Honoraria", amount=kes(4))),
)  # fmt: skip
"""Many types, each with many blocks."""

COMPLAINING = ComplainingFacts(
    heading=NOTICE.heading, days=14, working=True,
    ask=Contact(text="The secretary, or the box at the kiosk"),
    call=Contact(name="Peter Mutiso", post="secretary", telephone="0700 000 145"),
    higher=(
        Contact(name="County Water Office, Wote", telephone="0700 000 200"), Contact(name="WASREB"),
    ),
    dealt=Dealt(first=date(2026, 7, 1), last=date(2026, 9, 30), received=9, in_time=8, fixed=6),
)  # fmt: skip
"""A poster that says everything."""

SMALL_COMPLAINING = ComplainingFacts(heading=NOTICE.heading, days=1, working=False)
"""Nobody is named and nobody complained."""

COMPLAINT_SLIP = ComplaintSlipFacts(
    heading=NOTICE.heading, number=2634, received_on=date(2026, 10, 14),
    due_on=date(2026, 11, 3), stage="direct", ask=COMPLAINING.ask, call=COMPLAINING.call,
    higher=COMPLAINING.higher,
)  # fmt: skip
"""A slip that says everything."""

SMALL_COMPLAINT_SLIP = ComplaintSlipFacts(
    heading=NOTICE.heading, number=1, received_on=date(2026, 9, 30), due_on=date(2026, 9, 30),
    stage="passed-on",
)  # fmt: skip
"""Nobody is named, and it was passed on."""


def gathering(points: int) -> Gathering:
    """A meeting with so many points; without any nothing else is known of it either."""
    if not points:
        return Gathering(what="committee", day=date(2026, 10, 3))
    return Gathering(
        what="zone" if points > 9 else "assembly", zone="Sokoni" if points > 9 else "",
        day=date(2026, 10, 17), hour="15:00", place="Kiboko Primary School", quorum=60,
        agenda=tuple(
            ("The accounts of the half year", "What water costs from January on",
             "Who reads the meters while the operator is away, and what that is worth to us")[n % 3]
            for n in range(points)
        ),
    )  # fmt: skip


def invitation(points: int) -> InvitationFacts:
    """An invitation to a meeting with so many points."""
    return InvitationFacts(heading=HEADING, meeting=gathering(points))


def attendance(many: int) -> AttendanceFacts:
    """A list of so many households; of officers where there are none."""
    if not many:
        return AttendanceFacts(
            heading=HEADING, meeting=gathering(0),
            asked=tuple(Invited(name=one.name, post=one.post) for one in OFFICERS),
        )  # fmt: skip
    return AttendanceFacts(
        heading=HEADING, meeting=gathering(4),
        asked=tuple(
            Invited(
                name="Samuel Kariuki wa Njoroge", member=f"A-{n}", zone="Sokoni",
                second_adult="Tabitha Kiplagat" if n % 2 else "", house="by the mill",
            )
            for n in range(1, many + 1)
        ),
    )  # fmt: skip


def invitations(many: int) -> InvitationsFacts:
    """So many households are invited by name."""
    return InvitationsFacts(
        heading=HEADING, meeting=gathering(many and 4),
        asked=tuple(
            Invited(name="Tabitha Kiplagat", member=str(n + 1), zone="Sokoni", house=f"house {n}",
                    second_adult="Samuel Kariuki wa Njoroge" if n % 2 else "")
            for n in range(many)
        ),
    )  # fmt: skip


def house_visits(many: int) -> HouseVisitsFacts:
    """So many households were drawn by lot."""
    return HouseVisitsFacts(
        heading=HEADING, audit=1, first=date(2026, 7, 1), last=date(2026, 9, 30),
        houses=tuple(
            HouseToVisit(member=str(7 * n), name="Tabitha Kiplagat", zone="Sokoni",
                         house=f"house {n}, behind the mill" if n % 3 else "")
            for n in range(many)
        ),
        auditors=tuple(Officer(name=one, post="auditor") for one in ("Agnes Wanza", "David Kioko")),
        drawn=AUDIT.lists[0] if many else None,
    )  # fmt: skip


def minutes(many: int | None) -> written.MinutesFacts:
    """Minutes with so many decisions and questions; None of a meeting that was not held yet."""
    if many is None:
        return written.MinutesFacts(heading=HEADING, meeting=gathering(5))
    return written.MinutesFacts(
        heading=HEADING, meeting=gathering(many and 4),
        came=written.Came(
            women=41, men=29, represented=6 if many else 0, members=118, women_spoke=many,
            men_spoke=7 if many else 0, guests=2 if many else 0,
        ),
        text="\n".join(["The treasurer read the accounts out. " * 9] * many),
        decisions=tuple(
            written.Decided(
                number=f"{n:02}/2026", text="The kiosk opens from six to nine and from four to six",
                in_favour=60 if n % 2 else None, against=9, abstained=7, revoked=n % 5 == 0,
            )
            for n in range(many)
        ),
        elected=tuple(
            written.Elected(
                name="Mwikali wa Nzomo", post="treasurer", until=date(2028, 10, 13),
                votes=41 if n else None,
            )
            for n in range(min(many, 3))
        ),
        questions=tuple(
            written.Asked(
                text="When does the kiosk open?", due_on=date(2026, 10, 31),
                answered_on=date(2026, 10, 20) if n % 2 else None, answer="At six" if n % 2 else "",
            )
            for n in range(many)
        ),
    )  # fmt: skip


AUDIT = AuditFacts(
    heading=NOTICE.heading, audit=2, first=date(2026, 7, 1), last=date(2026, 9, 30),
    read_on=date(2026, 10, 17),
    auditors=(
        Officer(name="Agnes Wanza", post="auditor"), Officer(name="David Kioko", post="auditor"),
        Officer(name="Fatuma Ali", post="auditor"),
    ),
    lists=(
        DrawnFacts(what="households", listed=209, drawn=40, agrees=36, differs=2, no_paper=1,
                   nobody_home=1, seed="426135", code="K7QW3FPD9XRT2MHB"),
        DrawnFacts(what="vouchers", listed=25, drawn=10, agrees=9, no_paper=1, seed="351",
                   code="9XRT2MHBK7QW3FPD"),
    ),
    cash_book=kes(4920), cash_counted=kes(4920), cash_on=date(2026, 10, 10), vouchers=24,
    without_voucher=1, first_receipt=2301, last_receipt=2618, receipts=318, cancelled=3,
    households_behind=38, officers_behind=1, exempt=4,
    findings=(
        FindingFacts(number=3, words="Two receipts show 450, the book 400: why?", post="treasurer",
                     answer="Written by hand in a hurry", action="Put right in the book",
                     does="treasurer", due=date(2026, 10, 17), fixed=True),
        FindingFacts(number=4, words="Where is the paper for 3,200 of pipe glue?", post="secretary",
                     answer="The shop will write it again", does="secretary",
                     due=date(2026, 10, 31)),
        FindingFacts(number=5, words="Why did cash lie for nine days before it was banked?",
                     answer="Bank every Friday from now on", does="chair", due=date(2026, 10, 30)),
    ),
    before=4, before_fixed=3, votes=VotesFacts(in_favour=91, against=3, abstained=2), minute="12/2026",
)  # fmt: skip
"""An audit that found something."""

SMALL_AUDIT = AuditFacts(
    heading=NOTICE.heading,
    audit=1,
    first=date(2026, 1, 1),
    last=date(2026, 1, 31),
    read_on=date(2026, 2, 2),
    auditors=(Officer(name="", post="auditor"),),
)
"""Nothing was drawn, counted or found."""

BIG_AUDIT = AuditFacts(
    heading=NOTICE.heading, audit=9, first=date(2025, 1, 1), last=date(2025, 12, 31),
    read_on=date(2026, 2, 2), auditors=AUDIT.auditors * 2,
    lists=tuple(
        DrawnFacts(what=what, listed=9_000, drawn=900, agrees=880, differs=20, seed="4" * 40,
                   code="K7QW3FPD9XRT2MHB")
        for what in ("cancelled", "households", "receipts", "vouchers")
    ),
    cash_book=kes(12_345_678), cash_counted=kes(12_300_000), cash_on=date(2026, 1, 2), vouchers=1_500,
    without_voucher=200, first_receipt=100_001, last_receipt=112_000, receipts=11_900, cancelled=90,
    missing=10, households_behind=3_800, officers_behind=7, exempt=400, exempt_officers=5,
    findings=tuple(
        FindingFacts(number=number, words="Why does " + "the sheet of the pad " * 6 + "differ?",
                     post="treasurer", answer="It is looked into. " * 6, action="Put right " * 6,
                     does="treasurer", due=date(2026, 3, 31))
        for number in range(90, 104)
    ),
    before=40, before_fixed=40, votes=VotesFacts(in_favour=1_000, against=500, abstained=100),
    minute="M" * 12,
)  # fmt: skip
"""Too much of everything."""


def listed(what: str, many: int) -> ListFacts:
    """A list of so many rows; every third of them is cancelled."""
    return ListFacts(
        heading=NOTICE.heading, what=what, currency=KES, first=date(2026, 1, 1),
        last=date(2026, 9, 30),
        missing=(Span(first=7, last=9), Span(first=12, last=12)) if what == "receipts" else (),
        rows=tuple(
            ListedRow(
                number=str(n), on=date(2026, 9, 1 + n % 28), who="Mwikali wa Nzomo",
                words="Cement and sand for the tank", paper="12",
                code={
                    "vouchers": "parts", "decisions": "assembly", "registrations": "registration",
                }.get(what, "no-water"),
                picture=n % 2 == 0, struck=n % 3 == 0, reason="typed twice" if n % 3 == 0 else "",
                amount=kes(450) if what in ("receipts", "vouchers") else None,
                due=date(2026, 10, 3), answered=date(2026, 9, 30), outcome="upheld",
                stage="met" if what == "registrations" else "",
            )
            for n in range(1, many + 1)
        ),
    )  # fmt: skip


HANDING = HandingFacts(
    heading=NOTICE.heading, on=date(2026, 10, 14),
    money=(
        HandedMoney(account="cash", book=kes(4_920), counted=kes(4_920)),
        HandedMoney(account="bank", book=kes(1_234_567)),
        HandedMoney(account="reserve", own_name="Savings for the pump", book=kes(30_000)),
    ),
    households_behind=38, owed=kes(21_450), we_owe=kes(3_200), last_receipt=2634,
    pads=(HandedPad(first=2_701, last=2_800, holder="Daniel"),), assets=14, complaints=3,
    late_complaints=1, actions=6, late_actions=2, findings=2, questions=1, pins=4,
    requests=2, late_requests=1, reports=3, late_reports=1, breakdowns=1,
    spare_parts=(
        HandedPart(part="Rubber rings", stock=12),
        HandedPart(part="Foot valve of the handpump by the school", stock=0),
    ),
)  # fmt: skip
"""A committee with all that there can be."""

SMALL_HANDING = HandingFacts(
    heading=NOTICE.heading, on=date(2026, 1, 1), owed=kes(0), we_owe=kes(0)
)
"""Nothing is there yet."""


def support_letter(many: int = 0) -> SupportLetterFacts:
    """A letter of so many paragraphs; without any nobody is named and little is known."""
    return SupportLetterFacts(
        heading=HEADING, on=date(2026, 10, 14), due_on=date(2026, 11, 13),
        name="County Water Office, Wote" if many else "", role="county" if many else "other",
        text="\n".join(["The transformer burnt out on 2 October. We ask for a new one. " * 4] * many)
        or "A new transformer",
        backing=Backing(
            households=118, breakdowns=3, dry_days=25, hours=55 if many else None,
            lost=2199 if many else None,
            money_in=kes(412_300) if many else None, money_out=kes(398_750) if many else None,
            there=kes(38_400) if many else None,
        ),
    )  # fmt: skip


YEAR = YearFacts(
    heading=NOTICE.heading, first=date(2026, 1, 1), last=date(2026, 12, 31),
    due=tuple(
        DueFacts(on=date(2025, 11, 3) + timedelta(days=30 * month + day), what=what, words=words,
                 late=month < 4)
        for month in range(14)
        for day, what, words in (
            (0, "closing", f"2026-{month % 12 + 1:02}"), (2, "meeting", "assembly"),
            (2, "term", "treasurer"), (2, "question", "When will the tank be cleaned?"),
            (9, "maintenance", "Grease the pump and look at the belts"), (12, "bills", ""),
            (17, "complaint", ""), (17, "complaint", ""), (21, "finding", "secretary"),
            (22, "report", "Yearly figures"), (22, "paper", "Water permit"),
        )
        if date(2025, 11, 3) + timedelta(days=30 * month + day) < date(2027, 1, 1)
    ),
)  # fmt: skip
"""A year with something of every sort, some of it late since the year before."""

EMPTY_YEAR = YearFacts(heading=NOTICE.heading, first=date(2026, 1, 1), last=date(2026, 12, 31))
"""Nothing is due."""
