"""The list of water tests: each as it was made, with the laboratory's paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.community.service.queries import Tested, made_tests
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.kept_photo import show_photo
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.service.names import good_state, measured
from imt_desktop.ui.widgets import PersonLine, shortened
from imt_desktop.wording.community import parameter_words

LETTERS = 120


def show_tests(page: QWidget, desk: Desk) -> ListSheet:
    """Show the tests that were made, the newest first."""
    tr = desk.tr

    def line(one: Tested) -> PersonLine:
        said = ", ".join(
            f"{parameter_words(each.parameter, tr)} {measured(each, tr)}" for each in one.found
        )
        good = all(each.good for each in one.found)
        return PersonLine(shortened(said, LETTERS), state=good_state(good, one.on, tr))

    def details(one: Tested) -> list[tuple[str, str]]:
        return [
            (tr.gettext("Where"), shortened(one.place, LETTERS)),
            (tr.gettext("Who did it"), shortened(one.by, LETTERS)),
        ]

    def look(one: Tested) -> None:
        if one.photo is not None:
            show_photo(page, desk, one.photo)

    sheet = ListSheet(
        page, desk, tr.gettext("Water tests"), "", made_tests, line,
        tr.gettext("The water was not tested yet."),
    )  # fmt: skip
    sheet.with_details(details)
    photo = tr.gettext("Photo")
    sheet.with_leaving(photo, "eye", look, fits=lambda one: one.photo is not None)
    sheet.open()
    return sheet
