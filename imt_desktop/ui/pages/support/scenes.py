"""Scenes of the page about duty bearers: as it stands, a request, a contact, and a new book."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from imt_desktop.community.support.queries import Contact, Report, Support, Visit
from imt_desktop.plan.entries import Complied
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.support import forms
from imt_desktop.ui.pages.support.look import SupportLook
from imt_desktop.ui.pages.support.page import SupportPage
from imt_desktop.ui.pages.support.paper_form import paper_form
from imt_desktop.ui.pages.support.visits import show_visits


def _full(stage: Stage) -> SupportPage:
    page = stage.page("support")
    assert isinstance(page, SupportPage)
    stage.settle()
    page.show_support(_known(stage))
    stage.settle()
    return page


def _known(stage: Stage) -> SupportLook:
    today = stage.desk.today

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    return SupportLook(
        today=today,
        contacts=(
            Contact(
                1, "county", "County water office", "large repairs, water rights", "0700 000 200", 2,
                False,
            ),
            Contact(2, "regulator", "", "the water price", "", None, False),
            Contact(3, "repair", "Juma Electric", "pumps and panels", "0700 000 311", None, False),
        ),
        asked=(
            Support(1, 60, 1, "A new transformer for the pump", ago(50), ago(20), None, None, None),
            Support(2, 50, 1, "A training for the pump operator", ago(120), ago(90), 58, ago(95), "granted"),
        ),
        reports=(Report(1, 2, "Yearly report", ago(-40), 12, False, None, None),),
        papers=(
            Complied("", "Licence to take water", "met", "WRA 31/2021", ago(-400), None, "Water authority"),
            Complied("", "Registration of the group", "met", "", ago(12), None),
        ),
        visits=(
            Visit(70, ago(30), 1, "Two engineers", "They looked at the pump and read the book."),
        ),
    )  # fmt: skip


def _ask(stage: Stage) -> None:
    page = _full(stage)
    page.ask_for_help()
    stage.submit()


def _contact(stage: Stage) -> None:
    page = _full(stage)
    known = _known(stage)
    forms.keep(page, stage.desk, known, known.contacts[0]).open()
    stage.settle()


def _paper(stage: Stage) -> None:
    page = _full(stage)
    paper_form(page, stage.desk).open()
    stage.settle()


def _visits(stage: Stage) -> None:
    page = _full(stage)
    show_visits(page, stage.desk, _known(stage))
    stage.settle()


SCENES: Final = (
    Scene("support", lambda stage: _full(stage) and None),
    Scene("support-ask-wrong", _ask),
    Scene("support-contact", _contact),
    Scene("support-paper", _paper),
    Scene("support-visits", _visits),
    Scene("support-new-book", lambda stage: stage.go("support"), "new"),
)
