"""All decisions: which of them hold, what points to them, and revoking one by another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.committee.revoking import RevokeRequest, revoke
from imt_desktop.community.meetings.queries import pointing
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.errors import DecisionMissingError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet, RowAct
from imt_desktop.ui.pages.meetings.writing import DECIDED
from imt_desktop.ui.pages.settings.decisions import record
from imt_desktop.ui.widgets import Choice, PersonLine, shortened
from imt_desktop.ui.widgets.states import cut_off
from imt_desktop.wording.decisions import minute_words, paper_words, votes_words
from imt_desktop.wording.entries import kind_words


class Decided(Struct, frozen=True):
    """A decision, the one that took its place, and what points to it."""

    decision: Decision
    revoked_by: Decision | None
    pointing: tuple[tuple[int, str], ...]
    """Entries and what each is, the oldest first."""


def decided(book: Reading) -> tuple[Decided, ...]:
    """Return all decisions, the latest first."""
    all_ = decisions(book)
    known = {one.id: one for one in all_}
    points = pointing(book)
    return tuple(
        Decided(
            one,
            known.get(one.revoked_by) if one.revoked_by else None,
            tuple((seq, book.recorded(seq).entry.KIND) for seq in points.get(one.id, ())),
        )
        for one in all_
    )


def show_decisions(page: QWidget, desk: Desk, number: int | None = None) -> ListSheet:
    """Show what was decided, what rests on it, and what was revoked; the one that is asked for first."""
    tr = desk.tr

    def line(one: Decided) -> PersonLine:
        what = one.decision.what or tr.gettext("Minute {number}").format(number=one.decision.minute)
        revoked = cut_off(tr.gettext("Revoked")) if one.decision.revoked_by else None
        about = minute_words(one.decision, tr)
        return PersonLine(
            shortened(what, 160), number=about if revoked else "", state=revoked,
            second="" if revoked else about, struck=revoked is not None,
        )  # fmt: skip

    sheet = ListSheet(
        page, desk, tr.gettext("Decisions"),
        tr.gettext("None is ever deleted: one that no longer holds is revoked by another."),
        decided, line, tr.gettext("No decision is written down."),
    )  # fmt: skip
    sheet.with_details(lambda one: _details(one, tr))
    sheet.with_chosen(lambda one: one.decision.id == number)
    sheet.with_act(
        RowAct(
            tr.gettext("Revoke it"), "ban", lambda one: _revoke(page, desk, one, sheet),
            lambda one: bool(_followers(one.decision, sheet.list.rows_model.rows)),
            danger=True,
        )
    )  # fmt: skip
    sheet.with_new(tr.gettext("Write down a decision"), lambda: record(page, desk)).open()
    return sheet


def _details(one: Decided, tr: Translator) -> list[tuple[str, str]]:
    rows = [
        (tr.gettext("Votes"), votes_words(one.decision.votes, tr) if one.decision.votes else ""),
        (tr.gettext("Paper"), paper_words(one.decision, tr)),
    ]
    if one.revoked_by is not None:
        rows.append((tr.gettext("Revoked by"), minute_words(one.revoked_by, tr)))
    for seq, kind in one.pointing[:8]:
        words = tr.gettext("{what}, entry {n}")
        said = words.format(what=kind_words(kind, tr), n=tr.number(seq))
        rows.append((tr.gettext("What rests on it"), said))
    return rows


def _followers(old: Decision, rows: Sequence[Decided]) -> list[Decided]:
    """Return what can take a decision's place: it stands, is not older, and as many decided it."""
    if old.revoked_by is not None:
        return []
    return [
        one
        for one in rows
        if one.decision.stands
        and one.decision.id != old.id
        and one.decision.decided_on >= old.decided_on
        and (one.decision.body != "zone" or old.body == "zone")
        and (one.decision.body == "assembly" or old.body != "assembly")
    ]


def _revoke(page: QWidget, desk: Desk, one: Decided, sheet: ListSheet) -> Form:
    tr, old = desk.tr, one.decision
    form = Form(
        page, desk, tr.gettext("Which decision takes its place?"), tr.gettext("Revoke it"),
        tr.gettext("What was done by the old one stays as it is; from now on the other one holds."),
        danger=True, wide=560,
    )  # fmt: skip
    standing = [
        Choice(shortened(decision_words(each.decision, desk), 90), each.decision.id)
        for each in _followers(old, sheet.list.rows_model.rows)
    ]
    # None by chance: another decision may stand behind something else.
    form.row(form.choice("by", tr.gettext("Decision"), standing, none=tr.gettext("Choose one")))

    def request() -> RevokeRequest:
        by = form.value_of("by")
        if by is None:
            form.fields.wrong(DecisionMissingError().beside("by"))
        return RevokeRequest(decision=old.id, by=by or 0)

    form.asks(request, revoke, DECIDED, tr.gettext("The decision is revoked.")).open()
    return form
