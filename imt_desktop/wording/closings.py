"""The checklist of a closing in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark

QUESTIONS: Final[Mapping[str, str]] = {
    "bank": mark("The bank's paper is not there yet. Close without it?"),
    "bills": mark("No bills were made for this month. Is that meant so?"),
    "receipts": mark("Receipt numbers are missing. Do you know why?"),
    "pads": mark("Numbers of a paper pad were passed over. Are those sheets still in the pad?"),
    "same-day": mark("Entries were cancelled on the day they were made. Are their papers back?"),
    "vouchers": mark("Expenses have no voucher. Have you both seen what was bought?"),
    "in-parts": mark(
        "One payee got several sums with one signature each, together above the limit. Do you both agree to them?"
    ),
    "unknown": mark("It is not known whose some money is. Was it asked?"),
    "waiting": mark("Expenses are not yet approved. May they wait?"),
    "clock": mark("The computer's clock had jumped. Are the days right?"),
    "pins": mark("An officer got a new PIN without typing the old one. Did that officer set it?"),
    "restored": mark(
        "The book was brought back from a copy. Was all that came after the copy entered again?"
    ),
    "relatives": mark("Are the two who sign related to each other?"),
}
"""What is asked before a month is closed."""

BANKS: Final[Mapping[str, str]] = {
    "compared": mark("compared with the bank's paper"),
    "counted": mark("counted"),
    "no-paper": mark("bank paper not yet obtained"),
}
"""How an account was held against what the bank says."""


def question_words(code: str, tr: Translator) -> str:
    """Put a question of the checklist into words; an unknown code is shown as it is."""
    return tr.gettext(QUESTIONS[code]) if code in QUESTIONS else code


def bank_words(code: str, tr: Translator) -> str:
    """Say how an account was held against what the bank says."""
    return tr.gettext(BANKS[code]) if code in BANKS else code
