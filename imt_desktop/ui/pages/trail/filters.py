"""What the trail is asked for: officer, member, days, kind, words, and entries flagged by the clock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import DateError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.requests import member_id, named
from imt_desktop.oversight.trail import Asked
from imt_desktop.ui.pages.picking import MemberEdit
from imt_desktop.ui.pages.trail.reading import Choices
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Choice,
    ComboBox,
    DateEdit,
    EvenRow,
    FlowRow,
    LabelledField,
    SearchBox,
    shortened,
)
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.kinds import post_name


class Filters(Card):
    """Fields that narrow the trail; ``changed`` says that something else is asked for."""

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self.words = SearchBox(tr.gettext("Name, words, receipt"), tr.gettext("in notes and names"))
        self.officer = ComboBox([Choice(tr.gettext("Everybody"), None)])
        self.member = MemberEdit(tr)
        self.kind = ComboBox([Choice(tr.gettext("Everything"), "")])
        self.first, self.last = DateEdit(tr), DateEdit(tr)
        self.flagged = CheckBox(tr.gettext("Only entries made while the clock was wrong"))
        self.counted = CheckBox("")
        self._entries: tuple[int, ...] = ()
        """What another page counted, and wants to see."""
        self.counted.hide()
        self.clear = Button(tr.gettext("Show everything"), "quiet", "undo-2", size="row")
        self.fields: dict[str, LabelledField] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tr = self._tr
        self.fields = {
            "text": LabelledField(tr.gettext("Search"), "", self.words),
            "officer": LabelledField(tr.gettext("Officer"), "", self.officer),
            "member": LabelledField(tr.gettext("Household"), "", self.member),
            "kind": LabelledField(tr.gettext("What"), "", self.kind),
            "first": LabelledField(tr.pgettext("first day", "From"), "", self.first),
            "last": LabelledField(tr.pgettext("last day", "To"), "", self.last),
        }
        self.add(EvenRow(list(self.fields.values()), most=3))
        self.add(FlowRow([self.flagged, self.counted, self.clear], 16))

    def _connect(self) -> None:
        self.words.searched.connect(lambda _: self.changed.emit())
        self.officer.chosen.connect(lambda _: self.changed.emit())
        self.kind.chosen.connect(lambda _: self.changed.emit())
        self.flagged.toggled.connect(lambda _: self.changed.emit())
        self.counted.toggled.connect(lambda _: self.changed.emit())
        self.member.picked.connect(lambda _: self.changed.emit())
        self.member.editingFinished.connect(self.changed)
        for day in (self.first, self.last):
            day.changed.connect(lambda _: self.changed.emit())
            day.editingFinished.connect(self.changed)
        self.clear.clicked.connect(lambda: self.fill(TrailWish()))

    def offer(self, found: Choices) -> None:
        """Offer who and what there is."""
        tr = self._tr
        people = [
            Choice(f"{shortened(one.name)}, {post_name(one.post, {}, tr)}", one.id)
            for one in found.officers
        ]
        everybody = Choice(tr.gettext("Everybody"), None)
        self.officer.set_choices([everybody, *people], self.officer.value())
        kinds = sorted((kind_words(code, tr), code) for code in found.kinds)
        everything = Choice(tr.gettext("Everything"), "")
        self.kind.set_choices(
            [everything, *(Choice(words, code) for words, code in kinds)], self.kind.value()
        )
        self.member.set_members(found.members)

    def fill(self, wish: TrailWish) -> None:
        """Ask for what another page wants to see."""
        self.blockSignals(True)
        self.words.clear()
        self.officer.set_value(wish.officer)
        self.kind.set_value(wish.kind)
        self.member.setText(wish.member)
        self.first.set_value(wish.first)
        self.last.set_value(wish.last)
        for day, value in ((self.first, wish.first), (self.last, wish.last)):
            if value is None:
                day.clear()
        self.flagged.setChecked(wish.flagged)
        self._count(wish.entries)
        self.blockSignals(False)
        self.changed.emit()

    def _count(self, entries: tuple[int, ...]) -> None:
        self._entries, n = entries, len(entries)
        words = self._tr.ngettext(
            "Only the {n} entry that was counted", "Only the {n} entries that were counted", n
        )
        self.counted.set_words(words.format(n=self._tr.number(n)))
        self.counted.setChecked(bool(entries))
        self.counted.setVisible(bool(entries))

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for."""
        return self.typed() != TrailWish() or bool(self.words.text().strip())

    def typed(self) -> TrailWish:
        """Return what is asked for, as far as it can be understood."""
        officer = self.officer.value()
        return TrailWish(
            officer=officer if isinstance(officer, int) else None,
            member=self.member.number() if self.member.text().strip() else "",
            kind=str(self.kind.value() or ""),
            first=self.first.value(),
            last=self.last.value(),
            flagged=self.flagged.isChecked(),
            entries=self._entries if self.counted.isChecked() else (),
        )

    def put_right(self) -> None:
        """Take all mistakes away."""
        for field in self.fields.values():
            field.set_error(None)

    def refuse(self, error: UserError, sentence: str) -> bool:
        """Show a mistake beside its field; returns whether it has one here."""
        field = self.fields.get(error.field or "")
        if field is not None:
            field.set_error(sentence)
        return field is not None

    def dates_wrong(self) -> list[UserError]:
        """Return what is typed and is no day."""
        wrong: list[UserError] = []
        for name, edit in (("first", self.first), ("last", self.last)):
            if edit.text().strip():
                try:
                    with named(name):
                        edit.read()
                except DateError as error:
                    wrong.append(error)
        return wrong


def asked_of(book: Reading, wish: TrailWish, text: str, reader: int | None = None) -> Asked:
    """Turn what was typed into what the trail is asked for. Raises NoSuchMemberError."""
    return Asked(
        officer=wish.officer,
        member=member_id(book, wish.member) if wish.member else None,
        kind=wish.kind,
        first=wish.first,
        last=wish.last,
        text=text,
        flagged=wish.flagged,
        entries=wish.entries,
        reader=reader,
    )
