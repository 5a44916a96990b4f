"""Scenes of the copies: the page before and after a copy, and its dialogs."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.copies.sealed import show_words


def _page(stage: Stage) -> CopiesPage:
    page = stage.page("copies")
    assert isinstance(page, CopiesPage)
    return page


def _copied(stage: Stage) -> CopiesPage:
    page = _page(stage)
    page.back_up()
    stage.settle()
    return page


def _newest(page: CopiesPage) -> Path:
    row = page.list.row()
    assert row is not None
    return Path(row.path)


def _checked(stage: Stage) -> None:
    _copied(stage).check_book()
    stage.settle()


def _bring_back(stage: Stage) -> None:
    page = _copied(stage)
    page.bring_back(_newest(page))
    stage.settle()


def _compare(stage: Stage) -> None:
    page = _copied(stage)
    page.compare_with(_newest(page))
    stage.settle()


def _refused(stage: Stage) -> None:
    strange = Path(mkdtemp()) / "holiday.imt"
    strange.write_bytes(b"no book at all")
    _page(stage).compare_with(strange)
    stage.settle()


def _seal(stage: Stage) -> None:
    _page(stage).seal(Path(mkdtemp()))
    stage.settle()


def _words(stage: Stage) -> None:
    show_words(_page(stage), stage.desk, Path("kiboko.age"), "bakone tidumi pasofa lirenu kamobe")
    stage.settle()


def _open(stage: Stage) -> None:
    page = _page(stage)
    page.opened(Path("kiboko.age"), page.bring_back)
    stage.settle()


SCENES: Final = (
    Scene("copies-none", lambda stage: stage.go("copies"), "new"),
    Scene("copies", _checked),
    Scene("copies-bring-back", _bring_back),
    Scene("copies-compare", _compare),
    Scene("copies-refused", _refused),
    Scene("copies-seal", _seal),
    Scene("copies-words", _words),
    Scene("copies-open", _open),
)
