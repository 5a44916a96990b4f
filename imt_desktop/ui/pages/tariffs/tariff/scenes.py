"""Scenes of the view of the tariff."""

from dataclasses import replace
from typing import Final

from imt_desktop.period import Month
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.tariff.example import price_of_every_form
from imt_desktop.ui.pages.tariffs.tariff.looking import TariffLook
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView


def _view(stage: Stage) -> TariffView:
    page = stage.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    return page.view


def _every_form(stage: Stage) -> None:
    view = _view(stage)
    month = Month.of(stage.desk.today)
    now = price_of_every_form(stage.desk.currency, month.shift(-2))
    later = replace(now, tariff=replace(now.tariff, id=3, effective_from=month.shift(3)))
    view.show_look(TariffLook((later, now), 6, ()))
    stage.settle()


SCENES: Final = (
    Scene("tariffs", lambda stage: stage.go("tariffs")),
    Scene("tariffs-every-form", _every_form),
    Scene("tariffs-new-book", lambda stage: stage.go("tariffs"), "new"),
)
