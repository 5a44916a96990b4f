"""Labels: plain text at a step of the scale. Names are never read as markup."""

from __future__ import annotations

import re
from typing import Any, Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imt_desktop.i18n.turning import isolated
from imt_desktop.ui.theme import em, restyle

Role = Literal[
    "body", "title", "fact", "name", "heading", "strong", "label", "quiet", "second", "hint",
    "small", "error",
]  # fmt: skip


WIDEST: Final = 560
"""Pixels (at scale 1) that words like to be wide before they wrap."""

LONGEST: Final = 30
"""Letters of a word; a longer one may be broken, so that a name of thousands widens no window."""

_PIECE: Final = 10

_BREAK: Final = "\u200b"

_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may end: not at the space that ties a “?”, a “:” or an amount to its word."""


class Words(QLabel):
    """Words of one role: ``title`` 22, ``heading`` 16, ``body`` 14, ``second`` 13, ``small`` 12.

    Words wrap where there is no room; amounts (``right``) do not. ``ink`` is another colour:
    ``ok``, ``warn``, ``bad``, ``teal``, ``out`` or ``ink3``.
    """

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        wrap: bool | None = None,
        right: bool = False,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._air: tuple[Any, ...] = ()
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("ink", ink)
        wraps = not right if wrap is None else wrap
        self.setWordWrap(wraps)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_words(words)

    def setContentsMargins(self, *margins: Any) -> None:  # noqa: N802
        """Keep air round the words, also after a style is put on: that takes it away."""
        self._air = margins
        super().setContentsMargins(*margins)

    def event(self, event: QEvent) -> bool:
        """Put the air back."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._make_room()
        if self._air and event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            super().setContentsMargins(*self._air)
        return done

    def _make_room(self) -> None:
        """Leave the hook of a J, which reaches out to the left of its place, within the label."""
        starts = {line[0] for line in self.text().split("\n") if line}
        out = min((self.fontMetrics().leftBearing(letter) for letter in starts), default=0)
        if max(-out, 0) != max(self.indent(), 0):
            self.setIndent(max(-out, 0))

    def _widest(self, *words: str) -> int:
        """Return how wide the widest of some words is with the air round it."""
        self.ensurePolished()
        margins, wide_as = self.contentsMargins(), self.fontMetrics().horizontalAdvance
        air = margins.left() + margins.right() + max(self.indent(), 0)
        return max(map(wide_as, words), default=0) + air + 3

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in one line, as far as that is no longer than one reads at once."""
        if not self.wordWrap():
            return super().sizeHint()
        longest = self._widest(*self.text().split("\n"))
        wide = min(longest, max(em(WIDEST), self._widest("")))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The longest word."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        parts = _SPACES.split(self.text().replace(_BREAK, " "))
        wide = self._widest(*parts) if self.text() else 1
        margins = self.contentsMargins()
        tall = self.fontMetrics().height() + margins.top() + margins.bottom()
        return QSize(wide, tall if self.text() else 0)

    def set_words(self, words: str) -> None:
        """Write other words."""
        self._said = words
        self.setText(isolated(_breakable(words) if self.wordWrap() else words))
        self._make_room()

    def words(self) -> str:
        """Return the words as they were given, without the places where long ones may break."""
        return self._said

    def set_ink(self, ink: str) -> None:
        """Give it another colour."""
        self.setProperty("ink", ink)
        restyle(self)


def shortened(words: str, letters: int = 60) -> str:
    """Return a name as it stands in a title: in one line, and not longer than that."""
    flat = _SPACES.sub(" ", words).strip()
    return flat if len(flat) <= letters else f"{flat[: letters - 1]}…"


def _breakable(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return re.sub(rf"\S{{{LONGEST + 1},}}", lambda found: _broken(found[0]), words)


def _broken(word: str) -> str:
    return _BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
