"""The committee: what stands on every receipt and every notice."""

from __future__ import annotations

import unicodedata
from datetime import date

from PySide6.QtCore import Signal

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.committee.errors import NameMissingError, SameLanguageError
from imt_desktop.i18n import Translator
from imt_desktop.i18n.countries import countries, currencies, currency_of, usual_country
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.widgets import Choice, ComboBox, LineEdit, MonthEdit
from imt_desktop.ui.wizard.step import Step, Typed


class CommitteeStep(Step):
    """``money`` announces the currency of the book, by its country or another one."""

    money = Signal(object)

    def __init__(self, tr: Translator, today: date) -> None:
        super().__init__(
            tr,
            tr.gettext("Your committee"),
            tr.gettext("These words stand on every receipt and every notice. They can be changed."),
        )
        home = usual_country(tr.code)
        places = sorted((Choice(tr.country(code), code) for code in countries()), key=_by_name)
        moneys = sorted((Choice(tr.currency(one), one) for one in currencies()), key=_by_name)
        month = Month.of(today)
        self.beginning = MonthEdit(tr, month, latest=month)
        self._country = ComboBox(places, home)
        self._money = ComboBox(moneys, currency_of(home))
        self.large = SpeechField(tr, tr.gettext("Language on paper"), tr.code, tr.gettext("large"))
        self.small = SpeechField(
            tr, tr.gettext("Second language"), "", tr.gettext("small, or none"), tr.gettext("none")
        )
        self.put("name", tr.gettext("Name of the committee"), LineEdit(),
                 tr.gettext("as the village says it"))  # fmt: skip
        self.put("country", tr.gettext("Country"), self._country)
        self.put("money", tr.gettext("Money"), self._money, tr.gettext("cannot be changed later"))
        self.put("area", tr.gettext("County or area"), LineEdit())
        self.put("first_month", tr.gettext("First month in this book"), self.beginning)
        self.fields["languages"], self.fields["second"] = self.large.field, self.small.field
        self._lay_out()
        self._country.chosen.connect(self._country_chosen)
        self._money.chosen.connect(self.money)
        self._usual = super().typed()

    def _lay_out(self) -> None:
        fields = self.fields
        self.row(fields["name"])
        self.row(fields["country"], fields["money"])
        self.row(self.large, self.small)
        self.row(fields["area"], fields["first_month"])
        self.column.addStretch(1)

    def _country_chosen(self, code: object) -> None:
        """A country brings its own money along; another one can be chosen after it."""
        self._money.set_value(currency_of(str(code)))
        self.money.emit(self.currency)

    @property
    def country(self) -> str:
        """The country's ISO code."""
        return str(self._country.value())

    @property
    def currency(self) -> Currency:
        """The money of the book."""
        money = self._money.value()
        assert isinstance(money, Currency)
        return money

    @property
    def month(self) -> Month:
        """The first month that the book keeps."""
        return self.beginning.value()

    def typed(self) -> Typed:
        """Return what stands in the fields; what goes with the language only where it was changed."""
        typed = super().typed()
        for names in (("country", "money"), ("languages",)):
            if all(typed[name] == self._usual[name] for name in names):
                typed = {name: words for name, words in typed.items() if name not in names}
        return typed

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields, and say which money it is."""
        super().fill(typed)
        self.money.emit(self.currency)

    def request(self) -> CommitteeRequest:
        """Return what the committee says of itself. Raises NameMissingError, SameLanguageError."""
        if not self.text("name"):
            raise NameMissingError().beside("name")
        large, small = self.large.value(), self.small.value()
        if large == small:
            raise SameLanguageError().beside("second")
        return CommitteeRequest(
            name=self.text("name"),
            area=self.text("area"),
            first_month=str(self.month),
            languages=(large, small) if small else (large,),
        )


def _by_name(choice: Choice) -> str:
    """Sort as a reader expects: accents do not matter."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", choice.words.casefold())
        if not unicodedata.combining(letter)
    )
