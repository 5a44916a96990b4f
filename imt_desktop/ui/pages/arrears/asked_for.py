"""What the assembly asks for before the water flows again, each point as met or not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.cutting_off import Conditions
from imt_desktop.ui.widgets import State, StateLine
from imt_desktop.ui.widgets.states import done, due, not_yet
from imt_desktop.wording.charges import percent_words


class AskedFor(QWidget):
    """One line for each condition."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.points: list[StateLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_conditions(self, there: Conditions) -> None:
        """Show them."""
        for old in self.points:
            old.hide()
            old.deleteLater()
        self.points = [StateLine(state) for state in points(there, self._tr)]
        for point in self.points:
            self._column.addWidget(point)


def points(there: Conditions, tr: Translator) -> Iterator[State]:
    """Say of each condition whether it is met."""
    if there.share:
        words = tr.gettext(
            "{percent} of the {owed} owed at the cut-off, {wanted}: {paid} paid"
        ).format(
            percent=percent_words(there.share, tr),
            owed=tr.money(there.owed),
            wanted=tr.money(there.wanted),
            paid=tr.money(there.paid),
        )
        yield done(words) if there.share_met else due(words)
    if there.fee is None:
        yield done(tr.gettext("The water price asks for no fee"))
    else:
        yield _fee(there, tr)


def _fee(there: Conditions, tr: Translator) -> State:
    assert there.fee is not None
    fee = tr.money(there.fee)
    if not there.billed and not there.share_met:
        return not_yet(
            tr.gettext("Fee of {fee}: can be charged once that part is paid").format(fee=fee)
        )
    if not there.billed:
        return due(tr.gettext("Fee of {fee}: not charged yet").format(fee=fee))
    if there.fee_left:
        left = tr.money(there.fee_left)
        return due(tr.gettext("Fee of {fee}: {left} still to pay").format(fee=fee, left=left))
    return done(tr.gettext("Fee of {fee}: paid").format(fee=fee))
