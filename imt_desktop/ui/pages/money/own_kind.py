"""A kind of money in the committee's own words, added in the form in which it is first needed."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.errors import UserError
from imt_desktop.journal import Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.accounts import CategoryRequest, add_category
from imt_desktop.ui.pages.choices import OWN
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice, LabelledField


class KindField:
    """A list of kinds; the last one asks for a name of its own."""

    def __init__(
        self, form: Form, name: str, choices: Sequence[Choice], value: object = None
    ) -> None:
        tr = form.desk.tr
        self._form, self._name = form, name
        self.field: LabelledField = form.choice(name, tr.gettext("What for"), choices, value)
        self.own = form.line("own_kind", tr.gettext("Name of the new kind"))
        self.own.hide()
        form.fields.when(name, self._chosen)

    def _chosen(self, code: str) -> None:
        self.own.setVisible(code == OWN)
        if code == OWN:
            self.own.editor.setFocus()

    def code(self) -> str:
        """Return the code chosen; empty for a kind that is not there yet."""
        return str(self._form.value_of(self._name))

    def new_kind(self, direction: str) -> CategoryRequest | None:
        """Return the request that adds the new kind, if one was asked for."""
        if self.code() != OWN:
            return None
        return CategoryRequest(direction=direction, name=self._form.words_of("own_kind"))


def added(book: Writing, wanted: CategoryRequest) -> str:
    """Add a kind and return its code. A mistake stands beside ``own_kind``."""
    try:
        entry = add_category(book, wanted).entry
    except UserError as error:
        raise error.beside("own_kind") from None
    assert isinstance(entry, e.CategoryAdded)
    return entry.code
