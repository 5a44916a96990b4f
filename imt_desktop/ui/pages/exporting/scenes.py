"""Scenes of lists in Excel: what is asked, and the list that is ready."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage, wait
from imt_desktop.ui.pages.exporting.sheet import ExcelSheet
from imt_desktop.ui.pages.exporting.under_way import UnderWay
from imt_desktop.ui.pages.notices.page import NoticesPage


def _ask(stage: Stage) -> ExcelSheet:
    page = stage.page("notices")
    assert isinstance(page, NoticesPage)
    page.excel.click()
    sheet = stage.dialog()
    assert isinstance(sheet, ExcelSheet)
    return sheet


def _asked(stage: Stage) -> None:
    _ask(stage)


def _write(stage: Stage) -> UnderWay:
    with TemporaryDirectory() as folder:
        return _ask(stage).write(Path(folder) / "Practice Water Committee - 2026.xlsx")


def _under_way(stage: Stage) -> None:
    _write(stage)
    wait(20)


def _ready(stage: Stage) -> None:
    with TemporaryDirectory() as folder:
        _ask(stage).write(Path(folder) / "Practice Water Committee - Members - 2026.xlsx")
        stage.settle()


def _refused(stage: Stage) -> None:
    _write(stage)
    stage.settle()


SCENES: Final = (
    Scene("excel", _asked),
    Scene("excel-under-way", _under_way),
    Scene("excel-ready", _ready),
    Scene("excel-refused", _refused),
)
