"""Scenes of billing everyone: flat fees, and water that is measured."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Ref
from imt_desktop.ledger.charging.countable import Countable
from imt_desktop.ledger.charging.drives import drives
from imt_desktop.ledger.register import card
from imt_desktop.oversight.drafts import TypedReading
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.billing.readings.columns import ANSWER
from imt_desktop.ui.pages.billing.readings.view import ReadingsView
from imt_desktop.ui.pages.charges.contributions import ask_for, show_given
from imt_desktop.ui.pages.charges.counting import CountForm
from imt_desktop.ui.pages.charges.once import charge_by_price
from imt_desktop.ui.pages.lines.looking import open_line
from imt_desktop.ui.pages.members.line_acts import show_line
from imt_desktop.ui.pages.ticking import TickMembers


def page_of(stage: Stage) -> BillingPage:
    """Open the page."""
    page = stage.page("billing")
    assert isinstance(page, BillingPage)
    return page


def _before(stage: Stage) -> BillingPage:
    """Go to a month that has its bills."""
    page = page_of(stage)
    page.show_what(page.month.value().shift(-1))
    stage.settle()
    return page


def _preview(stage: Stage) -> None:
    page = page_of(stage)
    page.show_stage("preview")
    stage.settle()


def _hidden(stage: Stage) -> None:
    _preview(stage)
    stage.desk.hide_balances(True)
    stage.settle()


def _readings(stage: Stage) -> ReadingsView:
    page = page_of(stage)
    page.show_stage("readings")
    page.readings.keeper.pause()
    stage.settle()
    return page.readings


def _typed(stage: Stage) -> None:
    """Some are ready, some are asked about, some are wrong."""
    view = _readings(stage)
    view.show_zone(view.typed.rounds[-1].zone)
    stage.settle()
    lines = view.typed.lines_of(view.typed.rounds[-1].zone)
    for line, more in zip(lines, (9, -3, 0, 170, 7, None, 8), strict=False):
        meter = line.stop.meter
        if more is None:
            view.take_in(line, TypedReading(answer="estimate"))
        elif meter is not None:
            value = meter.value // 1000 + more
            view.take_in(line, TypedReading(value=str(value)))
    view.take_in(lines[7], TypedReading(value="12o"))
    view.grid.stand_on_line(lines[1], ANSWER)
    stage.settle()


def _prices(stage: Stage) -> None:
    """The prices, each with its decision; its poster can be printed from here."""
    page_of(stage).facts.price.click()
    stage.settle()


def _opened(stage: Stage) -> None:
    """A bill by a meter, opened: how it was worked out."""
    page = _before(stage)
    with stage.desk.book.read() as reading:
        made = reading.driver.execute(
            "SELECT seq, line FROM bill WHERE item='fee' AND moved=0 ORDER BY amount DESC LIMIT 1"
        ).fetchone()
        opened = open_line(reading, Ref(*made), stage.desk.tr)
    show_line(page, stage.desk, opened)
    stage.settle()


def _moved(stage: Stage) -> None:
    """A household was moved, and the order is not kept yet."""
    view = _readings(stage)
    view.grid.stand_on(1)
    view.grid.moved.emit(1)
    stage.settle()


def _replaced(stage: Stage) -> None:
    _typed(stage)
    page_of(stage).readings.more()
    stage.settle()


def _given(stage: Stage) -> None:
    page = page_of(stage)
    with stage.desk.book.read() as reading:
        (one, *_) = drives(reading)
    show_given(page, stage.desk, one)
    stage.settle()


def _ask(stage: Stage) -> None:
    ask_for(page_of(stage), stage.desk, ())
    stage.settle()
    stage.write(name="New pump", target="0")
    stage.submit()


def _worked(stage: Stage) -> None:
    stage.go("billing", "labour")
    form = stage.form()
    ticks = form.fields["members"].editor
    assert isinstance(ticks, TickMembers)
    for row in ticks.table.rows()[1:4]:
        ticks.turn(row)
    stage.settle()


def _count(stage: Stage) -> None:
    """A price by number, and nobody counted yet."""
    found = (
        Countable(1, "4", "Amina Rehearsal", "livestock", "", (("head", None), ("cart", None))),
        Countable(2, "8", "Baraka Example", "livestock", "Lower trough", (("head", 7000),)),
    )
    page = page_of(stage)
    CountForm(page, stage.desk, found, stage.desk.today, lambda: None).open()
    stage.settle()


def _once(stage: Stage) -> None:
    page = stage.page("members")
    with stage.desk.book.read() as reading:
        found = card(reading, "8")
    charge_by_price(page, stage.desk, found)
    stage.settle()


SCENES: Final = (
    Scene("billing", lambda stage: page_of(stage) and None),
    Scene("billing-prices", _prices),
    Scene("billing-readings", lambda stage: _readings(stage) and None, "metered"),
    Scene("billing-readings-typed", _typed, "metered"),
    Scene("billing-readings-moved", _moved, "metered"),
    Scene("billing-readings-replaced", _replaced, "metered"),
    Scene("billing-metered-preview", _preview, "metered"),
    Scene("billing-metered-hidden", _hidden, "metered"),
    Scene("billing-metered-made", lambda stage: _before(stage) and None, "metered"),
    Scene("billing-bill-opened", _opened, "metered"),
    Scene("billing-contributions", lambda stage: stage.go("billing", "contributions"), "metered"),
    Scene("billing-contribution-given", _given, "metered"),
    Scene("billing-contribution-new", _ask, "metered"),
    Scene("billing-labour", _worked, "metered"),
    Scene("billing-absences", lambda stage: stage.go("billing", "absences"), "metered"),
    Scene("billing-charge-once", _once, "metered"),
    Scene("billing-count", _count),
)
