"""The form of a new tariff: it begins from the one in force, and a test bill stands beside it."""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.errors import MinuteMissingError, NoPinError, SecondOfficerNeededError
from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.charging.asked import DueLine, TypeLine
from imt_desktop.ledger.charging.asked_again import as_request
from imt_desktop.ledger.charging.terms import Terms
from imt_desktop.ledger.charging.understood import due_of, rounding_of
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import (
    TariffRequest,
    all_forms,
    forms_of,
    next_free,
    require_own_month,
    tariff_for,
    types_in_use,
    understood,
)
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.oversight import prices
from imt_desktop.oversight.drafts import TariffDraft
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding, doubted
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.price import SET, with_lacking
from imt_desktop.ui.pages.tariffs.editor import waiting
from imt_desktop.ui.pages.tariffs.editor.due_part import DuePart
from imt_desktop.ui.pages.tariffs.editor.other_parts import OtherParts
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.pages.tariffs.editor.test_bill import TestBill
from imt_desktop.ui.pages.tariffs.editor.type_card import TypeCard
from imt_desktop.ui.widgets import Choice, MonthEdit, Note
from imt_desktop.ui.widgets.tab_order import INNER

WIDE: Final = 1040
_PANEL: Final = 312
_PAUSE: Final = 120
"""Milliseconds without a key, after which the sentences and the test bill follow."""

FIRST: Final = "household"
NOTHING: Final = TariffDraft()


class TariffStart(msgspec.Struct, frozen=True):
    """What the form begins with: a tariff to change, the types that there are, decisions."""

    wanted: TariffRequest
    types: tuple[str, ...]
    decisions: tuple[Decision, ...]
    adopted: tuple[TariffAdopted, ...]
    """What every tariff says that there is: a month has one of its own."""
    kept: TariffDraft | None = None
    """What was typed of it and its decision, where it waits for the second officer."""


def start(book: Reading, month: Month, kept: TariffDraft = NOTHING) -> TariffStart:
    """Begin from what waits for the second officer, or from the tariff of a month.

    A book without one begins with a fixed fee of households.
    """
    types, adopted = types_in_use(book), all_forms(book)
    if kept.wanted is not None:
        return TariffStart(kept.wanted, types, decisions(book), adopted, kept)
    current = tariff_for(book, month)
    if current is not None:
        wanted = as_request(forms_of(book, current), book.currency)
    else:
        first = TypeLine(connection_type=types[0] if types else FIRST)
        wanted = TariffRequest(name="", effective_from=str(month), types=(first,))
    since = next_free(book, wanted.every, month)
    begun = msgspec.structs.replace(wanted, name="", effective_from=str(since), decision=None)
    return TariffStart(begun, types, decisions(book), adopted)


class Adoption(msgspec.Struct, frozen=True):
    """A tariff with the decision behind it, and the photo of its minute."""

    request: TariffRequest
    decision: DecisionRequest | None
    minute: Voucher | None


class TariffForm(Form):
    """Gathers a tariff. Sentences and the test bill follow while one types.

    Where the second officer is not there, it is kept on this laptop, and ``anew`` leaves it for another one.
    """

    anew = Signal()

    def __init__(self, page: QWidget, desk: Desk, known: TariffStart) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("New tariff"),
            tr.gettext("Adopt it"),
            tr.gettext("Bills that were made keep theirs. Nothing is booked before it is adopted."),
            wide=WIDE,
        )
        self._known, self._waits = known, known.kept is not None
        self._following = QTimer(self, singleShot=True, interval=_PAUSE)
        self._following.timeout.connect(self.follow)
        self.parts = Parts(self, self._following.start)
        self.cards: list[TypeCard] = []
        self.bill = TestBill(desk)
        if known.kept is not None:
            self._lay_waiting()
        self._lay_head(known.wanted)
        self._lay_cards(known.wanted)
        self.due = DuePart(self.parts, known.wanted.every, known.wanted.due or _no_due())
        types = [Choice(card.type_name(), card.code) for card in self.cards]
        self.others = OtherParts(self.parts, known.wanted, types)
        self.add(self.due)
        self.add(self.others)
        self.deciding = Deciding(
            self, known.decisions, tr.gettext("Water price"), needed=True, whole=True
        )
        if known.kept is not None:
            self.deciding.begin_as(known.wanted.decision, known.kept.decision, known.kept.minute)
        self.stand_beside(self.bill, _PANEL)
        self.bill.changed.connect(self._following.start)
        self.asks(
            self.adoption,
            _adopt,
            SET,
            lambda done: with_lacking(tr.gettext("The tariff is adopted."), done, tr),
            doubts=lambda _book, wanted: doubted(wanted.decision, tr),
            kind=TariffAdopted.KIND,
        )
        self.accepted.connect(self._adopted)
        self.follow()

    # Until the second officer is there

    def _lay_waiting(self) -> None:
        tr = self.desk.tr
        self.row(Note(tr.gettext("This is what waits for the second officer."), "info"))
        anew = self.parts.button(tr.gettext("Begin anew instead"), self._begin_anew)
        anew.setProperty(INNER, True)
        self.row(anew, QWidget())

    def _begin_anew(self) -> None:
        waiting.forget(self.desk)
        self.leave()
        self.anew.emit()

    def _adopted(self) -> None:
        if self._waits:
            waiting.forget(self.desk)

    def _lay_head(self, wanted: TariffRequest) -> None:
        tr = self.desk.tr
        since = MonthEdit(tr, Month.parse(wanted.effective_from), self.desk.committee.first_month)
        self.row(
            self.put("effective_from", tr.gettext("From this month on"), since),
            self.line("name", tr.gettext("Name"), wanted.name, tr.gettext("may be empty")),
        )

    # Types

    def _lay_cards(self, wanted: TariffRequest) -> None:
        tr = self.desk.tr
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        inside = QWidget()
        inside.setLayout(self._cards)
        self.add(inside)
        for line in wanted.types:
            self._add_card(line)
        more = self.parts.button(tr.gettext("One more type of connection"), self.add_type)
        self.row(more, QWidget())
        more.setProperty(INNER, True)

    def _add_card(self, line: TypeLine) -> TypeCard:
        known = [card.code for card in self.cards]
        card = TypeCard(self.parts, line, known, self._card_gone)
        self.cards.append(card)
        self._cards.addWidget(card)
        return card

    def add_type(self) -> None:
        """Add another type, with the cursor in it: one that connections have, or one that is chosen."""
        there = {card.code for card in self.cards}
        missing = [code for code in self._known.types if code not in there]
        card = self._add_card(TypeLine(connection_type=missing[0] if missing else ""))
        card.show()
        self._following.start()
        self.fields[card.names()[0]].editor.setFocus()
        self.bring_into_view(card)

    def _card_gone(self, card: TypeCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self.parts.drop(*card.names())

    # What is asked

    def request(self) -> TariffRequest:
        """Return what was typed; mistakes are remembered by the fields."""
        parts = self.parts
        parts.forget_places()
        since = self.value_of("effective_from")
        assert isinstance(since, Month)
        return TariffRequest(
            name=self.words_of("name"),
            effective_from=str(since),
            types=tuple(card.line(n) for n, card in enumerate(self.cards, 1)),
            every=self.due.every,
            due=self.due.line(),
            round=self.others.rounding(),
            late=self.others.late(),
            fines=self.others.fines(),
            labour=self.others.labour(),
            one_offs=self.others.one_offs(),
            decision=self.deciding.chosen(),
        )

    def adoption(self) -> Adoption:
        """Return the tariff and its decision; what is wrong with either is shown at once."""
        self._following.stop()
        request = self.request()
        wanted = Adoption(request, self.deciding.new(), self.deciding.minute())
        try:
            entry = understood(request, self.desk.currency, 0, draft=True)
            require_own_month(entry, self._known.adopted)
        except UserError as error:
            self.fields.wrong(self._placed(error))
        decision = wanted.decision
        if decision is not None and not any(one.isalnum() for one in decision.minute):
            self.fields.wrong(MinuteMissingError().beside("minute"))
        return wanted

    def _placed(self, error: UserError) -> UserError:
        name = self.parts.field_of(error.field)
        return error.beside(name) if name else error

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside the field that its path in the request names."""
        super().refuse(self._placed(error))
        if isinstance(error, SecondOfficerNeededError | NoPinError):
            deciding = self.deciding
            draft = TariffDraft(self.request(), deciding.new(), deciding.minute())
            waiting.keep(self.desk, draft)
            self._waits = True

    # While one types

    def follow(self) -> None:
        """Say every type in a sentence, and work the test bill out."""
        self._following.stop()
        self.put_right()
        self.parts.forget_places()
        read = {
            card.code: card.read(n, self.due.every) for n, card in enumerate(self.cards, 1)
        }  # fmt: skip
        self.bill.offer([Choice(card.type_name(), card.code) for card in self.cards])
        terms = read.get(self.bill.code())
        self.bill.ask_for(terms)
        self.bill.show_bill(self._draft(terms) if terms else None, self.bill.code())

    def _draft(self, terms: Terms) -> TariffAdopted:
        currency = self.desk.currency
        try:
            rounding = rounding_of(currency, self.others.rounding())
        except UserError:
            rounding = None
        self.fields.mistakes()
        return TariffAdopted(
            tariff=0, name="", effective_from="", decision=None, every=self.due.every,
            terms=(terms,), due=due_of(_no_due(), "month"), rounding=rounding,
        )  # fmt: skip


def _no_due() -> DueLine:
    return DueLine(day=31)


def _adopt(book: Writing, wanted: Adoption) -> prices.Adopted:
    return prices.set_price(book, wanted.request, wanted.decision, wanted.minute)
