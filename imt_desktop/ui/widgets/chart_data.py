"""What a bar chart shows, and the arithmetic of its axis. Whole numbers only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct


class Series(Struct, frozen=True):
    """One kind of bar: its words, the role of its colour, a value for each label.

    Values are whole numbers (minor units, litres); None is a value that is missing.
    """

    words: str
    role: str
    values: tuple[int | None, ...]


class Bars(Struct, frozen=True):
    """A chart: labels of the axis, one or two series.

    ``write`` writes a value out, ``axis`` writes it shortly. ``unfinished`` are the positions whose
    month has not ended; ``marked`` those whose value is written on the bar.
    """

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    write: Callable[[int], str]
    axis: Callable[[int], str]
    unfinished: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()
    missing: str = ""
    ahead: frozenset[int] = frozenset()
    """Positions of months that are still to come."""
    empty: str = ""
    """What is said in the middle while there is nothing to show."""

    def text(self) -> str:
        """Return its figures as lines of tab-separated cells, for the clipboard and for reading out."""
        head = "\t".join(("", *(series.words for series in self.series)))
        return "\n".join((head, *(self._line(at) for at in range(len(self.labels)))))

    def _line(self, at: int) -> str:
        values = (series.values[at] for series in self.series)
        cells = (self.missing if value is None else self.write(value) for value in values)
        return "\t".join((self.labels[at], *cells))

    @property
    def nothing(self) -> bool:
        """Whether no bar would be drawn."""
        return not any(any(series.values) for series in self.series)

    @property
    def top(self) -> int:
        """The value at the upper end of the axis: two round steps."""
        values = [value for series in self.series for value in series.values if value is not None]
        return 2 * round_step(max(values, default=0))


def round_step(largest: int) -> int:
    """Return the smallest round step (1, 2, 2.5, 5 times ten) two of which hold the largest value."""
    power = 1
    while True:
        for times in (10, 20, 25, 50):
            step = times * power
            if step % 10 == 0 and 2 * (step // 10) >= largest:
                return max(step // 10, 1)
        power *= 10


def cells(labels: Sequence[str], keep: int) -> set[int]:
    """Return which labels to write where only every so many find room; the last one always."""
    last = len(labels) - 1
    return {at for at in range(len(labels)) if (last - at) % keep == 0}
