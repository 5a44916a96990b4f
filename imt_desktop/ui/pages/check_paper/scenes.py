"""Scenes of checking a paper: each answer that a typed code can have here."""

from typing import Final

from imt_desktop.journal.anchor import anchor_of, code_of
from imt_desktop.ledger.statements import last_receipt
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.check_paper.page import CheckPaperPage
from imt_desktop.ui.widgets import LineEdit


def _type(stage: Stage, code: str, entry: str = "") -> None:
    page = stage.page("check-paper")
    assert isinstance(page, CheckPaperPage)
    for field, words in ((page.code, code), (page.entry, entry)):
        assert isinstance(field.editor, LineEdit)
        field.editor.setText(words)
    page.check_typed()
    stage.settle()


def _code(stage: Stage, seq: int) -> str:
    with stage.desk.book.read() as book:
        return anchor_of(book.recorded(seq)).code


def _receipt(stage: Stage) -> int:
    with stage.desk.book.read() as book:
        found = last_receipt(book)
    assert found is not None
    return found[0]


def _matches(stage: Stage) -> None:
    seq = _receipt(stage)
    _type(stage, _code(stage, seq), str(seq))


def _slip(stage: Stage) -> None:
    code = _code(stage, 3)
    _type(stage, code[:-1] + ("0" if code[-1] != "0" else "1"))


def _shorter(stage: Stage) -> None:
    """A paper of an entry that this book does not have: any code of the book that no entry has."""
    _type(stage, _foreign(stage), "99999")


def _changed(stage: Stage) -> None:
    _type(stage, _foreign(stage), "30")


def _foreign(stage: Stage) -> str:
    return code_of(bytes(range(32)), stage.desk.book.id)


SCENES: Final = (
    Scene("check-paper", lambda stage: stage.go("check-paper")),
    Scene("check-paper-matches", _matches),
    Scene("check-paper-slip", _slip),
    Scene("check-paper-shorter", _shorter),
    Scene("check-paper-changed", _changed),
    Scene("check-paper-nothing", lambda stage: _type(stage, "")),
)
