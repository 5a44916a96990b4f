"""The capacity sheet as a file: A3, A2, the A4 counter size, or tiled over A4 sheets."""

from __future__ import annotations

from imt_desktop.reports.capacity import poster
from imt_desktop.reports.paper.posters import Poster, one_sheet

POSTER = Poster(
    one_sheet(poster.draw), poster.title, lambda facts, words: words.main.date(facts.on)
)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
