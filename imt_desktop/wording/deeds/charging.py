"""What officers did about readings, discounts, absences, labour and contributions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging.earlier import AnyLadder, AnyRead, LadderDecided1, MetersRead1
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.period import Month
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.states import step_words


def _read(entry: AnyRead, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext("{n} meter was read.", "{n} meters were read.", n).format(
        n=say.tr.number(n)
    )


def _counted(entry: c.ThingsCounted, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext(
        "{n} count was written down.", "{n} counts were written down.", n
    ).format(n=say.tr.number(n))


def _kiosk_sold(entry: c.KioskSold, say: Said) -> str:
    handed = sum(line.handed for line in entry.lines)
    should = sum(line.expected - line.commission for line in entry.lines)
    if handed == should:
        return say.tr.gettext("Kiosk sales: {amount} handed in, as it should be.").format(
            amount=say.money(handed)
        )
    return say.tr.gettext("Kiosk sales: {amount} handed in, {wanted} should have been.").format(
        amount=say.money(handed), wanted=say.money(should)
    )


def _relieved(entry: c.ReliefGranted, say: Said) -> str:
    """Say who pays less until when; why stands in the entry, and on no line that others see."""
    return say.tr.gettext("{member} pays less until {month} (decision {decision}).").format(
        member=say.member(entry.member),
        month=say.tr.month(Month.parse(entry.until)),
        decision=entry.decision,
    )


def _absent(entry: c.AbsencesNoted, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext("{n} absence was noted.", "{n} absences were noted.", n).format(
        n=say.tr.number(n)
    )


def _worked(entry: c.LabourGiven, say: Said) -> str:
    if len(entry.lines) == 1:
        return say.tr.gettext("{member} worked, worth {amount}; no money moved.").format(
            member=say.member(entry.lines[0].member), amount=say.sum(entry.lines)
        )
    n = len(entry.lines)
    return say.tr.ngettext(
        "{n} household worked, worth {amount}; no money moved.",
        "{n} households worked, worth {amount}; no money moved.",
        n,
    ).format(n=say.tr.number(n), amount=say.sum(entry.lines))


def _begun(entry: c.DriveBegun, say: Said) -> str:
    return say.tr.gettext("Contribution “{name}”, target {amount} (decision {decision}).").format(
        name=entry.name, amount=say.money(entry.target), decision=entry.decision
    )


def _agreed(entry: c.DebtAgreed, say: Said) -> str:
    days = {line.due_on for line in entry.lines}
    return say.tr.ngettext(
        "{member} pays {amount} in {n} instalment.",
        "{member} pays {amount} in {n} instalments.",
        len(days),
    ).format(
        member=say.member(entry.member), amount=say.sum(entry.lines), n=say.tr.number(len(days))
    )


def _let_go(entry: c.DebtLetGo, say: Said) -> str:
    return say.tr.gettext("{bill}: {amount} was let go (decision {decision}). {reason}").format(
        bill=say.bill(entry.bill),
        amount=say.money(entry.was - entry.becomes),
        decision=entry.decision,
        reason=entry.reason,
    )


def _ladder(entry: AnyLadder, say: Said) -> str:
    steps = [step_words(one.step, say.tr) for one in entry.steps]
    return say.tr.gettext(
        "From {day} on, with those who do not pay: {steps} (decision {decision})."
    ).format(day=say.day(entry.since), steps=", ".join(steps), decision=entry.decision)


def _step(entry: c.StepTaken, say: Said) -> str:
    return say.tr.gettext("{member}: {step}, with {amount} overdue. Heard: {heard}").format(
        member=say.member(entry.member),
        step=step_words(entry.step, say.tr),
        amount=say.money(entry.owed),
        heard=say.person(entry.heard),
    )


def _budget(entry: r.BudgetDecided, say: Said) -> str:
    return say.tr.gettext("Budget of {year}.").format(year=entry.year)


def _asset(entry: r.AssetRegistered, say: Said) -> str:
    return say.tr.ngettext(
        "{name}: {amount} to replace, after {n} year.",
        "{name}: {amount} to replace, after {n} years.",
        entry.life,
    ).format(name=entry.name, amount=say.money(entry.replacement), n=say.tr.number(entry.life))


def _out(entry: r.AssetOutOfUse, say: Said) -> str:
    return say.tr.gettext("{name} is out of use since {day}. {reason}").format(
        name=entry.name, day=say.day(entry.on), reason=say.person(entry.reason)
    )


def _target(entry: r.ReserveTargetDecided, say: Said) -> str:
    return say.tr.gettext("{amount} shall lie in {account}.").format(
        amount=say.money(entry.target), account=say.account(entry.account)
    )


def _given(entry: r.GivenInKind, say: Said) -> str:
    worth = sum(line.worth for line in entry.lines)
    n = len(entry.lines)
    return say.tr.ngettext(
        "{n} gift, worth {amount}; no money moved.",
        "{n} gifts, worth {amount}; no money moved.",
        n,
    ).format(n=say.tr.number(n), amount=say.money(worth))


def _scenario(entry: r.ScenarioKept, say: Said) -> str:
    return say.tr.gettext("Price {place} to be weighed: {amount} a year if everybody pays.").format(
        place=entry.place, amount=say.money(entry.everybody)
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    c.MetersRead: _read,
    MetersRead1: _read,
    c.ThingsCounted: _counted,
    c.KioskSold: _kiosk_sold,
    c.ReliefGranted: _relieved,
    c.AbsencesNoted: _absent,
    c.LabourGiven: _worked,
    c.DriveBegun: _begun,
    c.DebtAgreed: _agreed,
    c.DebtLetGo: _let_go,
    c.LadderDecided: _ladder,
    LadderDecided1: _ladder,
    c.StepTaken: _step,
    r.BudgetDecided: _budget,
    r.AssetRegistered: _asset,
    r.AssetOutOfUse: _out,
    r.ReserveTargetDecided: _target,
    r.GivenInKind: _given,
    r.ScenarioKept: _scenario,
}
