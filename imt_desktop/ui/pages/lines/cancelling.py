"""Cancelling a line: what follows is said first, and the reason is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger import voids
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.widgets import Choice, Note
from imt_desktop.wording.cancelling import WHOLE, what_follows
from imt_desktop.wording.proof import proof_title

CANCELLED = Changes(money=True, balances=True, members=True)


def can_be_cancelled(opened: Opened) -> bool:
    """Whether a line is still there to be cancelled."""
    return opened.proof.cancelled is None and opened.proof.what not in ("count", "let-go")


def cancel(page: QWidget, desk: Desk, opened: Opened) -> Form:
    """Ask why, say what follows, and cancel a line, or all lines of its entry."""
    tr, proof = desk.tr, opened.proof
    title = proof_title(proof, opened.names, tr)
    form = Form(
        page,
        desk,
        tr.gettext("Cancel “{line}”?").format(line=title),
        tr.gettext("Cancel it"),
        tr.gettext("{amount}, {day}").format(amount=tr.money(proof.amount), day=tr.date(proof.on)),
        danger=True,
    )
    form.row(Note("\n".join(what_follows(proof, opened.names, tr))))
    several = proof.entered.lines > 1 and proof.what not in WHOLE
    if several:
        form.row(form.choice("line", tr.gettext("What is cancelled"), _extent(desk, opened)))
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(
            entry=proof.ref.entry,
            line=form.value_of("line") if several else proof.ref.line,
            reason=form.words_of("reason"),
        ),
        voids.void,
        CANCELLED,
        tr.gettext("It is cancelled; the reason stands beside it."),
    ).open()
    form.fields["reason"].editor.setFocus()
    return form


def _extent(desk: Desk, opened: Opened) -> list[Choice]:
    tr, lines = desk.tr, opened.proof.entered.lines
    everything = tr.ngettext(
        "All {n} line of entry {entry}", "All {n} lines of entry {entry}", lines
    ).format(n=tr.number(lines), entry=tr.number(opened.proof.ref.entry))
    return [
        Choice(tr.gettext("Only this line"), opened.proof.ref.line),
        Choice(everything, 0),
    ]
