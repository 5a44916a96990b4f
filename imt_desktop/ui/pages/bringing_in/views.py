"""The views of the page, one for each step, of which one is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.columns_card import ColumnsCard
from imt_desktop.ui.pages.bringing_in.done_view import DoneView
from imt_desktop.ui.pages.bringing_in.letters_view import LettersView
from imt_desktop.ui.pages.bringing_in.preview import Preview
from imt_desktop.ui.pages.bringing_in.questions_card import QuestionsCard
from imt_desktop.ui.pages.bringing_in.start_view import StartView
from imt_desktop.ui.pages.bringing_in.waiting import Waiting
from imt_desktop.ui.pages.bringing_in.what_view import WhatView

View = StartView | Waiting | LettersView | WhatView | Preview | DoneView
"""Each has a ``begin``, which puts the focus where one begins."""


class Views(QStackedWidget):
    """Choosing a file, waiting, letters of a text file, what is in it, looking it over, done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        tr = desk.tr
        self.start = StartView(tr)
        self.waiting = Waiting(tr)
        self.letters = LettersView(tr)
        self.what = WhatView(tr, ColumnsCard(tr), QuestionsCard(desk))
        self.preview = Preview(desk)
        self.done = DoneView(desk)
        for view in (
            self.start, self.waiting, self.letters, self.what, self.preview, self.done,
        ):  # fmt: skip
            self.addWidget(view)
