"""The phrasebook: what papers say in a language, and the committee's own words for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from imt_desktop.committee import phrasebook
from imt_desktop.committee.entries import PhrasesGiven
from imt_desktop.committee.languages import Spoken, all_languages
from imt_desktop.committee.phrasebook import PhrasesRequest
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.leaving import ask_before_leaving
from imt_desktop.ui.pages.member_search import SearchLine
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.pages.settings.phrases.editor import PhraseEditor
from imt_desktop.ui.pages.settings.phrases.listing import PhraseList
from imt_desktop.ui.pages.settings.phrases.naming import NAMED, add_language, edit_language
from imt_desktop.ui.pages.settings.phrases.rows import GivenWords, Left, PhraseRow, rows_of
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.speech import spoken_choices
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    ChipRow,
    Choice,
    ComboBox,
    FlowRow,
    LabelledField,
    Words,
)
from imt_desktop.ui.widgets.tab_order import go_on, plain_enter

_AROUND = 545
"""Pixels of the sheet that are not its list."""


class PhrasesSheet(Sheet):
    """Own words are typed one sentence after another and saved together, an entry a language."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            page, tr.gettext("Own words on papers"),
            tr.gettext("Choose a sentence and type how your papers are to say it."), wide=920,
        )  # fmt: skip
        self._desk = desk
        self._spoken: Mapping[str, Spoken] = {}
        self._shown: PhraseRow | None = None
        self._saving = self._sure = False
        self._counted: list[Choice] = []
        self._given = GivenWords()
        self.language = ComboBox()
        self.search = SearchLine(tr.gettext("Find a sentence"), key="Ctrl+F")
        self.left = ChipRow([], name=tr.gettext("Which sentences"))
        self.new = Button(tr.gettext("Add a language"), icon="plus", size="row")
        self.edit = Button(tr.gettext("Edit the language"), icon="pencil", size="row")
        self.list = PhraseList(tr, self._given)
        self.editor = PhraseEditor(tr)
        self.unsaved = Words("", "second", wrap=True)
        self._mistake = Words("", "error", wrap=True)
        self.save = Button(tr.gettext("Save"), "primary", "save", "Ctrl+Enter")
        self._close = Button(tr.gettext("Close"), key="Esc", listen=False)
        self._lay_parts(page.window().height())
        self._connect()
        self.search.setFocus()
        self._reload()

    def _lay_parts(self, tall: int) -> None:
        tr = self._desk.tr
        self.row(
            LabelledField(tr.gettext("Language"), "", self.language),
            LabelledField(tr.gettext("Search"), tr.gettext("in any language"), self.search),
        )
        self.add(FlowRow([self.left, self.new, self.edit]))
        self.list.table.setFixedHeight(min(max(tall - em(_AROUND), em(180)), em(420)))
        for part in (self.list, self.editor, self._mistake):
            self.add(part)
        self._mistake.hide()
        self.buttons.insertWidget(0, self.unsaved, 1)
        self.add_button(self._close)
        self.add_button(self.save)
        self.save.setDefault(False)  # Enter takes the words, and only Ctrl+Enter saves

    def _connect(self) -> None:
        OnlyOfficers(self._desk, self, self.save, kind=PhrasesGiven.KIND)
        self.language.chosen.connect(lambda _: self._speak())
        self.search.searched.connect(lambda _: self._narrow())
        self.search.taken.connect(self._take_found)
        self.search.moved.connect(lambda _step: self.list.table.setFocus())
        self.left.chosen.connect(self._narrow_to)
        self.new.clicked.connect(lambda: self._begin(self._add_language))
        self.edit.clicked.connect(lambda: self._begin(self._edit_language))
        self.list.chosen.connect(self._show_row)
        self.list.opened.connect(lambda _: self._begin_typing())
        self.editor.typed.connect(self._type)
        self.editor.taken.connect(self._take)
        self.editor.stepped.connect(self._step)
        self.save.clicked.connect(self._save)
        self._close.clicked.connect(self.reject)
        self._desk.changed.connect(self._reload)
        self.finished.connect(self.deleteLater)

    # What the book says

    def _reload(self, _changes: object = None) -> None:
        def read(book: Reading) -> tuple[Spoken, ...]:
            return all_languages(book)

        self._desk.read(read, guarded(self, self._take_over))

    def _take_over(self, spoken: tuple[Spoken, ...]) -> None:
        before = self.language.value() or self._desk.committee.languages[0]
        new = [one.code for one in spoken if self._spoken and one.code not in self._spoken]
        self._spoken = {one.code: one for one in spoken}
        self._saving = False
        self._given.begin(self._spoken)
        self.language.set_choices(spoken_choices(spoken), new[0] if new else before)
        self._speak()

    def _speak(self) -> None:
        """Show the sentences of the language that is chosen."""
        one = self._spoken[self._code]
        self.edit.setVisible(bool(one.name))
        self.list.show_rows(one.code, rows_of(one, self._desk.committee.country))
        self._narrow()
        self._show_row(self.list.table.row())
        self._count()

    @property
    def _code(self) -> str:
        return str(self.language.value())

    def _narrow_to(self, left: object) -> None:
        self.left.set_value(left)
        self._narrow()

    def _narrow(self) -> None:
        left: Left = self.left.value() or "all"  # type: ignore[assignment]  # one of its choices
        self.list.narrow(self.search.text(), left)

    def _take_found(self) -> None:
        """Type own words for the first sentence found."""
        self._narrow()
        if self.list.table.row() is not None:
            self._begin_typing()

    # One sentence

    def _show_row(self, row: PhraseRow | None) -> None:
        self._shown = row
        self.editor.show_row(row, self._given.of(self._code, row.english) if row else "")
        self._say_mistake()

    def _say_mistake(self) -> bool:
        """Say what is wrong with the words of the sentence shown; returns whether anything is."""
        error = self.list.mistake(self._shown) if self._shown else None
        self.editor.say(self._desk.sentence(error) if error else None)
        return error is not None

    def _type(self, words: str) -> None:
        if self._shown is not None:
            self._given.type(self._code, self._shown.english, words)
            self.list.redraw()
            self._count()

    def _take(self) -> None:
        """Go on to the next sentence, unless these words are wrong."""
        if not self._say_mistake() and self.list.step(1):
            self._begin_typing()

    def _step(self, by: int) -> None:
        if self.list.step(by):
            self._begin_typing()

    def _begin_typing(self) -> None:
        self.editor.begin()
        self.bring_into_view(self.editor)

    def _count(self) -> None:
        """Say how many sentences there are of each sort, and what is not saved yet."""
        tr = self._desk.tr
        names: tuple[tuple[Left, str], ...] = (
            ("all", tr.pgettext("phrases", "All {n}")),
            ("own", tr.gettext("Own words {n}")),
            ("without", tr.gettext("Still without {n}")),
        )
        choices = [Choice(say.format(n=tr.number(self.list.count(of))), of) for of, say in names]
        if choices != self._counted:
            self._counted = choices
            self.left.set_choices(choices, self.left.value() or "all")
        n = sum(map(len, self._given.unsaved().values()))
        words = tr.ngettext("{n} sentence not saved yet", "{n} sentences not saved yet", n)
        self.unsaved.set_words(words.format(n=tr.number(n)) if n else "")
        self.save.setEnabled(bool(n) and self._desk.read_only is None)

    # Saving

    def _save(self) -> None:
        wanted = self._given.unsaved()
        if self._saving or not wanted or self._show_first_mistake(wanted):
            return
        self._saving = True
        self._mistake.hide()

        def give(book: Writing) -> None:
            for code, phrases in wanted.items():
                phrasebook.give_phrases(book, PhrasesRequest(language=code, phrases=phrases))

        self._desk.write(
            give,
            lambda _answer: self._desk.said.emit(self._desk.tr.gettext("Saved.")),
            NAMED,
            guarded(self, self._refuse),
        )

    def _show_first_mistake(self, wanted: Mapping[str, Mapping[str, str]]) -> bool:
        for code, phrases in wanted.items():
            for english, words in phrases.items():
                try:
                    phrasebook.checked(english, words)
                except UserError:
                    self._go_to(code, english)
                    return True
        return False

    def _go_to(self, code: str, english: str) -> None:
        """Show a sentence of a language, whatever is searched for."""
        self.language.set_value(code)
        self.search.clear()
        self.left.set_value("all")
        self._speak()
        self.list.table.choose(PhraseRow(english, ""))
        self._begin_typing()

    def _refuse(self, error: UserError) -> None:
        self._saving = False
        self._mistake.set_words(self._desk.sentence(error))
        self._mistake.show()

    # Languages

    def _add_language(self) -> QDialog:
        return add_language(self.parentWidget() or self, self._desk, self._spoken)

    def _edit_language(self) -> QDialog:
        return edit_language(self.parentWidget() or self, self._desk, self._spoken[self._code])

    def _begin(self, do: Callable[[], QDialog]) -> None:
        """Open a form in its place, over the window, and come back when it is done."""
        self.hide()
        do().finished.connect(guarded(self, lambda _result: self.open()))

    # Leaving and keys

    def reject(self) -> None:
        """Close; ask first where words would be lost."""
        if self._sure or not self._given.unsaved():
            super().reject()
            return
        ask_before_leaving(self, self._desk.tr, self.unsaved.text(), self._leave)

    def _leave(self) -> None:
        self._sure = True
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter go on to the next part; only a button is pressed by it."""
        focused = self.focusWidget()
        if plain_enter(event) and focused and not isinstance(focused, QAbstractButton):
            go_on(focused)
            return
        super().keyPressEvent(event)


def show_phrases(page: QWidget, desk: Desk) -> PhrasesSheet:
    """Show what papers say, to give own words for it."""
    sheet = PhrasesSheet(page, desk)
    sheet.open()
    return sheet
