"""What was noticed in the rows of a spreadsheet, in words."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.rows import Notice, Problem, ReceiptGap
from imt_desktop.money import Currency
from imt_desktop.wording.errors import sentence


def problem_sentence(problem: Problem, tr: Translator, currency: Currency | None = None) -> str:
    """Say what is wrong and where: ``Row 17, column “Amount”: “twelve” is not an amount.``"""
    what = sentence(problem.error, tr, currency)
    column = problem.header or problem.letter
    if not column:
        return tr.gettext("Row {row}: {what}").format(row=problem.row, what=what)
    return tr.gettext("Row {row}, column “{column}”: {what}").format(
        row=problem.row, column=column, what=what
    )


def notice_sentence(notice: Notice, tr: Translator) -> str:
    """Say what is odd about the numbers of an old receipt pad, but no reason to stop."""
    if isinstance(notice, ReceiptGap):
        if notice.first == notice.last:
            return tr.gettext("Old receipt no. {number} is missing.").format(number=notice.first)
        return tr.gettext("Old receipt nos. {first} to {last} are missing.").format(
            first=notice.first, last=notice.last
        )
    return tr.gettext("Old receipt no. {number} stands in several rows: {rows}.").format(
        number=notice.number, rows=", ".join(str(row) for row in notice.rows)
    )
