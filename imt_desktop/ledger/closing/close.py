"""Closing a month: everything that was checked is stated, two officers sign, and it takes no more entries."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import structs

from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.closing import entries as c
from imt_desktop.ledger.closing.checklist import QUESTIONS, Checked, Checklist, checklist
from imt_desktop.ledger.closing.month import due_month
from imt_desktop.ledger.requests import Request, RequestLine
from imt_desktop.period import Month

YES_OR_NO: Final = ("yes", "no")
NO_PAPER: Final = ("no-paper",)


class AnswerLine(RequestLine, frozen=True):
    """The officers' answer to a question of the checklist.

    The one about the bank's paper may name an account; without one it is meant for all of them.
    """

    question: str
    answer: str
    remark: str = ""
    account: int | None = None


class CloseRequest(Request, frozen=True, tag="closing"):
    """Close a month: ``2026-09``. Whatever is not in order on its checklist needs an answer."""

    month: str
    answers: tuple[AnswerLine, ...] = ()


def close_month(book: Writing, wanted: CloseRequest) -> Recorded:
    """Close a month.

    Raises MonthOrderError, MonthNotOverError, NotCountedError, UnansweredError,
    SecondOfficerNeededError and PeriodError.
    """
    month = Month.parse(wanted.month)
    check_turn(book, month, book.today)
    found = checklist(book, month, book.today)
    for account in found.not_counted:
        raise errors.NotCountedError(account.id, account.type, account.name).beside("month")
    answers = _answers(found, wanted.answers)
    rules.require_two(book, "closing")
    return book.append(_closing(found, answers))


def check_turn(book: Reading, month: Month, today: date) -> None:
    """Refuse a month that another comes before, or that is not over.

    Raises MonthOrderError and MonthNotOverError.
    """
    due = due_month(book)
    if month != due:
        raise errors.MonthOrderError(str(month), str(due)).beside("month")
    if today <= month.last:
        raise errors.MonthNotOverError(str(month), month.last.isoformat()).beside("month")


def _answers(found: Checklist, given: tuple[AnswerLine, ...]) -> tuple[c.Answer, ...]:
    """Take the answers to what is asked, each once; those about several accounts are put into one."""
    said = {line.question: line for line in given}
    for line in given:
        known = NO_PAPER if line.question == "bank" else YES_OR_NO
        if line.question not in QUESTIONS:
            raise errors.UnknownCodeError(line.question, QUESTIONS).beside("answers")
        if line.answer not in known:
            raise errors.UnknownCodeError(line.answer, known).beside("answers")
        if line.account is not None and (
            line.question != "bank" or line.account not in found.without_paper
        ):
            raise errors.NoSuchAccountError(line.account).beside("answers")
    banks = [line for line in given if line.question == "bank"]
    named = {line.account for line in banks}
    if None not in named and not named.issuperset(found.without_paper):
        said.pop("bank", None)
    elif banks:
        remarks = dict.fromkeys(line.remark.strip() for line in banks if line.remark.strip())
        said["bank"] = structs.replace(banks[0], remark="; ".join(remarks))
    open_questions = tuple(code for code in found.questions if code not in said)
    if open_questions:
        raise errors.UnansweredError(open_questions).beside("answers")
    return tuple(
        c.Answer(question=code, answer=said[code].answer, remark=said[code].remark.strip())
        for code in found.questions
    )


def _closing(found: Checklist, answers: tuple[c.Answer, ...]) -> c.MonthClosed:
    return c.MonthClosed(
        month=str(found.month),
        accounts=tuple(_account(one) for one in found.accounts),
        receipts=found.receipts,
        pads=found.pads,
        cancelled=len(found.cancelled),
        same_day=found.same_day,
        vouchers=found.vouchers,
        without_voucher=found.without_voucher,
        unknown=found.unknown,
        unknown_amount=found.unknown_amount.minor,
        waiting=found.waiting,
        late=len(found.late),
        clock=found.clock,
        pins=found.pins,
        rebuilt=found.rebuilt,
        answers=answers,
    )


def _account(one: Checked) -> c.ClosedAccount:
    figures, count = one.figures, one.count
    return c.ClosedAccount(
        account=figures.account.id,
        brought=figures.brought.minor,
        opened=figures.opened.minor,
        came=figures.came.minor,
        went=figures.went.minor,
        moved=figures.moved.minor,
        carried=figures.carried.minor,
        count=count.entry if count else None,
        counted=count.counted.minor if count else None,
        expected=count.expected.minor if count else None,
        bank=one.bank,
        paper=one.paper.entry if one.paper else None,
    )
