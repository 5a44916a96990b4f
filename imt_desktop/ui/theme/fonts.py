"""The bundled fonts: Noto Sans, whose digits are tabular."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "fonts"


def load_fonts(folder: Path = FOLDER) -> list[str]:
    """Add the fonts of a folder to the running program; returns the families found."""
    families: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += [f for f in QFontDatabase.applicationFontFamilies(number) if number >= 0]
    return sorted(set(families))
