"""Scenes of the copies: the page before and after a copy, and its dialogs."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from imt_desktop.journal.copies.sealing import seal_to_words
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.copies.people import AddPerson
from imt_desktop.ui.pages.copies.sealed import KEYS, SealForm, show_words


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
    _copied(stage).whole.check_book()
    stage.settle()


def _wrong(stage: Stage) -> None:
    """Somebody's hands in the tables; what they did is undone for the scenes that follow."""
    _lay_hands(stage, 1)
    _checked(stage)
    _lay_hands(stage, -1)


def _lay_hands(stage: Stage, more: int) -> None:
    with closing(sqlite3.connect(stage.desk.book.path)) as hands, hands:
        hands.execute("UPDATE member SET owed = owed + ? WHERE id = 1", (more,))


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
    sealed = Path(mkdtemp()) / "kiboko.age"
    seal_to_words(b"a book", sealed, "bakone")
    page.opened(sealed, page.bring_back)
    stage.settle()


def _seal_for_nobody(stage: Stage) -> None:
    _seal(stage)
    form = stage.form()
    assert isinstance(form, SealForm)
    form.way.set_value(KEYS)
    form.way.chosen.emit(KEYS)
    stage.submit()


def _add_person(stage: Stage) -> None:
    _seal_for_nobody(stage)
    form = stage.form()
    assert isinstance(form, SealForm)
    form.people.add.click()
    asked = stage.form()
    assert isinstance(asked, AddPerson)
    asked.make_key(Path(mkdtemp()))
    stage.submit()


def _take_along(stage: Stage) -> None:
    _page(stage).take_along(Path(mkdtemp()))
    stage.settle()


SCENES: Final = (
    Scene("copies-none", lambda stage: stage.go("copies"), "new"),
    Scene("copies", _checked),
    Scene("copies-worked-out", _wrong),
    Scene("copies-bring-back", _bring_back),
    Scene("copies-compare", _compare),
    Scene("copies-refused", _refused),
    Scene("copies-seal", _seal),
    Scene("copies-seal-keys", _seal_for_nobody),
    Scene("copies-add-person", _add_person),
    Scene("copies-take-along", _take_along),
    Scene("copies-words", _words),
    Scene("copies-open", _open),
)
