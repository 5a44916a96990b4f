"""Dialogs: a question as title, what happens as text, on a dimmed window. Esc is harmless."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from imt_desktop.i18n.turning import isolated
from imt_desktop.ui.theme import colour, dress
from imt_desktop.ui.widgets.button import Button, ButtonRow
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.tab_order import plain_enter
from imt_desktop.ui.widgets.words import Words

_SHADOW = 14
_ROUND = 12


class Dim(QWidget):
    """Dims a window while a dialog is open, and draws the dialog's shadow."""

    def __init__(self, over: QWidget, dialog: QWidget) -> None:
        super().__init__(over)
        self._over, self._dialog = over, dialog
        over.installEventFilter(self)
        dialog.installEventFilter(self)
        self.hides: QWidget | None = None
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window and the dialog."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._over.rect())
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Darken everything, most of all round the dialog."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hides is not None:
            corner = self.hides.mapTo(self._over, QPoint(0, 0))
            painter.fillRect(QRect(corner, self.hides.size()), colour("paper"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 16, 8, 70))
        round_ = _ROUND if isinstance(self._over, Dialog) else 0
        painter.drawRoundedRect(self.rect(), round_, round_)
        corner = self._dialog.geometry().topLeft()
        at = self.mapFromGlobal(corner)
        if corner.isNull():  # what some desktops say of a dialog over a dialog
            at = self.rect().center() - self._dialog.rect().center()
        where = QRectF(self._dialog.rect().translated(at)).translated(0, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 16, 8, 5))
        for spread in range(_SHADOW, 0, -1):
            edge = QRectF(where).adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(edge, 12 + spread, 12 + spread)


class Dialog(QDialog):
    """A dialog over a window. Put what it asks for into ``body``; add buttons from the left.

    Use ``open()`` and the signals ``accepted`` and ``rejected``, or ``exec()``.
    """

    def __init__(
        self,
        parent: QWidget,
        question: str,
        text: str = "",
        icon: str = "",
        icon_role: str = "teal",
        width: int = 480,
    ) -> None:
        super().__init__(parent.window())
        dress(self)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(isolated(question))
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.setMinimumWidth(width)
        self.setMaximumWidth(max(width, parent.window().width() - 48))
        self._dim: Dim | None = None
        self._hides: QWidget | None = None
        self._question = Words(question, "name", wrap=True)
        self._text = Words(text, wrap=True)
        if not text:
            self._text.hide()
        self.body = QVBoxLayout()
        self.buttons = ButtonRow()
        self._lay_out(icon, icon_role)

    def _lay_out(self, icon: str, icon_role: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._question)
        words.addWidget(self._text)
        head = QHBoxLayout()
        head.setSpacing(16)
        if icon:
            head.addWidget(IconLabel(icon, icon_role, 36), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.setSpacing(12)
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self.body)
        column.addLayout(self.buttons)

    def hide_behind(self, page: QWidget) -> None:
        """Let nothing of a page be read while the dialog is open."""
        self._hides = page

    def set_question(self, question: str) -> None:
        """Write another question."""
        self._question.set_words(question)
        self.setWindowTitle(isolated(question))
        self.setAccessibleName(question)

    def set_text(self, text: str) -> None:
        """Write another text under the question."""
        self._text.set_words(text)
        self._text.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Add what is asked for."""
        self.body.addWidget(widget)

    def add_button(self, button: Button, left: bool = False) -> Button:
        """Add a button: the last one at the right is the main one; ``left`` puts it far left.

        A primary button answers Enter.
        """
        if left:
            self.buttons.insertWidget(0, button)
        else:
            self.buttons.addWidget(button)
        button.setAutoDefault(button.kind != "danger")
        if button.kind == "primary":
            button.setDefault(True)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press the button that has the focus, whatever its kind; F1 is the window's."""
        over = self.parentWidget()
        if event.key() == Qt.Key.Key_F1 and over is not None:
            QCoreApplication.sendEvent(over, event)
            return
        focused = self.focusWidget()
        if plain_enter(event) and isinstance(focused, QPushButton) and focused.isEnabled():
            focused.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Dim the window behind, and take the right height: words are measured once they are dressed."""
        super().showEvent(event)
        self.fit()
        over = self.parentWidget()
        if self._dim is None and over is not None and over.isVisible():
            self._dim = Dim(over, self)
            self._dim.hides = self._hides

    def fit(self) -> None:
        """Be as high as the words ask for, in the middle of the window."""
        layout, over = self.layout(), self.parentWidget()
        if layout is None or not layout.hasHeightForWidth():
            return
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        if over is not None:
            self.move(over.mapToGlobal(over.rect().center()) - self.rect().center())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let the window behind be bright again."""
        self._brighten()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let the window behind be bright again."""
        self._brighten()
        super().closeEvent(event)

    def _brighten(self) -> None:
        over = self.parentWidget()
        if over is not None and over.isVisible():
            over.activateWindow()  # not every desktop does, and then no key is heard
        if self._dim is not None:
            self._dim.hide()
            self._dim.deleteLater()
            self._dim = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the corners off under X11: where nothing blends windows there they would be black."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() != "xcb":
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), "card", "line2", _ROUND)
