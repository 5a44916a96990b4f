"""Facts of a closing's certificate: what its entry stated, and the names of who signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.closing import entries as c
from imt_desktop.ledger.closing.bank import papers, unshown_by
from imt_desktop.ledger.closing.gaps import how_many
from imt_desktop.ledger.closing.left_behind import left_behind
from imt_desktop.ledger.closing.month import closed_months
from imt_desktop.ledger.earlier import CashCounted1, as_counted
from imt_desktop.ledger.entries import CashCounted
from imt_desktop.ledger.errors import MonthNotClosedError
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period
from imt_desktop.reports.closing.facts import Check, ClosingFacts, Column, Counted, Piece
from imt_desktop.reports.facts import Heading, Officer
from imt_desktop.reports.heading import heading

MOST_COLUMNS = 4
"""Accounts with a column of their own; of more, those of one type stand together."""

MOST_BOXES = 4
"""Cash boxes whose counts are shown one by one."""

_SIGN_BY_HAND = ("treasurer", "chair")


def build_closing(book: Reading, period: Period) -> ClosingFacts:
    """Return what the certificate of a closed month says. Raises MonthNotClosedError."""
    month = Month.of(period.first)
    entry = next((one.entry for one in closed_months(book) if one.month == month), None)
    if entry is None or period != month.period:
        raise MonthNotClosedError(str(period)).beside("period")
    recorded = book.recorded(entry)
    closing = recorded.entry
    assert isinstance(closing, c.MonthClosed)
    by_id = {account.id: account for account in accounts(book)}
    used = [one for one in closing.accounts if _used(one)] or list(closing.accounts[:1])
    head = heading(book, month.period)
    signers = tuple(_signers(book, recorded, head))
    return ClosingFacts(
        heading=head,
        month=month,
        currency=book.currency,
        columns=_columns(book, used, by_id),
        counted=_together(tuple(_counted(book, closing, by_id))),
        checks=tuple(_checks(book, closing, by_id)),
        signers=signers,
        signed=recorded.envelope.signature == "pin",
        closed_on=recorded.made_on,
        entry=recorded.seq,
    )


def _used(one: c.ClosedAccount) -> bool:
    return any((one.brought, one.opened, one.came, one.went, one.moved, one.carried))


def _columns(
    book: Reading, used: list[c.ClosedAccount], by_id: dict[int, Account]
) -> tuple[Column, ...]:
    if len(used) <= MOST_COLUMNS:
        return tuple(_column(book, [one], by_id) for one in used)
    types = dict.fromkeys(by_id[one.account].type for one in used)
    return tuple(
        _column(book, [one for one in used if by_id[one.account].type == kind], by_id)
        for kind in types
    )


def _column(book: Reading, of: list[c.ClosedAccount], by_id: dict[int, Account]) -> Column:
    def added(name: str) -> Money:
        return total((Money(getattr(one, name), book.currency) for one in of), book.currency)

    first = by_id[of[0].account]
    names = ("brought", "opened", "came", "went", "moved", "carried")
    return Column(
        account=first.type,
        own_name=first.name if len(of) == 1 else "",
        **{name: added(name) for name in names},
    )


def _counted(book: Reading, closing: c.MonthClosed, by_id: dict[int, Account]) -> Iterator[Counted]:
    for one in closing.accounts:
        account = by_id[one.account]
        if one.count is None or account.type != "cash":
            continue
        recorded = book.recorded(one.count)
        assert isinstance(recorded.entry, CashCounted | CashCounted1)
        count = as_counted(recorded.entry)
        yield Counted(
            account=account.type,
            own_name=account.name,
            counted=Money(count.counted, book.currency),
            book=Money(count.expected, book.currency),
            pieces=tuple(
                Piece(value=Money(piece.value, book.currency), count=piece.count)
                for piece in count.pieces
            ),
            on=recorded.on,
            text=count.explanation,
            by=tuple(one.name for one in count.by),
        )


def _together(boxes: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Add many cash boxes up; their counts stand in the book."""
    if len(boxes) <= MOST_BOXES:
        return boxes
    currency = boxes[0].counted.currency
    counted = total((box.counted for box in boxes), currency)
    by = tuple(dict.fromkeys(name for box in boxes for name in box.by))
    there = total((box.book for box in boxes), currency)
    return (Counted(account="cash", counted=counted, book=there, by=by),)


def _checks(book: Reading, closing: c.MonthClosed, by_id: dict[int, Account]) -> Iterator[Check]:
    yield from _bank_checks(book, closing, by_id)
    yield from _receipt_checks(book, closing)
    answers = {answer.question: answer.answer for answer in closing.answers}
    if closing.cancelled:
        yield Check(code="cancelled", count=closing.cancelled)
    if closing.same_day and answers.get("same-day") != "yes":
        yield Check(code="not-back", ok=False, count=len(closing.same_day))
    wanted = closing.vouchers + len(closing.without_voucher)
    if wanted:
        all_there = not closing.without_voucher
        yield Check(code="vouchers", ok=all_there, count=closing.vouchers, of=wanted)
    if "in-parts" in answers:
        yield Check(code="in-parts", ok=answers["in-parts"] == "yes")
    for code, count in (
        ("late", closing.late),
        ("waiting", len(closing.waiting)),
        ("clock", len(closing.clock)),
        ("pins", len(closing.pins)),
    ):
        if count:
            yield Check(code=code, ok=False, count=count)
    if closing.unknown:
        amount = Money(closing.unknown_amount, book.currency)
        yield Check(code="unknown", ok=False, count=closing.unknown, amount=amount)
    if "restored" in answers:
        yield Check(code="restored", ok=answers["restored"] == "yes")
    if closing.rebuilt:
        yield Check(code="rebuilt", ok=False)
    if answers.get("relatives") == "yes":
        yield Check(code="relatives", ok=False)


def _bank_checks(
    book: Reading, closing: c.MonthClosed, by_id: dict[int, Account]
) -> Iterator[Check]:
    for one in closing.accounts:
        if not one.bank:
            continue
        account = by_id[one.account]
        amount = Money(one.carried if one.counted is None else one.counted, book.currency)
        ok, code = one.bank != "no-paper", f"bank-{one.bank}"
        if one.bank == "compared":
            paper = next(each for each in papers(book, one.account) if each.entry == one.paper)
            ok, amount = not paper.difference, paper.balance
            code = code if ok else "bank-differs"
        yield Check(
            code=code,
            ok=ok,
            amount=amount if one.bank != "no-paper" else None,
            account=account.type,
            own_name=account.name,
        )
        if one.bank == "compared" and unshown_by(book, paper):
            yield Check(
                code="bank-unshown",
                ok=False,
                amount=paper.unshown,
                account=account.type,
                own_name=account.name,
            )


def _receipt_checks(book: Reading, closing: c.MonthClosed) -> Iterator[Check]:
    receipts = closing.receipts
    if receipts.given:
        code = "receipts-given" if receipts.missing else "receipts"
        yield Check(code=code, first=receipts.first, last=receipts.last, count=receipts.given)
    if receipts.missing:
        yield Check(code="missing", ok=False, count=how_many(receipts.missing))
    if left := left_behind(book, receipts.missing):
        yield Check(code="left-behind", ok=False, count=how_many(left))
    passed_over = sum(how_many(gap.missing) for gap in closing.pads)
    if passed_over:
        yield Check(code="pads", ok=False, count=passed_over)


def _signers(book: Reading, recorded: Recorded, head: Heading) -> Iterable[Officer]:
    """Name who typed a PIN; a closing that nobody signed at the screen is signed by hand."""
    envelope = recorded.envelope
    if envelope.signature == "pin":
        numbers = (envelope.responsible, *envelope.countersigned)
        officers = (committee.by_id(book, number) for number in numbers if number is not None)
        return [Officer(name=one.name, post=one.post, until=one.until) for one in officers if one]
    by_post = [one for post in _SIGN_BY_HAND for one in head.officers if one.post == post]
    others = [one for one in head.officers if one not in by_post]
    return [*by_post, *others][:2]
