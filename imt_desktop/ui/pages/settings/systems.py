"""Water systems, for a committee that runs several."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import describing
from imt_desktop.committee.describing import WaterSystemRequest
from imt_desktop.committee.entries import WaterSystemNamed
from imt_desktop.committee.queries import water_systems
from imt_desktop.journal import Reading
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.widgets import PersonLine

NAMED = Changes(settings=True, members=True)


def show_systems(page: QWidget, desk: Desk) -> ListSheet:
    """Show the systems that connections can hang on."""
    tr = desk.tr

    def read(book: Reading) -> list[str]:
        return list(water_systems(book).values())

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Water systems"),
        tr.gettext("With two or more of them, each new connection says on which one it hangs."),
        read,
        lambda name: PersonLine(name, icon="droplets"),
        tr.gettext("None is named: the committee runs one system."),
    )
    sheet.with_new(tr.gettext("Name a water system"), lambda: name_system(page, desk)).open()
    return sheet


def name_system(page: QWidget, desk: Desk) -> Form:
    """Name one more system."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Name a water system"), tr.gettext("Write it down"))
    form.row(form.line("name", tr.gettext("Its name"), hint=tr.gettext("such as: Lower borehole")))
    form.asks(
        lambda: WaterSystemRequest(name=form.words_of("name")),
        describing.name_system,
        NAMED,
        tr.gettext("The water system is in the book."),
        again=lambda: name_system(page, desk),
        kind=WaterSystemNamed.KIND,
    ).open()
    return form
