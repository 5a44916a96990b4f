"""Beginning an audit: the assembly names auditors for a period."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.community.audit.auditing import AuditorLine, AuditRequest
from imt_desktop.community.audit.entries import AuditBegun
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.counts import ONE_DAY
from imt_desktop.period import Month, Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit import actions
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import gender_name

AUDITORS: Final = 4
"""Lines for auditors; more are seldom named."""


def begin(page: QWidget, desk: Desk, look: AuditLook) -> Form:
    """Begin an audit."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("New audit"), tr.gettext("Begin the audit"),
        tr.gettext("Auditors hold no post in the committee and did not audit the last time."),
        wide=640,
    )  # fmt: skip
    first, last = _usual(look)
    form.row(
        form.fields.day("first", tr.pgettext("first day", "From"), first),
        form.fields.day("last", tr.pgettext("last day", "To"), last),
    )
    genders = [Choice("–", ""), *(Choice(gender_name(one, tr), one) for one in ("woman", "man"))]
    for number in range(1, AUDITORS + 1):
        form.row(
            form.line(f"auditors/{number}/name", tr.gettext("Auditor {n}").format(n=number)),
            form.choice(f"auditors/{number}/gender", tr.gettext("Woman or man"), genders, ""),
        )
    what = tr.gettext("Community audit")
    deciding = Deciding(form, look.decisions, what, bodies=("assembly",), needed=True)

    def request() -> tuple[AuditRequest, DecisionRequest | None]:
        named = [number for number in range(1, AUDITORS + 1) if _name(form, number)]
        lines = range(1, max(named, default=0) + 1)  # one left out between others is missing
        wanted = AuditRequest(
            first=form.day_of("first"),
            last=form.day_of("last"),
            decision=deciding.chosen() or 0,
            auditors=tuple(
                AuditorLine(name=_name(form, n), gender=form.value_of(f"auditors/{n}/gender"))
                for n in lines
            ),
        )
        return wanted, deciding.new()

    def audited(_book: Reading, wanted: tuple[AuditRequest, DecisionRequest | None]) -> list[str]:
        asked = wanted[0]
        twice = tr.gettext(
            "The audit of {period}, begun on {day}, looked at the same days already."
        )
        return [
            twice.format(
                period=tr.period(Period(one.first, one.last), alone=False),
                day=tr.date(one.began_on),
            )
            for one in look.audits
            if one.first <= asked.last and asked.first <= one.last
        ]

    form.asks(
        request,
        actions.begin,
        actions.DECIDED,
        tr.gettext("The audit has begun."),
        doubts=audited,
        kind=AuditBegun.KIND,
    ).open()
    return form


def _name(form: Form, number: int) -> str:
    return form.words_of(f"auditors/{number}/name")


def _usual(look: AuditLook) -> tuple[date, date]:
    """Propose the days after the last audit, in whole months if there is one, or else three months."""
    month = Month.of(look.today)
    last = month.shift(-1).last
    begins = look.audits[0].last + ONE_DAY if look.audits else month.shift(-3).first
    if begins > look.today:
        return month.shift(-3).first, last
    return begins, last if begins <= last else look.today
