"""What was written down by mistake is cancelled with a reason; it stays in the journal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger import voids
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form

CANCELLED = Changes(settings=True)


def cancel(page: QWidget, desk: Desk, question: str, entry: int, line: int = 0) -> Form:
    """Ask why, and cancel an entry or one line of it."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        question,
        tr.gettext("Cancel it"),
        tr.gettext("It stays in the journal, with the reason beside it."),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(entry=entry, line=line, reason=form.words_of("reason")),
        voids.void,
        CANCELLED,
        tr.gettext("It is cancelled."),
    ).open()
    return form
