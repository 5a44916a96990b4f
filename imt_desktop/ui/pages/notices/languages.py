"""Languages on the paper: a large one and a small one, any pair, or one alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ui.widgets import (
    Badge,
    Button,
    Choice,
    ComboBox,
    FlowRow,
    LabelledField,
    shortened,
)  # fmt: skip
from imt_desktop.ui.widgets.states import draft
from imt_desktop.ui.widgets.tips import plain_tip

_ALONE = ""


class Languages(QWidget):
    """Two list boxes and a swap; says which language no native speaker has read yet."""

    changed = Signal()

    def __init__(
        self, tr: Translator, languages: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._spoken: dict[str, Spoken] = {}
        self._before = languages
        self.large, self.small = ComboBox(), ComboBox()
        self.swap = Button(tr.gettext("Swap"), icon="arrow-up-down", size="row")
        self._drafts = [Badge(draft("")) for _ in range(2)]
        self._lay_out()
        self.offer(())
        self.large.chosen.connect(lambda _: self._choose())
        self.small.chosen.connect(lambda _: self._choose())
        self.swap.clicked.connect(self._swap)

    def _lay_out(self) -> None:
        tr = self._tr
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        large = LabelledField(tr.gettext("Languages on the paper"), tr.gettext("large"), self.large)
        large.editor.setAccessibleName(tr.gettext("Large language"))
        self.small.setAccessibleName(tr.gettext("Small language, under the large one"))
        column.addWidget(large)
        column.addWidget(self.small)
        column.addWidget(FlowRow([self.swap, *self._drafts]))

    def offer(self, own: Sequence[Spoken]) -> None:
        """Offer the program's languages, and those that the committee named itself."""
        known = [Spoken(one.code, one.name, one.code, {}) for one in LANGUAGES]
        self._spoken = {one.code: one for one in (*known, *own)}
        tongues = [Choice(one.name, code) for code, one in self._spoken.items()]
        alone = Choice(self._tr.gettext("no second language"), _ALONE)
        large, small = (*self._before, _ALONE)[:2]
        self.large.set_choices(tongues, large)
        self.small.set_choices([*tongues, alone], small)
        self._refresh()

    def set_value(self, codes: tuple[str, ...]) -> None:
        """Choose one or two languages; the program knows all its own, others once they are offered."""
        self._before = codes
        large, small = (*codes, _ALONE)[:2]
        self.large.set_value(large)
        self.small.set_value(small)
        self._refresh()

    def value(self) -> tuple[str, ...]:
        """Return one or two codes, the larger language first."""
        codes = (str(self.large.value()), str(self.small.value() or _ALONE))
        return codes if codes[1] else codes[:1]

    def _choose(self) -> None:
        large, small = self.large.value(), self.small.value()
        if large == small:  # the other one takes the place that became free
            was = self._before
            other = next((code for code in was if code != large), _ALONE)
            if was[0] == large:
                self.large.set_value(other or large)
                self.small.set_value(large if other else _ALONE)
            else:
                self.small.set_value(other)
        self._changed()

    def _swap(self) -> None:
        large, small = self.value()
        self.large.set_value(small)
        self.small.set_value(large)
        self._changed()

    def _changed(self) -> None:
        self._before = self.value()
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        codes = self.value()
        self.swap.setVisible(len(codes) == 2)
        for badge, code in zip(self._drafts, (*codes, ""), strict=False):
            spoken = self._spoken.get(code)
            is_draft = spoken is not None and Translator(spoken.base).draft
            badge.setVisible(is_draft)
            if spoken is not None and is_draft:
                words = self._tr.gettext("{language}: draft")
                badge.set_state(draft(words.format(language=shortened(spoken.name))))
                badge.setToolTip(
                    plain_tip(
                        self._tr.gettext("Draft translation: no native speaker has read it yet.")
                    )
                )
