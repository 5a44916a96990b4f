"""The officers: who is in post, until when, and who was before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Officer
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Card,
    MenuButton,
    MenuItem,
    PeopleList,
    PersonLine,
    State,
)
from imt_desktop.ui.widgets.states import cut_off, done, due
from imt_desktop.wording.kinds import post_name


class OfficersCard(Card):
    """A list with what can be done below it; the signals announce it."""

    new = Signal()
    edit = Signal(object)
    end = Signal(object)
    pin = Signal(object)
    hand_over = Signal(object)
    lost = Signal()
    """The laptop is gone."""
    packed = Signal()
    """All papers for a handover are wanted in one file."""
    past = Signal()
    """Somebody wants to see the handovers so far."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Officers"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self._wanted: Officer | None = None
        self._signing: Collection[int] = ()
        self.list = PeopleList(self._line, tr.gettext("Officers"), identity=lambda one: one.id)
        self._new = Button(tr.gettext("New officer"), icon="user-plus", size="row")
        self._edit = Button(tr.gettext("Edit"), icon="pencil", size="row")
        self._pin = Button(tr.gettext("Set PIN"), icon="lock", size="row")
        self._over = Button(tr.gettext("Hand over"), icon="arrow-right", size="row")
        self.more = MenuButton(tr.gettext("More about officers"), self._items, size="row")
        self._lay_out()
        self._connect()
        self._choose(None)

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(em(220))
        self.add(self.list, 1)
        for button in (self._new, self._edit, self._pin, self._over, self.more):
            self.foot().addWidget(button)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.edit)
        self._new.clicked.connect(self.new)
        self._edit.clicked.connect(lambda: self.edit.emit(self.list.row()))
        self._pin.clicked.connect(lambda: self.pin.emit(self.list.row()))
        self._over.clicked.connect(lambda: self.hand_over.emit(self.list.row()))

    def _items(self) -> list[MenuItem]:
        """What is done more seldom."""
        tr, one = self._desk.tr, self.list.row()
        end = MenuItem(
            tr.gettext("Gives up the post, without a handover"),
            lambda: self.end.emit(one), "arrow-right",
        )  # fmt: skip
        here = one is not None and one.left_on is None
        return [
            *([end] if here else []),
            MenuItem(tr.gettext("Handovers so far"), self.past.emit, "history"),
            MenuItem(tr.gettext("All papers for a handover"), self.packed.emit, "printer"),
            MenuItem(tr.gettext("The laptop is gone"), self.lost.emit, "life-buoy", ruled=True),
        ]

    def show_officers(self, officers: Sequence[Officer], signing: Collection[int]) -> None:
        """Show who is in post first, then who was. ``signing`` are the numbers of those who sign today."""
        self._signing = signing
        here = [one for one in officers if one.left_on is None]
        gone = [one for one in officers if one.left_on is not None]
        self.list.set_rows([*here, *gone])
        if self._wanted is not None:
            self.look_at(self._wanted)
        if self.list.row() is None and here:
            self.list.choose(here[0])
        self._choose(self.list.row())  # who is still chosen may have left, or have a PIN by now

    def look_at(self, one: Officer) -> None:
        """Choose an officer, now or once all of them are there."""
        self._wanted = None if self.list.choose(one) else one
        self.list.setFocus()

    def _choose(self, one: Officer | None) -> None:
        self._edit.setEnabled(one is not None)
        here = one is not None and one.left_on is None
        self._over.setEnabled(here)
        self._pin.setEnabled(here)
        tr = self._desk.tr
        self._pin.set_words(
            tr.gettext("New PIN") if one is not None and one.signs_here else tr.gettext("Set PIN")
        )

    def _line(self, one: Officer) -> PersonLine:
        tr = self._desk.tr
        phone = one.phone
        if phone and one.phone_public:
            phone = tr.gettext("{number}, also on papers").format(number=phone)
        return PersonLine(
            one.name,
            number=post_name(one.post, {}, tr),
            state=self._term(one),
            under=" · ".join(part for part in (self._signs(one), phone) if part),
        )

    def _signs(self, one: Officer) -> str:
        tr = self._desk.tr
        today = self._desk.today
        signs = one.since > today or (one.in_post(today) and one.id in self._signing)
        if not signs:
            return ""  # the PIN ended with the post or its term
        if one.signs_here:
            return tr.gettext("signs with a PIN")
        return tr.gettext("the PIN is not in this copy") if one.pin else ""

    def _term(self, one: Officer) -> State:
        tr, today = self._desk.tr, self._desk.today
        if one.left_on is not None and one.left_on <= today and one.last_day is not None:
            return cut_off(tr.gettext("until {day}").format(day=tr.short_date(one.last_day)))
        if one.since > today:
            return due(tr.gettext("from {day} on").format(day=tr.short_date(one.since)))
        if one.until is None:
            return done(tr.gettext("since {day}").format(day=tr.short_date(one.since)))
        until = tr.short_date(one.until)
        if one.until < today:
            return due(tr.gettext("term ended {day}").format(day=until))
        return done(tr.gettext("to {day}").format(day=until))
