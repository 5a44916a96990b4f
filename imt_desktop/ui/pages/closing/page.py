"""Close the month: the figures, the checklist, the signatures; and the certificates of closed months."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken, own_languages
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.closing.checklist import Checklist
from imt_desktop.ledger.errors import NotCountedError, UnansweredError
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.closing import actions
from imt_desktop.ui.pages.closing.certificates import Certificates
from imt_desktop.ui.pages.closing.checklist_card import ChecklistCard
from imt_desktop.ui.pages.closing.figures_card import FiguresCard
from imt_desktop.ui.pages.closing.looking import ClosingLook, look
from imt_desktop.ui.pages.closing.points import PADS, Way, lines_of, points
from imt_desktop.ui.pages.lines.several import show_lines
from imt_desktop.ui.pages.money.lists import show_pads
from imt_desktop.ui.pages.notices.delivery import ISSUED
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.widgets import Button, Choice, ConfirmDialog, Segments, Words


class _At(Struct, frozen=True):
    look: ClosingLook
    own: tuple[Spoken, ...]


class ClosingPage(Page):
    """The month that is closed next, or those that are closed."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Close the month"))
        self._look: ClosingLook | None = None
        self._closing = False
        self.views = Segments(
            [
                Choice(tr.gettext("Next month to close"), "next", "stamp"),
                Choice(tr.gettext("Closed months"), "closed", "history"),
            ],
            name=tr.gettext("Show"),
        )
        self.figures = FiguresCard(desk)
        self.checklist = ChecklistCard(tr)
        self.certificates = Certificates(desk)
        self.says = Words("", "second", wrap=True)
        self.mistake = Words("", "error", wrap=True)
        self.do = Button(tr.gettext("Close it"), "primary", "stamp", "Ctrl+Enter", "page")
        self._next = QWidget()
        self._lay_out()
        self._connect()
        self.set_first(self.figures.table)
        self.show_view("next")

    def _lay_out(self) -> None:
        self.add_action(self.views)
        column = QVBoxLayout(self._next)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addWidget(self.checklist)
        column.addStretch(1)
        self.add(self._next, 1)
        self.add(self.certificates, 1)
        foot = self.foot()
        foot.addWidget(self.says)
        foot.addWidget(self.mistake)
        foot.addStretch(1)
        foot.addWidget(self.do)
        self.mistake.hide()

    def _connect(self) -> None:
        OnlyOfficers(self.desk, self, self.do)
        self.views.chosen.connect(self.show_view)
        self.certificates.begin.connect(lambda: self.show_view("next"))
        self.checklist.going.connect(self._go)
        self.figures.opened.connect(lambda wish: self.desk.go.emit("money", wish))
        self.checklist.answered.connect(self._say)
        self.do.clicked.connect(self.ask_close)

    def load(self) -> None:
        """Read the month that is closed next, and those that are closed."""
        today = self.desk.today

        def query(book: Reading) -> _At:
            return _At(look(book, today), own_languages(book))

        self.ask(query, self._show)

    def _book_changed(self, changes: Changes) -> None:
        """A certificate that was issued changes nothing here."""
        if changes != ISSUED:
            super()._book_changed(changes)

    def _show(self, at: _At) -> None:
        tr, found, first = self.desk.tr, at.look, self._look is None
        self._look = found
        month = tr.month(found.due.month)
        self.set_title(
            tr.gettext("Close the month"), tr.gettext("Next: {month}").format(month=month)
        )
        self.figures.show_month(found.due)
        self.checklist.show_points(found.due.month, points(found.due, tr, found.asked))
        self.checklist.order_tabs(self.figures.table, self.do)
        self.certificates.show_months(found.closed, at.own)
        self.do.set_words(tr.gettext("Close {month}").format(month=month))
        self._say()
        if first and self.figures.table.hasFocus():
            self.checklist.begin()

    def show_what(self, what: object) -> None:
        """Show the certificate of a closed month, or the one that is closed next."""
        if isinstance(what, Month):
            self.certificates.show_month(what)
            self.show_view("closed")
            self.load()
        else:
            self.show_view("closed" if what == "closed" else "next")

    def show_view(self, view: object) -> None:
        """Show the month that is closed next, or the closed ones."""
        self.views.set_value(view)
        self._next.setVisible(view == "next")
        self.certificates.setVisible(view == "closed")
        self._say()

    def _say(self) -> None:
        """Say under the checklist what is still needed, or who signs."""
        found, shown = self._look, self.views.value() == "next"
        over = found is not None and found.over
        self.do.setVisible(shown and over)
        self.says.setVisible(shown and found is not None)
        self.mistake.hide()
        if found is None:
            return
        tr, left, month = self.desk.tr, self.checklist.left, found.due.month
        if not over:
            words = tr.gettext("{month} can be closed after {day}. You can look things over now.")
            self.says.set_words(words.format(month=tr.month(month), day=tr.date(month.last)))
        elif left:
            words = tr.ngettext(
                "{n} point is still to be put in order or answered.",
                "{n} points are still to be put in order or answered.",
                left,
            )
            self.says.set_words(words.format(n=tr.number(left)))
        elif found.due.two_officers:
            self.says.set_words(tr.gettext("Two officers sign, each with a PIN."))
        else:
            self.says.set_words(tr.gettext("The certificate is signed by hand, on paper."))

    # Where a point is put in order

    def _go(self, way: Way) -> None:
        if way.page:
            self.desk.go.emit(way.page, way.what)
        elif way.what == PADS:
            show_pads(self, self.desk)
        elif refs := lines_of(way):
            title = self.desk.tr.gettext("Expenses without a voucher")
            show_lines(self, self.desk, title, refs)

    # Closing

    def ask_close(self) -> None:
        """Say what closing means, and then close; while points are left, lead to the first."""
        found = self._look
        if found is None or self._closing:
            return
        if self.checklist.left:
            self._lead(found.due)
            return
        tr, month = self.desk.tr, self.desk.tr.month(found.due.month)
        asked = ConfirmDialog(
            self,
            tr,
            tr.gettext("Close {month}?").format(month=month),
            tr.gettext(
                "It then takes no more entries, and is never opened again. What comes late is booked "
                "in an open month, and says for when."
            ),
            tr.gettext("Close it"),
        )
        asked.accepted.connect(lambda: self._close(found.due.month))
        asked.finished.connect(asked.deleteLater)
        self.checklist.put_right()
        asked.open()

    def _lead(self, found: Checklist) -> None:
        """Say beside each point that is left what it needs, and go to the first."""
        tr, left = self.desk.tr, [row for row in self.checklist.rows if not row.settled]
        uncounted = {
            one.id: NotCountedError(one.id, one.type, one.name) for one in found.not_counted
        }
        self.checklist.put_right()
        self.checklist.wrong(left, tr.gettext("Answer this."))
        for row in left:
            if row.point.open and row.point.account in uncounted:
                row.set_error(self.desk.sentence(uncounted[row.point.account]))
        self.bring_into_view(left[0])

    def _close(self, month: Month) -> None:
        self._closing = True

        def done(_recorded: Recorded) -> None:
            self._closing = False
            tr = self.desk.tr
            self.desk.said.emit(tr.gettext("{month} is closed.").format(month=tr.month(month)))
            self.certificates.show_month(month)
            self.show_view("closed")

        actions.close_month(self.desk, month, self.checklist.answers(), done, self._refuse)

    def _refuse(self, error: UserError) -> None:
        """Show a mistake beside the points that it is about, or beside the button."""
        self._closing = False
        tr, rows = self.desk.tr, self.checklist.rows
        about = [row for row in rows if _is_about(error, row.point.question, row.point.account)]
        wrong = [row for row in about if not row.settled] or about
        if wrong:
            unanswered = isinstance(error, UnansweredError)
            sentence = tr.gettext("Answer this.") if unanswered else self.desk.sentence(error)
            self.checklist.wrong(wrong, sentence)
            self.bring_into_view(wrong[0])
            return
        self.mistake.set_words(self.desk.sentence(error))
        self.mistake.show()
        self.says.hide()
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_about(error: UserError, question: str, account: int | None) -> bool:
    if isinstance(error, UnansweredError):
        return question in error.questions
    return isinstance(error, NotCountedError) and account == error.account
