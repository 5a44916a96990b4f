"""How the service stands, in words and by shape."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imt_desktop.community import packs
from imt_desktop.community.service.queries import LONG_DRY, Breakdown, Part, Task, Test
from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import done, due, late, not_yet, refused
from imt_desktop.wording.community import functionality_words

SOON = 30
"""Days before it from which maintenance is due."""


def figure(value: Decimal, tr: Translator) -> str:
    """Write a measured value."""
    return f"{value.normalize():f}".replace(".", tr.decimal_mark)


def guideline(one: packs.Parameter, tr: Translator) -> str:
    """Say what the guideline asks of a thing that is measured."""
    if one.least == one.most:
        words = tr.gettext("guideline: {most} {unit}")
    elif not one.least:
        words = tr.gettext("guideline: at most {most} {unit}")
    else:
        words = tr.gettext("guideline: {least} to {most} {unit}")
    said = words.format(least=figure(one.least, tr), most=figure(one.most, tr), unit=one.unit)
    return said.strip()


def asked_of(test: Test, tr: Translator) -> str:
    """Say what the guideline asks of what a test measured; nothing where none is known."""
    known = packs.parameters().get(test.parameter)
    return guideline(known, tr) if known else ""


def measured(test: Test, tr: Translator) -> str:
    """Say a measured value with its unit."""
    known = packs.parameters().get(test.parameter)
    return f"{figure(test.value, tr)} {known.unit if known else ''}".strip()


def test_state(test: Test, tr: Translator) -> State:
    """Say whether the water was as the guideline asks, and when that was measured."""
    return good_state(test.good, test.on, tr)


def good_state(good: bool, on: date, tr: Translator) -> State:
    """Say whether a test was as the guideline asks, and when it was made."""
    day = tr.short_date(on)
    if good:
        return done(tr.gettext("as it should be, {day}").format(day=day))
    return refused(tr.gettext("not as it should be, {day}").format(day=day))


def breakdown_state(one: Breakdown, today: date, tr: Translator) -> State:
    """Say whether it is repaired, and whether there is water."""
    if one.repaired_on is not None:
        days = one.days_to_repair(today)
        if not days:
            return done(tr.gettext("repaired the same day"))
        words = tr.ngettext("{n} day", "{n} days", days).format(n=tr.number(days))
        return done(tr.gettext("repaired after {days}").format(days=words))
    if one.dry_since is not None and one.back_on is None:
        return late(tr.gettext("no water since {day}").format(day=tr.short_date(one.dry_since)))
    return due(tr.gettext("broken since {day}").format(day=tr.short_date(one.reported_on)))


def task_state(task: Task, today: date, tr: Translator) -> State:
    """Say when maintenance is due."""
    assert task.due_on is not None
    day = tr.short_date(task.due_on)
    left = (task.due_on - today).days
    if left < 0:
        return late(tr.gettext("Late since {day}").format(day=day))
    said = tr.pgettext("something to do", "due {day}").format(day=day)
    return due(said) if left <= SOON else not_yet(said)


def part_state(part: Part, tr: Translator) -> State:
    """Say how many there are, and whether these are too few."""
    said = tr.gettext("{stock}, at least {least}").format(
        stock=tr.number(part.stock), least=tr.number(part.least)
    )
    return late(said) if part.short else done(said)


def works_state(state: str, tr: Translator) -> State:
    """Say how a water system works."""
    words = functionality_words(state, tr)
    return {"functional": done, "partly": due}.get(state, refused)(words)


def dry_state(days: int, tr: Translator) -> State | str:
    """Say of the days without water of a year whether they are many."""
    said = tr.gettext("this year")
    return late(said) if days > LONG_DRY else said
