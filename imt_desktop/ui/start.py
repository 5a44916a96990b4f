"""The first window: set up a committee, open a book, or practise with a made-up one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.committee.describing import CommitteeRequest, OfficerRequest
from imt_desktop.errors import AmountError, UserError
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ledger.openings import OpeningLine
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Card,
    Choice,
    ComboBox,
    Drawing,
    EvenRow,
    LabelledField,
    LineEdit,
    MonthEdit,
    Note,
    Scroll,
    Words,
)
from imt_desktop.wording.errors import sentence


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its own short name, with the money that people use there."""

    code: str
    name: str
    currency: Currency


COUNTRIES: Final = (
    Country("KE", "Kenya", Currency("KES")),
    Country("ET", "Ethiopia", Currency("ETB")),
    Country("MX", "México", Currency("MXN")),
    Country("PE", "Perú", Currency("PEN")),
    Country("TZ", "Tanzania", Currency("TZS")),
    Country("UG", "Uganda", Currency("UGX", 0)),
)


@dataclass(frozen=True, slots=True)
class Founding:
    """Everything that a new committee says of itself."""

    committee: CommitteeRequest
    country: Country
    treasurer: OfficerRequest
    chair: OfficerRequest | None
    fee: Decimal | None
    openings: tuple[OpeningLine, ...]


class StartWindow(QWidget):
    """Offers the three ways to begin; each is announced and done elsewhere."""

    found = Signal(object)
    opened = Signal(Path)
    practise = Signal()
    spoken = Signal(object)
    """The code of the language that was chosen."""

    def __init__(self, translator: Translator, books: Path) -> None:
        super().__init__()
        self._translator, self._books = translator, books
        self.setWindowTitle("IMT Desktop")
        self.resize(1024, 768)
        self.setMinimumSize(800, 560)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.show_ways()

    def show_ways(self) -> None:
        """Show the three ways to begin."""
        page = Ways(self._translator)
        page.set_up.clicked.connect(lambda: self.show_form())
        page.open.clicked.connect(lambda: self._choose())
        page.practise.clicked.connect(lambda: self.practise.emit())
        page.language.chosen.connect(self.spoken)
        self._show(page)

    def show_form(self) -> None:
        """Show the form that sets a committee up."""
        form = FoundingForm(self._translator)
        form.left.connect(self.show_ways)
        form.founded.connect(self.found)
        self._show(Scroll(form))

    def refuse(self, error: UserError) -> None:
        """Say why it could not be done, on the page that is shown."""
        self._body.itemAt(self._body.count() - 1).widget().setProperty("said", True)
        note = Note(sentence(error, self._translator), "triangle-alert")
        note.setParent(self)
        note.setGeometry(em(24), em(24), self.width() - em(48), em(64))
        note.show()

    def _choose(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self, self._translator.gettext("Open a book"), str(self._books), "IMT (*.imt)"
        )
        if path:
            self.opened.emit(Path(path))

    def _show(self, page: QWidget) -> None:
        while self._body.count():
            old = self._body.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self._body.addWidget(page)
        page.show()


class Ways(QWidget):
    """The welcome, and three buttons."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        gettext = translator.gettext
        self.set_up = Button(gettext("Set up our committee"), "primary", "plus", size="till")
        self.open = Button(gettext("Open a book"), "plain", "book-open", size="page")
        self.practise = Button(
            gettext("Practise with a made-up committee"), "plain", "life-buoy", size="page"
        )
        self.language = ComboBox(
            [Choice(language.name, language.code) for language in LANGUAGES], translator.code
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(em(64), em(40), em(64), em(40))
        column.setSpacing(em(16))
        column.addStretch()
        column.addWidget(Drawing("tap", 168, 116), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in ((gettext("Water money in the open"), "title"),
                           (gettext("One book for the fees, the papers and the plan of a water committee."), "second")):  # fmt: skip # noqa: E501
            words = Words(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        for button in (self.set_up, self.open, self.practise):
            column.addWidget(button)
        column.addStretch()
        column.addWidget(LabelledField(gettext("Language"), "", self.language))


class FoundingForm(QWidget):
    """Asks what stands on every paper, who keeps the money, the price, and the money of today."""

    left = Signal()
    founded = Signal(object)

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._translator = translator
        gettext = translator.gettext
        spoken = [Choice(language.name, language.code) for language in LANGUAGES]
        self.name = LineEdit()
        self.area = LineEdit()
        self.country = ComboBox([Choice(one.name, one.code) for one in COUNTRIES], "KE")
        self.first_month = MonthEdit(translator, Month.of(_today()))
        self.main = ComboBox(spoken, translator.code)
        self.second = ComboBox([Choice(gettext("none"), ""), *spoken], "")
        self.treasurer, self.chair = LineEdit(), LineEdit()
        money = Currency("KES")
        self.fee, self.cash, self.bank = (AmountEdit(translator, money) for _ in range(3))
        self._fields = {
            "name": LabelledField(
                gettext("Name of the committee"), gettext("as the village says it"), self.name
            ),
            "treasurer": LabelledField(gettext("Treasurer"), gettext("full name"), self.treasurer),
            "fee": LabelledField(
                gettext("A household pays a month"), gettext("may wait"), self.fee
            ),
            "cash": LabelledField(gettext("In the cash box today"), "", self.cash),
            "bank": LabelledField(gettext("In the bank today"), "", self.bank),
        }
        self.save = Button(gettext("Begin the book"), "primary", "book-open", "Ctrl+Enter", "page")
        self.leave = Button(gettext("Leave"), "quiet", key="Esc")
        self._lay_out()
        self.save.clicked.connect(self._submit)
        self.leave.clicked.connect(self.left)
        self.name.setFocus()

    def _lay_out(self) -> None:
        gettext, fields = self._translator.gettext, self._fields
        column = QVBoxLayout(self)
        column.setContentsMargins(em(48), em(32), em(48), em(32))
        column.setSpacing(em(12))
        column.addWidget(Words(gettext("Your committee"), "title"))
        second = gettext(
            "These words stand on every receipt and every poster. You can change them later."
        )
        column.addWidget(Words(second, "second", wrap=True))
        card = Card(gettext("What stands on paper"))
        card.add(fields["name"])
        area = LabelledField(gettext("County or area"), "", self.area)
        month = LabelledField(gettext("First month in this book"), "", self.first_month)
        card.add(EvenRow([LabelledField(gettext("Country"), "", self.country), area]))
        main = LabelledField(gettext("Language on paper"), gettext("large"), self.main)
        other = LabelledField(gettext("Second language"), gettext("small, or none"), self.second)
        card.add(EvenRow([main, other, month]))
        column.addWidget(card)
        people = Card(gettext("Who keeps the money"))
        chair = LabelledField(gettext("Chair"), gettext("full name, may wait"), self.chair)
        people.add(EvenRow([fields["treasurer"], chair]))
        column.addWidget(people)
        money = Card(gettext("Water price, and money today"))
        money.add(EvenRow([fields["fee"], fields["cash"], fields["bank"]]))
        column.addWidget(money)
        column.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch()
        foot.addWidget(self.save)
        column.addLayout(foot)

    def _submit(self) -> None:
        """Gather and announce; what is missing is said beside its field."""
        for field in self._fields.values():
            field.set_error(None)
        wrong = [name for name in ("name", "treasurer") if not self._text(name)]
        for name in wrong:
            self._fields[name].set_error(self._translator.gettext("A name is missing."))
        amounts = {name: self._amount(name) for name in ("fee", "cash", "bank")}
        if wrong or any(self._fields[name].error for name in amounts):
            return
        self.founded.emit(self._founding(amounts))

    def _founding(self, amounts: dict[str, Decimal | None]) -> Founding:
        languages = tuple(
            dict.fromkeys(code for code in (self.main.value(), self.second.value()) if code)
        )
        country = next(one for one in COUNTRIES if one.code == self.country.value())
        chair = self.chair.text().strip()
        balances = [(1, amounts["cash"]), (2, amounts["bank"])]
        return Founding(
            CommitteeRequest(
                name=self.name.text(),
                area=self.area.text(),
                first_month=str(self.first_month.value()),
                languages=languages,
            ),
            country,
            OfficerRequest(name=self.treasurer.text(), post="treasurer"),
            OfficerRequest(name=chair, post="chair") if chair else None,
            amounts["fee"],
            tuple(
                OpeningLine(what="account", account=account, amount=amount)
                for account, amount in balances
                if amount
            ),
        )

    def _text(self, name: str) -> str:
        editor: LineEdit = getattr(self, name)
        return editor.text().strip()

    def _amount(self, name: str) -> Decimal | None:
        editor: AmountEdit = getattr(self, name)
        if editor.is_empty():
            return None
        try:
            return editor.read().decimal
        except (AmountError, UserError) as error:
            self._fields[name].set_error(sentence(error, self._translator))
            return None


def _today():  # type: ignore[no-untyped-def]
    from datetime import date

    return date.today()
