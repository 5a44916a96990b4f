"""``close``: the checklist of a month, and its closing."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Officer,
    PinStdin,
    Second,
    Who,
    ask,
    write,
)
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.closing import close
from imt_desktop.ledger.closing.checklist import Checklist, checklist
from imt_desktop.money import total
from imt_desktop.period import Month
from imt_desktop.wording.closings import bank_words, question_words
from imt_desktop.wording.errors import sentence


def close_month(
    book: BookPath,
    month: Annotated[str, typer.Option(help="such as 2026-09")],
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar="QUESTION=ANSWER[:REMARK]",
            help="yes or no; bank=no-paper for all accounts, bank:2=no-paper for account 2",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only the checklist")] = False,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Close a month, or show what is still to be done before it can be closed."""
    wanted = close.CloseRequest(month=month, answers=tuple(map(_answer, answers or [])))
    if dry_run:
        ask(book, json, lambda reading: _checklist(reading, month))
        return

    def job(writing: Writing) -> Answer:
        found = checklist(writing, Month.parse(month), writing.today)
        recorded = close.close_month(writing, wanted)
        answer = _figures(found)
        return Answer(answer.rows, {**answer.totals, "entry": recorded.seq}, f"{month} is closed.")

    write(book, json, Who(officer, second, pin_stdin), job)


def _answer(typed: str) -> close.AnswerLine:
    """Read ``vouchers=yes: the shop gives none``, or ``bank:2=no-paper`` of one account."""
    question, mark, rest = typed.partition("=")
    answer, _colon, remark = rest.partition(":")
    code, colon, account = (part.strip() for part in question.partition(":"))
    if not mark or (colon and not (account.isascii() and account.isdigit())):
        raise typer.BadParameter("QUESTION=ANSWER", param_hint="--answer")
    return close.AnswerLine(
        question=code, answer=answer.strip(), remark=remark.strip(),
        account=int(account) if colon else None,
    )  # fmt: skip


def _checklist(book: Reading, month: str) -> Answer:
    """Show the figures, what is not counted, and the questions with their words."""
    tr = Translator("en")
    wanted, today = Month.parse(month), book.book.now().date()
    found = checklist(book, wanted, today)
    figures = _figures(found)
    return Answer(
        figures.rows,
        {
            **figures.totals,
            **_not_yet(book, wanted, today, tr),
            "not_counted": [one.name or one.type for one in found.not_counted],
            "questions": {code: question_words(code, tr) for code in found.questions},
        },
    )


def _not_yet(book: Reading, month: Month, today: date, tr: Translator) -> dict[str, str]:
    """Say why the month cannot be closed now, whatever its checklist says: another comes before it."""
    try:
        close.check_turn(book, month, today)
    except UserError as error:
        return {"not_yet": sentence(error, tr)}
    return {}


def _figures(found: Checklist) -> Answer:
    tr = Translator("en")
    rows = [
        {
            "number": one.figures.account.id,
            "account": one.figures.account.name or one.figures.account.type,
            "brought": one.figures.brought,
            "opened": one.figures.opened,
            "in": one.figures.came,
            "out": one.figures.went,
            "moved": one.figures.moved,
            "carried": one.figures.carried,
            "counted": one.count.counted if one.count else None,
            "difference": one.count.difference if one.count else None,
            "bank": bank_words(one.bank, tr),
        }
        for one in found.accounts
    ]
    carried = [one.figures.carried for one in found.accounts]
    return Answer(rows, {"month": str(found.month), "carried": total(carried, carried[0].currency)})
