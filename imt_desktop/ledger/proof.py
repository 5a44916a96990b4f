"""What proves a line: all that it says, the entry in which it stands, who made that and when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee.queries import officers
from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.as_of import LET_GO
from imt_desktop.ledger.balances import settlements_of_bill, settlements_of_payment
from imt_desktop.ledger.charging.entries import DebtAgreed, DebtLetGo
from imt_desktop.ledger.charging.explaining import PartsOfBills
from imt_desktop.ledger.charging.measured import Measured, measured
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.ledger.errors import NothingToCancelError
from imt_desktop.ledger.handed import Handed, handed, origin_of
from imt_desktop.ledger.requests import first_open_day
from imt_desktop.money import Money, total
from imt_desktop.period import Period


class Entered(Struct, frozen=True):
    """Who made an entry, and when. Names are empty where nobody was named."""

    at: datetime
    """By the clock of this computer, in its own time."""
    responsible: str
    entered_by: str
    countersigned: tuple[str, ...]
    signed: bool
    """Whether with a PIN."""
    file: str
    """The spreadsheet that it was brought in from."""
    lines: int
    """Its lines that are not cancelled."""
    concerns: str = ""
    """The day or month that it is about, where it came late."""


class Cancelled(Struct, frozen=True):
    """Why a line was cancelled, and by which entry."""

    entry: int
    on: date
    reason: str


class Share(Struct, frozen=True):
    """A part of a payment that settled a bill; ``receipt`` is the payment's number, or ``old_receipt``.

    What was paid ahead in the old book is no ``payment``.
    """

    item: str
    period: str | None
    text: str
    receipt: int | None
    amount: Money
    payment: bool = True
    old_receipt: str = ""


class LetGo(Struct, frozen=True):
    """What of a bill was let go by decision; the entry ``ref`` says who signed it."""

    ref: Ref
    on: date
    bill: Ref
    share: Share
    """Which bill, and how much of it."""
    decision: int
    reason: str


class BillFacts(Struct, frozen=True):
    """What a bill says."""

    item: str
    period: str | None
    due_on: date
    left: Money
    disputed: bool
    confirmed: bool
    paid: tuple[Share, ...]
    corrections: tuple[tuple[date, Money, Money, str], ...]
    """Day, what it was, what it became, and why; the earliest first."""
    parts: tuple[ChargePart, ...] = ()
    """How it was worked out,"""
    meter: Measured | None = None
    """and what the meter said, where it is measured."""
    let_go: tuple[LetGo, ...] = ()


class MoneyFacts(Struct, frozen=True):
    """What a line of money says."""

    account: int | None
    other_account: int | None
    """The other side of a move."""
    code: str
    receipt: int | None
    voucher: str
    reference: str
    pad: str
    old_receipt: str
    envelope: str
    attachment: str | None
    identified: bool
    """Whether it is a payment with money that had come in before, "not yet known whose"."""
    settles: tuple[Share, ...]
    """Bills that a payment settled."""
    ahead: Money
    """What it left over."""


class HandedFacts(Struct, frozen=True):
    """A debt that went to another member: the bill, whose it is now, and what is left of it."""

    debt: Handed
    due_on: date
    left: Money
    parts: tuple[ChargePart, ...]
    """How the bill was worked out when it was made."""


class Proof(Struct, frozen=True):
    """A line, opened. Of ``bill`` and ``money`` at most one is there; ``left`` of an open item."""

    ref: Ref
    kind: str
    """Kind of its entry, such as ``payments/1``."""
    what: str
    """bill, let-go, or what the line of money is: payment, in, out, owed, advance, move, opening; or what
    was taken from the old book: ahead, owed, loan; or a count."""
    on: date
    amount: Money
    number: str
    """The member's, empty without one."""
    name: str
    who: str
    text: str
    entered: Entered
    cancelled: Cancelled | None
    bill: BillFacts | None = None
    money: MoneyFacts | None = None
    left: Money | None = None
    """What is not finished of it: still owed, or not settled of an advance."""
    confirmed: bool = True
    expected: Money | None = None
    """Of a count: what the book said."""
    handed: HandedFacts | None = None
    """Of a debt that went to another member: which it was, and what is left of it."""
    links: tuple[Ref, ...] = ()
    """Lines that belong to it: what it paid or settled, and what paid or settled it."""
    closed: bool = False
    """Whether its month is closed: what takes it back is then a line of today."""
    let_go: LetGo | None = None
    """Of a debt that was let go: which it was, and by which decision."""

    @property
    def billed(self) -> Money:
        """What a bill came to before something of it was let go; of all else the amount."""
        let_go = self.bill.let_go if self.bill else ()
        return total((self.amount, *(one.share.amount for one in let_go)), self.amount.currency)


def proof(book: Reading, ref: Ref) -> Proof:
    """Open a line. Raises NoSuchEntryError, NothingToCancelError where it is no line of money."""
    recorded = book.recorded(ref.entry)
    # A debt that moved is a bill of the new holder as well.
    moved = isinstance(recorded.entry, e.HoldersChanged | DebtAgreed)
    every = (_of_bill, _of_money, _of_credit, _of_item, _of_count, _of_let_go)
    for look in (_of_money,) if moved else every:
        if found := look(book, recorded, ref):
            went = _handed(book, ref) if moved else None
            open_from = first_open_day(book)
            closed = open_from is not None and found.on < open_from
            return replace(found, links=_links(book, recorded, ref), handed=went, closed=closed)
    raise NothingToCancelError(ref.entry)


_BILL = """
SELECT b.billed_on, b.amount, m.number, m.name, b.text, b.void, b.item, b.period, b.due_on, b.open,
       b.disputed, b.confirmed, b.tariff, b.connection
FROM bill b JOIN member m ON m.id=b.member WHERE b.seq=? AND b.line=?
"""

_MONEY = """
SELECT l.effective_on, l.amount, coalesce(m.number,''), coalesce(m.name,''), l.who, l.text, l.void,
       l.what, l.account, l.kind, l.receipt, l.voucher, l.reference, l.pad, l.old_receipt,
       l.envelope, l.attachment
FROM money_line l LEFT JOIN member m ON m.id=l.member WHERE l.seq=? AND l.line=?
"""


def _of_bill(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    row = book.driver.execute(_BILL, (ref.entry, ref.line)).fetchone()
    if row is None:
        return None
    on, amount, number, name, text, void, item, period, due_on, left, *more = row
    disputed, confirmed, tariff, connection = more
    parts = PartsOfBills(book).of(ref, tariff)
    paid = tuple(
        _share(book, ref, settled.payment, settled.amount)
        for settled in settlements_of_bill(book, ref)
    )
    facts = BillFacts(
        item, period, date.fromisoformat(due_on), Money(left, book.currency), bool(disputed),
        bool(confirmed), paid, _corrections(book, ref), parts,
        _meter(book, connection, period), _let_go(book, ref),
    )  # fmt: skip
    return Proof(
        ref, recorded.envelope.kind, "bill", date.fromisoformat(on), Money(amount, book.currency),
        number, name, "", text, _entered(book, recorded), _cancelled(book, void), bill=facts,
        confirmed=bool(confirmed),
    )  # fmt: skip


def _handed(book: Reading, ref: Ref) -> HandedFacts | None:
    debt = handed(book, " AND b.seq=? AND b.line=?", ref.entry, ref.line).get(ref)
    if debt is None:
        return None
    due_on, left, tariff = book.driver.execute(
        "SELECT due_on, open, tariff FROM bill WHERE seq=? AND line=?", (ref.entry, ref.line)
    ).fetchone()
    parts = PartsOfBills(book).of(origin_of(book, ref), tariff)
    return HandedFacts(debt, date.fromisoformat(due_on), Money(left, book.currency), parts)


def _meter(book: Reading, connection: int | None, period: str | None) -> Measured | None:
    if connection is None or period is None:
        return None
    return measured(book, connection, Period.parse(period).last)


def _of_money(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    row = book.driver.execute(_MONEY, (ref.entry, ref.line)).fetchone()
    if row is None:
        return None
    on, amount, number, name, who, text, void, what, account, code, *papers = row
    receipt, voucher, reference, pad, old_receipt, envelope, attachment = papers
    settles = tuple(
        _share(book, settled.bill, ref, settled.amount)
        for settled in settlements_of_payment(book, ref)
    )
    facts = MoneyFacts(
        account, _other_account(book, ref) if what == "move" else None, code, receipt, voucher,
        reference, pad, old_receipt, envelope, attachment, _identified(recorded, ref), settles,
        _ahead(recorded, ref, book),
    )  # fmt: skip
    return Proof(
        ref, recorded.envelope.kind, what, date.fromisoformat(on), Money(amount, book.currency),
        number, name, who, text, _entered(book, recorded), _cancelled(book, void), money=facts,
        left=_left(book, ref),
    )  # fmt: skip


def _of_credit(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    row = book.driver.execute(
        "SELECT c.amount, m.number, m.name, c.void, c.confirmed FROM credit c JOIN member m"
        " ON m.id=c.member WHERE c.seq=? AND c.line=?",
        (ref.entry, ref.line),
    ).fetchone()
    if row is None:
        return None
    amount, number, name, void, confirmed = row
    return Proof(
        ref, recorded.envelope.kind, "ahead", recorded.on, Money(amount, book.currency), number,
        name, "", "", _entered(book, recorded), _cancelled(book, void), confirmed=bool(confirmed),
    )  # fmt: skip


def _of_item(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    row = book.driver.execute(
        "SELECT what, who, text, amount, effective_on, void FROM open_item WHERE seq=? AND line=?",
        (ref.entry, ref.line),
    ).fetchone()
    if row is None:
        return None
    what, who, text, amount, on, void = row
    return Proof(
        ref, recorded.envelope.kind, what, date.fromisoformat(on), Money(amount, book.currency),
        "", "", who, text, _entered(book, recorded), _cancelled(book, void), left=_left(book, ref),
    )  # fmt: skip


def _of_count(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    entry = recorded.entry
    if not isinstance(entry, e.CashCounted):
        return None
    by = ", ".join(person.name for person in entry.by)
    return Proof(
        ref, recorded.envelope.kind, "count", recorded.on, Money(entry.counted, book.currency),
        "", "", by, entry.explanation, _entered(book, recorded), None,
        expected=Money(entry.expected, book.currency),
    )  # fmt: skip


def _of_let_go(book: Reading, recorded: Recorded, ref: Ref) -> Proof | None:
    entry = recorded.entry
    if not isinstance(entry, DebtLetGo):
        return None
    let_go = _as_let_go(book, recorded, entry)
    number, name, void = book.driver.execute(
        "SELECT m.number, m.name, b.void FROM bill b JOIN member m ON m.id=b.member"
        " WHERE b.seq=? AND b.line=?",
        (entry.bill.entry, entry.bill.line),
    ).fetchone()
    return Proof(
        ref, recorded.envelope.kind, "let-go", recorded.on, let_go.share.amount, number, name, "",
        let_go.reason, _entered(book, recorded), _cancelled(book, void), let_go=let_go,
    )  # fmt: skip


def _let_go(book: Reading, bill: Ref) -> tuple[LetGo, ...]:
    rows = book.driver.execute(
        f"SELECT c.seq FROM open_before c WHERE c.of_seq=? AND c.of_line=? AND {LET_GO}"
        " ORDER BY c.seq",
        (bill.entry, bill.line),
    ).fetchall()
    every = (book.recorded(seq) for (seq,) in rows)
    return tuple(
        _as_let_go(book, one, one.entry) for one in every if isinstance(one.entry, DebtLetGo)
    )


def _as_let_go(book: Reading, recorded: Recorded, entry: DebtLetGo) -> LetGo:
    item, period, text = book.driver.execute(
        "SELECT item, period, text FROM bill WHERE seq=? AND line=?",
        (entry.bill.entry, entry.bill.line),
    ).fetchone()
    amount = Money(entry.was - entry.becomes, book.currency)
    share = Share(item, period, text, None, amount, payment=False)
    ref = Ref(recorded.seq, 1)
    return LetGo(ref, recorded.on, entry.bill, share, entry.decision, entry.reason)


def _links(book: Reading, recorded: Recorded, ref: Ref) -> tuple[Ref, ...]:
    whole = isinstance(recorded.entry, e.AdvanceSettled)  # what it settles stands at line 1
    before = book.driver.execute(
        "SELECT of_seq, of_line FROM used WHERE seq=? AND (line=? OR ?) ORDER BY 1, 2",
        (ref.entry, ref.line, whole),
    ).fetchall()
    after = book.driver.execute(
        "SELECT seq, line FROM used WHERE of_seq=? AND of_line=? ORDER BY 1, 2",
        (ref.entry, ref.line),
    ).fetchall()
    settled = [one.bill for one in settlements_of_payment(book, ref)]
    paid = [one.payment for one in settlements_of_bill(book, ref)]
    used = (Ref(*row) for row in (*before, *after))
    entry = recorded.entry
    let_go = (
        [entry.bill] if isinstance(entry, DebtLetGo) else [one.ref for one in _let_go(book, ref)]
    )
    return tuple(dict.fromkeys((*settled, *paid, *used, *let_go)))


def _share(book: Reading, bill: Ref, payment: Ref, amount: int) -> Share:
    item, period, text = book.driver.execute(
        "SELECT item, period, text FROM bill WHERE seq=? AND line=?", (bill.entry, bill.line)
    ).fetchone()
    paid = book.driver.execute(
        "SELECT receipt, old_receipt FROM money_line WHERE seq=? AND line=?",
        (payment.entry, payment.line),
    ).fetchone()
    receipt, old = paid or (None, "")
    money = Money(amount, book.currency)
    return Share(item, period, text, receipt, money, paid is not None, old)


def _corrections(book: Reading, ref: Ref) -> tuple[tuple[date, Money, Money, str], ...]:
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? AND seq>? ORDER BY seq",
        (e.BillCorrected.KIND, ref.entry),
    ).fetchall()
    found = []
    for (seq,) in rows:
        recorded = book.recorded(seq)
        entry = recorded.entry
        if isinstance(entry, e.BillCorrected) and entry.bill == ref:
            was, becomes = Money(entry.was, book.currency), Money(entry.becomes, book.currency)
            found.append((recorded.on, was, becomes, entry.reason))
    return tuple(found)


def _ahead(recorded: Recorded, ref: Ref, book: Reading) -> Money:
    entry = recorded.entry
    if isinstance(entry, e.PaymentsReceived):
        return Money(entry.lines[ref.line - 1].ahead, book.currency)
    return book.currency.zero()


def _identified(recorded: Recorded, ref: Ref) -> bool:
    entry = recorded.entry
    return isinstance(entry, e.PaymentsReceived) and entry.lines[ref.line - 1].unknown is not None


def _other_account(book: Reading, ref: Ref) -> int | None:
    row = book.driver.execute(
        "SELECT account FROM posting WHERE seq=? AND line=? AND amount>0", (ref.entry, ref.line)
    ).fetchone()
    return int(row[0]) if row else None


def _left(book: Reading, ref: Ref) -> Money | None:
    row = book.driver.execute(
        "SELECT open FROM open_item WHERE seq=? AND line=? AND void IS NULL",
        (ref.entry, ref.line),
    ).fetchone()
    return Money(row[0], book.currency) if row else None


def _entered(book: Reading, recorded: Recorded) -> Entered:
    envelope = recorded.envelope
    names = {officer.id: officer.name for officer in officers(book)}
    source = getattr(recorded.entry, "source", None)
    return Entered(
        recorded.at.astimezone(timezone(timedelta(minutes=envelope.offset))),
        names.get(envelope.responsible or 0, ""),
        names.get(envelope.entered_by or 0, ""),
        tuple(names.get(number, "") for number in envelope.countersigned),
        envelope.signature == "pin",
        source.file if isinstance(source, e.Source) else "",
        _live_lines(book, recorded.seq),
        envelope.concerns_on or "",
    )


def _live_lines(book: Reading, seq: int) -> int:
    (count,) = book.driver.execute(
        "SELECT count(*) FROM (SELECT line FROM money_line WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM bill WHERE seq=?1 AND void IS NULL UNION SELECT line FROM credit"
        " WHERE seq=?1 AND void IS NULL UNION SELECT line FROM open_item WHERE seq=?1"
        " AND void IS NULL)",
        (seq,),
    ).fetchone()
    return int(count)


def _cancelled(book: Reading, void: int | None) -> Cancelled | None:
    if void is None:
        return None
    reason, on = book.driver.execute(
        "SELECT reason, effective_on FROM cancelled WHERE seq=?", (void,)
    ).fetchone()
    return Cancelled(void, date.fromisoformat(on), reason)
