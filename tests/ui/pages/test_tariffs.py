"""The page of tariffs: a view under each segment, made when it is first shown."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.tariffs.views import VIEWS
from tests.ui.pages.conftest import idle


def test_every_view_opens_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    for spec in VIEWS:
        window.go("tariffs", TariffsWish(spec.key))
        idle(qtbot, window.desk)
        page = window.page("tariffs")
        assert isinstance(page, TariffsPage)
        assert page.view.isVisible()
        assert page.segments.value() == spec.key
