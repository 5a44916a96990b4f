"""Names of who is far behind on the notice: what harm it can do, and which assembly decided it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.names import NamesRequest, publish
from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import DateEdit


def publish_names(page: QWidget, desk: Desk) -> None:
    """Read what assemblies decided, and open the form."""
    desk.read(decisions, guarded(page, lambda found: _open(page, desk, found)))


def _open(page: QWidget, desk: Desk, known: tuple[Decision, ...]) -> Form:
    """Write down that an assembly decided to name who is far behind."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Names on the notice"), tr.gettext("Write it down"),
        tr.gettext(
            "The notice then names on the wall who is more than 90 days behind, and with how much: that"
            " shames people before their neighbours, also those who cannot pay. To end it, revoke the"
            " decision."
        ),
        danger=True, wide=620,
    )  # fmt: skip
    form.row(
        form.day("since", tr.gettext("Since")),
        form.put("until", tr.gettext("Until"), DateEdit(tr), tr.gettext("empty: until it is revoked")),
    )  # fmt: skip
    deciding = Deciding(form, known, tr.gettext("Names on the notice"), ("assembly",), needed=True)

    def request() -> Decided[NamesRequest]:
        wanted = NamesRequest(
            decision=deciding.chosen() or 0,
            since=form.day_of("since"),
            until=form.day_of("until") if form.words_of("until") else None,
        )
        return Decided(wanted, deciding.new())

    form.asks(
        request, with_decision(publish), EVERYTHING, tr.gettext("The decision is in the book.")
    ).open()
    return form
