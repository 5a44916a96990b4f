"""A few short questions that found a committee's book. None is lost by going back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.committee.errors import NameMissingError
from imt_desktop.errors import UserError
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ledger.requests import named
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.founding import COUNTRIES, Answers, free_path, set_up
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Choice,
    ComboBox,
    EvenRow,
    LabelledField,
    LineEdit,
    MonthEdit,
    Steps,
    Words,
    steps_until,
)
from imt_desktop.wording.errors import sentence

_WHERE = {
    "name": 0, "languages": 0, "treasurer": 1, "chair": 1, "fees": 2, "minute": 2,
    "cash": 3, "bank": 3,
}  # fmt: skip


class Wizard(QWidget):
    """Asks, founds, and announces the book."""

    founded = Signal(object)
    left = Signal()

    def __init__(self, tr: Translator, books: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr, self._books = tr, books
        self._names = (
            tr.gettext("Your committee"),
            tr.gettext("Officers"),
            tr.gettext("Water price"),
            tr.gettext("Money today"),
        )
        self.fields: dict[str, LabelledField] = {}
        self._make_fields()
        self.steps = Steps(steps_until(self._names, 0))
        self._title = Words("", "title")
        self._mistake = Words("", "error", wrap=True)
        self._pages = QStackedWidget()
        self.back = Button(tr.gettext("Back"), icon="chevron-left", key="Alt+Left", size="page")
        self.next = Button("", "primary", key="Ctrl+Enter", size="page")
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc", size="page")
        self._lay_out()
        self.back.clicked.connect(lambda: self._go(self._pages.currentIndex() - 1))
        self.next.clicked.connect(self._next)
        self.leave.clicked.connect(self.left)
        self._go(0)

    def _put(self, name: str, label: str, editor: QWidget, hint: str = "") -> None:
        self.fields[name] = LabelledField(label, hint, editor)

    def _make_fields(self) -> None:
        tr = self._tr
        tongues = [Choice(one.name, one.code) for one in LANGUAGES]
        places = [
            Choice(f"{name}, {tr.symbol(money)}", code) for code, (name, money) in COUNTRIES.items()
        ]
        kes = Currency("KES")
        self._put(
            "name",
            tr.gettext("Name of the committee"),
            LineEdit(),
            tr.gettext("as the village says it"),
        )
        self._put("country", tr.gettext("Country and money"), ComboBox(places))
        self._put("area", tr.gettext("County or area"), LineEdit())
        self._put("languages", tr.gettext("Language on paper"), ComboBox(tongues, tr.code))
        self._put(
            "second", tr.gettext("Second language"),
            ComboBox([Choice(tr.gettext("none"), ""), *tongues]), tr.gettext("small, or none"),
        )  # fmt: skip
        self._put(
            "first_month",
            tr.gettext("First month in this book"),
            MonthEdit(tr, Month.of(date.today())),
        )
        self._put("treasurer", tr.gettext("Treasurer"), LineEdit())
        self._put("chair", tr.gettext("Chair"), LineEdit())
        self._put(
            "fees", tr.gettext("A household pays"), AmountEdit(tr, kes), tr.gettext("a month")
        )
        self._put("minute", tr.gettext("Decided in"), LineEdit(), tr.gettext("assembly, minute"))
        self._put(
            "cash", tr.gettext("In the cash box"), AmountEdit(tr, kes), tr.gettext("empty: nothing")
        )
        self._put(
            "bank", tr.gettext("In the bank"), AmountEdit(tr, kes), tr.gettext("empty: nothing")
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 32, 64, 32)
        column.setSpacing(16)
        column.addWidget(self.steps)
        column.addWidget(self._title)
        column.addWidget(self._pages, 1)
        column.addWidget(self._mistake)
        self._mistake.hide()
        for rows in (
            (("name",), ("country", "area"), ("languages", "second"), ("first_month",)),
            (("treasurer",), ("chair",)),
            (("fees", "minute"),),
            (("cash", "bank"),),
        ):
            self._pages.addWidget(self._page(rows))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addLayout(foot)

    def _page(self, rows: tuple[tuple[str, ...], ...]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for names in rows:
            column.addWidget(EvenRow([self.fields[name] for name in names], most=len(names)))
        column.addStretch(1)
        return page

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self._go(0)

    def _go(self, at: int) -> None:
        tr, last = self._tr, len(self._names) - 1
        self._pages.setCurrentIndex(at)
        self.steps.set_steps(steps_until(self._names, at))
        self._title.set_words(self._names[at])
        self.back.setVisible(at > 0)
        follows = self._names[min(at + 1, last)]
        self.next.set_words(
            tr.gettext("Open the book")
            if at == last
            else tr.gettext("Next: {step}").format(step=follows)
        )
        first = next(name for name, page in _WHERE.items() if page == at)
        self.fields[first].editor.setFocus()

    def _next(self) -> None:
        at = self._pages.currentIndex()
        try:
            self._put_right()
            self._check(at)
            if at < len(self._names) - 1:
                self._go(at + 1)
                return
            answers = self.answers()
            book = set_up(free_path(self._books, answers.committee.name), answers)
        except UserError as error:
            self.refuse(error)
            return
        self.founded.emit(book)

    def _check(self, at: int) -> None:
        if at == 0 and not self._words("name"):
            raise NameMissingError().beside("name")
        for name in ("fees", "cash", "bank"):
            if _WHERE[name] == at:
                self._amount(name)

    def answers(self) -> Answers:
        """Return all that was typed. Raises the errors of amounts."""
        month = self.fields["first_month"].editor
        assert isinstance(month, MonthEdit)
        first, second = str(self._value("languages")), str(self._value("second"))
        return Answers(
            CommitteeRequest(
                name=self._words("name"),
                area=self._words("area"),
                first_month=str(month.value()),
                languages=(first, second) if second and second != first else (first,),
            ),
            str(self._value("country")),
            self._words("treasurer"),
            self._words("chair"),
            self._amount("fees"),
            self._words("minute"),
            self._amount("cash"),
            self._amount("bank"),
        )

    def _words(self, name: str) -> str:
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit)
        return editor.text().strip()

    def _value(self, name: str) -> object:
        editor = self.fields[name].editor
        assert isinstance(editor, ComboBox)
        return editor.value()

    def _amount(self, name: str) -> Decimal | None:
        text = self._words(name)
        if not text:
            return None
        currency = COUNTRIES[str(self._value("country"))][1]
        with named(name):
            return self._tr.parse_amount(text, currency).decimal

    def _put_right(self) -> None:
        self._mistake.hide()
        for field in self.fields.values():
            field.set_error(None)

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside its field, on its page."""
        words = sentence(error, self._tr, COUNTRIES[str(self._value("country"))][1])
        field = self.fields.get(error.field or "")
        if field is None:
            self._mistake.set_words(words)
            self._mistake.show()
            return
        self._go(_WHERE.get(error.field or "", 0))
        field.set_error(words)
        field.editor.setFocus()
