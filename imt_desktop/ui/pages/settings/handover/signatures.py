"""Two PINs for a handover: the one who leaves and the one who takes over, or others in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import signing
from imt_desktop.committee.queries import Officer
from imt_desktop.journal import Reading, Signing
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pin_dialog import PinDialog


def both_sign(
    over: QWidget,
    desk: Desk,
    first: Sequence[Officer],
    second: Sequence[Officer],
    then: Callable[[Signing], object],
) -> None:
    """Ask one of ``first`` and then one of ``second``; whoever leaves a question leaves all of it."""
    tr = desk.tr
    question, text = tr.gettext("First signature"), tr.gettext("Each types their own PIN.")

    def one(who: Signing) -> None:
        _ask(over, desk, tr.gettext("Second signature"), text, second, _beside(who), then)

    _ask(over, desk, question, text, first, _alone, one)


def _ask(
    over: QWidget,
    desk: Desk,
    question: str,
    text: str,
    officers: Sequence[Officer],
    prove: Callable[[Reading, int, str], Signing],
    then: Callable[[Signing], object],
) -> None:
    PinDialog(over, desk, question, text, officers, prove, then).open()


def _alone(book: Reading, officer: int, pin: str) -> Signing:
    return signing.sign_in(book, officer, pin, book.book.now(), hands_over=True)


def _beside(who: Signing) -> Callable[[Reading, int, str], Signing]:
    def prove(book: Reading, officer: int, pin: str) -> Signing:
        return signing.countersign(book, who, officer, pin, book.book.now(), hands_over=True)

    return prove
