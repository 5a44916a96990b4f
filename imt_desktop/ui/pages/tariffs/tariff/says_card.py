"""What a tariff says, in plain words: what each type pays, and everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger.charging.drives import Drive
from imt_desktop.ledger.tariffs import Price
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.tariffs.tariff.looking import TariffLook
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, Hairline, IconLabel, Words, shortened
from imt_desktop.wording.tariffs import TariffWords

_ICONS = {
    "household": "house",
    "yard": "droplets",
    "shared": "users",
    "kiosk": "hand-coins",
    "institution": "landmark",
    "business": "wallet",
    "livestock": "droplets",
}


class SaysCard(Card):
    """One tariff, line by line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr.gettext("What each pays"))
        self._desk = desk
        self._inside: QWidget | None = None

    def show_price(self, price: Price, found: TariffLook, now: bool) -> None:
        """Show a tariff; what holds only now (who pays less, contributions) with the one in force."""
        tr = self._desk.tr
        words = TariffWords(price.forms, tr, self._desk.currency)
        since = tr.gettext("from {month} on").format(month=tr.month(price.tariff.effective_from))
        self.set_title(tr.gettext("What each pays"), since)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for terms in price.forms.terms:
            icon = _ICONS.get(terms.connection_type, "droplets")
            name = shortened(words.type_name(terms.connection_type), 60)
            column.addWidget(_row(icon, name, capital(words.short(terms))))
        self._part(column, tr.gettext("Once"), words.once())
        self._part(column, tr.gettext("Bills and fines"), words.others())
        if now:
            self._part(column, tr.gettext("By decision of their own"), self._decided(found))
        self.add(self._inside)
        self._inside.show()

    def _part(self, column: QVBoxLayout, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        column.addWidget(Hairline())
        column.addWidget(Words(title, "label"))
        for line in lines:
            column.addWidget(Words(shortened(line, 300), wrap=True))

    def _decided(self, found: TariffLook) -> list[str]:
        tr = self._desk.tr
        said = []
        if found.less:
            text = tr.ngettext("{n} household pays less", "{n} households pay less", found.less)
            said.append(text.format(n=tr.number(found.less)))
        return said + [self._drive(one) for one in found.drives]

    def _drive(self, one: Drive) -> str:
        tr = self._desk.tr
        return tr.gettext("{name}: {given} of {target} is given, due {day}").format(
            name=shortened(one.name, 60), given=tr.money(one.given), target=tr.money(one.target),
            day=tr.short_date(one.due_on),
        )  # fmt: skip


def _row(icon: str, name: str, said: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(12)
    top = Qt.AlignmentFlag.AlignTop
    line.addWidget(IconLabel(icon, "teal", 20), 0, top)
    words = Words(name, "strong", wrap=True)
    words.setFixedWidth(em(148))
    line.addWidget(words, 0, top)
    what = Words(said, wrap=True)
    what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.addWidget(what, 1, top)
    return row
