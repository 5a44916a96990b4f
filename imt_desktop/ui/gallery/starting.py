"""Scenes of the start window and the wizard."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from PySide6.QtWidgets import QAbstractButton

from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.sealing import seal_to_words
from imt_desktop.journal.errors import DamagedBookError
from imt_desktop.oversight.copies import back_up
from imt_desktop.ui.gallery.scene import Scene, Stage, wait
from imt_desktop.ui.widgets import LineEdit, Segments

_WORDS: Final = {
    "name": "Kiboko Water Project",
    "area": "Makueni, Kibwezi West",
    "officer1": "Amina Wanjiru",
    "officer2": "Joseph Mutua",
    "fee1": "450",
    "minute": "07/2026",
    "cash": "1200",
    "bank": "64000",
}


def _wizard(stage: Stage, step: int) -> None:
    """Fill everything in, and go to a step."""
    start, wizard = stage.start, stage.start.wizard
    start.begin()
    for name, words in _WORDS.items():
        editor = wizard.fields[name].editor
        assert isinstance(editor, LineEdit)
        editor.setText(words)
    bank = wizard.fields["has_bank"].editor
    assert isinstance(bank, Segments)
    bank.findChildren(QAbstractButton)[-1].click()
    while wizard.at < step:
        wizard.next.click()
        stage.settle()
    while wizard.at > step:
        wizard.back.click()
    stage.settle()


def _nameless(stage: Stage) -> None:
    stage.start.begin()
    stage.start.wizard.next.click()
    stage.settle()


def _bad_amount(stage: Stage) -> None:
    _wizard(stage, 3)
    fee = stage.start.wizard.fields["fee1"].editor
    assert isinstance(fee, LineEdit)
    fee.setText("4x0")
    stage.start.wizard.next.click()
    stage.settle()


def _damaged(stage: Stage) -> None:
    stage.start.say(DamagedBookError(str(Path("Books") / "Kiboko.imt")))
    stage.settle()


def _settled(stage: Stage) -> None:
    stage.settle()
    while stage.start.arriving.jobs.busy or stage.start.jobs.busy:
        wait(5)
    stage.settle()


def _which_copy(stage: Stage) -> None:
    stage.start.bring_back(None)
    stage.settle()


def _copies_of_lost(stage: Stage) -> None:
    """A book that was cut off, with its backup beside it."""
    folder = Path(mkdtemp())
    lost = folder / "Practice.imt"
    copy_pages(Path(stage.start.recent.list.rows_model.rows[1].path), lost)
    back_up(lost, "closing", date.today())
    lost.write_bytes(lost.read_bytes()[:5000])
    stage.start.bring_back(lost)
    stage.settle()


def _agree(stage: Stage) -> None:
    _copies_of_lost(stage)
    stage.start.arriving.next.click()
    _settled(stage)
    stage.start.arriving.next.click()
    _settled(stage)


def _unseal(stage: Stage) -> None:
    stage.start.bring_back(None)
    sealed = Path(mkdtemp()) / "kiboko.age"
    seal_to_words(b"a book", sealed, "bakone")
    stage.start.arriving.take(sealed)
    stage.start.arriving.next.click()
    _settled(stage)


_STEPS: Final = ("language", "committee", "officers", "price", "money", "members")

SCENES: Final = (
    Scene("start", lambda stage: stage.settle(), "start"),
    Scene("start-refused", _damaged, "start"),
    Scene("bring-which", _which_copy, "start"),
    Scene("bring-lost", _copies_of_lost, "start"),
    Scene("bring-unseal", _unseal, "start"),
    Scene("bring-agree", _agree, "start"),
    *(
        Scene(f"wizard-{name}", partial(_wizard, step=at), "start")
        for at, name in enumerate(_STEPS)
    ),
    Scene("wizard-no-name", _nameless, "start"),
    Scene("wizard-bad-amount", _bad_amount, "start"),
)
