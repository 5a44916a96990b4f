"""How far the drawing of a long paper has come; whoever hears of it may raise to stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_hears: ContextVar[Callable[[int, int], None] | None] = ContextVar("hears", default=None)


@contextmanager
def told_to(tell: Callable[[int, int], None]) -> Iterator[None]:
    """Let ``tell`` hear how far each paper is that is drawn here."""
    before = _hears.set(tell)
    try:
        yield
    finally:
        _hears.reset(before)


def step(done: int, every: int) -> None:
    """Say that so many of all lines or slips are drawn. Raises what the one who hears it raises."""
    hears = _hears.get()
    if hears is not None:
        hears(done, every)
