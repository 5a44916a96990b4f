"""Questions about a whole file, with answers that show what an example of it would then mean."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing import amounts, dates
from imt_desktop.ledger.importing.rows import Question
from imt_desktop.money import Currency
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.spreadsheets import ORDERS


def about_dates(question: Question, today: date, tr: Translator) -> tuple[str, list[Choice]]:
    """Ask in which order day, month and year stand."""
    told = {each.text: dates.meanings(each.text, today) for each in question.examples}
    example = max(told, key=lambda text: len(set(told[text].values())))
    choices = [
        Choice(tr.date(day), order, second=_second(tr.gettext(ORDERS[order]), order, question, tr))
        for order, day in told[example].items()
    ]
    return tr.gettext("Which day is “{example}”?").format(example=example), choices


def about_decimals(
    question: Question, currency: Currency, tr: Translator
) -> tuple[str, list[Choice]]:
    """Ask which mark stands before the decimals."""
    told = {each.text: amounts.readings(each.text, currency) for each in question.examples}
    example = max(told, key=lambda text: len(set(told[text].values())))
    names = {
        ".": tr.gettext("the point stands before the cents"),
        ",": tr.gettext("the comma stands before the cents"),
    }
    choices = [
        Choice(
            _amount(told[example][mark], currency, tr) if mark in told[example] else names[mark],
            mark,
            second=_second(names[mark], mark, question, tr),
        )
        for mark in question.choices
    ]
    return tr.gettext("How much is “{example}”?").format(example=example), choices


def _amount(value: Decimal, currency: Currency, tr: Translator) -> str:
    try:
        return tr.money(currency.money(value))
    except UserError:
        return f"{tr.symbol(currency)} {value:f}"  # more decimals than this money has


def _second(words: str, value: str, question: Question, tr: Translator) -> str:
    if value != question.suggested:
        return words
    return tr.gettext("{answer}; the rest of the file says so").format(answer=words)
