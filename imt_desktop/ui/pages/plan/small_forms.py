"""Small questions about a card: why it is dropped, and what shows how far it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.plan import actions as use_cases
from imt_desktop.plan.actions import EvidenceRequest, MoveActionRequest
from imt_desktop.plan.queries import Action
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.pages.plan.actions import PLANNED, add_evidence
from imt_desktop.ui.widgets import shortened


def drop(page: QWidget, desk: Desk, action: Action) -> Form:
    """Ask why an action is dropped, and drop it."""
    tr = desk.tr
    form = Form(
        page, desk,
        tr.gettext("Why is “{action}” dropped?").format(action=shortened(action.title, 60)),
        tr.gettext("Drop it"),
        tr.gettext("The card stays on the board with its reason, for everybody to read."),
    )  # fmt: skip
    form.row(form.line("reason", tr.gettext("Reason"), hint=tr.gettext("such as: minute 19")))
    form.asks(
        lambda: MoveActionRequest(
            action=action.id, state="dropped", reason=form.words_of("reason")
        ),
        use_cases.move, PLANNED, tr.gettext("The action is dropped."),
    ).open()  # fmt: skip
    return form


def evidence(page: QWidget, desk: Desk, action: Action) -> Form:
    """Add a photo, a paper or words that show how far an action is."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Add evidence"), tr.gettext("Keep it"),
        shortened(action.title, 120), wide=560,
    )  # fmt: skip
    form.row(form.line("words", tr.gettext("What can be seen")))
    form.row(photo_field(form, "attachment"))
    form.row(form.line("envelope", tr.gettext("The paper lies in"), hint=tr.gettext("envelope 12")))
    form.fields["attachment"].set_label(tr.gettext("Photo or PDF"))
    form.asks(
        lambda: (
            EvidenceRequest(
                action=action.id,
                words=form.words_of("words"),
                envelope=form.words_of("envelope"),
            ),
            voucher_of(form, "attachment"),
        ),
        add_evidence, PLANNED, tr.gettext("The evidence is kept."),
    ).open()  # fmt: skip
    return form
