"""Naming a language of the committee's own, in which papers can then be printed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import phrasebook
from imt_desktop.committee.entries import OwnLanguageNamed
from imt_desktop.committee.errors import LanguageTakenError
from imt_desktop.committee.languages import Spoken
from imt_desktop.committee.phrasebook import OwnLanguageRequest
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.speech import language_choices

NAMED = Changes(settings=True, papers=True)


def add_language(page: QWidget, desk: Desk, taken: Collection[str]) -> Form:
    """Name one more language; ``taken`` are the codes that there are."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Add a language"), tr.gettext("Add it"),
        tr.gettext("Papers can be printed in it at once. Give its words one after another."),
    )  # fmt: skip
    form.row(
        form.line("name", tr.gettext("Its name"), hint=tr.gettext("such as: Tseltal")),
        form.line("code", tr.gettext("Short code"), hint=tr.gettext("such as: tzh")),
    )
    _base(form, desk.tr.code)

    def request() -> OwnLanguageRequest:
        code = form.words_of("code").lower()
        if code in taken:
            raise LanguageTakenError(code).beside("code")
        return _request(form, code)

    form.asks(
        request,
        phrasebook.name_language,
        NAMED,
        tr.gettext("The language is in the book."),
        kind=OwnLanguageNamed.KIND,
    )
    form.open()
    return form


def edit_language(page: QWidget, desk: Desk, one: Spoken) -> Form:
    """Put right the name of a language, or lean it on another."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Edit the language"), tr.gettext("Save"))
    form.row(form.line("name", tr.gettext("Its name"), one.name))
    _base(form, one.base)
    form.asks(
        lambda: _request(form, one.code),
        phrasebook.name_language,
        NAMED,
        tr.gettext("Saved."),
        kind=OwnLanguageNamed.KIND,
    ).open()
    return form


def _base(form: Form, code: str) -> None:
    tr = form.desk.tr
    form.row(
        form.choice(
            "base", tr.gettext("Leans on"), language_choices(), code,
            tr.gettext("its words stand where there are none yet; its dates and amounts too"),
        )
    )  # fmt: skip


def _request(form: Form, code: str) -> OwnLanguageRequest:
    return OwnLanguageRequest(
        code=code, name=form.words_of("name"), base=str(form.value_of("base"))
    )
