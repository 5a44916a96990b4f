"""The decision behind a tariff: minute, day, votes, and the signed minute itself."""

from __future__ import annotations

from imt_desktop.committee.queries import Decision
from imt_desktop.ledger.tariffs import Price, entries_that_billed
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.picture import look_closer
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.tariff.looking import minute_pages
from imt_desktop.ui.pages.tariffs.tariff.votes_bar import VotesBar
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import Button, Card, FlowRow, Words, shortened
from imt_desktop.wording.decisions import minute_words, paper_words, votes_words


class DecisionCard(Card):
    """Who decided it."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Who decided it"))
        self._desk = desk
        self._decision: Decision | None = None
        self.minute = Words("", "strong", wrap=True)
        self.what = Words("", "second", wrap=True)
        self.bar = VotesBar()
        self.votes = Words("", "second", wrap=True)
        self.paper = Words("", "second", wrap=True)
        self.photo = Button(tr.gettext("Look at the minute"), icon="camera", size="row")
        self._photo_row = FlowRow([self.photo])
        self.bills = Button("", "quiet", "receipt-text", size="row")
        self._bills_row = FlowRow([self.bills])
        self._price: Price | None = None
        for part in (
            self.minute, self.what, self.bar, self.votes, self.paper, self._photo_row, self._bills_row,
        ):  # fmt: skip
            self.add(part)
        self.photo.clicked.connect(self.look)
        self.bills.clicked.connect(self._open_bills)

    def show_price(self, price: Price) -> None:
        """Show what stands behind a tariff."""
        tr, decision = self._desk.tr, price.decision
        self._price, self._decision = price, decision
        none = tr.gettext("no decision is written down")
        self.minute.set_words(shortened(minute_words(decision, tr), 200) if decision else none)
        self._say(self.what, decision.what if decision else "")
        votes = decision.votes if decision else None
        said = votes_words(votes, tr) if votes else ""
        self.bar.show_votes(votes, said)
        self._say(self.votes, said)
        self._say(self.paper, paper_words(decision, tr) if decision else "")
        self._photo_row.setVisible(bool(decision and decision.attachment))
        made = tr.ngettext("{n} bill made by it", "{n} bills made by it", price.bills)
        self.bills.set_words(made.format(n=tr.number(price.bills)))
        self.bills.setEnabled(bool(price.bills))

    def _say(self, words: Words, said: str) -> None:
        words.set_words(shortened(said, 200))
        words.setVisible(bool(said))

    def _open_bills(self) -> None:
        """Lead to the entries that made the bills."""
        desk, price = self._desk, self._price
        if price is not None:
            desk.read(
                lambda book: entries_that_billed(book, price.tariff.id),
                guarded(self, lambda found: desk.go.emit("trail", TrailWish(entries=found))),
            )

    def look(self) -> None:
        """Show the photo of the signed minute."""
        sha256 = self._decision.attachment if self._decision else None
        if sha256:
            self._desk.read(lambda book: minute_pages(book, sha256), guarded(self, self._opened))

    def _opened(self, pages: tuple[bytes, ...]) -> None:
        if pages:
            title = self._desk.tr.gettext("The signed minute")
            look_closer(self, self._desk, pages, title)
        else:
            lost = self._desk.tr.gettext("The photo is not in this copy of the book.")
            self._desk.said.emit(lost)
