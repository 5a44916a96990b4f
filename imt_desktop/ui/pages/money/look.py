"""What the money page reads at once: accounts, the cash book of a month, and what is not finished."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from imt_desktop.committee import rules
from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import (
    Account,
    Counted,
    OwnKind,
    accounts,
    counts,
    own_categories,
)
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.cashbook import CashBook, cash_book
from imt_desktop.ledger.closing.bank import BankPaper, papers
from imt_desktop.ledger.closing.counts import Count, open_differences
from imt_desktop.ledger.expenses import payees
from imt_desktop.ledger.statements import OpenItem, open_items
from imt_desktop.ledger.waiting.approving import Waiting, waiting
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.looking import names_of
from imt_desktop.ui.pages.page import guarded
from imt_desktop.wording.proof import Names


class MoneyLook(Struct, frozen=True):
    """Everything that the page and its forms show."""

    accounts: tuple[Account, ...]
    own: tuple[OwnKind, ...]
    payees: tuple[str, ...]
    names: Names
    book: CashBook
    counts: tuple[Counted, ...]
    """Of the month, and of the account that is chosen."""
    owed: tuple[OpenItem, ...]
    """By us: bills that are not paid, and loans."""
    advances: tuple[OpenItem, ...]
    unknown: tuple[OpenItem, ...]
    waiting: tuple[Waiting, ...]
    """Expenses that a second officer has not approved yet."""
    differences: tuple[Count, ...]
    """Of the newest counts, which nobody has booked."""
    bank: dict[int, BankPaper]
    """The newest paper of the bank, by account."""
    decisions: tuple[Decision, ...]
    limit: Money | None
    """What one officer may spend alone today; None where there is no limit, or nobody to ask."""


def afresh(
    page: QObject, desk: Desk, known: MoneyLook, then: Callable[[MoneyLook], object]
) -> None:
    """Read again what a form offers, for the next one right after something was booked."""

    def read(book: Reading) -> MoneyLook:
        return replace(
            known, accounts=accounts(book), own=own_categories(book), payees=payees(book),
            names=names_of(book, desk.tr),
        )  # fmt: skip

    desk.read(read, guarded(page, then))


def look(book: Reading, month: Month, account: int | None, tr: Translator) -> MoneyLook:
    """Read it."""
    counted = (
        one for one in counts(book, month.period) if account is None or one.account == account
    )
    places, today = accounts(book), today_of(book)
    newest = {one.id: next(iter(papers(book, one.id)), None) for one in places}
    return MoneyLook(
        places,
        own_categories(book),
        payees(book),
        names_of(book, tr),
        cash_book(book, month.period, account),
        tuple(counted),
        (*open_items(book, "owed"), *open_items(book, "loan")),
        open_items(book, "advance"),
        open_items(book, "unknown"),
        waiting(book),
        open_differences(book),
        {account: paper for account, paper in newest.items() if paper is not None},
        decisions(book),
        rules.expense_limit(book, today) if rules.in_force(book, today) else None,
    )
