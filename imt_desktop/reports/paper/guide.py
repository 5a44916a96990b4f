"""The guide sheet of a tiled poster: a sketch, four steps, and a bar to check the printer's scale."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.anchor import write_code
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, width
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.paper.tiling import EDGE, Tiles, place

LEFT, RIGHT = A4.margin, A4.width - A4.margin
MIDDLE = LEFT + 0.615 * (RIGHT - LEFT)


def draw(
    sheet: Sheet, words: Bilingual, tiles: Tiles, poster: tuple[float, float], anchor: Anchor | None
) -> None:
    """Draw the guide on an A4 sheet."""
    y = _title(sheet, words, tiles)
    _sketch(sheet, tiles, poster, y + 18)
    end = _steps(sheet, words, y + 20)
    _bar(sheet, words, max(y + 18 + _sketched(tiles)[1] + 44, end + 26), anchor)


def _title(sheet: Sheet, words: Bilingual, tiles: Tiles) -> float:
    count = f"{tiles.count} × A4"
    right = width(count, BOLD, 27) + 16
    said = words.both(lambda tr: tr.gettext("Put the poster together"))
    room = RIGHT - LEFT - right
    size = min(30.0, room / width(clean(said.main), BOLD, 1))
    y = 82.0
    sheet.text(LEFT, y, said.main, size, BOLD, TEAL)
    sheet.text(RIGHT, y, count, 27, BOLD, TERRACOTTA, "right")
    if said.second:
        y += 23
        sheet.text(LEFT, y, said.second, 20, ITALIC, SOFT, room=room)
    return woven(sheet, LEFT, y + 14, RIGHT - LEFT, 16)


def _sketched(tiles: Tiles) -> tuple[float, float, float]:
    """Width and height of the sketch, and its scale."""
    wide, high = tiles.whole
    scale = min((MIDDLE - LEFT - 14) / wide, 400 / high)
    return wide * scale, high * scale, scale


def _sketch(sheet: Sheet, tiles: Tiles, poster: tuple[float, float], top: float) -> None:
    _, _, scale = _sketched(tiles)
    x, y = LEFT + tiles.shift_x * scale, top + tiles.shift_y * scale
    place(sheet, x, y, tiles.scale * scale, poster, tiles.form)
    wide, high = (tiles.paper_width - 2 * EDGE) * scale, (tiles.paper_height - 2 * EDGE) * scale
    for number in range(tiles.count):
        left = LEFT + number % tiles.across * tiles.step_x * scale
        upper = top + number // tiles.across * tiles.step_y * scale
        sheet.rect(left, upper, wide, high, None, TERRACOTTA, 1.5, dash=(5, 3))
        cx, cy = left + wide / 2, upper + high / 2
        with sheet.state():
            sheet.canvas.setFillColor(ink(WHITE))
            sheet.canvas.setStrokeColor(ink(TERRACOTTA))
            sheet.canvas.setLineWidth(2)
            sheet.canvas.circle(cx, sheet.height - cy, 18, stroke=1, fill=1)
        sheet.text(cx, cy + 22 * CAP / 2, str(number + 1), 22, BOLD, TERRACOTTA, "centre")


def _steps(sheet: Sheet, words: Bilingual, y: float) -> float:
    said = (
        ("printer", words.both(lambda tr: tr.gettext("Print at 100 %, not “fit to page”"))),
        ("scissors", words.both(lambda tr: tr.gettext("Cut off the edges that show scissors"))),
        ("blend", words.both(lambda tr: tr.gettext("Lay it over the grey strip and glue"))),
        ("badge-check", words.both(lambda tr: tr.gettext("The code is the same on all sheets"))),
    )
    for number, (icon, pair) in enumerate(said, 1):
        sheet.text(MIDDLE, y + 22, str(number), 28, BOLD, TERRACOTTA)
        sheet.icon(icon, MIDDLE + 26, y, 25, TEAL)
        y = sheet.pair(MIDDLE, y + 46, pair, 13.5, RIGHT - MIDDLE, lines=3, gap=1.3) + 24
    return y


def _bar(sheet: Sheet, words: Bilingual, y: float, anchor: Anchor | None) -> None:
    said = words.both(
        lambda tr: tr.gettext("This bar is 100 mm long on the paper. If not, print again at 100 %.")
    )
    y = sheet.pair(LEFT, y, said, 13, RIGHT - LEFT) + 14
    step = 10 * MM
    for n in range(10):
        sheet.rect(LEFT + n * step, y, step, 12, WHITE if n % 2 else INK, INK, 0.8)
    sheet.text(LEFT + 10 * step + 8, y + 10.5, "100 mm", 12, BOLD)
    if anchor:
        groups = [anchor.code[at : at + 4] for at in range(0, len(anchor.code), 4)]
        write_code(sheet, LEFT, y + 46, groups, 14)
