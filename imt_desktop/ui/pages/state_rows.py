"""Rows of a card: what it is, a second line, how it stands, and at the right what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ui.widgets import Button, Card, State, StateLine, Words, shortened

LETTERS = 120
Act = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class StateRow(QWidget):
    """One row; ``buttons`` are those at its right, in the order of what can be done."""

    def __init__(
        self,
        title: str,
        said: Sequence[str] = (),
        state: State | None = None,
        acts: Sequence[Act] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        cells = QHBoxLayout(self)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(shortened(title, LETTERS), "strong", wrap=True))
        second = " · ".join(shortened(part, LETTERS) for part in said if part)
        if second:
            words.addWidget(Words(second, "second", wrap=True))
        if state is not None:
            words.addWidget(StateLine(state))
        words.addStretch(1)
        cells.addLayout(words, 1)
        self._acts = QVBoxLayout()
        self._acts.addStretch(1)
        cells.addLayout(self._acts)
        self.buttons: list[Button] = []
        for say, do in acts:
            self.add_act(say, do)

    def add_act(self, say: str, do: Callable[[], object]) -> Button:
        """Offer one more thing to do, under the others."""
        button = Button(say, size="row")
        button.clicked.connect(do)
        self._acts.insertWidget(len(self.buttons), button)
        self.buttons.append(button)
        return button


def card_of(title: str, rows: Sequence[QWidget], none: str) -> Card:
    """Lay rows into a card, or say that there is none."""
    card = Card(title)
    for row in rows:
        card.add(row)
    if not rows:
        card.add(Words(none, "quiet", wrap=True))
    card.body.addStretch(1)
    return card
