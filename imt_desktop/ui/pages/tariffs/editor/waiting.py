"""A tariff that waits for the second officer: kept on this laptop with what was typed of its decision."""

from __future__ import annotations

import msgspec

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.oversight.drafts import TariffDraft, keep_tariff, recall_tariff
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import DateEdit, LineEdit


def waiting(desk: Desk) -> TariffDraft:
    """Return what waits; it is empty where nothing does."""
    return recall_tariff(places().config, desk.book.id)


def keep(desk: Desk, draft: TariffDraft) -> None:
    """Keep it, and say how to go on."""
    keep_tariff(places().config, desk.book.id, draft)
    words = desk.tr.gettext(
        "The tariff is kept on this laptop. When the second officer is there,"
        " “New tariff” goes on with it."
    )
    desk.said.emit(words)


def forget(desk: Desk) -> None:
    """Keep it no longer."""
    keep_tariff(places().config, desk.book.id, TariffDraft())


def fill_decision(form: Form, said: DecisionRequest) -> None:
    """Write what was typed of a decision into its fields; a photo is taken again."""
    votes = msgspec.structs.asdict(said.votes) if said.votes else {}
    for name, words in {"minute": said.minute, **votes, "envelope": said.envelope}.items():
        field = form.fields.get(name)
        if field is not None and isinstance(field.editor, LineEdit):
            field.editor.setText(str(words))
    day = form.fields.get("decided_on")
    if day is not None and isinstance(day.editor, DateEdit):
        day.editor.set_value(said.decided_on)
