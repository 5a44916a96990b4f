"""Settings: of this laptop (language, look, printer) and of the committee (words, officers, price)."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.committee.languages import Spoken, own_languages
from imt_desktop.committee.names import publishing
from imt_desktop.committee.queries import Committee, Decision, Officer, committee, officers
from imt_desktop.committee.rules import expense_limit, serves
from imt_desktop.community.meetings.queries import Meeting, next_assembly
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month, Period
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money import moving
from imt_desktop.ui.pages.packing import ask_where
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.price import set_price
from imt_desktop.ui.pages.prices import show_prices
from imt_desktop.ui.pages.settings import actions
from imt_desktop.ui.pages.settings.committee import CommitteeCard
from imt_desktop.ui.pages.settings.decisions import show_decisions
from imt_desktop.ui.pages.settings.handover.form import begin_handover
from imt_desktop.ui.pages.settings.handover.lost_laptop import show_lost_laptop
from imt_desktop.ui.pages.settings.laptop import LaptopCard
from imt_desktop.ui.pages.settings.limit import set_limit
from imt_desktop.ui.pages.settings.names import publish_names
from imt_desktop.ui.pages.settings.officers import OfficersCard
from imt_desktop.ui.pages.settings.phrases.sheet import show_phrases
from imt_desktop.ui.pages.settings.pin import set_pin
from imt_desktop.ui.pages.settings.receipts import ReceiptsCard
from imt_desktop.ui.pages.settings.systems import show_systems
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import EvenRow


class _Look(Struct, frozen=True):
    committee: Committee | None
    officers: tuple[Officer, ...]
    signing: frozenset[int]
    """Who of them signs today."""
    accounts: tuple[Account, ...]
    tariff: TariffAdopted | None
    own: tuple[Spoken, ...]
    two_above: Money | None
    called: Meeting | None
    """The next assembly, where it was called."""
    named_by: Decision | None
    """By which decision the notice names who is far behind."""


class SettingsPage(Page):
    """This laptop and its printer; the committee and its officers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Settings"))
        self._committee: Committee | None = None
        self._own: tuple[Spoken, ...] = ()
        self.laptop = LaptopCard(desk)
        self.committee = CommitteeCard(desk)
        self.receipts = ReceiptsCard(desk)
        self.officers = OfficersCard(desk)
        self.add(EvenRow([self.laptop, self.committee], most=2))
        self.add(EvenRow([self.receipts, self.officers], most=2), 1)
        self._connect()
        self.set_first(self.laptop.language.box)

    def _connect(self) -> None:
        desk = self.desk
        self.laptop.changed.connect(self._restyle)
        self.committee.edit.connect(self._describe)
        self.committee.price.connect(lambda: show_prices(self, desk))
        self.committee.two.connect(lambda: set_limit(self, desk))
        self.committee.names.connect(lambda: publish_names(self, desk))
        self.committee.decisions.connect(lambda: show_decisions(self, desk))
        self.committee.systems.connect(lambda: show_systems(self, desk))
        self.committee.phrases.connect(lambda: show_phrases(self, desk))
        self.committee.account.connect(lambda: moving.open_account(self, desk))
        self.officers.new.connect(lambda: actions.name_officer(self, desk))
        self.officers.edit.connect(lambda one: actions.change_officer(self, desk, one))
        self.officers.pin.connect(lambda one: set_pin(self, desk, one))
        self.officers.end.connect(lambda one: actions.end_term(self, desk, one))
        self.officers.hand_over.connect(lambda one: begin_handover(self, desk, one))
        self.officers.lost.connect(lambda: show_lost_laptop(self, desk))
        self.officers.packed.connect(self._pack)
        self.officers.past.connect(lambda: desk.go.emit("trail", TrailWish(kind="handover")))
        if self._scroll is not None:
            self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)

    def _keep_in_view(self, *_range: int) -> None:
        """Cards above grow with what was read: who stands on one below still sees all of it."""
        focus = self.window().focusWidget()
        for card, asked in (
            (self.officers, self.officers.list),
            (self.receipts, self.receipts.printer),
        ):
            if focus is asked:
                self.bring_into_view(card)

    def _pack(self) -> None:
        year = Period.year(self.desk.today.year)
        ask_where(self, self.desk, "handover-pack", year, folder=True)

    def _restyle(self, name: str, value: object) -> None:
        self.desk.restyled.emit(self.desk.settings.changed(**{name: value}))

    def _describe(self) -> None:
        if self._committee is not None:
            actions.describe(self, self.desk, self._committee, self._own)

    def show_what(self, what: object) -> None:
        """Go to what another page asked for."""
        if what == "receipts":
            self.receipts.printer.setFocus()
            self.bring_into_view(self.receipts)
        elif isinstance(what, Officer):
            self.officers.look_at(what)
        elif what == "officers":
            self.officers.list.setFocus()
            self.bring_into_view(self.officers)
        elif what == "handover-pack":
            self._pack()
        elif what == "lost-laptop":
            show_lost_laptop(self, self.desk)
        elif what == "decisions":
            show_decisions(self, self.desk)
        elif what == "limit":
            set_limit(self, self.desk)
        elif what == "names":
            publish_names(self, self.desk)
        elif what == "price":
            set_price(self, self.desk, Month.of(self.desk.today))
        elif what == "another-book":
            self.desk.left.emit()

    def load(self) -> None:
        """Read the committee, its officers, accounts and the price in force."""
        self.receipts.load()
        self.laptop.show_folder(self.desk.settings.books or str(places().books))
        today = self.desk.today
        month = Month.of(today)

        def query(book: Reading) -> _Look:
            tariff, everybody = tariff_for(book, month), officers(book)
            return _Look(
                committee(book), everybody,
                frozenset(one.id for one in everybody if serves(book, one, today)), accounts(book),
                forms_of(book, tariff) if tariff else None, own_languages(book),
                expense_limit(book, today), next_assembly(book, today), publishing(book, today),
            )  # fmt: skip

        self.ask(query, self._show)

    def _show(self, found: _Look) -> None:
        self._committee, self._own = found.committee, found.own
        self.officers.show_officers(found.officers, found.signing)
        if found.committee is not None:
            self.committee.show_committee(
                found.committee,
                found.accounts,
                found.tariff,
                found.own,
                found.two_above,
                found.called,
                found.named_by,
            )
