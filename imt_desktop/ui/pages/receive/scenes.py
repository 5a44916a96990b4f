"""Scenes of the till: the next in the queue, somebody paying, and an amount that is not clear."""

from __future__ import annotations

from typing import Final

from imt_desktop.ledger.register import members
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.receive.page import ReceivePage


def _paying(stage: Stage, typed: str) -> ReceivePage:
    page = stage.page("receive")
    assert isinstance(page, ReceivePage)
    with stage.desk.book.read() as book:
        row = max(members(book), key=lambda one: one.owed.minor)
    page.choose(row)
    stage.settle()
    page.paying.handed.setText(typed)
    stage.settle()
    return page


def _half_paid(stage: Stage) -> None:
    _paying(stage, "1000")


def _unclear(stage: Stage) -> None:
    _paying(stage, "1.350,00").save()
    stage.settle()


SCENES: Final = (
    Scene("receive", lambda stage: stage.go("receive")),
    Scene("receive-paying", _half_paid),
    Scene("receive-unclear", _unclear),
)
"""In the order of the queue."""
