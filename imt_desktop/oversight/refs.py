"""Lines that SQL gathers for a figure or a question, as the references that lead down to them."""

from __future__ import annotations

from imt_desktop.journal import Ref


def refs(text: str | None) -> tuple[Ref, ...]:
    """Read ``12/1,13/2``, as SQLite's group_concat writes it, in the order of the journal."""
    pairs = (one.split("/") for one in (text or "").split(",") if one)
    return tuple(Ref(*place) for place in sorted((int(a), int(b)) for a, b in pairs))
