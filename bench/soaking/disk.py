"""A disk in memory that can lose power: what was not flushed may be there, in part, or not at all.

It keeps a log of what was done to it. A cut takes the log up to some point and says what lies on the
disk then: all that was flushed, and of the rest a part, in any order, torn at 512 bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes were written at a place of a file."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was cut off, or made longer."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Flush:
    """A file was flushed, and its first name with it, as SQLite and fsync do."""

    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """A file got a name, in place of whatever had it; without a file the name is taken away."""

    name: str
    file: int | None
    new: bool = False


@dataclass(frozen=True, slots=True)
class FlushNames:
    """The folder was flushed: all names lie on the disk."""


Step = Write | Cut | Flush | Named | FlushNames


@dataclass
class Disk:
    """What programs see of the disk, and the log of what they did."""

    files: dict[int, bytearray] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    log: list[Step] = field(default_factory=list)
    start: dict[str, bytes] = field(default_factory=dict)
    """What lay on it, flushed, before the log begins."""

    @classmethod
    def holding(cls, start: dict[str, bytes]) -> Disk:
        """A disk on which these files lie safely."""
        disk = cls(start=dict(start))
        for name, data in start.items():
            disk.names[name] = len(disk.files)
            disk.files[len(disk.files)] = bytearray(data)
        return disk

    def create(self, name: str) -> int:
        """Make an empty file."""
        file = len(self.files)
        self.files[file] = bytearray()
        self._name(Named(name, file, new=True))
        return file

    def write(self, file: int, at: int, data: bytes) -> None:
        """Write bytes; a gap before them reads as nothing."""
        _write(self.files[file], at, data)
        self.log.append(Write(file, at, bytes(data)))

    def cut(self, file: int, size: int) -> None:
        """Cut a file off."""
        _cut(self.files[file], size)
        self.log.append(Cut(file, size))

    def flush(self, file: int) -> None:
        """Wait until a file lies on the disk."""
        self.log.append(Flush(file))

    def flush_names(self) -> None:
        """Wait until the names lie on the disk."""
        self.log.append(FlushNames())

    def remove(self, name: str) -> None:
        """Take a name away."""
        self._name(Named(name, None))

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, in one step."""
        self._name(Named(new, self.names[old]))
        self._name(Named(old, None))

    def link(self, old: str, new: str) -> None:
        """Give a file a second name."""
        self._name(Named(new, self.names[old]))

    def _name(self, step: Named) -> None:
        _rename(self.names, step)
        self.log.append(step)

    def after_a_cut(self, at: int, chance: Random) -> dict[str, bytes]:
        """Say what lies on the disk when the power goes after ``at`` steps of the log."""
        return _Crash(self, chance).run(self.log[:at])


class _Crash:
    """Runs a log up to a power cut, with what is safe and what is under way kept apart."""

    def __init__(self, disk: Disk, chance: Random) -> None:
        self._chance = chance
        self._safe = {n: bytearray(data) for n, data in enumerate(disk.start.values())}
        self._names = {name: n for n, name in enumerate(disk.start)}
        self._pending: dict[int, list[Write | Cut]] = {}
        self._renames: list[Named] = []

    def run(self, log: list[Step]) -> dict[str, bytes]:
        for step in log:
            self._take(step)
        for file, pending in self._pending.items():
            self._apply_some(self._file(file), pending)
        kept = self._chance.randint(0, len(self._renames))  # a folder's changes keep their order
        for step in self._renames[:kept]:
            _rename(self._names, step)
        return {name: bytes(self._file(file)) for name, file in self._names.items()}

    def _file(self, file: int) -> bytearray:
        return self._safe.setdefault(file, bytearray())

    def _take(self, step: Step) -> None:
        if isinstance(step, Write | Cut):
            self._pending.setdefault(step.file, []).append(step)
        elif isinstance(step, Flush):
            for waiting in self._pending.pop(step.file, []):
                _apply(self._file(step.file), waiting)
            self._flush_first_name(step.file)
        elif isinstance(step, Named):
            self._renames.append(step)
        else:
            for name in self._renames:
                _rename(self._names, name)
            self._renames = []

    def _flush_first_name(self, file: int) -> None:
        """A flushed file has its name, and so has happened all that was done to names before."""
        for at, step in enumerate(self._renames):
            if step.new and step.file == file:
                for earlier in self._renames[: at + 1]:
                    _rename(self._names, earlier)
                self._renames = self._renames[at + 1 :]
                return

    def _apply_some(self, data: bytearray, pending: list[Write | Cut]) -> None:
        """Apply what was under way: the first of it, or any of it in any order; torn."""
        chance = self._chance
        if chance.random() < 0.4:
            kept = pending[: chance.randint(0, len(pending))]
        else:
            share = chance.choice((0.1, 0.5, 0.9))
            kept = [step for step in pending if chance.random() < share]
            chance.shuffle(kept)
        for step in kept:
            if isinstance(step, Cut):
                _apply(data, step)
            else:
                for piece in _torn(step, chance):
                    _apply(data, piece)


def _torn(step: Write, chance: Random) -> Iterator[Write]:
    """Yield the sectors of a write that reached the disk: mostly all, sometimes not."""
    whole = chance.random() < 0.5
    end = step.at + len(step.data)
    start = step.at
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if whole or chance.random() < 0.7:
            yield Write(step.file, start, step.data[start - step.at : stop - step.at])
        start = stop


def _apply(data: bytearray, step: Write | Cut) -> None:
    if isinstance(step, Write):
        _write(data, step.at, step.data)
    else:
        _cut(data, step.size)


def _write(data: bytearray, at: int, new: bytes) -> None:
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    data[at : at + len(new)] = new


def _cut(data: bytearray, size: int) -> None:
    if len(data) > size:
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


def _rename(names: dict[str, int], step: Named) -> None:
    if step.file is None:
        names.pop(step.name, None)
    else:
        names[step.name] = step.file
