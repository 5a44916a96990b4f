"""Cutting a household off: what was heard, who lives there, which water is left, who decided."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.charging import cutting_off as ledger
from imt_desktop.ledger.charging.cutting_off import CutOffRequest
from imt_desktop.ledger.charging.errors import HeardMissingError, SupplyMissingError
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.look import Look, Near
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.standing import called
from imt_desktop.ui.widgets import Note, shortened

CUT = Changes(balances=True, members=True, settings=True)
COUNTED = ("children", "old", "ill")


def cut_off(page: QWidget, desk: Desk, near: Near, look: Look) -> Form:
    """Ask for all that has to be said; without it nothing is written."""
    return _CutOffForm(page, desk, near, look).form


class _CutOffForm:
    def __init__(self, page: QWidget, desk: Desk, near: Near, look: Look) -> None:
        self._desk, self._row = desk, near.household.member
        tr = desk.tr
        self.form = Form(
            page,
            desk,
            tr.gettext("Cut off {name}?").format(name=shortened(called(tr, self._row), 60)),
            tr.gettext("Write the cut-off down"),
            tr.gettext("It takes the water from everybody who lives there. Is there another way?"),
            wide=640,
            danger=True,
        )
        self._lay(near)
        decided = tr.gettext("Cut-off of a household")
        self._deciding = Deciding(self.form, look.decisions, decided, needed=True)
        self.form.row(self.form.tick("letters", tr.gettext("Print the letter next"), True))
        self.form.asks(self._request, with_decision(ledger.cut_off), CUT, self._done)
        self.form.open()

    def _lay(self, near: Near) -> None:
        form, tr = self.form, self._desk.tr
        heard = near.taken[0].said.heard if near.taken else ""
        form.row(
            form.line(
                "heard", tr.gettext("Why do they not pay?"), shortened(heard, 200),
                tr.gettext("what they said themselves"),
            )
        )  # fmt: skip
        form.row(
            form.line("children", tr.gettext("Children")),
            form.line("old", tr.gettext("Old people")),
            form.line("ill", tr.gettext("Ill or disabled")),
        )
        people = tr.gettext("how many people")
        form.row(form.line("lives_there", tr.gettext("Who else lives there?"), hint=people))
        least = tr.gettext("Everybody needs some water to drink and to cook, every day.")
        form.row(Note(least, "droplets"))
        hint = tr.gettext("how much, and where from")
        form.row(form.line("supply", tr.gettext("Which water is left to them?"), hint=hint))

    def _request(self) -> Decided[CutOffRequest]:
        form, lives_there = self.form, self._lives_there()
        for name, missing in (
            ("heard", HeardMissingError),
            ("lives_there", SupplyMissingError),
            ("supply", SupplyMissingError),
        ):
            if not (lives_there if name == "lives_there" else form.words_of(name)):
                form.fields.wrong(missing().beside(name))
        request = CutOffRequest(
            member=self._row.number,
            heard=form.words_of("heard"),
            lives_there=lives_there,
            supply=form.words_of("supply"),
            decision=self._deciding.chosen() or 0,
        )
        return Decided(request, self._deciding.new())

    def _lives_there(self) -> str:
        """Put who lives there into one line; nought is an answer as well."""
        form, tr = self.form, self._desk.tr
        counted = {name: form.people_of(name) for name in COUNTED}
        words = {
            "children": tr.gettext("children: {n}"),
            "old": tr.gettext("old: {n}"),
            "ill": tr.gettext("ill: {n}"),
        }
        said = [words[name].format(n=n) for name, n in counted.items() if n is not None]
        return ", ".join(part for part in (*said, form.words_of("lives_there")) if part)

    def _done(self, _recorded: object) -> str:
        if self.form.ticked("letters"):
            self._desk.go.emit("notices", Wish("letters"))
        return self._desk.tr.gettext("The cut-off is written down.")
