"""The tariff's poster as a file: A3, A2, the A4 counter size, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.paper.posters import Poster, one_sheet
from imt_desktop.reports.tariff import poster

POSTER = Poster(
    one_sheet(poster.draw), poster.title, lambda facts, words: poster.since(facts, words).main
)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
