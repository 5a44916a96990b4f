"""All scenes that there are: those of the page folders, and of the windows around them."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator

from imt_desktop.ui import pages
from imt_desktop.ui.gallery import around, signed, starting
from imt_desktop.ui.gallery.scene import Scene
from imt_desktop.ui.pages.registry import PAGES


def scenes() -> tuple[Scene, ...]:
    """Return all scenes; a page that offers none is shown as it opens."""
    return tuple(_all())


def _all() -> Iterator[Scene]:
    offered = {folder.name for folder in pkgutil.iter_modules(pages.__path__) if folder.ispkg}
    for spec in PAGES:
        folder = spec.key.replace("-", "_")
        if folder not in offered or not _offers(folder):
            yield Scene(spec.key, lambda stage, key=spec.key: stage.go(key))  # type: ignore[misc]
    for name in sorted(offered):
        if _offers(name):
            yield from importlib.import_module(_module(name)).SCENES
    yield from around.SCENES
    yield from signed.SCENES
    yield from starting.SCENES


def _module(folder: str) -> str:
    return f"{pages.__name__}.{folder}.scenes"


def _offers(folder: str) -> bool:
    return importlib.util.find_spec(_module(folder)) is not None
