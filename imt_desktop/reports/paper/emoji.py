"""A font of emoji, whose letters a PDF gives back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_BEYOND: Final = re.compile(r"(?<= <)[0-9A-F]{5}(?=>)")
"""A code point beyond U+FFFF, in the table that gives a PDF its letters back."""


class _Emoji(TTFont):
    """ReportLab writes such a code point as it is, where a PDF wants the two halves of UTF-16."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's)
        super().addObjects(doc)
        family = self.face.name.decode()
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(family):
                stream.content = _BEYOND.sub(_halves, stream.content)


def _halves(code: re.Match[str]) -> str:
    return chr(int(code[0], 16)).encode("utf-16-be").hex().upper()


def register(name: str, file: Path) -> frozenset[str]:
    """Let papers use a font of emoji; returns what it has."""
    font = _Emoji(name, str(file))
    pdfmetrics.registerFont(font)
    return frozenset(map(chr, font.face.charToGlyph))
