"""Everything that waits for a printer, as a list: printed together, saved as files, or put away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.reports import batch, saving
from imt_desktop.reports.batch import Piece, Pile
from imt_desktop.reports.issuing import RECEIPT
from imt_desktop.settings import papers_folder
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.printing.batch import Batch
from imt_desktop.ui.printing.naming import piece_name, pieces_words, pile_name
from imt_desktop.ui.printing.remembered import choice, saves_ink
from imt_desktop.ui.printing.waiting import came_out, unanswered, waiting
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import BusyBar, Button, Card, PeopleList, PersonLine, Refusal, Words

_MOST = 360


class WaitingSheet(Sheet):
    """Opens over a page; the dialogs of the printer lie over it.

    With ``asks`` it asks right away after what a printer was given and nobody has answered for.
    """

    def __init__(self, page: QWidget, desk: Desk, asks: bool = False) -> None:
        tr = desk.tr
        super().__init__(
            page, tr.gettext("Waiting for a printer"),
            tr.gettext(
                "These were never printed, as far as this laptop knows. Printing or saving them now"
                " makes no copy of any."
            ),
            wide=760,
        )  # fmt: skip
        self._desk, self._asks = desk, asks
        self._pieces: tuple[Piece, ...] = ()
        self.batch = Batch(desk, self, saves=True)
        self.list = PeopleList(self._line, tr.gettext("Waiting for a printer"), compact=True)
        self.refusal = Refusal()
        self._none = Words(tr.gettext("Nothing waits for a printer."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.under_way = Words("", "quiet", wrap=True)
        self._moves = BusyBar(tr.gettext("Printing…"))
        self.close_it = Button(tr.gettext("Close"), "quiet", key="Esc", listen=False)
        self._doubt, self._given = QWidget(), Words("", "strong", wrap=True)
        self.answer = Button(tr.gettext("Did it come out?"), size="row")
        self.away = Button(tr.gettext("They are on the pad"), "plain", "pencil")
        self.pdf = Button(tr.gettext("Save as PDF"), icon="save", key="Ctrl+S")
        self.print = Button("", "primary", "printer", "Enter", listen=False)
        self._lay_parts()
        self._connect()
        self.load()

    def _lay_parts(self) -> None:
        card = Card(flush=True, ground="card")
        card.add(self._none)
        card.add(self.list)
        self.add(self.refusal)
        doubt = QHBoxLayout(self._doubt)
        doubt.setContentsMargins(0, 0, 0, 0)
        doubt.addWidget(self._given, 1)
        doubt.addWidget(self.answer)
        self.add(self._doubt)
        self.add(card)
        for part in (self.under_way, self._moves):
            self.add(part)
            part.hide()
        self.add_button(self.close_it, left=True)
        for button in (self.away, self.pdf, self.print):
            self.add_button(button)
        self.list.hide()
        self._doubt.hide()

    def _connect(self) -> None:
        self.close_it.clicked.connect(self.reject)
        self.answer.clicked.connect(self._ask_after)
        self.away.clicked.connect(self._put_away)
        self.pdf.clicked.connect(self._ask_and_save)
        self.print.clicked.connect(lambda: self.batch.print(self._pieces))
        self.batch.begun.connect(self._begun)
        self.batch.settled.connect(self.load)
        self.finished.connect(self.deleteLater)

    def load(self) -> None:
        """Read what waits. The slip of a complaint about whoever sits here goes on waiting unseen."""
        now, reader = waiting(self._desk), self._desk.reader

        def look(book: Reading) -> tuple[tuple[Piece, ...], frozenset[int]]:
            found = batch.pieces(book, now.receipts, now.papers, now.languages)
            return found, hidden_entries(book, reader)

        self._desk.read(look, guarded(self, lambda found: self._show(*found)))

    def _begun(self, words: str) -> None:
        """Say for as long as it takes that papers are on their way, and let nobody send them twice."""
        self.under_way.set_words(words)
        self._busy(True)

    def _busy(self, busy: bool) -> None:
        for part in (self.under_way, self._moves):
            part.setVisible(busy)
        for button in (self.print, self.pdf, self.away, self.answer):
            button.setEnabled(not busy)

    def _show(self, every: tuple[Piece, ...], hidden: frozenset[int]) -> None:
        self._busy(self.batch.busy)
        self._forget_others(every)
        found = tuple(one for one in every if one.is_receipt or one.number not in hidden)
        self._pieces = found
        self.list.set_rows(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        row = self.list.sizeHintForRow(0) if found else 0
        self.list.setFixedHeight(min(row * len(found) + 2, em(_MOST)))
        for button in (self.print, self.pdf, self.away):
            button.setVisible(bool(found))
        tr, count = self._desk.tr, len(found)
        words = tr.ngettext("Print the paper", "Print all {n}", count)
        self.print.set_words(words.format(n=tr.number(count)))
        self.away.setVisible(any(piece.is_receipt for piece in found))
        (self.print if found else self.close_it).setFocus()
        self._show_given(unanswered(self._desk, found))

    def _show_given(self, given: Sequence[Piece]) -> None:
        """Say of what nobody has said whether it came out."""
        tr = self._desk.tr
        words = tr.gettext("Sent to a printer before, and nobody has answered yet: {papers}.")
        self._given.set_words(words.format(papers=pieces_words(len(given), tr)))
        self._doubt.setVisible(bool(given))
        if self._asks and given:
            self._ask_after()
        self._asks = False

    def _ask_after(self) -> None:
        """Ask after what a printer was given before: only what did not come out is printed again."""
        self.batch.print(unanswered(self._desk, self._pieces))

    def _forget_others(self, found: Sequence[Piece]) -> None:
        """Let go what was cancelled, or is not in a book that was put back to an earlier day."""
        now = waiting(self._desk)
        receipts = {piece.number for piece in found if piece.is_receipt}
        papers = {piece.number for piece in found if not piece.is_receipt}
        came_out(
            self._desk,
            receipts=set(now.receipts) - receipts, papers=set(now.papers) - papers,
        )  # fmt: skip

    def _put_away(self) -> None:
        """The numbers of the receipts are written on the pad: they need no paper any more."""
        came_out(self._desk, receipts=[piece.number for piece in self._pieces if piece.is_receipt])
        self.batch.settled.emit()

    # Into a folder, all or nothing. They wait no more: files are sent, or printed elsewhere.

    def _ask_and_save(self) -> None:
        """Ask after what a printer was given before: what came out of it would be a first print twice."""
        words = self._desk.tr.gettext("Save as PDF")
        self.batch.ask_first(self._pieces, self._save, words)

    def _save(self, wanted: tuple[Piece, ...]) -> None:
        if not wanted:
            return
        desk = self._desk
        folder, usual = papers_folder(desk.settings), not desk.settings.papers_folder
        sizes = {kind: choice(desk, kind).size for kind in {piece.kind for piece in wanted}}
        sizes["receipt"] = desk.settings.receipt_size
        inks = {kind for kind in sizes if saves_ink(desk, kind)}
        self.pdf.setEnabled(False)

        def write(piles: tuple[Pile, ...]) -> None:
            names = [self._file(pile) for pile in piles]
            desk.tasks.draw(
                lambda: _write_all(folder, usual, piles, names),
                guarded(self, lambda paths: self._saved(wanted, paths)),
                guarded(self, self._refused),
            )  # fmt: skip

        desk.read(
            lambda book: batch.piles(book, wanted, sizes, inks), guarded(self, write),
            guarded(self, self._refused),
        )  # fmt: skip

    def _file(self, pile: Pile) -> str:
        name = pile_name(pile.pieces, self._desk.tr)
        return saving.file_name(self._desk.committee.name, name)

    def _saved(self, wanted: Sequence[Piece], paths: list[Path]) -> None:
        tr = self._desk.tr
        self._came_out(wanted)
        self.pdf.setEnabled(True)
        self.refusal.say("")
        words = tr.gettext("Saved in the folder “{name}”: {papers}")
        folder = paths[0].parent
        papers = pieces_words(len(wanted), tr)
        self._desk.said.emit(words.format(name=folder.name or str(folder), papers=papers))
        self.batch.settled.emit()

    def _came_out(self, pieces: Sequence[Piece]) -> None:
        came_out(
            self._desk,
            receipts=[piece.number for piece in pieces if piece.is_receipt],
            papers=[piece.number for piece in pieces if not piece.is_receipt],
        )

    def _refused(self, error: UserError) -> None:
        self.pdf.setEnabled(True)
        self.refusal.say(self._desk.sentence(error))

    def _line(self, piece: Piece) -> PersonLine:
        tr = self._desk.tr
        return PersonLine(
            piece_name(piece, tr),
            second=tr.day(piece.on),
            amount=self._desk.discreet.amount(piece.amount) if piece.amount is not None else "",
            icon="receipt-text" if piece.kind == RECEIPT else "file-text",
        )


def _write_all(
    folder: Path, usual: bool, piles: Sequence[Pile], names: Sequence[str]
) -> list[Path]:
    """Write a file for each pile, all of them or none. Off the window's thread."""
    saving.require_folder(folder, usual)
    files = (
        saving.Named(name, ".pdf", batch.draw(pile))
        for name, pile in zip(names, piles, strict=True)
    )
    return saving.save_many(folder, files)
