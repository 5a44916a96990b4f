"""Draws every page and dialog into a folder, to be looked at: languages, looks, sizes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(words: Sequence[str]) -> int:
    """``gallery FOLDER [WORDS]``: draw every scene, or those in whose names the words stand."""
    if not words or words[0].startswith("-"):  # an option is no folder
        print("gallery FOLDER [WORDS, such as: home sw dark 1024]", file=sys.stderr)
        return 2
    from imt_desktop.ui.gallery.collect import scenes  # page folders import this package
    from imt_desktop.ui.gallery.drawing import draw

    for file in draw(Path(words[0]), scenes(), words[1:]):
        print(file)
    return 0
