"""The style sheet: one short template, filled from the roles and the scale of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from imt_desktop.ui.theme.roles import Roles

TEMPLATE: Final = Path(__file__).resolve().parent / "sheet.qss"
_EM: Final = re.compile(r"\b(\d+)em\b")
_ROLE: Final = re.compile(r"@(\w+)")


@lru_cache(maxsize=1)
def _template() -> str:
    return TEMPLATE.read_text("utf-8")


def _value(name: str, roles: Roles) -> str:
    if name == "border":
        return f"{roles.border}px"
    if name == "pad":
        return "1px 12px" if roles.border == 1 else "0 11px"
    if name == "scroll":
        return roles.line2
    return roles.colour(name)


def style_sheet(roles: Roles, scale: float) -> str:
    """Fill the template; ``14em`` becomes 14 px times the scale."""
    text = _EM.sub(lambda found: f"{round(int(found[1]) * scale)}px", _template())
    return _ROLE.sub(lambda found: _value(found[1], roles), text)
