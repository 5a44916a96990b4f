"""Settings: of this laptop (language, look) and of the committee (name, officers, price)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Committee, Officer, committee, officers
from imt_desktop.i18n import LANGUAGES
from imt_desktop.journal import Reading
from imt_desktop.ledger.tariffs import Tariff, tariff_for
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.actions import adopt_price
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.settings import actions
from imt_desktop.ui.pages.settings.receipts import ReceiptsCard
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    ComboBox,
    EvenRow,
    FlowRow,
    LabelledField,
    PeopleList,
    PersonLine,
    Segments,
    Words,
)
from imt_desktop.wording.kinds import post_name, price_of


@dataclass(frozen=True, slots=True)
class _Look:
    committee: Committee | None
    officers: tuple[Officer, ...]
    tariff: Tariff | None


class SettingsPage(Page):
    """Language, theme and size of text; the committee; its officers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Settings"))
        tr = desk.tr
        self._committee: Committee | None = None
        self._name, self._papers, self._price = (Words("", "body", wrap=True) for _ in range(3))
        self._language = ComboBox(
            [Choice(one.name, one.code) for one in LANGUAGES], desk.settings.language
        )
        themes = (
            Choice(tr.gettext("As the computer"), "system"),
            Choice(tr.gettext("Light"), "light"),
            Choice(tr.gettext("Dark"), "dark"),
            Choice(tr.gettext("High contrast"), "contrast"),
        )
        self._theme = ComboBox(themes, desk.settings.theme)
        sizes = [Choice(f"{n} %", n) for n in (100, 125, 150, 200)]
        self._size = Segments(sizes, desk.settings.text_scale, name=tr.gettext("Size of text"))
        self.officers = PeopleList(self._officer_line, tr.gettext("Officers"), compact=True)
        self._left = Button(tr.gettext("Gives up the post"), size="row")
        self._left.setEnabled(False)
        self.receipts = ReceiptsCard(desk)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add(EvenRow([self._laptop(), self._committee_card()], most=2))
        self.add(EvenRow([self.receipts, self._officers_card()], most=2), 1)

    def _laptop(self) -> QWidget:
        tr = self.desk.tr
        card = Card(tr.gettext("This laptop"))
        card.add(LabelledField(tr.gettext("Language"), "", self._language))
        card.add(LabelledField(tr.gettext("Colours"), "", self._theme))
        card.add(LabelledField(tr.gettext("Size of text"), "", self._size))
        card.body.addStretch(1)
        return card

    def _committee_card(self) -> QWidget:
        tr = self.desk.tr
        card = Card(tr.gettext("The committee"))
        for label, words in (
            (tr.gettext("Name and area"), self._name),
            (tr.gettext("Languages on paper"), self._papers),
            (tr.gettext("Water price"), self._price),
        ):
            card.add(Words(label, "label"))
            card.add(words)
        edit = Button(tr.gettext("Edit"), icon="pencil", size="row")
        price = Button(tr.gettext("Set the water price"), icon="scale", size="row")
        edit.clicked.connect(self._edit)
        price.clicked.connect(lambda: adopt_price(self, self.desk, Month.of(self.desk.today)))
        card.body.addStretch(1)
        card.add(FlowRow([edit, price]))
        return card

    def _officers_card(self) -> QWidget:
        tr = self.desk.tr
        card = Card(tr.gettext("Officers"), ruled=True, flush=True)
        new = Button(tr.gettext("New officer"), icon="user-plus", size="row")
        new.clicked.connect(lambda: actions.name_officer(self, self.desk))
        self.officers.setMinimumHeight(180)
        card.add(self.officers, 1)
        card.foot().addWidget(new)
        card.foot().addWidget(self._left)
        card.foot().addStretch(1)
        return card

    def _connect(self) -> None:
        self._language.chosen.connect(lambda code: self._set(language=code))
        self._theme.chosen.connect(lambda code: self._set(theme=code))
        self._size.chosen.connect(lambda n: self._set(text_scale=n))
        self.officers.chosen.connect(lambda one: self._left.setEnabled(one is not None))
        self._left.clicked.connect(lambda: actions.end_term(self, self.desk, self.officers.row()))

    def _set(self, **changed: object) -> None:
        fields = msgspec.structs.asdict(self.desk.settings) | changed
        self.desk.restyled.emit(type(self.desk.settings)(**fields))

    def _edit(self) -> None:
        if self._committee is not None:
            actions.describe(self, self.desk, self._committee)

    def show_what(self, what: object) -> None:
        """Go to what another page asked for."""
        if what == "receipts":
            self.receipts.printer.setFocus()

    def load(self) -> None:
        """Read the committee, its officers and the price in force."""
        self.receipts.load()
        today = self.desk.today

        def query(book: Reading) -> _Look:
            return _Look(committee(book), officers(book, today), tariff_for(book, Month.of(today)))

        self.ask(query, self._show)

    def _show(self, found: _Look) -> None:
        tr = self.desk.tr
        self._committee = found.committee
        self.officers.set_rows(found.officers)
        if found.committee is not None:
            here = (found.committee.name, found.committee.area)
            self._name.set_words(", ".join(part for part in here if part))
            names = {one.code: one.name for one in LANGUAGES}
            self._papers.set_words(", ".join(names[code] for code in found.committee.languages))
        fees = found.tariff.fees.items() if found.tariff else ()
        prices = [f"{price_of(code, {}, tr)}: {tr.money(fee)}" for code, fee in fees]
        self._price.set_words("; ".join(prices) or tr.gettext("No water price yet"))

    def _officer_line(self, one: Officer) -> PersonLine:
        tr = self.desk.tr
        since = tr.gettext("since {day}").format(day=tr.short_date(one.since))
        return PersonLine(
            one.name, second=f"{post_name(one.post, {}, tr)}, {since}", under=one.phone
        )
