"""The preview: the paper as it will come out, its pages, and how near one looks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.reports.printing import households
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.kinds import PRIVATE
from imt_desktop.ui.pages.notices.previewer import Drawn, PagePicture, Previewer
from imt_desktop.ui.pages.notices.sheet_view import SheetView
from imt_desktop.ui.pages.veil import veil_words
from imt_desktop.ui.widgets import Badge, Card, IconButton, Note, State, Words
from imt_desktop.ui.widgets.states import not_yet
from imt_desktop.wording.papers import not_whole_words, paper_name, size_name

ZOOMS: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
"""Shares of the true size that one can look at; beside them the whole page."""


class Preview(Card):
    """The second step's picture. Nothing is booked by looking.

    ``state`` stands on its badge: a certificate is not to come, but of a month that is closed.
    """

    def __init__(
        self,
        desk: Desk,
        previewer: Previewer,
        parent: QWidget | None = None,
        state: State | None = None,
    ) -> None:
        super().__init__(flush=True, parent=parent)
        self._tr: Translator = desk.tr
        self._desk = desk
        self._previewer = previewer
        self._paper: Drawn | None = None
        self._page = 0
        self._zoom: float | None = None
        tr = desk.tr
        self.sheet = SheetView()
        self.sheet.setAccessibleName(tr.gettext("Preview"))
        self.not_whole = Note("", "triangle-alert")
        self.badge = Badge(state or not_yet(tr.gettext("Preview")))
        self.about = Words("", "second", wrap=False)
        self.back = IconButton("chevron-left", tr.gettext("The page before"), framed=True)
        self.on = IconButton("chevron-right", tr.gettext("The next page"), framed=True)
        self.pages = Words("", "second", wrap=False)
        self.smaller = IconButton("minus", tr.gettext("Smaller"), framed=True)
        self.larger = IconButton("plus", tr.gettext("Larger"), framed=True)
        self.zoom = Words("", "second", wrap=False)
        self._lay_parts()
        self._connect()
        self.clear("")

    def _lay_parts(self) -> None:
        self.add(self.sheet, 1)
        self.add(self.not_whole)
        foot = self.foot()
        foot.addWidget(_row(self.badge, self.about))
        foot.addStretch(1)
        self._turning = _row(self.back, self.pages, self.on)
        self._zooming = _row(self.smaller, self.zoom, self.larger)
        foot.addWidget(_row(self._turning, self._zooming))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.look_nearer(-1))
        self.larger.clicked.connect(lambda: self.look_nearer(1))
        self.sheet.turned.connect(self.turn)
        self.sheet.zoomed.connect(self.look_nearer)
        self.sheet.wanted.connect(lambda dpi: self._previewer.picture(self._page, dpi))
        self._previewer.drawn.connect(self._show)
        self._previewer.pictured.connect(self._show_picture)

    @property
    def page(self) -> int:
        """The number of the page shown, from 0."""
        return self._page

    def clear(self, words: str) -> None:
        """Show no paper, and say why."""
        self._paper = None
        self.sheet.show_page(None, words)
        for part in (self.not_whole, self.badge, self.about, self._turning, self._zooming):
            part.hide()

    def _show(self, paper: Drawn) -> None:
        if self._desk.hides_balances and paper.wanted.paper in PRIVATE:
            self.clear(veil_words(self._tr))
            return
        before, self._paper = self._paper, paper
        other = before is None or before.wanted.paper != paper.wanted.paper
        if before is None or other or len(before.sizes) != len(paper.sizes):
            self._page = 0
        for part in (self.badge, self.about, self._zooming):
            part.show()
        self.not_whole.set_words(not_whole_words(paper.not_whole, self._tr))
        self.not_whole.setVisible(bool(paper.not_whole))
        self._refresh(other)

    def turn(self, pages: int) -> None:
        """Turn so many pages."""
        if self._paper is not None:
            self._page = min(max(self._page + pages, 0), len(self._paper.sizes) - 1)
            self._refresh()

    def look_nearer(self, steps: int) -> None:
        """Show it larger (1) or smaller (-1); smaller than all is the whole page."""
        share = self.sheet.share()
        if steps > 0:
            self._zoom = next((zoom for zoom in ZOOMS if zoom > share + 0.01), ZOOMS[-1])
        else:
            below = [zoom for zoom in ZOOMS if zoom < share - 0.01]
            whole = self._whole_share()
            self._zoom = below[-1] if below and below[-1] > whole else None
        self._refresh()

    def _whole_share(self) -> float:
        self.sheet.set_zoom(None)
        return self.sheet.share()

    def _refresh(self, fresh: bool = False) -> None:
        assert self._paper is not None
        tr, count = self._tr, len(self._paper.sizes)
        self.sheet.set_zoom(self._zoom)
        self.sheet.show_page(QSizeF(*self._paper.sizes[self._page]), fresh=fresh)
        sheets = tr.ngettext("{size}, one sheet", "{size}, {n} sheets", count)
        size = size_name(self._paper.sheet.size, tr)
        words = sheets.format(size=size, n=tr.number(count))
        if (shown := households(self._paper.sheet)) is not None:
            first, every = (tr.number(n) for n in shown)
            words = tr.gettext("The first {n} of {all} households").format(n=first, all=every)
        self.about.set_words(words)
        self._turning.setVisible(count > 1)
        self.pages.set_words(
            tr.gettext("{n} of {all}").format(n=tr.number(self._page + 1), all=tr.number(count))
        )
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < count - 1)
        whole = self._zoom is None
        share = f"{round((self._zoom or 1) * 100)}\u00a0%"
        self.zoom.set_words(tr.gettext("Whole page") if whole else share)
        self.smaller.setEnabled(not whole)
        self.larger.setEnabled(self._zoom != ZOOMS[-1])
        name = paper_name(self._paper.sheet.paper, tr)
        self.sheet.setAccessibleDescription(f"{name}, {self.about.text()}, {self.pages.text()}")

    def _show_picture(self, found: PagePicture) -> None:
        if self._paper is not None and found.page == self._page:
            self.sheet.show_picture(found.image)


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    cells = QHBoxLayout(row)
    cells.setContentsMargins(0, 0, 0, 0)
    cells.setSpacing(8)
    for part in parts:
        cells.addWidget(part)
    return row
