"""Counting what lies in an account: two names, a total or notes and coins, held against the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.queries import officers
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger import accounts as ledger
from imt_desktop.ledger.accounts import CountRequest
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.ledger.closing.counts import Count, DifferenceRequest, decide_difference
from imt_desktop.ledger.entries import CashCounted
from imt_desktop.ledger.errors import CommitteeCountsTooError, NameMissingError, TwoCountersError
from imt_desktop.ledger.register import members
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.pieces import Pieces
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import (
    AmountEdit,
    Choice,
    DateEdit,
    Segments,
    StateWord,
    SuggestEdit,
    Words,
)
from imt_desktop.ui.widgets.states import done, late, not_yet
from imt_desktop.wording.proof import called, difference_words

TOTAL, PIECES = "total", "pieces"


class CountForm(Form):
    """Gathers a count. What the book says is told once two people have said what is there, never before."""

    def __init__(self, page: QWidget, desk: Desk, look: MoneyLook) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Count cash"),
            tr.gettext("Write down the count"),
            tr.gettext("Two people count. Then the book says whether it agrees."),
            wide=640,
        )
        self.hide_behind(page)  # it says what the book expects
        self._cash = {one.id for one in look.accounts if one.type == "cash"}
        self._expected: Money | None = None
        self.pieces = Pieces(desk, self.fields)
        self.book_says = Words("", "second", wrap=True)
        self.outcome = StateWord(not_yet(""))
        self._lay_count(look)
        self._lay_people()
        self._lay_outcome()
        self._connect()
        self.asks(self._request, ledger.count, BOOKED, self._said, kind=CashCounted.KIND)
        self._follow()
        self._ask_book()

    def _lay_count(self, look: MoneyLook) -> None:
        tr = self.desk.tr
        places = [Choice(called(one, tr), one.id) for one in look.accounts]
        self.row(
            self.choice("account", tr.gettext("Where"), places), self.day("on", tr.gettext("Day"))
        )
        ways = [
            Choice(tr.gettext("The total"), TOTAL),
            Choice(tr.gettext("By notes and coins"), PIECES),
        ]
        self.way = Segments(ways, TOTAL, name=tr.gettext("How it is counted"))
        self.row(self.way)
        self.row(self.amount("counted", tr.gettext("Counted")))
        self.add(self.pieces)

    def _lay_people(self) -> None:
        tr, officer = self.desk.tr, self.desk.officer
        first = officer.name if officer else ""
        self.row(
            self.suggest("by", tr.gettext("Counted by"), (), first),
            self.suggest("second", tr.gettext("And by"), (), hint=tr.gettext("the second person")),
        )

    def _lay_outcome(self) -> None:
        self.add(self.book_says)
        self.add(self.outcome)
        self.row(self.line("explanation", self.desk.tr.gettext("If it differs: why?")))

    def _connect(self) -> None:
        counted, on = self.fields["counted"].editor, self.fields["on"].editor
        assert isinstance(counted, AmountEdit) and isinstance(on, DateEdit)
        self.way.chosen.connect(lambda _way: self._follow())
        counted.amount_changed.connect(lambda _amount: self._follow())
        self.pieces.changed.connect(self._follow)
        self.pieces.changed.connect(self._pieces_said)
        second = self.fields["second"].editor
        assert isinstance(second, SuggestEdit)
        second.textChanged.connect(lambda _text: self._follow())
        on.changed.connect(lambda _day: self._ask_book())
        self.fields.when("account", lambda _account: self._change_account())
        self.desk.read(_people, guarded(self, self._offer))

    def _offer(self, names: Sequence[str]) -> None:
        for name in ("by", "second"):
            editor = self.fields[name].editor
            assert isinstance(editor, SuggestEdit)
            editor.set_choices([Choice(one, one) for one in names])

    # What the book says

    def _change_account(self) -> None:
        self._follow()
        self._ask_book()

    def _ask_book(self) -> None:
        self._expected = None
        account, on = self.value_of("account"), self._day()
        if on is not None:

            def expected(book: Reading) -> Money:
                return balance_before(book, on + timedelta(days=1), account)

            def known(money: Money) -> None:
                if (account, on) == (self.value_of("account"), self._day()):
                    self._expected = money
                    self._follow()

            self.desk.read(expected, guarded(self, known))
        self._follow()

    def _day(self) -> date | None:
        editor = self.fields["on"].editor
        assert isinstance(editor, DateEdit)
        return editor.value()

    @property
    def by_pieces(self) -> bool:
        """Whether notes and coins are counted one value after another."""
        return self.way.value() == PIECES and self._has_pieces()

    def _has_pieces(self) -> bool:
        return bool(self.pieces) and self.value_of("account") in self._cash

    def _pieces_said(self) -> None:
        """Take the sentence away that nothing is counted: it stands beside the largest note."""
        if self.pieces.total() is not None:
            self.fields[self.pieces.first_name].set_error(None)

    def _counted(self) -> Money | None:
        if self.by_pieces:
            return self.pieces.total()
        editor = self.fields["counted"].editor
        assert isinstance(editor, AmountEdit)
        return editor.amount()

    def _follow(self) -> None:
        """Show the fields that are asked for, and how the count stands to the book."""
        self.way.setVisible(self._has_pieces())
        self.fields["counted"].setVisible(not self.by_pieces)
        self.pieces.setVisible(self.by_pieces)
        counted, book, tr = self._counted(), self._expected, self.desk.tr
        knows = counted is not None and book is not None and bool(self.words_of("second"))
        self.book_says.setVisible(knows)
        self.outcome.setVisible(knows)
        self.fields["explanation"].setVisible(knows and counted != book)
        if knows and counted is not None and book is not None:
            difference = counted - book
            words = tr.gettext("Counted {counted}; the book says {book}.")
            self.book_says.set_words(words.format(counted=tr.money(counted), book=tr.money(book)))
            said = difference_words(difference, tr)
            self.outcome.set_state(late(said) if difference else done(said))

    # Writing it down

    def _request(self) -> CountRequest:
        first, second = self.words_of("by"), self.words_of("second")
        if not first:
            self.fields.wrong(NameMissingError().beside("by"))
        return CountRequest(
            counted=None if self.by_pieces else self.decimal_of("counted"),
            pieces=self.pieces.lines() if self.by_pieces else (),
            by=(first, second),
            account=self.value_of("account"),
            # What was typed for a difference that is gone explains nothing.
            explanation=""
            if self.fields["explanation"].isHidden()
            else self.words_of("explanation"),
            on=self.day_of("on"),
        )

    def _said(self, recorded: Recorded) -> str:
        entry, tr = recorded.entry, self.desk.tr
        assert isinstance(entry, CashCounted)
        difference = Money(entry.counted - entry.expected, self.desk.currency)
        words = difference_words(difference, tr)
        return tr.gettext("The count is written down: {difference}.").format(difference=words)

    def refuse(self, error: UserError) -> None:
        """Show who is missing beside the second name, and ask why where the book differs."""
        if isinstance(error, TwoCountersError | CommitteeCountsTooError):
            error.field = "second"
        if error.field == "counted" and self.by_pieces:
            error.field = self.pieces.first_name
        if error.field == "explanation":
            self.fields["explanation"].show()
        super().refuse(error)


def _people(book: Reading) -> tuple[str, ...]:
    """Return who may have counted: officers first, then adults of the member households."""
    names = [one.name for one in officers(book, book.book.now().date())]
    for row in members(book):
        names += [row.name, row.second_adult]
    return tuple(dict.fromkeys(name for name in names if name))


def count_cash(page: QWidget, desk: Desk, look: MoneyLook) -> CountForm:
    """Count what lies in an account."""
    form = CountForm(page, desk, look)
    form.open()
    form.fields["counted"].editor.setFocus()
    return form


def book_difference(page: QWidget, desk: Desk, look: MoneyLook, count: Count) -> Form:
    """Book what a count differed and nobody could explain, as the assembly decided."""
    tr = desk.tr
    facts = {"difference": difference_words(count.difference, tr), "day": tr.day(count.on)}
    form = Form(
        page,
        desk,
        tr.gettext("Book the difference of {day}: {difference}?").format(**facts),
        tr.gettext("Book the difference"),
        tr.gettext(
            "Look for the slip first. What stays unexplained is booked as the assembly decides, and"
            " two officers sign; then the book says what is really there."
        ),
        wide=640,
    )
    what = tr.gettext("Count of {day}: {difference}").format(**facts)
    deciding = Deciding(form, look.decisions, what, ("assembly",), needed=True)
    form.row(form.day("on", tr.gettext("Booked on")), form.line("text", tr.gettext("Note")))

    def request() -> tuple[DifferenceRequest, DecisionRequest | None]:
        wanted = DifferenceRequest(
            count=count.entry,
            decision=deciding.chosen() or 0,
            text=form.words_of("text"),
            on=form.day_of("on"),
        )
        return wanted, deciding.new()

    form.asks(
        request,
        lambda book, both: decide_difference(book, *both),
        BOOKED,
        tr.gettext("The difference is booked."),
    ).open()
    return form
