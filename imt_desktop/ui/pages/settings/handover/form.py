"""The form of a handover: who takes over, the money that lies there, the papers, the signatures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.errors import (
    HandoverReasonMissingError,
    HandoverSignaturesError,
    NoPinError,
    PinNotKeptError,
)
from imt_desktop.committee.queries import Officer
from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Signing
from imt_desktop.oversight.handing_over import HandoverRequest, Lying, hand_over, in_place_of
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.settings.handover.looking import HandoverLook, look
from imt_desktop.ui.pages.settings.handover.papers import Papers
from imt_desktop.ui.pages.settings.handover.signatures import both_sign
from imt_desktop.ui.widgets import (
    Button,
    Choice,
    Details,
    Dialog,
    LabelledField,
    Words,
    shortened,
)
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.proof import called

HANDED = Changes(settings=True)


class HandoverForm(Form):
    """Gathers a handover, and asks for the two signatures that it needs."""

    def __init__(self, page: QWidget, desk: Desk, leaves: Officer, known: HandoverLook) -> None:
        tr = desk.tr
        post = post_name(leaves.post, {}, tr)
        super().__init__(
            page,
            desk,
            tr.gettext("{name}, {post}, hands over").format(name=shortened(leaves.name), post=post),
            tr.gettext("Sign and hand over") if known.signed else tr.gettext("Hand over"),
            tr.gettext("Do it together, with all that is listed on the table."),
            wide=680,
        )
        self.leaves, self._known = leaves, known
        self._lay_person()
        self.row(_money(desk, known.lying))
        self.papers = Papers(tr)
        self.row(self.papers)
        self.submits(lambda _again: self._begin())
        self.fields.when("takes_over", lambda _officer: self._look())
        self.absent.toggled.connect(self._look)
        self._look()

    def _lay_person(self) -> None:
        tr, known = self.desk.tr, self._known
        people = [
            Choice(f"{shortened(one.name)}, {post_name(one.post, {}, tr)}", one.id)
            for one in known.successors(self.leaves)
        ]
        empty = Choice(tr.gettext("Nobody yet: the post stays empty"), None)
        same = [one for one in known.successors(self.leaves) if one.post == self.leaves.post]
        chosen = same[0].id if same else None
        self.row(self._over([*people, empty], chosen))
        if not same:
            self.note(
                tr.gettext(
                    "Is the new officer not in the list? Write them down first, under “New officer”, "
                    "and let them set a PIN."
                )
            )
        name = shortened(self.leaves.name)
        self.absent = self.tick("forced", tr.gettext("{name} does not come").format(name=name))
        self.row(self.absent)
        self._rule = self.note(
            tr.gettext(
                "Then the chair and an auditor sign (of the chair, another officer and an auditor), "
                "and it is written so."
            )
        )
        self._here = self.note("")
        self._reason = self.line(
            "reason", tr.gettext("Why not?"), hint=tr.gettext("as it is known")
        )
        self.row(self._reason)
        self.absent.toggled.connect(self._show_absent)
        self._show_absent(False)

    def _over(self, choices: list[Choice], chosen: object) -> LabelledField:
        field = self.choice("takes_over", self.desk.tr.gettext("Who takes over"), choices, chosen)
        editor = field.editor
        if chosen is None and hasattr(editor, "set_value"):
            editor.set_value(None)
        return field

    def _show_absent(self, absent: bool) -> None:
        here = absent and self._sits
        tr, name = self.desk.tr, shortened(self.leaves.name)
        words = tr.gettext(
            "{name} is signed in here. One of those who sign has to sign in instead."
        )
        why = words.format(name=name) if here else ""
        self._here.set_words(why)
        self._here.setVisible(here)
        self.do.shut(why)
        self._rule.setVisible(absent)
        self._reason.setVisible(absent and not here)

    @property
    def _sits(self) -> bool:
        """Whether the one who leaves is at the keyboard, so that nobody can say that they do not come."""
        sat = self.desk.officer
        return self._known.signed and sat is not None and sat.id == self.leaves.id

    def request(self) -> HandoverRequest:
        """Return what was gathered."""
        takes_over = self.value_of("takes_over")
        absent = self.absent.isChecked()
        return HandoverRequest(
            leaves=str(self.leaves.id),
            takes_over=None if takes_over is None else str(takes_over),
            papers=self.papers.value(),
            forced=absent,
            reason=self.words_of("reason") if absent else "",
        )

    # Signing

    def _begin(self) -> None:
        """Look for what is missing before anybody types a PIN."""
        if self._saving:
            return
        self.put_right()
        self.papers.set_error("")
        wanted = self.request()
        if (unable := self._unable(wanted)) is not None:
            self.refuse(unable)
        elif wanted.forced and not wanted.reason:
            self.refuse(HandoverReasonMissingError().beside("reason"))
        elif (row := self.papers.open()) is not None:
            self.papers.set_error(
                self.desk.tr.gettext("Say of each whether it was handed over: {what}").format(
                    what=shortened(row.what)
                ),
                row,
            )
            row.begin()
            self.bring_into_view(row)
        elif not self._known.signed:
            self._save(wanted, None)
        else:
            self._sign(wanted)

    def _look(self) -> None:
        """Say at once who cannot sign yet, not when all of the list is filled in."""
        unable = self._unable(self.request())
        self.fields["takes_over"].set_error(self.desk.sentence(unable) if unable else None)

    def _unable(self, wanted: HandoverRequest) -> UserError | None:
        """Return why it cannot be signed by those who have to."""
        groups = self._signers(wanted)
        unable = [group for group in groups if not any(one.signs_here for one in group)]
        if not self._known.signed or not unable:
            return None
        elsewhere = next((one for group in unable for one in group if one.pin is not None), None)
        if elsewhere is not None:
            return PinNotKeptError(elsewhere.name).beside("takes_over")
        without = next((one for group in unable for one in group), None)
        if without is not None and not wanted.forced:
            return NoPinError(without.name).beside("takes_over")
        return HandoverSignaturesError(self.leaves.name, wanted.forced).beside("takes_over")

    def _sign(self, wanted: HandoverRequest) -> None:
        first, second = (
            [one for one in group if one.signs_here] for group in self._signers(wanted)
        )
        both_sign(self, self.desk, first, second, lambda who: self._save(wanted, who))

    def _signers(self, wanted: HandoverRequest) -> tuple[list[Officer], list[Officer]]:
        others = [one for one in self._known.officers if one.id != self.leaves.id]
        if wanted.forced:
            heads, overseers = in_place_of(self.leaves, others)
            return list(heads), list(overseers)
        new = [one for one in others if str(one.id) == wanted.takes_over]
        witnesses = [one for one in others if one.role.approves or one.role.witnesses]
        return [self.leaves], new if wanted.takes_over else witnesses

    def _save(self, wanted: HandoverRequest, who: Signing | None) -> None:
        self._saving = True

        def done(recorded: Recorded) -> None:
            tr = self.desk.tr
            words = tr.gettext("The post is handed over: entry {number}.")
            self.desk.said.emit(words.format(number=tr.number(recorded.seq)))
            self._seat(wanted.takes_over, who)
            self.leave()
            self.desk.go.emit("notices", Wish("handover"))  # to be printed and signed

        self.desk.write(
            lambda book: hand_over(book, wanted),
            guarded(self, done),
            HANDED,
            guarded(self, self._refused),
            who,
        )

    def _seat(self, takes_over: str | None, who: Signing | None) -> None:
        """Let who took over go on where the old officer sat, with the PIN that was typed just now."""
        sat = self.desk.officer
        if who is None or sat is None or sat.id != self.leaves.id:
            return
        for one in self._known.officers:
            if str(one.id) == takes_over and one.id in who.countersigned:
                self.desk.sit(one, Signing(one.id, signature=who.signature))

    def _refused(self, error: object) -> None:
        self._saving = False
        self.refuse(error)  # type: ignore[arg-type]  # a UserError

    def touched(self) -> bool:
        """Whether anything was typed, or said of a paper."""
        return super().touched() or self.papers.touched

    def leave(self) -> None:
        """Leave at once."""
        self._saving = False
        super().leave()


def _money(desk: Desk, lying: tuple[Lying, ...]) -> QWidget:
    """Say what lies where, as it goes into the handover."""
    tr = desk.tr
    rows = []
    for one in lying:
        if not one.account.balance and one.counted is None:
            continue
        words = tr.gettext("{amount} in the book").format(amount=tr.money(one.account.balance))
        if one.counted is not None:
            counted = tr.gettext("{amount} counted").format(amount=tr.money(one.counted))
            words = f"{words}, {counted}"
        rows.append((shortened(called(one.account, tr), 40), words))
    return Details(rows or [(tr.gettext("Money"), tr.gettext("There is none."))], label=140)


def begin_handover(page: QWidget, desk: Desk, leaves: Officer) -> None:
    """Open the form of a handover; where cash was not counted since its last entry, that comes first."""
    today = desk.today

    def show(known: HandoverLook) -> None:
        if known.not_counted:
            count_first(page, desk, known)
        else:
            HandoverForm(page, desk, leaves, known).open()

    desk.read(lambda book: look(book, today), guarded(page, show))


def count_first(page: QWidget, desk: Desk, known: HandoverLook) -> Dialog:
    """Say what is to be counted before a handover, and lead there."""
    tr = desk.tr
    dialog = Dialog(
        page,
        tr.gettext("First count the money together"),
        tr.gettext("It was not counted after its last entry. Then come back here."),
        "coins",
    )
    for one in known.not_counted:  # what the book has is seen once it is counted
        dialog.add(Words(shortened(called(one.account, tr)), "strong", wrap=True))
    leave = dialog.add_button(Button(tr.gettext("Leave"), key="Esc", listen=False))
    count = dialog.add_button(
        Button(tr.gettext("Count cash"), "primary", "coins", key="Enter", listen=False)
    )
    leave.clicked.connect(dialog.reject)
    count.clicked.connect(dialog.accept)
    dialog.accepted.connect(lambda: desk.go.emit("money", "count"))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    count.setFocus()
    return dialog
