"""The frame of a page: top bar with title and actions, body, and a foot that stays in view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.scroll import Scroll
from imt_desktop.ui.widgets.segments import Segments
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.ui.widgets.words import Words, shortened

EDGE = 24
_BAR, _ASIDE, _UNDER, _OVER = 72, 12, 20, 8
_TITLE, _SUBTITLE = 120, 300
"""Letters: names stand in both, and one of thousands would push the body out of sight."""

_LONGEST = 180
"""Pixels at scale 1 that words under a title may ask for, where they cannot be wrapped."""

_STEPS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class PageFrame(QWidget):
    """Put the content into ``body`` (or call ``add``); 12 px lie between its parts.

    ``scrolls`` lets the body scroll up and down; pages with a list that scrolls itself say False.
    ``help_wanted`` and ``find_wanted`` are announced by buttons; the window listens to their keys itself.
    """

    help_wanted = Signal()
    find_wanted = Signal()
    tab_chosen = Signal(str)
    """Another page was asked for that stands beside this one."""

    def __init__(
        self,
        tr: Translator,
        title: str,
        subtitle: str = "",
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = Words(title, "title", wrap=True)
        self._subtitle = Words(subtitle, "second", wrap=True)
        self._help = Button(
            "", icon="circle-help", key="F1", listen=False, says=tr.gettext("Help for this screen")
        )
        self._find = Button(
            "", icon="search", key="Ctrl+K", listen=False, says=tr.gettext("Find anything")
        )
        self._help.clicked.connect(self.help_wanted)
        self._find.clicked.connect(self.find_wanted)
        self._words = QVBoxLayout()
        self._bar = BarLayout(gap=12)
        self._bar_whole = QVBoxLayout()
        self._bar_room = QWidget()
        self.body = TopBox()
        self._foot: BarLayout | None = None
        self._first: QWidget | None = None
        self._waits = False
        """The page opened before there was what it begins with: that comes with the book."""
        self.tabs: Segments | None = None
        self._whole = QVBoxLayout(self)
        self._lay_bar()
        self._lay_body(scrolls)
        self.set_title(title, subtitle)

    def _lay_bar(self) -> None:
        self._words.setSpacing(0)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._bar.addLayout(self._words, 1)
        self._bar.addStretch()
        self._bar.addWidget(self._find)
        self._bar.addWidget(self._help)
        self._bar.give_way(self._help, self._find)
        self._bar_whole.setContentsMargins(EDGE, 8, EDGE, 8)
        self._bar_whole.setSpacing(0)
        self._bar_whole.addLayout(self._bar, 1)

    def _lay_body(self, scrolls: bool) -> None:
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._bar_room.setLayout(self._bar_whole)
        self._bar_room.setMinimumHeight(em(_BAR))
        self._bar_room.installEventFilter(self)
        self._whole.addWidget(self._bar_room)
        inside = QWidget()
        inside.setLayout(self.body)
        self.body.setContentsMargins(EDGE, 0, EDGE, 20)
        self.body.setSpacing(12)
        self._scroll = Scroll(inside) if scrolls else None
        self._whole.addWidget(self._scroll or inside, 1)

    def too_tall(self, part: QWidget) -> int:
        """Return how many pixels a part that fills the body lacks; negative: has to spare."""
        if self._scroll is None:
            return 0
        edges = self.body.contentsMargins()
        room = self._scroll.viewport().height() - edges.top() - edges.bottom()
        return max(part.heightForWidth(part.width()), part.minimumSizeHint().height()) - room

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll by page, also from the buttons of the bar: much of a body has nothing to go to."""
        step = _STEPS.get(Qt.Key(event.key()))
        if self._scroll is None or step is None:
            super().keyPressEvent(event)
            return
        self._scroll.verticalScrollBar().triggerAction(step)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a part of the body, once it has its place; on large screens all is in view."""
        if self._scroll is not None:
            QTimer.singleShot(0, self._scroll, partial(self._scroll.ensureWidgetVisible, widget))

    def bring_spot_into_view(self, widget: QWidget, spot: QRect) -> None:
        """Scroll to a spot of a part that is larger than the room."""
        inside = self._scroll.widget() if self._scroll is not None else None
        if self._scroll is not None and inside is not None:
            at = widget.mapTo(inside, spot.center())
            self._scroll.ensureVisible(at.x(), at.y(), spot.width() // 2, spot.height() // 2)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Write another title."""
        title, subtitle = shortened(title, _TITLE), shortened(subtitle, _SUBTITLE)
        self.setAccessibleName(title)
        self._title.set_words(title)
        self._subtitle.set_words(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._keep_words_whole()
        self._place_subtitle()

    def _keep_words_whole(self) -> None:
        """Keep room for what cannot be wrapped, such as an amount; not for a name without end."""
        self._subtitle.ensurePolished()
        metrics = self._subtitle.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._subtitle.text().split(" ")))
        self._subtitle.setMinimumWidth(min(longest + 2, em(_LONGEST)))

    def _place_subtitle(self) -> None:
        """Let what stands under the title go on under the buttons where it would wrap beside them."""
        room = self._bar_room.width() - 2 * EDGE - self._bar.beside_first()
        under = self._subtitle.sizeHint().width() > max(room, self._title.sizeHint().width())
        home, other = (self._bar_whole, self._words) if under else (self._words, self._bar_whole)
        if home.indexOf(self._subtitle) < 0:
            other.removeWidget(self._subtitle)
            home.addWidget(self._subtitle)

    def hold_title(self, pixels: int) -> None:
        """Let the title keep so much room beside what stands in the bar, at scale 1."""
        self._title.setMinimumWidth(em(pixels))

    def room_beside_title(self) -> QRect:
        """Return what is free in the top bar between the title and what stands at the right."""
        words = [part for part in (self._title, self._subtitle) if not part.isHidden()]
        written = max(part.fontMetrics().horizontalAdvance(part.text()) for part in words)
        left = self._title.mapTo(self, QPoint(0, 0)).x() + min(written, self._title.width())
        bar, bottom = self._bar_room, max(part.geometry().bottom() for part in words)
        others = [one for one in self._bar_room.children() if isinstance(one, QWidget)]
        others = [one for one in others if one not in words and one.isVisible()]
        beside = [one for one in others if one.y() <= bottom]
        right = min((one.x() for one in beside), default=bar.width() - EDGE)
        tall = min(bar.height(), em(_BAR))
        return QRect(left + _ASIDE, bar.y(), max(right - left - 2 * _ASIDE, 0), tall)

    def room_in_foot(self) -> QRect:
        """Return the widest room that is free between the parts of the foot, where it has any."""
        if self._foot is None:
            return QRect()
        whole = self._foot.geometry()
        items = (self._foot.itemAt(at) for at in range(self._foot.count()))
        parts = [item.widget() for item in items if item is not None]
        taken = sorted(
            (one.x() - _ASIDE, one.x() + one.width() + _ASIDE)
            for one in parts
            if one is not None and one.isVisible()
        )
        if not taken:  # a foot without parts takes no place
            return QRect()
        room, at = QRect(), whole.left() + EDGE
        for left, right in (*taken, (whole.right() - EDGE, whole.right())):
            if left - at > room.width():
                room = QRect(at, whole.top() + _OVER, left - at, whole.height() - _OVER - _UNDER)
            at = max(at, right)
        return room

    @property
    def toast_over(self) -> QWidget | None:
        """The part of the page over whose lower end a toast lies; None: over the foot of the page."""
        return None

    @property
    def body_bottom(self) -> int:
        """Where the body ends and the foot begins."""
        return self.height() if self._foot is None else self._foot.geometry().top()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a part to the body."""
        self.body.addWidget(widget, stretch)

    def lay_tabs(self, pages: Sequence[Choice], here: str) -> None:
        """Lead to the pages that stand beside this one, in a bar over the body."""
        tabs = Segments(pages, here, even=False, name=self.accessibleName())
        self.tabs = tabs
        self._whole.insertWidget(1, _inset(tabs))

        def choose(key: object) -> None:
            tabs.set_value(here)  # so it stands when one comes back
            self.tab_chosen.emit(key)

        tabs.chosen.connect(choose)

    def add_action(self, widget: QWidget) -> None:
        """Add something at the right of the top bar, before the buttons of every page."""
        self._bar.insertWidget(self._bar.count() - 2, widget)
        if isinstance(widget, Button) and not widget.words:  # an icon says enough without its key
            self._bar.give_way(widget)
        QWidget.setTabOrder(widget, self._find)

    def show_bar(self, shown: bool) -> None:
        """Show the top bar, or leave its room to the body."""
        self._bar_room.setVisible(shown)

    def show_buttons(self, shown: bool) -> None:
        """Show the buttons of every page, or hide them where there is nothing to find yet."""
        self._find.setVisible(shown)
        self._help.setVisible(shown)

    def set_first(self, field: QWidget) -> None:
        """Name the field that has the focus whenever the page opens."""
        self._first = field
        if self._waits:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Put the cursor where the page begins, as its key is pressed while it is shown."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(self._first, QLineEdit):  # which selects nothing where it had the focus
                self._first.selectAll()
            self._waits = not self._first.isVisible()
            if self._waits:
                self._first.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Put the focus on the first field as it comes, unless somebody types elsewhere on the page.

        Find the words under the title their place where a button comes or goes.
        """
        if watched is self._bar_room and event.type() == QEvent.Type.LayoutRequest:
            self._place_subtitle()
        if watched is self._first and self._waits and event.type() == QEvent.Type.Show:
            self._waits = False
            here = self.window().focusWidget()
            inside = here is not None and self.isAncestorOf(here)
            if not inside or isinstance(here, QAbstractButton):
                self._first.setFocus(Qt.FocusReason.TabFocusReason)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the focus on the first field, its text selected."""
        super().showEvent(event)
        self.begin_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find the words under the title their place."""
        super().resizeEvent(event)
        self._place_subtitle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Give the top bar its height anew when the text grows or shrinks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bar_room.setMinimumHeight(em(_BAR))
            self._keep_words_whole()
            self._place_subtitle()

    def foot(self) -> BarLayout:
        """Return the foot bar, which stays in view; it appears with the first call."""
        if self._foot is None:
            self._foot = BarLayout(gap=12)
            self._foot.setContentsMargins(EDGE, _OVER, EDGE, _UNDER)
            # What scrolls ends above it.
            self.body.setContentsMargins(EDGE, 0, EDGE, _UNDER - _OVER)
            self._whole.addLayout(self._foot)
        return self._foot


def _inset(widget: QWidget) -> QWidget:
    """Lay something at the left edge of the body."""
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(EDGE, 0, EDGE, 12)
    row.addWidget(widget)
    row.addStretch(1)
    return room
