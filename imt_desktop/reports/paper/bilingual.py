"""Two languages on one sheet: the main one upright, the second under it in italics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator

SECOND: Final = 0.74
"""Size of the second language as a share of the first."""

DOT: Final = " \u00b7 "


class Pair(Struct, frozen=True):
    """The same words in the main and, where there is one and it differs, in the second language."""

    main: str
    second: str = ""

    @property
    def beside(self) -> str:
        """Both languages beside each other, for feet, legends and heads of tables."""
        return f"{self.main}{DOT}{self.second}" if self.second else self.main

    @property
    def words(self) -> tuple[str, ...]:
        """The one or two of them."""
        return (self.main, self.second) if self.second else (self.main,)


class Bilingual(Struct, frozen=True):
    """The languages of a paper: the main one, and perhaps a second."""

    main: Translator
    second: Translator | None = None

    def both(self, say: Callable[[Translator], str]) -> Pair:
        """Say the same in both languages; what is the same in both is said once."""
        main = say(self.main)
        second = say(self.second) if self.second else ""
        return Pair(main, "" if second == main else second)

    def beside(self, say: Callable[[Translator], str]) -> str:
        """Say the same in both languages beside each other."""
        return self.both(say).beside

    @property
    def translators(self) -> tuple[Translator, ...]:
        """The one or two languages."""
        return (self.main, self.second) if self.second else (self.main,)
