"""``./run soak``: how much the book stands, many thousand times over. See ``docs/RELIABILITY.md``.

./run soak                    everything, in full
./run soak --times 200        everything, a little of each
./run soak kill restores      some of it
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from bench.soaking import (
    bits,
    fuzzing,
    histories,
    kills,
    powercuts,
    recomputing,
    restores,
    tampering,
)
from bench.soaking.outcome import Outcome

PART = 250
"""So many tries are one job for one core."""


@dataclass(frozen=True, slots=True)
class Soak:
    """One soak: how often it is tried in full, and whether it has to find something wrong."""

    run: Callable[[int, int], Outcome]
    full: int
    must_fail: bool = False

    def passed(self, outcome: Outcome) -> bool:
        """Whether it went as it has to."""
        return bool(outcome.wrong) if self.must_fail else outcome.good


def _fuzz(what: str, times: int, seed: int) -> Outcome:
    return fuzzing.soak(what, times, seed)


def _power(pragmas: dict[str, str], without: tuple[str, ...], times: int, seed: int) -> Outcome:
    jobs = ("restore", "backup") if without else ()
    outcome = powercuts.soak(times, seed, pragmas, without, jobs)
    if without:
        outcome.name += f", without {', '.join(without)} (has to fail)"
    elif pragmas is not powercuts.FULL:
        outcome.name += " (has to fail)"
    return outcome


SOAKS: dict[str, Soak] = {
    "power": Soak(partial(_power, powercuts.FULL, ()), 10_000),
    "power-normal": Soak(partial(_power, powercuts.NORMAL, ()), 1_000, must_fail=True),
    "power-unflushed": Soak(partial(_power, powercuts.FULL, ("flush",)), 1_000, must_fail=True),
    "kill": Soak(kills.soak, 1_000),
    "tampering": Soak(tampering.soak, 10_000),
    "recomputed": Soak(recomputing.soak, 10_000),
    "bits": Soak(bits.soak, 10_000),
    "histories": Soak(histories.soak, 1_000),
    "restores": Soak(restores.good, 1_000),
    "damaged": Soak(restores.damaged, 1_000),
    **{
        f"fuzz-{what.split()[0].lower()}": Soak(partial(_fuzz, what), 10_000)
        for what in fuzzing.TRIES
    },
}
"""Everything there is to soak, by its word."""


def run(name: str, times: int, seed: int = 1, cores: int = 1) -> Outcome:
    """Run one soak, spread over some cores."""
    sizes = list(_parts(times))
    seeds = [seed * 1000 + number for number in range(len(sizes))]
    if cores == 1 or len(sizes) == 1:
        parts: Iterator[Outcome] = map(SOAKS[name].run, sizes, seeds)
        return _together(parts)
    # Spawned, not forked: some soaks fork themselves and need a process without threads.
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        return _together(pool.map(_run_part, [name] * len(sizes), sizes, seeds))


def _run_part(name: str, times: int, seed: int) -> Outcome:
    return SOAKS[name].run(times, seed)


def _parts(times: int) -> Iterator[int]:
    while times > 0:
        yield min(PART, times)
        times -= PART


def _together(parts: Iterator[Outcome]) -> Outcome:
    whole = next(parts)
    for part in parts:
        whole.add(part)
    return whole


def main() -> int:
    """Run the soaks that were asked for, and tell what they found."""
    parser = argparse.ArgumentParser(prog="./run soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SOAKS))
    parser.add_argument("--times", type=int, help="tries of each; the full number if not given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    if unknown := set(asked.names) - SOAKS.keys():
        parser.error(f"{', '.join(sorted(unknown))}: {', '.join(SOAKS)}")
    print(f"{platform.system()}, Python {platform.python_version()}, {asked.cores} cores")
    failed = [name for name in asked.names or SOAKS if not _tell(name, asked)]
    return 1 if failed else 0


def _tell(name: str, asked: argparse.Namespace) -> bool:
    started = time.monotonic()
    outcome = run(name, asked.times or SOAKS[name].full, asked.seed, asked.cores)
    passed = SOAKS[name].passed(outcome)
    print(f"{'ok' if passed else 'FAILED'}  {outcome}  ({time.monotonic() - started:.0f} s)")
    if not passed:
        print(*(f"    {wrong}" for wrong in outcome.wrong[:20]), sep="\n")
    sys.stdout.flush()
    return passed


if __name__ == "__main__":
    sys.exit(main())
