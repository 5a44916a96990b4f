"""The bar at the foot: back, what is missing, wrong rows left out or not, and the one button."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, CheckBox, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout


class Foot:
    """What stands in the foot of the page, step by step."""

    def __init__(self, tr: Translator, bar: BarLayout) -> None:
        self.back = Button(tr.gettext("Back"), "quiet", "arrow-left", "Esc", "page")
        self.told = Words("", "second", wrap=True)
        self.leave_out = CheckBox("")
        self.go = Button("", "primary", "arrow-right", "Ctrl+Enter", "page")
        bar.addWidget(self.back)
        bar.addWidget(self.told, 1)
        bar.addStretch()
        bar.addWidget(self.leave_out)
        bar.addWidget(self.go)

    def show_step(
        self,
        *,
        back: bool = False,
        told: str = "",
        leave_out: str = "",
        go: str = "",
        icon: str = "",
    ) -> None:
        """Show what this step needs; what has no words is hidden."""
        self.back.setVisible(back)
        self.say(told)
        self.leave_out.set_words(leave_out)
        self.leave_out.setVisible(bool(leave_out))
        self.go.set_words(go)
        self.go.set_icon(icon)
        self.go.setVisible(bool(go))
        self.go.setEnabled(True)

    def say(self, words: str, wrong: bool = False) -> None:
        """Say something beside the button."""
        self.told.set_words(words)
        self.told.set_ink("bad" if wrong else "")
        self.told.setVisible(bool(words))
