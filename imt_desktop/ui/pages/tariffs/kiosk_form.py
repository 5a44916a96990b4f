"""A kiosk's day sheet: what was sold, what the attendant keeps, what was handed in, and the difference."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.charging.kiosks import (
    Kiosk,
    KioskLine,
    KioskRequest,
    billed_kiosks,
    kiosk_price,
    kiosks_of,
    reckon,
    sell,
)
from imt_desktop.ledger.charging.terms import MEASURED
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import account_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import AmountEdit, Choice, Note, shortened
from imt_desktop.wording.charges import quantity_words
from imt_desktop.wording.tariffs import unit_words

BOOKED = Changes(balances=True, money=True)
SHEET, METER = "sheet", "meter"


class KiosksLook(Struct, frozen=True):
    """What the form knows; ``price`` is that of one ``unit`` by the tariff in force, or nothing."""

    kiosks: tuple[Kiosk, ...]
    accounts: tuple[Account, ...]
    unit: str
    price: int
    billed: Mapping[int, str]
    """Kiosks whose meters are billed as well, with the last period."""


def read_kiosks(book: Reading, month: Month) -> KiosksLook:
    """Read the kiosks of the register, and what water costs there."""
    tariff = tariff_for(book, month)
    terms = forms_of(book, tariff).terms if tariff is not None else ()
    unit, price = kiosk_price(terms)
    return KiosksLook(kiosks_of(book), accounts(book), unit, price, billed_kiosks(book))


def sell_at_kiosk(page: QWidget, desk: Desk) -> None:
    """Ask for a day sheet, once the kiosks are read."""
    month = Month.of(desk.today)
    desk.read(
        lambda book: read_kiosks(book, month),
        guarded(page, lambda known: KioskForm(page, desk, known).open()),
    )


class KioskForm(Form):
    """The difference follows while one types; it is shown, and never booked away."""

    def __init__(self, page: QWidget, desk: Desk, known: KiosksLook) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Kiosk sales"),
            tr.gettext("Book what was handed in"),
            tr.gettext("What was sold by the day sheet or the meter, against the cash handed in."),
            wide=640,
        )
        self._known = known
        self.parts = Parts(self, lambda: self.follow())
        self._lay_kiosk()
        self._lay_sold()
        self._lay_money()
        self.said = Note("", "info")
        self.add(self.said)
        self.row(self.line("text", tr.gettext("Why it differs")))
        self.asks(
            lambda: KioskRequest(lines=(self.sales(),)), sell, BOOKED,
            tr.gettext("The kiosk's sales are booked."),
            again=lambda: sell_at_kiosk(page, desk),
        )  # fmt: skip
        self._by_way()
        self.follow()

    def _lay_kiosk(self) -> None:
        tr = self.desk.tr
        kiosks = [Choice(shortened(one.name, 40), one.connection) for one in self._known.kiosks]
        kiosks.append(Choice(tr.gettext("A kiosk that is not in the register"), None))
        self.row(self.parts.choice("connection", tr.gettext("Kiosk"), kiosks, kiosks[0].value))
        self.row(
            self.day("on", tr.gettext("Day")),
            self.line("attendant", tr.gettext("Attendant")),
            self.line("pad", tr.gettext("Number of the day sheet")),
        )
        same = [
            Choice(tr.gettext("the same water: it is paid for once"), False),
            Choice(tr.gettext("other water"), True),
        ]
        label = tr.gettext("Its meter is billed as well. Are these sales")
        self.row(self.parts.choice("besides", label, same, False))
        self.fields.when("connection", lambda _number: self._show_reading())
        self.fields.when("connection", lambda _number: self._ask_besides())
        self._ask_besides()

    def _ask_besides(self) -> None:
        """Ask about a kiosk whose water is billed by its meter."""
        asked = self.value_of("connection") in self._known.billed
        self.fields["besides"].setVisible(asked)

    def _lay_sold(self) -> None:
        tr, parts = self.desk.tr, self.parts
        ways = [
            Choice(tr.gettext("what the day sheet says"), SHEET),
            Choice(tr.gettext("two readings of its meter"), METER),
        ]
        units = [Choice(unit_words(code, tr), code) for code in MEASURED]
        self.row(
            parts.choice("way", tr.gettext("Known from"), ways),
            parts.choice("unit", tr.gettext("Sold in"), units, self._known.unit),
        )
        self.row(
            parts.quantity("sold", tr.gettext("Sold")),
            parts.quantity("before", tr.gettext("The meter before"), hint="m³"),
            parts.quantity("after", tr.gettext("The meter now"), hint="m³"),
        )
        self.fields.when("way", lambda _way: self._by_way())
        self._show_reading()

    def _lay_money(self) -> None:
        tr, parts = self.desk.tr, self.parts
        price = Money(self._known.price, self.desk.currency).decimal
        self.row(
            parts.amount("price", tr.gettext("Price of one"), price),
            parts.amount("commission", tr.gettext("The attendant keeps")),
            parts.quantity("percent", tr.gettext("or in per cent"), hint=tr.gettext("such as 10")),
        )
        self.row(
            parts.amount("handed", tr.gettext("Handed in")),
            self.choice(
                "account", tr.gettext("Into"), account_choices(self.desk, self._known.accounts)
            ),
        )

    def _by_way(self) -> None:
        """Ask for the volume, or for the readings."""
        way = self.value_of("way")
        self.fields["sold"].setVisible(way == SHEET)
        for name in ("before", "after"):
            self.fields[name].setVisible(way == METER)

    def _show_reading(self) -> None:
        """Put the last reading of the kiosk's meter in front of the new one."""
        known = {one.connection: one.reading for one in self._known.kiosks}
        reading = known.get(self.value_of("connection"))
        if reading is not None:
            editor = self.fields["before"].editor
            editor.setText(self.parts.written(reading))  # type: ignore[attr-defined]  # a line edit

    def sales(self) -> KioskLine:
        """Return what was typed."""
        parts, metered = self.parts, self.value_of("way") == METER
        return KioskLine(
            connection=self.value_of("connection"),
            unit=self.value_of("unit"),
            sold=None if metered else parts.quantity_of("sold"),
            before=parts.quantity_of("before") if metered else None,
            after=parts.quantity_of("after") if metered else None,
            price=self.decimal_of("price"),
            commission=parts.amount_of("commission"),
            percent=parts.quantity_of("percent"),
            handed=self.decimal_of("handed"),
            account=self.value_of("account"),
            attendant=self.words_of("attendant"),
            pad=self.words_of("pad"),
            text=self.words_of("text"),
            on=self.day_of("on"),
            besides=bool(self.value_of("besides")),
        )

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside its field: there is one line, and its number is not shown."""
        super().refuse(error.beside((error.field or "").rpartition("/")[2]))

    def follow(self) -> None:
        """Say what should have been handed in, and what is missing."""
        if "account" not in self.fields:
            return
        self.put_right()
        handed = self.fields["handed"].editor
        assert isinstance(handed, AmountEdit)
        line = self.sales()
        typed = self.fields.mistakes()
        tr = self.desk.tr
        try:
            if [one for one in typed if one.field != "handed"]:
                raise typed[0]
            found = reckon(self.desk.currency, line)
        except UserError:
            self.said.set_words(tr.gettext("What should be handed in stands here."))
            return
        money = self._money
        should = tr.gettext("{quantity} make {amount}; {wanted} should be handed in.").format(
            quantity=quantity_words(found.sold, line.unit, tr), amount=money(found.expected),
            wanted=money(found.expected - found.commission),
        )  # fmt: skip
        self.said.set_words(
            should if handed.is_empty() else f"{should} {self._missing(found.difference)}"
        )

    def _missing(self, difference: int) -> str:
        tr = self.desk.tr
        if not difference:
            return tr.gettext("That agrees.")
        if difference < 0:
            return tr.gettext("{amount} is missing.").format(amount=self._money(-difference))
        return tr.gettext("{amount} is too much.").format(amount=self._money(difference))

    def _money(self, minor: int) -> str:
        return self.desk.tr.money(Money(minor, self.desk.currency))
