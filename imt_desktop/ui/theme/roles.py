"""Colours by what they are for: one table, three instances (light, dark, high contrast)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

ThemeName = Literal["light", "dark", "contrast"]


class Roles(Struct, frozen=True):
    """Every colour of the program, ``#RRGGBB``, named by its role; ``none`` where there is none.

    ``border`` is the width of a resting border in pixels; ``ornaments`` says whether there are
    tints and drawings behind things.
    """

    name: ThemeName
    paper: str
    side: str
    card: str
    sunk: str
    line: str
    line2: str
    field: str
    ink: str
    ink2: str
    ink3: str
    teal: str
    teal_hover: str
    on_teal: str
    teal_tint: str
    teal_tint2: str
    out: str
    out2: str
    out3: str
    have: str
    target: str
    ok: str
    ok_tint: str
    ok_line: str
    warn: str
    warn_tint: str
    warn_line: str
    bad: str
    bad_tint: str
    bad_line: str
    wave1: str
    wave2: str
    wave3: str
    border: int = 1
    ornaments: bool = True

    def colour(self, role: str) -> str:
        """Return the colour of a role by its name, such as ``"teal"``."""
        value = getattr(self, role)
        if not isinstance(value, str):
            raise AttributeError(role)
        return value


LIGHT: Final = Roles(
    name="light",
    paper="#F8F5EC", side="#EFEBDD", card="#FFFEFA", sunk="#F4F0E4",
    line="#E5DECB", line2="#D2C9B2", field="#8C8373",
    ink="#1C2B2A", ink2="#4F5E5B", ink3="#5F6B67",
    teal="#0E5A57", teal_hover="#0B4A48", on_teal="#FFFFFF",
    teal_tint="#DDECE7", teal_tint2="#EEF5F1",
    out="#B9522C", out2="#D08E6E", out3="#E6BFAB",
    have="#E9A63F", target="#B8750C",
    ok="#2A6A35", ok_tint="#E3F1DE", ok_line="#B9D8B4",
    warn="#7A4A00", warn_tint="#FBEED1", warn_line="#E9CF97",
    bad="#9E3019", bad_tint="#FBE5DC", bad_line="#EBB9A8",
    wave1="#CFE3DC", wave2="#A9CFC6", wave3="#7FB5AB",
)  # fmt: skip

DARK: Final = Roles(
    name="dark",
    paper="#14211F", side="#0F1A19", card="#1C2C2A", sunk="#172523",
    line="#2B3F3C", line2="#3A514D", field="#6F837E",
    ink="#EFF3EC", ink2="#B4C3BD", ink3="#A0AFA9",
    teal="#5CC2B3", teal_hover="#7AD3C5", on_teal="#06201E",
    teal_tint="#1F433F", teal_tint2="#1A3532",
    out="#E08A5F", out2="#B76D4A", out3="#85513A",
    have="#E9A63F", target="#E3AE4B",
    ok="#93D08F", ok_tint="#213A24", ok_line="#3B5F3D",
    warn="#F0C878", warn_tint="#3D3118", warn_line="#6B5526",
    bad="#F3A08A", bad_tint="#462319", bad_line="#7A4031",
    wave1="#16302D", wave2="#1A3B37", wave3="#215049",
)  # fmt: skip

CONTRAST: Final = Roles(
    name="contrast",
    paper="#000000", side="#000000", card="#000000", sunk="#000000",
    line="#FFFFFF", line2="#FFFFFF", field="#FFFFFF",
    ink="#FFFFFF", ink2="#FFFFFF", ink3="#FFFFFF",
    teal="#FFD84D", teal_hover="#FFE88F", on_teal="#000000",
    teal_tint="#333333", teal_tint2="#000000",
    out="#FFFFFF", out2="#CCCCCC", out3="#999999",
    have="#FFFFFF", target="#FFFFFF",
    ok="#9DF59D", ok_tint="#000000", ok_line="#9DF59D",
    warn="#FFFFFF", warn_tint="#000000", warn_line="#FFFFFF",
    bad="#FFB3A1", bad_tint="#000000", bad_line="#FFB3A1",
    wave1="none", wave2="none", wave3="none",
    border=2, ornaments=False,
)  # fmt: skip

THEMES: Final[Mapping[str, Roles]] = {roles.name: roles for roles in (LIGHT, DARK, CONTRAST)}
