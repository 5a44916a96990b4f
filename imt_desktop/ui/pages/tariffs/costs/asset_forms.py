"""Writing down what wears out, and that it is used no longer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger.recovery.assets import (
    THINGS,
    Asset,
    AssetOutRequest,
    AssetRequest,
    register,
    take_out,
)
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice, shortened
from imt_desktop.wording.covering import thing_name

WRITTEN = Changes(settings=True)


def register_asset(page: QWidget, desk: Desk) -> Form:
    """Ask for something that wears out."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Something that wears out"),
        tr.gettext("Write it down"),
        tr.gettext("What a new one costs, over the years it lasts, is to be set aside each year."),
        wide=600,
    )
    things = [Choice(capital(thing_name(code, tr)), code) for code in THINGS]
    form.row(
        form.choice("what", tr.gettext("What is it?"), things),
        form.line(
            "name", tr.gettext("Its name"), hint=tr.gettext("such as: pump of the lower well")
        ),
    )
    form.row(
        form.day("bought_on", tr.gettext("Bought on")),
        form.amount("cost", tr.gettext("For how much")),
    )
    form.row(
        form.line("life", tr.gettext("Years it lasts")),
        form.amount(
            "replacement", tr.gettext("What a new one costs"), tr.gettext("if it is another sum")
        ),
    )

    def request() -> AssetRequest:
        again = form.words_of("replacement")
        return AssetRequest(
            what=form.value_of("what"),
            name=form.words_of("name"),
            bought_on=form.day_of("bought_on"),
            cost=form.decimal_of("cost"),
            life=form.whole_of("life") or 0,
            replacement=form.decimal_of("replacement") if again else None,
        )

    form.asks(
        request, register, WRITTEN, tr.gettext("It is written down."),
        again=lambda: register_asset(page, desk),
    ).open()  # fmt: skip
    return form


def take_asset_out(page: QWidget, desk: Desk, one: Asset) -> Form:
    """Ask since when something is used no longer, and why."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Take “{name}” out of use?").format(name=shortened(one.name)),
        tr.gettext("Take out of use"),
        tr.gettext("It stays in the list, struck. Nothing more is set aside for it."),
        danger=True,
    )
    form.row(
        form.day("on", tr.gettext("Since")),
        form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")),
    )
    form.asks(
        lambda: AssetOutRequest(asset=one.id, reason=form.words_of("reason"), on=form.day_of("on")),
        take_out,
        WRITTEN,
        tr.gettext("It is out of use."),
    ).open()
    return form
