"""The committee's own answers, held against the criteria that there are."""

from __future__ import annotations

from imt_desktop.committee.asking import chosen
from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing
from imt_desktop.oversight.capacity.criteria import BY_CODE
from imt_desktop.plan import answers
from imt_desktop.plan.answers import CapacityRequest


def ask_capacity(book: Writing, wanted: CapacityRequest) -> Recorded:
    """Write the answers down. Raises ChoiceError and what ``plan.answers.ask_capacity`` raises."""
    for number, line in enumerate(wanted.lines, 1):
        with at("lines", number):
            chosen(line.code, BY_CODE, "code")
    return answers.ask_capacity(book, wanted)
