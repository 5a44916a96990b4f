"""What a command changed; each page decides what to draw anew."""

from msgspec import Struct


class Changes(Struct, frozen=True):
    """Flags of what is different after a command."""

    balances: bool = False
    members: bool = False
    money: bool = False
    settings: bool = False
    papers: bool = False


EVERYTHING = Changes(balances=True, members=True, money=True, settings=True, papers=True)

NOTHING = Changes()
"""What only its own page and Home show: nothing of money, members or papers is different."""
