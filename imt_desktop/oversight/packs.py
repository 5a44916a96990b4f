"""Which lists that ship with the program cannot be read, so that nothing is missing without a word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from imt_desktop.committee.errors import PackError
from imt_desktop.committee.packs import read_rows
from imt_desktop.community import packs as community
from imt_desktop.ledger.denominations import read_pack
from imt_desktop.oversight.questions.question import PACK, Threshold
from imt_desktop.plan import packs as plan


def broken_packs() -> tuple[PackError, ...]:
    """Return what is wrong with each list that pages offer; what it lists is missing there."""
    return (*plan.toolbox().broken, *_others())


@cache
def _others() -> tuple[PackError, ...]:
    ways: list[Callable[[], object]] = [
        partial(read_rows, community.PACK / file, kind) for file, kind in community.FILES.items()
    ]
    return why_broken(*ways, partial(read_rows, PACK, Threshold), read_pack)


def why_broken(*ways: Callable[[], object]) -> tuple[PackError, ...]:
    """Return what ways of reading lists say against their files."""
    found = []
    for read in ways:
        try:
            read()
        except PackError as error:
            found.append(error)
    return tuple(found)
