"""A photo or PDF of a voucher: chosen from the disk, or dropped here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.vouchers import ENDINGS, JPEG, Voucher, read_voucher
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, IconButton, IconLabel, Words, shortened
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.tab_order import INNER

_THUMB = 48
_KILOBYTE = 1024


class VoucherField(QWidget):
    """Shows what is kept, or how to add it. Shrinking runs off the window's thread."""

    changed = Signal()
    """Something was taken, refused, or taken away: see ``busy`` and ``error``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._desk = desk
        self._voucher: Voucher | None = None
        self._wrong = self._over = False
        self.busy = False
        self.error: UserError | None = None
        self.setAcceptDrops(True)
        self._icon = IconLabel("camera", "ink2", 20)
        self._thumb = QLabel()
        self._name = Words("", "strong", wrap=True)
        self._second = Words("", "second", wrap=True)
        self.choose = Button(tr.gettext("Choose a file"), icon="paperclip", size="row")
        self.remove = IconButton("x", tr.gettext("Take it away"))
        self._lay_out()
        self.choose.clicked.connect(self._ask_file)
        self.remove.clicked.connect(self.clear)
        self._show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._thumb)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        for button in (self.choose, self.remove):
            button.setProperty(INNER, True)
            button.setAutoDefault(False)
        self.choose.setAutoDefault(True)  # with the focus on it, Enter presses it

    def voucher(self) -> Voucher | None:
        """Return what is to be kept, if anything."""
        return self._voucher

    def set_voucher(self, voucher: Voucher) -> None:
        """Begin with what was chosen before."""
        self._taken(voucher)

    def value(self) -> object:
        """Return what tells whether something was chosen."""
        return self._voucher

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self._wrong = wrong
        self.update()

    def clear(self) -> None:
        """Take away what was refused; where nothing was, keep nothing."""
        if self.error is None:
            self._voucher = None
        self.error = None
        self._show()
        self._go_to_button()

    def take(self, path: Path) -> None:
        """Read a file and make it small."""
        self.busy, self.error = True, None
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()  # the button goes away: Enter must not press another one meanwhile
        self._show()
        self._desk.read(
            lambda _book: read_voucher(path),
            guarded(self, self._taken),
            guarded(self, self._refuse),
        )

    def _taken(self, voucher: Voucher) -> None:
        self.busy = False
        self._voucher = voucher
        self._done()

    def _refuse(self, error: UserError) -> None:
        self.busy = False
        self.error = error.beside("attachment")
        self._done()

    def _done(self) -> None:
        self._show()
        if self.window().focusWidget() is self:
            self._go_to_button()

    def _go_to_button(self) -> None:
        (self.remove if self._voucher else self.choose).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus to the button that is there, such as when a mistake is shown here."""
        super().focusInEvent(event)
        if not self.busy:
            self._go_to_button()

    def _ask_file(self) -> None:
        tr = self._desk.tr
        endings = " ".join(f"*.{ending}" for ending in ENDINGS)
        kinds = tr.gettext("Photos and PDF ({endings})").format(endings=endings)
        dialog = QFileDialog(self, tr.gettext("Photo or PDF"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self) -> None:
        tr, kept = self._desk.tr, self._voucher
        self._name.set_words(shortened(kept.name, 40) if kept else "")
        self._name.setVisible(kept is not None)
        if self.busy:
            said = tr.gettext("Making it small…")
        elif kept is not None:
            size = tr.number(max(len(kept.data) // _KILOBYTE, 1))
            said = tr.gettext("{size} kB, kept in the book").format(size=size)
        else:
            said = tr.gettext("or drop it here")
        self._second.set_words(said)
        self._show_thumb(kept)
        self.choose.setVisible(kept is None and not self.busy)
        self.remove.setVisible(kept is not None or self.error is not None)
        self.remove.setAutoDefault(kept is None)  # Enter takes away what was refused, no photo
        self.updateGeometry()
        self.changed.emit()

    def _show_thumb(self, kept: Voucher | None) -> None:
        picture = QPixmap()
        if kept is not None and kept.media == JPEG:
            picture.loadFromData(kept.data)
            side = em(_THUMB)
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture = picture.scaled(side, side, keep, smooth)
        self._thumb.setPixmap(picture)
        self._thumb.setVisible(not picture.isNull())
        self._icon.setVisible(picture.isNull())

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files of this computer, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:  # noqa: N802
        """Be as before."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the first file that was dropped."""
        self._over = False
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take(Path(files[0]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the place where one drops."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = "bad" if self._wrong else "teal" if self._over else "field"
        ground = "teal_tint2" if self._over else "card"
        thick = 2 if self._wrong or self._over else 1
        dashed = self._voucher is None
        box(painter, QRectF(self.rect()), ground, line, 8, thick, dashed)
