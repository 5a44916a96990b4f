"""The processes of the soaks ``kill`` and ``fuzz``, with one guard of the program taken away.

``CARELESS`` in the environment names the fault. Run by ``test_guards``.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from bench.soaking import fuzzing, kills, work
from imt_desktop.errors import UserError
from imt_desktop.journal import Book, Signing, book, store
from imt_desktop.journal.checking import Answer, check_paper
from imt_desktop.journal.errors import BookBusyError
from imt_desktop.ledger.bringing_in import bring_in
from imt_desktop.ledger.importing.child import read_file
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import open_book


class FileLock:
    """A lock that is there as long as its file: who is killed leaves it behind."""

    def __init__(self, book: Path) -> None:
        self._file = book.with_name(book.name + ".locked")
        try:
            self._file.touch(exist_ok=False)
        except FileExistsError as error:
            raise BookBusyError(str(book)) from error

    def release(self) -> None:
        self._file.unlink()


def tell_before_it_is_saved(path: Path, seed: int, tell: int) -> None:
    chance, held = Random(seed), open_book(path)
    os.write(tell, b"started\n")
    while True:
        with held.read() as reading:
            os.write(tell, b"%d\n" % (reading.head().seq + 1))
        work.do(held, lambda writing: work.anything(writing, chance, kills.HOUSEHOLDS))


def crash_where_it_is_refused(path: Path) -> Any:
    try:
        return read_file(path)
    except UserError as error:
        raise ValueError("no such sheet") from error


def bring_in_and_refuse(writing: Any, seen: Any, wanted: Any, *, skip_bad: bool) -> Any:
    bring_in(writing, seen, wanted, skip_bad=skip_bad)
    raise UserError


def keep_half(held: Book, job: Callable[[Any], Any]) -> Any:
    """Commit what was done before something was refused."""
    refused = None
    with held.write(Signing(), None) as writing:
        try:
            return job(writing)
        except UserError as error:
            refused = error
    raise refused


def half_an_import() -> None:
    setattr(fuzzing, "bring_in", bring_in_and_refuse)  # noqa: B010
    setattr(work, "do", keep_half)  # noqa: B010


def write_into_a_copy(copy: Path, against: Path | None = None) -> Any:
    with copy.open("ab") as file:
        file.write(b"looked at")
    return _look(copy, against)


def leave_what_was_opened(sealed: Path, into: Path, **more: Any) -> Any:
    into.with_name(into.name + ".part").touch()
    return _open_sealed(sealed, into, **more)


def believe_every_code(*words: Any, **more: Any) -> Answer:
    answer = check_paper(*words, **more)
    return Answer("matches", answer.code, seq=1, entries=answer.entries)


def fall_asleep(*_words: Any, **_more: Any) -> Answer:
    time.sleep(60)
    raise AssertionError


def take_much_memory(*words: Any, **more: Any) -> Answer:
    bytearray(b"x") * (fuzzing.MOST_BYTES + 1)  # filled, so that the memory is really used
    return check_paper(*words, **more)


def abort(*_words: Any, **_more: Any) -> Any:
    os.kill(os.getpid(), signal.SIGABRT)


_look, _open_sealed = copies.look, copies.open_sealed

FAULTS: dict[str, Callable[[], object]] = {
    "tells before it is saved": lambda: setattr(kills, "write_on", tell_before_it_is_saved),
    "a lock that stays": lambda: setattr(book, "Lock", FileLock),
    "a crash": lambda: setattr(fuzzing, "read_file", crash_where_it_is_refused),
    "half an import": half_an_import,
    "a copy written to": lambda: setattr(copies, "look", write_into_a_copy),
    "names left lying about": lambda: setattr(copies, "open_sealed", leave_what_was_opened),
    "every code believed": lambda: setattr(fuzzing, "check_paper", believe_every_code),
    "a hang": lambda: setattr(fuzzing, "check_paper", fall_asleep),
    "much memory": lambda: setattr(fuzzing, "check_paper", take_much_memory),
    "an abort": lambda: setattr(fuzzing, "check_paper", abort),
    "strangers let in": lambda: setattr(store, "check_objects", lambda *_words, **_more: True),
}


def main(words: list[str]) -> int:
    """Be a process of a soak, or run the soak that forks itself; 1 where it found something wrong."""
    FAULTS[os.environ["CARELESS"]]()
    if words[0] != "kill":
        fuzzing.try_on(words[0], *map(int, words[1:4]))
        return 0
    outcome = kills.soak(int(words[1]))
    print(*outcome.wrong, sep="\n")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
