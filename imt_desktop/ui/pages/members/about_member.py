"""What the register says of a household, and how it stood since when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.register import MemberCard, MemberRow
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Details, Scroll, Words
from imt_desktop.wording.kinds import gender_name
from imt_desktop.wording.states import member_state


class AboutMember(QWidget):
    """Pairs of a label and what it says, and the history of states below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = desk.tr
        self._details, self.states = Details(label=160), Details(label=160)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._details)
        column.addWidget(Words(desk.tr.gettext("How the household stood"), "label"))
        column.addWidget(self.states)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole.addWidget(scroll)

    def show_card(self, card: MemberCard) -> None:
        """Show a household."""
        self._details.set_rows(_known(card.member, self._tr))
        self.states.set_rows(
            [
                (
                    self._tr.short_date(one.on),
                    self._tr.about(member_state(one.state, self._tr), one.reason),
                )
                for one in card.states
            ]
        )


def _known(row: MemberRow, tr: Translator) -> list[tuple[str, str]]:
    return [
        (tr.gettext("Name"), _person(row.name, row.gender, tr)),
        (tr.gettext("Second adult"), _person(row.second_adult, row.second_gender, tr)),
        (tr.gettext("Nickname"), row.nickname),
        (tr.gettext("House, or parent's name"), row.house),
        (tr.gettext("Number"), row.number),
        (tr.gettext("Old number"), row.old_number),
        (tr.gettext("Zone"), row.zone),
        (
            tr.gettext("People in the household"),
            "" if row.people is None else tr.number(row.people),
        ),
        (tr.gettext("Telephone"), row.phone),
    ]


def _person(name: str, gender: str, tr: Translator) -> str:
    return f"{name}, {gender_name(gender, tr)}" if name and gender else name
