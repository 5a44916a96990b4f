"""The officers: who holds which post, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.describing import POSTS, OfficerRequest, check_term
from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Choice, ComboBox, DateEdit, EvenRow, FlowRow, LineEdit
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.ui.wizard.step import Step, Typed
from imt_desktop.wording.kinds import post_name

FIRST: Final = ("treasurer", "chair", "secretary")
MOST: Final = 8


class OfficersStep(Step):
    """A row for each officer: the post and the name. An empty name is nobody."""

    def __init__(self, tr: Translator, today: date) -> None:
        super().__init__(
            tr,
            tr.gettext("Officers"),
            tr.gettext("Who signs for the money. A committee of one is possible."),
        )
        self._posts = [Choice(post_name(code, {}, tr), code) for code in POSTS]
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._count, self._today = 0, today
        self.more = Button(tr.gettext("One more officer"), icon="user-plus", size="row")
        self.more.setProperty(INNER, True)
        self.put("since", tr.gettext("In office since"), DateEdit(tr), tr.gettext("if you know it"))
        self.put("until", tr.gettext("Until"), DateEdit(tr), tr.gettext("end of the term"))
        self.column.addLayout(self._rows)
        self.column.addWidget(FlowRow([self.more]))
        for post in FIRST:
            self.add_row(post)
        self.row(self.fields["since"], self.fields["until"])
        self.column.addStretch(1)
        self.tab_in_order()
        self.more.clicked.connect(lambda: self._add_and_go())

    def add_row(self, post: str = "member") -> None:
        """Make a row for one more officer."""
        tr = self.tr_
        self._count += 1
        at = self._count
        name = self.put(f"officer{at}", tr.gettext("Name"), LineEdit())
        choice = self.put(f"post{at}", tr.gettext("Post"), ComboBox(self._posts, post))
        # In the order of the rows, so that Enter and what was typed go down them.
        for moved in ("since", "until"):
            self.fields[moved] = self.fields.pop(moved)
        self._rows.addWidget(EvenRow([name, choice], most=2))
        self.more.setVisible(at < MOST)

    def tab_in_order(self) -> None:
        """Let the button for one more follow the last of them."""
        super().tab_in_order()
        QWidget.setTabOrder(self.fields[f"post{self._count}"].editor, self.more)
        QWidget.setTabOrder(self.more, self.fields["since"].editor)

    def _add_and_go(self) -> None:
        self.add_row()
        self.tab_in_order()
        self.fields[f"officer{self._count}"].editor.setFocus()

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields, in as many rows."""
        while f"officer{self._count + 1}" in typed:
            self.add_row()
        self.tab_in_order()
        super().fill(typed)

    def requests(self) -> tuple[OfficerRequest, ...]:
        """Return who was named. Raises DateError, TermEndsEarlyError."""
        return tuple(self._requests())

    def _requests(self) -> Iterator[OfficerRequest]:
        since, until = self.day("since"), self.day("until")
        for at in range(1, self._count + 1):
            name = self.text(f"officer{at}")
            if name:
                post = str(self.value(f"post{at}"))
                wanted = OfficerRequest(name=name, post=post, since=since, until=until)
                check_term(wanted, since or self._today)
                yield wanted
