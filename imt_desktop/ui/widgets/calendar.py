"""A month's sheet to choose a day from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import colour, em, icon


def calendar_popup(
    parent: QWidget, day: date, tr: Translator, first: Qt.DayOfWeek = Qt.DayOfWeek.Monday
) -> QCalendarWidget:
    """Make a month's sheet that closes itself after the choice (``clicked``, ``activated``)."""
    popup = QCalendarWidget(parent)
    popup.setWindowFlag(Qt.WindowType.Popup)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    popup.setLocale(QLocale(str(tr.locale)))
    popup.setFirstDayOfWeek(first)
    popup.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    popup.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    popup.setSelectedDate(QDate(day.year, day.month, day.day))
    popup.setMinimumSize(em(320), em(280))
    _dress(popup)
    popup.clicked.connect(popup.close)
    popup.activated.connect(popup.close)
    return popup


def _dress(popup: QCalendarWidget) -> None:
    """Give weekends the usual ink, and the arrows our icons."""
    usual = QTextCharFormat()
    usual.setForeground(colour("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        popup.setWeekdayTextFormat(weekday, usual)
    head = QTextCharFormat()
    head.setForeground(colour("ink2"))
    popup.setHeaderTextFormat(head)
    for name, shape in (("prev", "chevron-left"), ("next", "chevron-right")):
        button = popup.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setIcon(icon(shape, "ink2", em(20)))
