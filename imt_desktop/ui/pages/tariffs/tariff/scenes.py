"""Scenes of the view of the tariff."""

from typing import Final

from msgspec.structs import replace

from imt_desktop.ledger.charging.asked_again import as_request
from imt_desktop.period import Month
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.tariff.example import every_form, price_of_every_form
from imt_desktop.ui.pages.tariffs.tariff.looking import TariffLook
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView
from imt_desktop.ui.pages.tariffs.view import KIOSK


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


def _new(stage: Stage) -> TariffForm:
    month = Month.of(stage.desk.today)
    forms = every_form(stage.desk.currency, month.shift(1))
    _view(stage).begin_with(as_request(forms, stage.desk.currency))
    stage.settle()
    form = stage.form()
    assert isinstance(form, TariffForm)
    return form


def _begin(stage: Stage) -> None:
    _new(stage)


def _rest(stage: Stage) -> None:
    form = _new(stage)
    form.bring_into_view(form.do)
    form.bring_into_view(form.fields["attachment"])
    stage.settle()


def _wrong(stage: Stage) -> None:
    """Nothing is booked: the mistakes come before."""
    form = _new(stage)
    to = next(name for name in form.fields if name.startswith("to#"))
    form.fields[to].editor.setText("3")  # type: ignore[attr-defined]  # a line edit
    stage.submit()


def _kiosk(stage: Stage) -> None:
    stage.go("tariffs", KIOSK)
    stage.write(sold="212", price="3", commission="64", handed="550")


def _kiosks(stage: Stage) -> None:
    """What was sold, and what was handed in for it."""
    _view(stage).kiosk.click()
    stage.settle()


SCENES: Final = (
    Scene("tariffs", lambda stage: stage.go("tariffs")),
    Scene("tariffs-every-form", _every_form),
    Scene("tariffs-new", _begin),
    Scene("tariffs-new-rest", _rest),
    Scene("tariffs-new-wrong", _wrong),
    Scene("tariffs-kiosk", _kiosk),
    Scene("tariffs-kiosks", _kiosks),
    Scene("tariffs-new-book", lambda stage: stage.go("tariffs"), "new"),
)
