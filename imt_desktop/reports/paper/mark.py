"""The round mark of a committee: a tap in a ring, until it has a stamp of its own."""

from __future__ import annotations

from imt_desktop.reports.paper.ink import TEAL, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet


def round_mark(sheet: Sheet, left: float, top: float, size: float) -> None:
    """Draw the mark in a square of that size."""
    radius = size / 2
    x, y = left + radius, sheet.height - top - radius
    canvas = sheet.canvas
    with sheet.state():
        canvas.setFillColor(ink(WHITE if sheet.saving else TEAL))
        canvas.setStrokeColor(ink(TEAL))
        canvas.setLineWidth(radius * 0.07)
        canvas.circle(x, y, radius * 0.965, stroke=1, fill=1)
        canvas.setStrokeColor(ink(TEAL if sheet.saving else WHITE))
        canvas.setLineWidth(radius * 0.045)
        canvas.circle(x, y, radius * 0.87, stroke=1, fill=0)
    drawing = radius * 1.16
    tap = TEAL if sheet.saving else WHITE
    sheet.icon("faucet", x - drawing / 2, top + radius - drawing / 2, drawing, tap)
    sheet.boxes.pop()
    sheet.note("icon", left, top, size, size, "mark")
