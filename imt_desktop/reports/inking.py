"""How papers become ink: by the ``render`` of their room, which is heavy and read only then."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from imt_desktop.reports.kinds import Sheet, Tell


def drawn_by(room: str, saving: bool = False) -> Callable[[Sheet, Tell], bytes]:
    """Draw facts with the ``render`` of a room, which is heavy: only when something is printed."""

    def ink(sheet: Sheet, _tell: Tell) -> bytes:
        pdf: Any = import_module(f"imt_desktop.reports.{room}")
        more = {"saving": sheet.saving} if saving else {}
        return bytes(pdf.render(sheet.facts, sheet.words, sheet.anchor, **more))

    return ink


def poster_of(room: str) -> Callable[[Sheet, Tell], bytes]:
    """Draw facts with the ``render`` or ``render_tiled`` of a room."""

    def ink(sheet: Sheet, _tell: Tell) -> bytes:
        from imt_desktop.reports.paper.format import PAPERS as SIZES

        pdf: Any = import_module(f"imt_desktop.reports.{room}")  # heavy: only when it is printed
        about = (sheet.facts, sheet.words, sheet.anchor)
        if sheet.size == "tiled":
            return bytes(pdf.render_tiled(*about, saving=sheet.saving))
        return bytes(pdf.render(*about, SIZES[sheet.size], saving=sheet.saving))

    return ink
