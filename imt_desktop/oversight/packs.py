"""What of the lists that ship with the program cannot be read: nothing is missing without a word."""

from __future__ import annotations

from functools import cache

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
    lists = [read_rows(community.PACK / file, kind) for file, kind in community.FILES.items()]
    asked = read_rows(PACK, Threshold)
    found = [error for one in lists for error in one.broken]
    return (*found, *asked.broken, *read_pack()[1])
