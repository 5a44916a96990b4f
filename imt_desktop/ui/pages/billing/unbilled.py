"""Who has no bill yet of a month that was billed: somebody came in since."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.overview import ChargeSheet
from imt_desktop.ui.widgets import Button, Note


class Unbilled(Note):
    """Says beside the bills that are made how many are not; ``look`` leads to their preview."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__("", "triangle-alert", parent)
        self._tr = tr
        self.look = Button(tr.gettext("Look at it"), size="row")
        self.add(self.look)
        self.hide()

    def show_sheet(self, found: ChargeSheet, printing: bool) -> None:
        """Count the connections that would be billed now; ``printing`` is where nothing else tells."""
        tr, n = self._tr, _connections(found)
        words = tr.ngettext(
            "{n} connection has no bill for {month} yet.",
            "{n} connections have no bill for {month} yet.",
            n,
        )
        self.set_words(
            words.format(n=tr.number(n), month=tr.period(found.plan.period, alone=False))
        )
        self.setVisible(printing and bool(n))


def _connections(found: ChargeSheet) -> int:
    """A connection that several hold counts once."""
    return len({row.fee.connection for row in found.rows if row.fee})
