"""What was given that is no money, as papers say it: in a block of its own, in no column of amounts."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.recovery import in_kind
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import KindAmount, NotMoney
from imt_desktop.wording.charges import number_words
from imt_desktop.wording.covering import gift_name


def not_money(book: Reading, period: Period) -> NotMoney | None:
    """Return what was given in a period, or None where nothing was."""
    found = in_kind.not_money(book, period)
    if found.nothing:
        return None
    return NotMoney(
        days=found.days,
        labour=found.labour if found.days else None,
        gifts=tuple(KindAmount(kind=kind, amount=worth) for kind, worth in found.gifts.items()),
    )


def title(tr: Translator) -> str:
    """Name the block."""
    return tr.gettext("Given, but no money")


def apart(tr: Translator) -> str:
    """Say that it stands apart."""
    return tr.gettext("not in the figures of money")


def days_of_work(days: int, tr: Translator) -> str:
    """Say how many days of work, in thousandths: ``2.5 days of work``."""
    n = days // THOUSAND if days % THOUSAND == 0 else 2
    return tr.ngettext("{n} day of work", "{n} days of work", n).format(n=number_words(days, tr))


def lines(given: NotMoney, tr: Translator, most: int = 99) -> list[tuple[str, Money]]:
    """Return a line for labour and for each kind of gift; the smallest together beyond ``most``."""
    rows: list[tuple[str, Money]] = []
    if given.labour is not None:
        rows.append((days_of_work(given.days, tr), given.labour))
    gifts = list(given.gifts)
    room = max(1, most - len(rows))
    shown, rest = (gifts, []) if len(gifts) <= room else (gifts[: room - 1], gifts[room - 1 :])
    rows += [(gift_name(one.kind, tr), one.amount) for one in shown]
    if rest:
        rows.append(
            (tr.gettext("Other gifts"), sum((one.amount for one in rest[1:]), rest[0].amount))
        )
    return rows
