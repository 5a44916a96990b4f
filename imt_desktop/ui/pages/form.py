"""Forms in a dialog: fields, a sentence beside each mistake, and one use case behind the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.community.service.errors import HoursError, VolumeError
from imt_desktop.errors import AmountError, CountError, DateError, UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.fields import Fields
from imt_desktop.ui.pages.late_day import LateDay
from imt_desktop.ui.pages.leaving import ask_before_leaving
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.seat import why_not
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import Button, ConfirmDialog, DateEdit, LabelledField, Note, Words
from imt_desktop.ui.widgets.enter_cap import EnterCap
from imt_desktop.ui.widgets.painted import sequences
from imt_desktop.ui.widgets.tab_order import go_on, plain_enter

R = TypeVar("R")
A = TypeVar("A")

THREE_BUTTONS = 620
"""Pixels for the buttons of a form that can begin anew: in no language their words break."""


class Form(Sheet):
    """A dialog that gathers one request. Ask with :meth:`asks`, then ``open()`` it.

    Fields are made by name and laid with :meth:`row`. Enter goes from field to field and saves after
    the last; Ctrl+Enter saves from every field (and begins anew, where there may be several), Esc
    leaves. With ``danger`` Enter only goes to the button that does it, but from the field ``reason``:
    who wrote why has thought about it. So does Ctrl+Enter, where there is that field.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        question: str,
        do: str,
        text: str = "",
        wide: int = 520,
        danger: bool = False,
    ) -> None:
        super().__init__(parent, question, text, wide)
        self.desk = desk
        fields = self.fields = Fields(desk)
        self.put, self.line, self.suggest, self.amount = (
            fields.put, fields.line, fields.suggest, fields.amount,
        )  # fmt: skip
        self.choice, self.tick = fields.choice, fields.tick
        self.words_of, self.text_of, self.decimal_of, self.day_of = (
            fields.words_of, fields.text_of, fields.decimal_of, fields.day_of,
        )  # fmt: skip
        self.value_of, self.whole_of, self.ticked = fields.value_of, fields.whole_of, fields.ticked
        self.people_of = fields.people_of
        self._late = LateDay(desk)
        self._asked: object = None
        self._submit: Callable[[bool], object] = lambda again: self.accept()
        self._saving = False
        self._sure = False
        self._mistake = Words("", "error", wrap=True)
        self._to_fix = Words("", "error", wrap=True)
        self._reads = Note("", "eye")
        self._again = Button("", key="Ctrl+Enter")
        self._danger = danger
        self.do = Button(do, "danger" if danger else "primary", listen=False)
        self._cap = EnterCap(self.do, self.inside, in_order=self.tab_in_order)
        self._at_once = [QShortcut(key, self) for key in sequences("Ctrl+Enter")]
        self._lay_form()
        fields.righted = self._count_mistakes
        self.finished.connect(self.deleteLater)

    def _lay_form(self) -> None:
        tr = self.desk.tr
        self.body.addWidget(self._mistake)
        self.body.addWidget(self._reads)
        self.buttons.insertWidget(0, self._to_fix)
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        self._again.set_words(tr.gettext("Save and next"))
        self.add_button(leave).clicked.connect(self.reject)
        self.add_button(self._again).clicked.connect(lambda: self._submit(True))
        self.add_button(self.do).clicked.connect(lambda: self._submit(False))
        for hidden in (self._mistake, self._to_fix, self._reads, self._again):
            hidden.hide()
        for shortcut in self._at_once:
            shortcut.activated.connect(self.do.click)
            shortcut.setEnabled(False)

    def day(self, name: str, label: str, day: date | None = None, hint: str = "") -> LabelledField:
        """Make a field for a day, today to begin with; one in a closed month can be booked late."""
        field = self.fields.day(name, label, day, hint)
        self._late.follow(field)
        return field

    def asks(
        self,
        request: Callable[[], R],
        use_case: Callable[[Writing, R], A],
        changes: Changes,
        said: str | Callable[[A], str],
        again: Callable[[], object] | None = None,
        doubts: Callable[[Reading, R], Sequence[str]] | None = None,
        kind: str = "",
    ) -> Form:
        """Say which request the fields make, who takes it, and what to say when it is done.

        ``again`` opens the same form anew, for those who have several to write down. ``doubts``
        reads what has to be asked before it is booked, in sentences. ``kind`` is the entry that it
        makes, where others than the committee may make it: those who oversee, or who set up.
        """

        def submit(next_one: bool) -> None:
            wanted = self._gather(request)
            if wanted is None:
                return
            gathered = self._asked = self._late.said(wanted[0])
            self._saving = True
            if doubts is None:
                book_it(gathered, next_one)
                return
            self.desk.read(
                lambda book: doubts(book, gathered),
                guarded(self, lambda found: self._ask(found, lambda: book_it(gathered, next_one))),
                guarded(self, self.refuse),
            )

        def book_it(gathered: R, next_one: bool) -> None:
            self.desk.write(
                lambda book: use_case(book, gathered),
                guarded(self, lambda answer: done(answer, next_one)),
                changes,
                guarded(self, self.refuse),
            )

        def done(answer: A, next_one: bool) -> None:
            self.desk.said.emit(said if isinstance(said, str) else said(answer))
            self.accept()
            if next_one and again is not None:
                again()

        self.submits(submit)
        if again is not None:
            self._again.show()
            self.setMinimumWidth(max(self.minimumWidth(), THREE_BUTTONS))
            self._reach(False)
        self._shut(why_not(self.desk, kind))
        return self

    def submits(self, submit: Callable[[bool], object]) -> None:
        """Say what the button does; so does Ctrl+Enter from every field, where it harms nothing."""
        self._submit = submit
        self._reach(not self._danger or self.fields.get("reason") is not None)

    def _reach(self, at_once: bool) -> None:
        for shortcut in self._at_once:
            shortcut.setEnabled(at_once)
        self._cap.set_elsewhere("Ctrl+Enter" if at_once else "")

    def _shut(self, why: str) -> None:
        """Let nobody type in vain what a post does not allow, and say so beside the button."""
        for button in (self.do, self._again):
            button.shut(why)
        self.inside.setDisabled(bool(why))
        self._reads.set_words(why)
        self._reads.setVisible(bool(why))

    def _ask(self, doubts: Sequence[str], do: Callable[[], object]) -> None:
        """Ask about what is doubtful, and do it where somebody says that it is right."""
        if not doubts:
            do()
            return
        tr = self.desk.tr
        asked = ConfirmDialog(
            self,
            tr,
            tr.gettext("Is this right?"),
            "\n".join(doubts),
            tr.gettext("Book it all the same"),
            tr.gettext("Go back"),
            danger=True,
        )

        def back() -> None:
            self._saving = False

        asked.accepted.connect(do)
        asked.rejected.connect(back)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _gather(self, request: Callable[[], R]) -> tuple[R] | None:
        if self._saving:
            return None
        self.put_right()
        try:
            wanted = request()
        except UserError as error:
            self.fields.wrong(error)
            self._show(self.fields.mistakes())
            return None
        if mistakes := self.fields.mistakes():
            self._show(mistakes)
            return None
        return (wanted,)

    def hold(self, waiting: bool) -> None:
        """Let nobody save while something is still being made ready."""
        self.do.setEnabled(not waiting)
        self._again.setEnabled(not waiting)

    # Mistakes

    def put_right(self) -> None:
        """Take all mistakes away."""
        self._mistake.hide()
        self._to_fix.hide()
        self.fields.put_right()

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside its field, or under all where it has none."""
        self._saving = False
        self._show([error])

    def _show(self, mistakes: Sequence[UserError]) -> None:
        shown = [field for error in mistakes if (field := self._show_one(error)) is not None]
        if shown:
            editor = self.fields[shown[0]].editor
            editor.setFocus()
            self.bring_into_view(self.fields[shown[0]])
        if len(shown) > 1:
            self._to_fix.show()
            self._count_mistakes()

    def _count_mistakes(self) -> None:
        """Say how many fields are still to be put right, where it was said."""
        tr, n = self.desk.tr, self.fields.wrong_ones()
        words = tr.ngettext("{n} field to fix", "{n} fields to fix", n)
        self._to_fix.set_words(words.format(n=tr.number(n)))
        if not n:
            self._to_fix.hide()

    def _show_one(self, error: UserError) -> str | None:
        sentence = self.desk.sentence(error)
        if isinstance(error, AmountError) and not error.text.strip():
            sentence = self.desk.tr.gettext("Type an amount.")
        elif isinstance(error, DateError) and not error.text.strip():
            sentence = self.desk.tr.gettext("Type a day, such as 15/10/2026.")
        elif isinstance(error, CountError | HoursError | VolumeError) and not error.text.strip():
            sentence = self.desk.tr.gettext("Type the number in digits.")
        name = self.fields.beside(error.field or "")
        if name is None:
            self._mistake.set_words(sentence)
            self._mistake.show()
            QTimer.singleShot(0, self, self.fit)  # it stands under the parts that are followed
            return None
        meanings = self._late.offer(error, self._asked) or getattr(error, "meanings", ())
        self.fields[name].set_error(sentence, meanings)
        return name

    def stay_on(self, day: date | None) -> None:
        """Begin on the day of the one before: who writes down an old book goes on where it was."""
        editor = self.fields["on"].editor
        assert isinstance(editor, DateEdit)
        editor.set_value(day)
        self.fields.remember()

    # Leaving

    def touched(self) -> bool:
        """Whether anything was typed or chosen that leaving would lose."""
        return self.fields.touched()

    def reject(self) -> None:
        """Leave; ask first where something typed would be lost."""
        if self._sure or self._saving or not self.touched():
            super().reject()
            return
        tr = self.desk.tr
        ask_before_leaving(self, tr, tr.gettext("What you typed is not booked."), self.leave)

    def leave(self) -> None:
        """Leave at once, whatever was typed."""
        self._sure = True
        self.reject()

    # Keys

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the cursor in the first field, and remember what stood there."""
        super().showEvent(event)
        self.fields.remember()
        first = self.fields.first()
        if first is not None:
            first.setFocus()
            self._show_focused()

    def _show_focused(self) -> None:
        """Bring the field with the cursor into view: Qt does it for Tab, but not for Enter."""
        focused = self.focusWidget()
        if focused is not None and self.inside.isAncestorOf(focused):
            self.bring_into_view(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter go from a field that has no use for it to the next one."""
        focused = self.focusWidget()
        if plain_enter(event) and focused is not None and self.inside.isAncestorOf(focused):
            self.tab_in_order()
            if go_on(focused):
                self._show_focused()
                return
            reason = self.fields.get("reason")
            if self._danger and (reason is None or reason.editor is not focused):
                self.do.setFocus()
            else:
                self.do.click()
            return
        super().keyPressEvent(event)
