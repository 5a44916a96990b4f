"""What a soak found, as it is printed and written into ``docs/RELIABILITY.md``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

MOST_MEMORY = "most memory, MB"
"""The one note that is a measure and not a count."""


@dataclass
class Outcome:
    """How often something was tried, and how often it went wrong. ``notes`` counts what else there was."""

    name: str
    tried: int = 0
    wrong: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def add(self, other: Outcome) -> None:
        """Take in what another part of the same soak found."""
        most = max(self.notes[MOST_MEMORY], other.notes[MOST_MEMORY])
        self.tried += other.tried
        self.wrong += other.wrong
        self.notes += other.notes
        if most:
            self.notes[MOST_MEMORY] = most

    @property
    def good(self) -> bool:
        """Whether nothing went wrong."""
        return not self.wrong

    def blame(self, what: str) -> None:
        """Note one more thing that went wrong."""
        self.wrong.append(what)

    def __str__(self) -> str:
        notes = "; ".join(f"{what}: {count}" for what, count in sorted(self.notes.items()))
        said = f"{self.name}: {self.tried} tried, {len(self.wrong)} wrong"
        return f"{said}. {notes}" if notes else said
