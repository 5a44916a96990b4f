"""The main figures of a paper that was issued, to be compared with the paper in somebody's hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import msgspec

from imt_desktop.i18n import Translator
from imt_desktop.oversight.papers import PaperSaid
from imt_desktop.reports.cashbook.facts import CashbookFacts
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.facts import Facts, together
from imt_desktop.reports.income.facts import IncomeFacts
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.papers import PAPERS
from imt_desktop.reports.statement.facts import StatementFacts
from imt_desktop.wording.kinds import account_name


def figures(said: PaperSaid, tr: Translator) -> tuple[str, ...]:
    """Return the figures that a paper showed, each with its name; none of a kind that has none."""
    if said.facts is None or said.paper not in PAPERS:
        return ()
    facts: Facts = msgspec.convert(said.facts, PAPERS[said.paper].facts)
    return tuple(
        tr.gettext("{label}: {value}").format(label=label, value=value)
        for label, value in _figures(facts, tr)
    )


@singledispatch
def _figures(_facts: Any, _tr: Translator) -> Iterator[tuple[str, str]]:
    yield from ()


@_figures.register
def _(facts: NoticeFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    for label, rows in (
        (tr.gettext("Brought forward"), facts.opening),
        (tr.gettext("Money in"), facts.money_in),
        (tr.gettext("Money out"), facts.money_out),
        (tr.gettext("Carried forward"), facts.closing),
    ):
        yield label, tr.money(together(rows, facts.currency))
    yield tr.gettext("Owed to us"), tr.money(facts.owed.amount)


@_figures.register
def _(facts: IncomeFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    yield tr.gettext("Brought forward"), tr.money(facts.start)
    yield tr.gettext("Money in"), tr.money(facts.total_in)
    yield tr.gettext("Money out"), tr.money(facts.total_out)
    yield tr.gettext("Carried forward"), tr.money(facts.end)


@_figures.register
def _(facts: CashbookFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    yield tr.gettext("Brought forward"), tr.money(facts.brought)
    yield tr.gettext("Carried forward"), tr.money(facts.carried)


@_figures.register
def _(facts: ClosingFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    for column in facts.columns:
        own = {column.account: column.own_name} if column.own_name else {}
        yield account_name(column.account, own, tr), tr.money(column.carried)


@_figures.register
def _(facts: StatementFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    if facts.balance.minor < 0:
        yield tr.gettext("Paid ahead"), tr.money(-facts.balance)
    else:
        yield tr.gettext("Still to pay"), tr.money(facts.balance)
