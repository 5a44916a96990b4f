"""What is asked once for a whole file and never guessed; what the file proves is told instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.import_checks import WITHOUT_METHOD
from imt_desktop.ledger.importing.rows import Proven, Question
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.asked import about_dates, about_decimals
from imt_desktop.ui.pages.bringing_in.draft import DAY_ASKED
from imt_desktop.ui.pages.bringing_in.outcome import RowsRead
from imt_desktop.ui.pages.bringing_in.seen_box import SeenBox
from imt_desktop.ui.pages.bringing_in.words_box import WordsBox
from imt_desktop.ui.widgets import (
    Card,
    CheckBox,
    ChipRow,
    Choice,
    ChoiceCards,
    ComboBox,
    DateEdit,
    LabelledField,
    StateWord,
    Words,
)
from imt_desktop.ui.widgets.states import done
from imt_desktop.wording.kinds import METHODS, method_name
from imt_desktop.wording.spreadsheets import notice_sentence


class QuestionsCard(Card):
    """Order of dates, decimal mark, day of balances, telephones, and words of the file."""

    answered = Signal(str, object)
    """The name of an answer in ``Draft``, and what somebody said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Asked once"), parent=parent)
        self._desk, self._tr = desk, tr
        self._place: object = None
        self._offered: list[date] = []
        self.asked: dict[str, LabelledField] = {}
        self.seen: dict[str, SeenBox] = {}
        self.nothing = StateWord(done(tr.gettext("Nothing is asked")))
        self.day = DateEdit(tr)
        self._day_field = LabelledField("", "", self.day)
        self._days = ChipRow([], acts=True)
        self.method = ComboBox([Choice(method_name(code, tr), code) for code in METHODS])
        self._method_field = LabelledField(tr.gettext("Rows that do not say how"), "", self.method)
        self.phones = CheckBox(tr.gettext("Members agreed that their telephone numbers are kept"))
        self._phones_left = Words("", "second", wrap=True)
        self._no_zero = Words("", "second", wrap=True)
        self.zero = CheckBox(tr.gettext("Put a 0 before them"))
        self.words = WordsBox(tr)
        for part in (
            self.nothing, self._day_field, self._days, self._method_field, self.phones,
            self._phones_left, self._no_zero, self.zero, self.words,
        ):  # fmt: skip
            self.add(part)
        self._connect()

    def _connect(self) -> None:
        self.day.changed.connect(lambda day: self.answered.emit("on", day))
        self._days.chosen.connect(self.day.set_value)
        self.method.chosen.connect(lambda code: self.answered.emit("without_method", code))
        self.phones.toggled.connect(lambda on: self.answered.emit("phones_agreed", on))
        self.zero.toggled.connect(lambda on: self.answered.emit("put_zero", on))
        self.words.chosen.connect(lambda *word: self.answered.emit("word", word))

    def new_file(self) -> None:
        """Forget what was asked about another file."""
        self._place = None
        for part in (*self.asked.values(), *self.seen.values()):
            part.hide()
            part.deleteLater()
        self.asked, self.seen = {}, {}

    def show_rows(self, rows: RowsRead) -> None:
        """Ask what these rows leave open; what was answered stays to be seen and changed."""
        draft = rows.draft
        if self._place != (draft.kind, draft.sheet):
            self._place = draft.kind, draft.sheet
            self.words.forget()
        for question in rows.read.questions if rows.read else ():
            if question.about not in self.asked:
                self._ask(question)
        proven = {one.about: one for one in rows.read.proven} if rows.read else {}
        self._show_seen(proven)
        concerns = rows.read.concerns if rows.read else frozenset()
        for about, value in (("dates", draft.date_order), ("decimal", draft.decimal)):
            if about in self.asked:
                self.asked[about].setVisible(about in concerns or value is None)
                known = value or (proven[about].value if about in proven else None)
                self._cards(about).set_value(known)
                if known is not None:
                    self.asked[about].set_error(None)
        self._show_day(rows)
        self._show_phones_and_method(rows)
        self.words.show_words(rows.words, draft.words)
        self._show_nothing(draft.kind)

    def _show_seen(self, proven: Mapping[str, Proven]) -> None:
        """Tell what the file proves, as long as nobody wants to say something else."""
        for about, seen in proven.items():
            if about not in self.seen:
                self.seen[about] = SeenBox(seen, self._tr)
                self.seen[about].changing.connect(partial(self._change, seen))
                self.body.insertWidget(len(self.asked) + len(self.seen) - 1, self.seen[about])
            self.seen[about].show_seen(seen)
        for about, box in self.seen.items():
            box.setVisible(about in proven and about not in self.asked)

    def _change(self, seen: Proven) -> None:
        """Ask what the file had answered itself."""
        self.seen[seen.about].hide()
        self._ask(seen.question)
        self.asked[seen.about].show()
        self._cards(seen.about).set_value(seen.value)
        self._cards(seen.about).setFocus()

    def _show_nothing(self, kind: str) -> None:
        tr = self._tr
        words = tr.gettext("Nothing is asked")
        if kind != "members":
            words = tr.gettext("Dates and amounts can be read in one way")
        self.nothing.set_state(done(words))
        self.nothing.setVisible(not any(self._shown()))

    def _shown(self) -> list[bool]:
        parts = (
            *self.asked.values(), *self.seen.values(), self._day_field, self._method_field,
            self.phones, self.words,
        )  # fmt: skip
        return [not part.isHidden() for part in parts]

    def _ask(self, question: Question) -> None:
        tr, about = self._tr, question.about
        if about == "dates":
            label, choices = about_dates(question, self._desk.today, tr)
        else:
            label, choices = about_decimals(question, self._desk.currency, tr)
        cards = ChoiceCards(choices, column=True, name=label)
        name = {"dates": "date_order", "decimal": "decimal"}[about]
        cards.chosen.connect(lambda value: self.answered.emit(name, value))
        self.asked[about] = LabelledField(label, "", cards)
        self.body.insertWidget(len(self.asked) - 1, self.asked[about])

    def _cards(self, about: str) -> ChoiceCards:
        cards = self.asked[about].editor
        assert isinstance(cards, ChoiceCards)
        return cards

    def _show_day(self, rows: RowsRead) -> None:
        tr, draft = self._tr, rows.draft
        first = self._desk.committee.first_month.first
        wanted = draft.kind in ("opening", "members")
        self._day_field.setVisible(wanted)
        self._day_field.set_label(
            tr.gettext("Balances of which day?")
            if draft.kind in DAY_ASKED
            else tr.gettext("Members since which day?")
        )
        self._day_field.set_hint(
            ""
            if draft.kind in DAY_ASKED
            else tr.gettext("empty: since the book began, later lists today")
        )
        days = [
            day
            for day in (date.fromordinal(first.toordinal() - 1), first)
            if day <= self._desk.today
        ]
        self._days.setVisible(wanted)
        if draft.on is not None or not wanted:
            self._day_field.set_error(None)
        if days != self._offered:  # chips that are made anew would lose the cursor
            self._offered = days
            self._days.set_choices([Choice(tr.short_date(day), day) for day in days])
        if self.day.value() != draft.on and not self.day.hasFocus():
            self.day.set_value(draft.on)

    def _show_phones_and_method(self, rows: RowsRead) -> None:
        tr, phones, silent = self._tr, rows.phones, rows.silent
        self.phones.setVisible(bool(phones))
        self.phones.setChecked(rows.draft.phones_agreed)
        self._phones_left.setVisible(bool(phones) and not rows.draft.phones_agreed)
        self._phones_left.set_words(
            tr.ngettext(
                "{n} telephone number is left out.", "{n} telephone numbers are left out.", phones
            ).format(n=tr.number(phones))
        )
        self._show_zero(rows)
        self._method_field.setVisible(bool(silent))
        self._method_field.set_hint(
            tr.ngettext("{n} row", "{n} rows", silent).format(n=tr.number(silent))
        )
        self.method.set_value(rows.draft.without_method or WITHOUT_METHOD)

    def _show_zero(self, rows: RowsRead) -> None:
        """Ask once for the file whether a zero is put before telephones that lack it."""
        lacking = rows.read.without_zero if rows.read and rows.draft.phones_agreed else None
        for part in (self._no_zero, self.zero):
            part.setVisible(lacking is not None)
        self.zero.setChecked(rows.draft.put_zero)
        if lacking is not None:
            self._no_zero.set_words(notice_sentence(lacking, self._tr))

    def told_phones(self) -> str:
        """Return what is said of telephone numbers that are left out."""
        return "" if self._phones_left.isHidden() else self._phones_left.text()

    def mistakes(self, rows: RowsRead) -> Sequence[LabelledField]:
        """Mark what is not answered yet, and return it."""
        tr = self._tr
        open_ = {question.about for question in rows.read.questions} if rows.read else set()
        for about, field in self.asked.items():
            field.set_error(tr.gettext("Choose one.") if about in open_ else None)
        day_missing = rows.draft.kind in DAY_ASKED and rows.draft.on is None
        self._day_field.set_error(
            tr.gettext("Write the day of these balances, or choose one.") if day_missing else None
        )
        fields = (*self.asked.values(), self._day_field)
        return [field for field in fields if field.error is not None]
