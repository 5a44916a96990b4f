"""The bank's paper held against the book: what it shows, what is left, and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.closing.bank import (
    BankLine,
    BankPaper,
    BankPaperRequest,
    bank_lines,
    compare,
    papers,
    shown_before,
)
from imt_desktop.ledger.errors import BankDiffersError
from imt_desktop.money import Money, total
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.bank_lines import BankLines
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import (
    AmountEdit,
    Choice,
    DateEdit,
    PersonLine,
    State,
    StateWord,
    Words,
)
from imt_desktop.ui.widgets.states import done, late, not_yet
from imt_desktop.wording.proof import called

COMPARED = Changes(money=True)


class _Look(Struct, frozen=True):
    lines: tuple[BankLine, ...]
    before: Money
    """What the lines of earlier papers come to."""


def with_paper(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts of which somebody else writes a paper, the banks first."""
    found = [one for one in accounts if one.type != "cash"]
    return sorted(found, key=lambda one: one.type != "bank")


class PaperForm(Form):
    """Gathers what a paper of the bank says: its day and balance, and which lines it shows."""

    def __init__(self, page: QWidget, desk: Desk, look: MoneyLook, on: date | None = None) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("The bank's paper"),
            tr.gettext("Write it down"),
            tr.gettext("Tick each line of the book that the paper shows: Space or a press."),
            wide=760,
        )
        self._before: Money | None = None
        self.lines = BankLines(desk)
        self.sums = Words("", "second", wrap=True)
        self.outcome = StateWord(not_yet(""))
        keeps = self.outcome.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # or it would come where the form has no room left
        self.outcome.setSizePolicy(keeps)
        places = [Choice(called(one, tr), one.id) for one in with_paper(look.accounts)]
        self.row(
            self.choice("account", tr.gettext("Account"), places),
            self.day("day", tr.gettext("Day of its balance"), on),
            self.amount("balance", tr.gettext("Balance on the paper")),
        )
        self.add(self.put("shown", tr.gettext("Not on an earlier paper"), self.lines))
        self.add(self.sums)
        self.add(self.outcome)
        self.row(self.line("explanation", tr.gettext("If it differs: why?")))
        self._connect()
        said = tr.gettext("The bank's paper is written down.")
        self.asks(self._request, compare, COMPARED, said)
        self._ask_lines()

    def _connect(self) -> None:
        balance, day = self.fields["balance"].editor, self.fields["day"].editor
        assert isinstance(balance, AmountEdit) and isinstance(day, DateEdit)
        balance.amount_changed.connect(lambda _amount: self._follow())
        day.changed.connect(lambda on: self.lines.show_day(on))
        self.lines.changed.connect(self._follow)
        self.fields.when("account", lambda _account: self._ask_lines())
        self.lines.show_day(day.value())

    def _ask_lines(self) -> None:
        account = self.value_of("account")
        self._before = None

        def read(book: Reading) -> _Look:
            return _Look(bank_lines(book, account), shown_before(book, account))

        def known(found: _Look) -> None:
            if account == self.value_of("account"):
                self._before = found.before
                self.lines.show_lines(found.lines)

        self.desk.read(read, guarded(self, known))
        self._follow()

    def _follow(self) -> None:
        """Say what the ticks come to, what is left, and how that stands to the paper.

        Before the first tick a difference means nothing yet.
        """
        tr, before = self.desk.tr, self._before
        balance = self.fields["balance"].editor
        assert isinstance(balance, AmountEdit)
        said = balance.amount()
        ticking = bool(self.lines.value()) or not self.lines.left()
        knows = said is not None and before is not None and (ticking or before == said)
        self.sums.setVisible(before is not None)
        self.outcome.setVisible(knows)
        self.fields["explanation"].setVisible(True)
        if before is None:
            return
        ticked, left = before + self.lines.ticked(), self.lines.left()
        self.sums.set_words(self._sums(ticked, left))
        if said is not None and knows:
            state = _so_far(ticked - said, tr)
            self.outcome.set_state(state)
            self.fields["explanation"].setVisible(state.tone != "ok")

    def _sums(self, ticked: Money, left: Sequence[BankLine]) -> str:
        tr = self.desk.tr
        words = tr.gettext("With earlier papers, what is ticked comes to {ticked}.")
        shown = words.format(ticked=tr.money(ticked))
        if not left:
            return shown
        amount = total((one.amount for one in left), self.desk.currency)
        rest = tr.ngettext(
            "{n} line up to that day is not on the paper: {amount}.",
            "{n} lines up to that day are not on the paper: {amount}.",
            len(left),
        )
        rest = rest.format(n=tr.number(len(left)), amount=tr.money(amount))
        return tr.gettext("{shown} {rest}").format(shown=shown, rest=rest)

    def _request(self) -> BankPaperRequest:
        return BankPaperRequest(
            account=self.value_of("account"),
            day=self.day_of("day"),
            balance=self.decimal_of("balance"),
            shown=self.lines.shown(),
            explanation=""
            if self.fields["explanation"].isHidden()
            else self.words_of("explanation"),
        )

    def begin(self) -> Form:
        """Open it, and stand on the balance."""
        self.open()
        self.fields["balance"].editor.setFocus()
        return self

    def refuse(self, error: UserError) -> None:
        """Show a mistake; where the lines changed meanwhile, they are read anew."""
        if isinstance(error, BankDiffersError):
            error.field = "explanation"
            self.fields["explanation"].show()
        super().refuse(error)
        if error.field == "shown":
            self._ask_lines()


def _so_far(difference: Money, tr: Translator) -> State:
    """Say how what is ticked until now stands to the paper: the book itself may agree with it."""
    if not difference:
        return _outcome(difference, tr)
    if difference.minor > 0:
        words = tr.gettext("what is ticked comes to {amount} more than the paper")
        return late(words.format(amount=tr.money(difference)))
    words = tr.gettext("what is ticked comes to {amount} less than the paper")
    return late(words.format(amount=tr.money(-difference)))


def _outcome(difference: Money, tr: Translator) -> State:
    """Say how the ticked lines stand to the paper."""
    if not difference:
        return done(tr.gettext("agrees with the bank's paper"))
    if difference.minor > 0:
        words = tr.gettext("the book has {amount} more than the paper")
        return late(words.format(amount=tr.money(difference)))
    words = tr.gettext("the paper has {amount} more than the book")
    return late(words.format(amount=tr.money(-difference)))


def hold_paper(page: QWidget, desk: Desk, look: MoneyLook, on: date | None = None) -> Form | None:
    """Hold the bank's paper against the book; nothing opens where all money is cash."""
    if not with_paper(look.accounts):
        return None
    return PaperForm(page, desk, look, on).begin()


def show_papers(page: QWidget, desk: Desk, look: MoneyLook) -> ListSheet:
    """Show the bank's papers that were held against the book, and hold one more against it."""
    tr, names = desk.tr, look.names
    accounts = [one.id for one in with_paper(look.accounts)]

    def read(book: Reading) -> list[BankPaper]:
        found = [paper for account in accounts for paper in papers(book, account)]
        return sorted(found, key=lambda one: (one.day, one.entry), reverse=True)

    def line(one: BankPaper) -> PersonLine:
        return PersonLine(
            tr.date(one.day),
            state=paper_state(one, tr),
            second=names.accounts.get(one.account, ""),
            amount=tr.amount(one.balance),
        )

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("The bank's papers"),
        tr.gettext("What the bank writes, held against the book line by line."),
        read,
        line,
        tr.gettext(
            "Bank's paper not yet obtained. Where it comes only every quarter, the month is closed"
            " with these words printed on it."
        ),
    )
    sheet.with_details(
        lambda one: [
            (tr.gettext("Not on the paper"), tr.money(one.unshown) if one.unshown else ""),
            (tr.gettext("Entry"), tr.number(one.entry)),
        ]
    )
    sheet.with_leaving(
        tr.gettext("Cash book"), "book-open",
        lambda one: desk.go.emit("money", CashBookWish(Month.of(one.day), one.account)),
        fits=lambda _one: True,
    )  # fmt: skip
    sheet.with_leaving(
        tr.gettext("Open the entry"), "eye",
        lambda one: desk.go.emit("trail", TrailWish(entry=one.entry)),
        fits=lambda _one: True,
    )  # fmt: skip
    if accounts:
        sheet.with_new(tr.gettext("A new paper"), lambda: PaperForm(page, desk, look).begin())
    sheet.open()
    return sheet


def paper_state(paper: BankPaper, tr: Translator) -> State:
    """Say whether a paper agreed with the book."""
    return _outcome(paper.difference, tr)


def beside(paper: BankPaper | None, tr: Translator) -> str | State:
    """Say beside an account how it stands to the bank's paper."""
    if paper is None:
        return tr.gettext("bank's paper not yet obtained")
    if paper.difference:
        return paper_state(paper, tr)
    day = tr.short_date(paper.day)
    return tr.gettext("compared with the bank on {day}").format(day=day)
