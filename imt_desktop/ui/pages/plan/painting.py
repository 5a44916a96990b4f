"""Draws the parts of the board: cards, lanes, heads of columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPixmap

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.plan.face import Face, Lane
from imt_desktop.ui.pages.plan.laying import (
    HEAD,
    INSET,
    PHOTO,
    figure_below,
    figure_height,
    foot_fits,
    lane_lines,
    reason_lines,
    title_lines,
    when_lines,
)
from imt_desktop.ui.theme import colour, current, em, font, paint_icon, scale, width_of
from imt_desktop.ui.widgets.avatar import paint_avatar
from imt_desktop.ui.widgets.draw import box, elided, write_words
from imt_desktop.ui.widgets.sparkline import TALL, WIDE, paint_sparkline

COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "not-started": ("circle", "ink2"),
    "under-way": ("circle-dashed", "teal"),
    "done": ("circle-check", "ok"),
    "dropped": ("circle-slash", "ink3"),
}
"""Shape and colour of each column."""

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_head(
    painter: QPainter, where: QRectF, state: str, words: str, count: int, tr: Translator
) -> None:
    """Draw the head of a column: shape, word, how many."""
    shape, ink = COLUMNS[state]
    size = em(18)
    if where.height() > em(HEAD):
        row = QRectF(where.left() + 4, where.top() + em(24), where.width(), em(26))
        _text(painter, row, words, font("second", True), ink)
        where, words = QRectF(where.left(), where.top(), where.width(), em(26)), ""
    paint_icon(painter, shape, ink, QPointF(where.left() + 4, where.center().y() - size / 2), size)
    face = font("body", True)
    left, number = where.left() + 4 + size + 6, tr.number(count)
    wide = width_of(number, "second") + 8
    room = where.right() - left - wide
    shown = elided(words, face, room)
    _text(painter, QRectF(left, where.top(), room, where.height()), shown, face, ink)
    left += QFontMetrics(face).horizontalAdvance(shown) + 8
    rest = QRectF(left, where.top(), wide, where.height())
    _text(painter, rest, number, font("second"), "ink2")


def paint_lane(painter: QPainter, where: QRectF, lane: Lane, beside: bool) -> None:
    """Draw the words of a lane: beside its cells, or above them."""
    titles, words = lane_lines(lane, int(where.width()), beside)
    size, top, left = em(22), where.top() + 10, where.left() + 4
    if beside:
        paint_icon(painter, lane.icon, "teal", QPointF(left, top), size)
        top += em(28)
    else:
        paint_icon(painter, lane.icon, "teal", QPointF(left, top), size)
        left += em(28)
    for line in titles:
        rect = QRectF(left, top, where.width(), em(19))
        _text(painter, rect, line, font("body", True), "ink")
        top += em(19)
    for line in words:
        _text(painter, QRectF(left, top, where.width(), em(17)), line, font("second"), "ink2")
        top += em(17)


def paint_more(painter: QPainter, where: QRectF, words: str, chosen: bool) -> None:
    """Draw the line that unfolds what is done."""
    if chosen:
        box(painter, where, "teal_tint2", "teal", 8, 2)
    face = font("second", True)
    shown = elided(words, face, where.width() - 12)
    _text(painter, where.adjusted(6, 0, -6, 0), shown, face, "teal")


def paint_card(
    painter: QPainter,
    where: QRectF,
    face: Face,
    photo: QPixmap | None,
    tr: Translator,
    lifted: bool = False,
) -> None:
    """Draw a card."""
    dropped = face.state == "dropped"
    if lifted:
        _paint_shadow(painter, where)
    if dropped:
        box(painter, where, "card" if lifted else "", "ink3", 8, 1, dashed=True)
    else:
        box(painter, where, "card", "teal" if lifted else "line2", 8, 2 if lifted else 1)
    if face.late:
        _paint_bar(painter, where)
    left, room = where.left() + INSET, where.width() - 2 * INSET
    top = where.top() + 9
    for line in title_lines(face.title, int(room), scale()):
        ink = "ink2" if dropped else "ink"
        _text(painter, QRectF(left, top, room, em(18)), line, font("body", True), ink)
        top += em(18)
    if dropped:
        top += 2
        for line in reason_lines(face.reason, int(room), scale()):
            _text(painter, QRectF(left, top, room, em(17)), line, font("second"), "ink2")
            top += em(17)
        return
    if face.photo:
        _paint_photo(painter, QRectF(left, top + 5, room, em(PHOTO)), photo)
        top += em(PHOTO) + 8
    if face.figure:
        top += _paint_figure(painter, QRectF(left, top + 1, room, em(22)), face) + 2
    _paint_foot(painter, QRectF(left, top + 5, room, em(24)), face, tr)


def _paint_shadow(painter: QPainter, where: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    shade = colour("ink")
    shade.setAlpha(10)
    painter.setBrush(shade)
    for spread in range(8, 0, -1):
        painter.drawRoundedRect(
            where.adjusted(-spread, -spread + 3, spread, spread + 3), 8 + spread, 8 + spread
        )


def _paint_bar(painter: QPainter, where: QRectF) -> None:
    """The bar at the left that tells a late card from afar."""
    whole = QPainterPath()
    whole.addRoundedRect(where, 8, 8)
    bar = QPainterPath()
    bar.addRect(QRectF(where.left(), where.top(), 4, where.height()))
    painter.fillPath(whole.intersected(bar), colour("bad"))


def _paint_photo(painter: QPainter, where: QRectF, photo: QPixmap | None) -> None:
    box(painter, where, "sunk", "line", 6)
    if photo is None or photo.isNull():
        return
    path = QPainterPath()
    path.addRoundedRect(where, 6, 6)
    painter.save()
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    ratio = max(where.width() / photo.width(), where.height() / photo.height())
    wide, tall = photo.width() * ratio, photo.height() * ratio
    at = QRectF(where.center().x() - wide / 2, where.center().y() - tall / 2, wide, tall)
    painter.drawPixmap(at, photo, QRectF(photo.rect()))
    painter.restore()


def _paint_figure(painter: QPainter, where: QRectF, face: Face) -> float:
    """Draw the past and the words of a figure; words are never cut: without room they stand below it."""
    figure, book = face.figure, em(16)
    assert figure is not None
    at = QPointF(where.right() - book, where.center().y() - book / 2)
    paint_icon(painter, "book-open", "ink2", at, book)
    left = where.left()
    if figure.past:
        line = QRectF(left, where.center().y() - em(TALL) / 2, em(WIDE), em(TALL))
        paint_sparkline(painter, line, figure.past, figure.target)
        left += em(WIDE) + 8
    row = QRectF(left, where.top(), where.right() - left, em(22))
    below = figure_below(face, int(where.width()))
    if below and figure.past:
        row = QRectF(where.left(), where.top() + em(22) - 2, where.width(), em(18))
    for words in below or [figure.words]:
        _text(painter, row, words, font("second"), "ink2" if figure.known else "ink3")
        row.translate(0, em(18))
    return figure_height(face, int(where.width()))


def _paint_foot(painter: QPainter, where: QRectF, face: Face, tr: Translator) -> None:
    below = not foot_fits(face, int(where.width()))
    round_ = QRectF(where.left(), where.top(), em(24), em(24))
    paint_avatar(painter, face.person, round_, face.officer)
    size, small = em(16), font("second", not face.plain_when)
    left, right = round_.right() + 8, where.right()
    if face.evidence:
        number = tr.number(face.evidence)
        wide = width_of(number, "second")
        right -= wide
        place = QRectF(right, where.top(), wide + 1, where.height())
        _text(painter, place, number, font("second"), "ink2")
        right -= em(14) + 3
        clip = QPointF(right, place.center().y() - em(14) / 2)
        paint_icon(painter, "paperclip", "ink2", clip, em(14))
        right -= 6
    ink = "ink2" if face.plain_when else face.when.ink
    lines = [elided(face.when.words, small, right - left - size - 5)]
    row = QRectF(left, where.top(), right - left, where.height())
    if below:  # a state is never cut: it stands under the avatar, in two lines where it must
        lines = when_lines(face, int(where.width()))
        row = QRectF(where.left(), where.top() + em(26), where.width(), em(18))
    at = QPointF(row.left(), row.center().y() - size / 2)
    paint_icon(painter, face.when.shape, ink, at, size)
    row.setLeft(row.left() + size + 5)
    for line in lines:
        _text(painter, row, line, small, ink)
        row.translate(0, em(18))


def _text(painter: QPainter, where: QRectF, words: str, face: QFont, ink: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(ink))
    write_words(painter, where, _LEFT, words)


def paint_choice(painter: QPainter, where: QRectF) -> None:
    """Draw the ring round the card that is chosen."""
    rect = where.adjusted(-4, -4, 4, 4)
    box(painter, rect, "", "teal", 11, max(2, current().border))
