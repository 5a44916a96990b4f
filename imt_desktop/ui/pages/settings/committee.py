"""What the committee says of itself: it stands on its papers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.committee.queries import Committee, Decision
from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.speech import is_draft, spoken_name
from imt_desktop.ui.widgets import Button, Card, FlowRow, Words
from imt_desktop.wording.decisions import minute_words
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.tariffs import TariffWords


class CommitteeCard(Card):
    """Shows it; the signals announce what is to be looked at or changed."""

    edit = Signal()
    price = Signal()
    decisions = Signal()
    systems = Signal()
    phrases = Signal()
    account = Signal()
    two = Signal()
    """Somebody wants to say above which expense two sign."""

    names = Signal()
    """An assembly decided that the notice names who is far behind."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("The committee"), parent=parent)
        self._desk = desk
        self._labels = {
            "name": tr.gettext("Name and area"),
            "papers": tr.gettext("Languages on paper"),
            "price": tr.gettext("Water price"),
            "places": tr.gettext("Money lies in"),
            "limit": tr.gettext("Cash box, at most"),
            "two": tr.gettext("Two sign above"),
            "named": tr.gettext("Names on the notice"),
            "complaints": tr.gettext("Where to complain"),
            "assembly": tr.gettext("Next assembly"),
        }
        self.words = {name: Words("", wrap=True) for name in self._labels}
        self._lay_out()

    def _lay_out(self) -> None:
        tr = self._desk.tr
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(self._labels.items()):
            head = Words(label, "label", wrap=True)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.words[name], row, 1)
        self.add(lines)
        self.body.addStretch(1)
        does = (
            (tr.gettext("Edit"), "pencil", self.edit),
            (tr.gettext("Water price"), "scale", self.price),
            (tr.gettext("Two signatures"), "users", self.two),
            (tr.gettext("Names on the notice"), "eye", self.names),
            (tr.gettext("Decisions"), "gavel", self.decisions),
            (tr.gettext("Water systems"), "droplets", self.systems),
            (tr.gettext("Own words on papers"), "languages", self.phrases),
            (tr.gettext("New account"), "landmark", self.account),
        )
        buttons = [Button(words, icon=icon, size="row") for words, icon, _signal in does]
        for button, (_words, _icon, signal) in zip(buttons, does, strict=True):
            button.clicked.connect(signal)
        self.add(FlowRow(buttons))

    def show_committee(
        self,
        found: Committee,
        accounts: tuple[Account, ...],
        tariff: TariffAdopted | None,
        own: Sequence[Spoken] = (),
        two_above: Money | None = None,
        called: Meeting | None = None,
        named_by: Decision | None = None,
    ) -> None:
        """Show what the book says today; ``own`` are the committee's own languages.

        ``two_above`` is up to which expense one signature is enough. An assembly that was ``called``
        stands before what the committee once wrote of the next one, as on the notice. ``named_by`` is the
        decision by which the notice names who is far behind.
        """
        tr, none = self._desk.tr, self._desk.tr.gettext("Not said yet")
        places = [one.name or account_name(one.type, {}, tr) for one in accounts]
        limit = tr.money(found.cash_limit) if found.cash_limit is not None else none
        said = {
            "name": ", ".join(part for part in (found.name, found.area) if part),
            "papers": ", ".join(self._language(code, own) for code in found.languages),
            "price": self._prices(tariff),
            "places": ", ".join(places),
            "limit": limit,
            "two": tr.money(two_above) if two_above is not None else none,
            "named": minute_words(named_by, tr) if named_by else tr.gettext("No names on the wall"),
            "complaints": found.complaints or none,
            "assembly": self._assembly(called) if called else found.next_assembly or none,
        }
        for name, words in said.items():
            self.words[name].set_words(words)

    def _language(self, code: str, own: Sequence[Spoken]) -> str:
        tr = self._desk.tr
        one = next((one for one in own if one.code == code), Spoken(code, "", code, {}))
        name = spoken_name(one)
        if not is_draft(one.base):
            return name
        return tr.gettext("{language} (draft translation)").format(language=name)

    def _assembly(self, called: Meeting) -> str:
        parts = (self._desk.tr.weekday(called.day), called.hour, called.place)
        return ", ".join(filter(None, parts))

    def _prices(self, tariff: TariffAdopted | None) -> str:
        tr = self._desk.tr
        if tariff is None:
            return tr.gettext("No water price yet")
        return "\n".join(TariffWords(tariff, tr, self._desk.currency).lines())
