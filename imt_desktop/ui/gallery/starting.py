"""Scenes of the start window and the wizard."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QAbstractButton

from imt_desktop.journal.errors import DamagedBookError
from imt_desktop.ui.gallery.scene import Scene, Stage
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


_STEPS: Final = ("language", "committee", "officers", "price", "money", "members")

SCENES: Final = (
    Scene("start", lambda stage: stage.settle(), "start"),
    Scene("start-refused", _damaged, "start"),
    *(
        Scene(f"wizard-{name}", partial(_wizard, step=at), "start")
        for at, name in enumerate(_STEPS)
    ),
    Scene("wizard-no-name", _nameless, "start"),
    Scene("wizard-bad-amount", _bad_amount, "start"),
)
