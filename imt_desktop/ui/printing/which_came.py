"""After a batch: did all of it come out, and if not, which was the last sheet that did?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Choice, ComboBox, Dialog, LabelledField, Words


class WhichCame(Dialog):
    """Yes; not yet (Esc: nobody knows, and it is asked again); or no, and up to which paper.

    It answers with one of its signals, once. ``saves`` are the words of a button that saves the others
    instead of printing them.
    """

    answered = Signal(int, bool)
    """How many came out, the first ones, and whether the others are to be printed now."""
    left = Signal()
    """Not yet."""

    def __init__(
        self, parent: QWidget, tr: Translator, what: str, names: Sequence[str],
        jammed: bool = False, saves: str = "",
    ) -> None:  # fmt: skip
        question = tr.gettext("The printer stopped") if jammed else tr.gettext("Did it come out?")
        super().__init__(parent, question, what, "printer", width=640)
        self._tr, self._names, self._jammed, self._saves = tr, names, jammed, saves
        self.last = ComboBox(self._choices(), 0)
        self._field = LabelledField(
            tr.gettext("Which was the last good paper?"),
            tr.gettext("in the order of printing"),
            self.last,
        )
        self._advice = Words("", "quiet", wrap=True)
        self.not_yet = Button(tr.gettext("Not yet"), "quiet", key="Esc", listen=False)
        self.no = Button(tr.gettext("No"), icon="circle-x")
        self.did = Button(tr.gettext("Yes, all of it"), "primary", "check", "Enter", listen=False)
        self.later = Button(tr.gettext("Print later"))
        self.rest = Button("", "primary", "save" if saves else "printer")
        self._lay_answers()
        self._connect()
        if jammed:
            self.ask_which()

    def _choices(self) -> list[Choice]:
        none = Choice(self._tr.gettext("None came out"), 0)
        return [none, *(Choice(name, at) for at, name in enumerate(self._names, 1))]

    def _lay_answers(self) -> None:
        self.add(self._field)
        self.add(self._advice)
        self.add_button(self.not_yet, left=True)
        self.add_button(self.no)
        self.add_button(self.later)
        self.add_button(self.rest)
        self.add_button(self.did)
        for part in (self._field, self._advice, self.later, self.rest):
            part.hide()
        self.did.setFocus()

    def _connect(self) -> None:
        self.did.clicked.connect(lambda: self._answer(len(self._names), again=False))
        self.no.clicked.connect(self.ask_which)
        self.not_yet.clicked.connect(self.reject)
        self.later.clicked.connect(lambda: self._answer(self._came(), again=False))
        self.rest.clicked.connect(lambda: self._answer(self._came(), again=True))
        self.last.chosen.connect(lambda _: self._say())
        self.finished.connect(self.deleteLater)

    def ask_which(self) -> None:
        """Ask which papers lie there whole."""
        self.no.hide()
        self.did.hide()
        for part in (self._field, self._advice, self.later, self.rest):
            part.show()
        self.rest.setDefault(True)
        self.last.setFocus()
        self._say()

    def _came(self) -> int:
        value = self.last.value()
        return value if isinstance(value, int) else 0

    def _say(self) -> None:
        tr, came = self._tr, self._came()
        left = len(self._names) - came
        if came:
            words = tr.ngettext("Print the {n} other", "Print the {n} others", left)
            self.later.set_words(tr.gettext("Print the others later"))
        else:
            words = tr.ngettext("Print it now", "Print all {n} now", left)
            self.later.set_words(tr.gettext("Print later"))
        self.rest.set_words(self._saves or words.format(n=tr.number(left)))
        self.rest.setEnabled(bool(left))
        self._advice.set_words(
            tr.gettext(
                "Look at what lies in the printer: a paper that is torn or half printed does not count."
                " What is printed now is the first print, not a copy."
            )
        )
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _answer(self, came: int, again: bool) -> None:
        self.accept()
        self.answered.emit(came, again)

    def reject(self) -> None:
        """Esc: not yet."""
        super().reject()
        self.left.emit()
