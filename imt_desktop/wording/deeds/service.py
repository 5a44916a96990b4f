"""What happened to the water itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.community.service import entries as e
from imt_desktop.journal import Entry
from imt_desktop.wording.community import (
    cause_words,
    component_words,
    functionality_words,
    parameter_words,
)
from imt_desktop.wording.deeds.said import Said, Say


def _broke(entry: e.BrokeDown, say: Said) -> str:
    return say.tr.gettext("Breakdown {n}, {component}: {cause}. {words}").format(
        n=entry.breakdown, component=component_words(entry.component, say.tr),
        cause=cause_words(entry.cause, say.tr), words=entry.words,
    )  # fmt: skip


def _repaired(entry: e.Repaired, say: Said) -> str:
    if not entry.dry_days:
        return say.tr.gettext("Breakdown {n} was repaired. {words}").format(
            n=entry.breakdown, words=entry.words
        )
    return say.tr.ngettext(
        "Breakdown {n} was repaired after {days} day without water. {words}",
        "Breakdown {n} was repaired after {days} days without water. {words}",
        entry.dry_days,
    ).format(n=entry.breakdown, days=say.tr.number(entry.dry_days), words=entry.words)


def _turns(entry: e.TurnsSet, say: Said) -> str:
    n = len(entry.lines)
    words = say.tr.ngettext(
        "Water in {n} turn a week. {zone}", "Water in {n} turns a week. {zone}", n
    )
    return words.format(n=say.tr.number(n), zone=entry.zone)


def _supplied(entry: e.SupplyLogged, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext(
        "Hours with water were written down for {n} day.",
        "Hours with water were written down for {n} days.",
        n,
    ).format(n=say.tr.number(n))


def _produced(entry: e.WaterProduced, say: Said) -> str:
    litres = sum(line.litres for line in entry.lines)
    return say.tr.gettext("Water was produced: {n} litres").format(n=say.tr.number(litres))


def _tested(entry: e.WaterTested, say: Said) -> str:
    bad = [parameter_words(line.parameter, say.tr) for line in entry.lines if not line.good]
    if bad:
        return say.tr.gettext("The water was tested; not as it should be: {what}").format(
            what=", ".join(bad)
        )
    return say.tr.gettext("The water was tested; all as it should be.")


def _planned(entry: e.MaintenancePlanned, say: Said) -> str:
    if entry.ended:
        return say.tr.gettext("{what} is no longer done.").format(what=entry.what)
    return say.tr.ngettext(
        "{what}: every {n} month from {day}",
        "{what}: every {n} months from {day}",
        entry.months,
    ).format(what=entry.what, n=say.tr.number(entry.months), day=say.day(entry.first_on))


def _done(entry: e.MaintenanceDone, say: Said) -> str:
    return say.tr.gettext("Maintenance task {n} was done. {words}").format(
        n=entry.task, words=entry.words
    )


def _counted(entry: e.StoresCounted, say: Said) -> str:
    short = sum(line.stock < line.least for line in entry.lines)
    return say.tr.gettext("Counted {n} kinds of spare parts; of {short} there are too few.").format(
        n=say.tr.number(len(entry.lines)), short=say.tr.number(short)
    )


def _works(entry: e.FunctionalitySaid, say: Said) -> str:
    return say.tr.gettext("How the system works: {state}. {words}").format(
        state=functionality_words(entry.state, say.tr), words=entry.words
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.BrokeDown: _broke,
    e.Repaired: _repaired,
    e.TurnsSet: _turns,
    e.SupplyLogged: _supplied,
    e.WaterProduced: _produced,
    e.WaterTested: _tested,
    e.MaintenancePlanned: _planned,
    e.MaintenanceDone: _done,
    e.StoresCounted: _counted,
    e.FunctionalitySaid: _works,
}
