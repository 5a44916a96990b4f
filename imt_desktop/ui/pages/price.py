"""Setting the water price: what each type of connection pays a month, and who decided it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator, capital
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger import tariffs
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import (
    LAST_DUE_DAY,
    FeeLine,
    Tariff,
    TariffRequest,
    types_in_use,
)
from imt_desktop.money import Money
from imt_desktop.oversight import prices
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.view import NEW
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Choice,
    EvenRow,
    LabelledField,
    MonthEdit,
    shortened,
)
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.wording.kinds import CONNECTIONS, connection_name, price_of
from imt_desktop.wording.tariffs import lacking_words

SET = Changes(balances=True, settings=True)
OWN = ""
FIRST = "household"
"""The type that every committee has a price for."""


class Prices(Struct, frozen=True):
    """What the form knows: the price in force, the types that there are, and decisions."""

    current: Tariff | None
    types: tuple[str, ...]
    decisions: tuple[Decision, ...]
    flat: bool
    """Whether the price in force is a sum a month for each type, and nothing else."""
    since: Month
    """The month that is proposed for the next price."""


def read_prices(book: Reading, month: Month) -> Prices:
    """Read it for a month."""
    current = tariffs.tariff_for(book, month)
    flat = current is None or tariffs.forms_of(book, current).flat
    types = types_in_use(book)
    added = current is not None and current.effective_from == month and _lacking(current, types)
    since = month if added else tariffs.next_free(book, "month", month)
    return Prices(current, types, decisions(book), flat, since)


def _lacking(current: Tariff, types: tuple[str, ...]) -> bool:
    """Say whether a type of connection was forgotten in a price, and can still be added to it."""
    return not current.fees.keys() >= set(types)


class _Wanted(Struct, frozen=True):
    request: TariffRequest
    decision: DecisionRequest | None


def set_price(page: QWidget, desk: Desk, month: Month) -> None:
    """Ask for the price of water from a month on, once the one in force is read."""

    def begin(known: Prices) -> None:
        if known.flat:
            adopt_price(page, desk, known, month)
        else:
            desk.go.emit("tariffs", NEW)

    desk.read(lambda book: read_prices(book, month), guarded(page, begin))


def adopt_price(page: QWidget, desk: Desk, known: Prices, month: Month) -> Form:
    """Open the form over what was read."""
    return _PriceForm(page, desk, known, month).form


class _PriceForm:
    """One row for each type that there is, and as many more as are asked for."""

    def __init__(self, page: QWidget, desk: Desk, known: Prices, month: Month) -> None:
        tr = desk.tr
        self._desk, self._known = desk, known
        self._more = 0
        self._types = tuple(dict.fromkeys((FIRST, *known.types)))
        self.form = Form(
            page,
            desk,
            tr.gettext("Set the water price"),
            tr.gettext("Set the price"),
            _what_holds(known, month, desk),
            wide=640,
        )
        self._fees = QWidget()
        self._lay_month(known.since)
        self._lay_fees()
        decided = tr.gettext("Water price")
        self._deciding = Deciding(self.form, known.decisions, decided, needed=True)
        self.form.asks(
            self._request,
            _use,
            SET,
            lambda done: with_lacking(tr.gettext("The water price is set."), done, tr),
            kind=TariffAdopted.KIND,
        )
        self.form.open()

    def _lay_month(self, month: Month) -> None:
        form, tr = self.form, self._desk.tr
        self._since = MonthEdit(tr, month, self._desk.committee.first_month)
        days = [
            Choice(tr.gettext("on the last day of the month"), LAST_DUE_DAY),
            *(
                Choice(tr.gettext("on day {n} of the month").format(n=n), n)
                for n in range(1, LAST_DUE_DAY)
            ),
        ]
        due = self._known.current.due_day if self._known.current else LAST_DUE_DAY
        form.row(
            form.put("effective_from", tr.gettext("From this month on"), self._since),
            form.choice("due_day", tr.gettext("Bills are due"), days, due),
        )

    def _lay_fees(self) -> None:
        form, tr = self.form, self._desk.tr
        column = QVBoxLayout(self._fees)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        now = self._known.current.fees if self._known.current else {}
        column.addWidget(EvenRow([self._fee(code, now.get(code)) for code in self._types], most=2))
        form.add(self._fees)
        more = Button(tr.gettext("One more type of connection"), icon="plus", size="row")
        more.setProperty(INNER, True)
        more.clicked.connect(self._add_type)
        form.row(more, QWidget())

    def _fee(self, code: str, amount: Money | None) -> LabelledField:
        words = price_of(code, {}, self._desk.tr)
        field = self.form.amount(f"fee/{code}", shortened(capital(words), 48))
        if amount is not None and isinstance(field.editor, AmountEdit):
            field.editor.set_amount(amount)
        return field

    def _add_type(self) -> None:
        form, tr = self.form, self._desk.tr
        self._more += 1
        n = self._more
        others = [code for code in CONNECTIONS if code not in self._types]
        choices = [Choice(capital(connection_name(code, {}, tr)), code) for code in others]
        choices.append(Choice(tr.gettext("Another type, in your own words"), OWN))
        kind = form.choice(f"type/{n}", tr.gettext("Type of connection"), choices)
        amount = form.amount(f"more/{n}", tr.gettext("A month"))
        own = form.line(f"own/{n}", tr.gettext("Name of the type"))
        own.setVisible(form.value_of(f"type/{n}") == OWN)
        form.fields.when(f"type/{n}", lambda code: own.setVisible(code == OWN))
        column = self._fees.layout()
        assert column is not None
        column.addWidget(EvenRow([kind, amount], most=2))
        column.addWidget(own)
        kind.editor.setFocus()

    def _request(self) -> _Wanted:
        form = self.form
        nothing = Decimal(0)
        fees = [
            FeeLine(connection_type=code, amount=form.decimal_of(f"fee/{code}", positive=True))
            for code in self._types
            if form.words_of(f"fee/{code}")
        ]
        for n in range(1, self._more + 1):
            code = form.value_of(f"type/{n}") or form.words_of(f"own/{n}")
            if form.words_of(f"more/{n}") or form.value_of(f"type/{n}") != OWN:
                amount = form.decimal_of(f"more/{n}", positive=True)
                fees.append(FeeLine(connection_type=code, amount=amount or nothing))
        request = TariffRequest(
            name="",
            effective_from=str(self._since.value()),
            fees=tuple(fees),
            decision=self._deciding.chosen(),
            due_day=form.value_of("due_day"),
        )
        return _Wanted(request, self._deciding.new())


def _what_holds(known: Prices, month: Month, desk: Desk) -> str:
    """Say that bills keep their price, and why another month than that one is proposed."""
    tr, current = desk.tr, known.current
    kept = tr.gettext("Bills made before keep their price.")
    if known.since != month:
        said = tr.gettext("{month} has its price already, so this one begins with {next}.")
    elif current is not None and current.effective_from == month:
        said = tr.gettext("{month} has its price already: types that have none can be added to it.")
    else:
        return kept
    return f"{said.format(month=capital(tr.month(month)), next=tr.month(known.since))} {kept}"


def with_lacking(said: str, done: prices.Adopted, tr: Translator) -> str:
    """Say that a price is adopted, and which types that connections have it forgets."""
    return " ".join(filter(None, (said, lacking_words(done.lacking, tr))))


def _use(book: Writing, wanted: _Wanted) -> prices.Adopted:
    try:
        return prices.set_price(book, wanted.request, wanted.decision)
    except UserError as error:
        # All prices are one thing to the book: a mistake in them is shown beside the first.
        if error.field == "fees":
            error.field = f"fee/{FIRST}"
        raise
