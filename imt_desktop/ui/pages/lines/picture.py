"""The photo of a voucher: small beside its line, large where one looks closer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets import Button, Dialog, Scroll
from imt_desktop.ui.widgets.draw import box

_TALL = 196


class Photo(QWidget):
    """A picture, shrunk into its room; on a quiet ground with round corners."""

    def __init__(self, name: str, tall: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall = tall
        self._picture = QPixmap()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not tall)
        self.setSizePolicy(policy)

    def show_picture(self, data: bytes) -> None:
        """Show an encoded picture."""
        self._picture = QPixmap()
        self._picture.loadFromData(data)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its room; as high as asked for, or as the picture is."""
        wide = em(240)
        return QSize(wide, self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Without a height of its own it follows the picture."""
        return not self._tall

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height at which nothing is left empty."""
        if self._tall:
            return em(self._tall)
        picture = self._picture
        return width * picture.height() // max(picture.width(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture in the middle of its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box(painter, QRectF(self.rect()), "sunk", "line")
        if self._picture.isNull():
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setClipPath(path)
        painter.drawPixmap(self._place(), self._picture)
        painter.setClipping(False)
        painter.setPen(colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _place(self) -> QRect:
        """Fill the width, the upper end in view: there a voucher says whose it is."""
        mode = Qt.AspectRatioMode
        how = mode.KeepAspectRatioByExpanding if self._tall else mode.KeepAspectRatio
        size = self._picture.size().scaled(self.size(), how)
        return QRect(QPoint((self.width() - size.width()) // 2, 0), size)


class VoucherPicture(QWidget):
    """A voucher's first page, and a button to look closer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._desk = desk
        self._pages: Sequence[bytes] = ()
        self._photo = Photo(tr.gettext("Photo of the voucher"), _TALL)
        self.closer = Button(tr.gettext("Look closer"), icon="search", size="row")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._photo)
        column.addWidget(self.closer, 0, Qt.AlignmentFlag.AlignLeft)
        self.closer.clicked.connect(self._look_closer)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show a voucher's pages; without any the picture goes."""
        self._pages = pages
        self.setVisible(bool(pages))
        if pages:
            self._photo.show_picture(pages[0])

    def _look_closer(self) -> None:
        look_closer(self, self._desk, self._pages)


def look_closer(over: QWidget, desk: Desk, pages: Sequence[bytes], title: str = "") -> Dialog:
    """Show a voucher as large as the window allows; several pages stand under one another."""
    tr, window = desk.tr, over.window()
    wide = min(em(760), window.width() - 80)
    dialog = Dialog(over, title or tr.gettext("The voucher"), width=wide)
    dialog.setFixedWidth(wide)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(12)
    for number, page in enumerate(pages, 1):
        photo = Photo(tr.gettext("Page {n}").format(n=number))
        photo.show_picture(page)
        column.addWidget(photo)
    scroll = Scroll(inside)
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.setFixedHeight(max(window.height() - 220, 160))
    dialog.add(scroll)
    close = Button(tr.gettext("Close"), "primary", key="Esc", listen=False)
    dialog.add_button(close).clicked.connect(dialog.accept)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    scroll.setFocus()
    return dialog
