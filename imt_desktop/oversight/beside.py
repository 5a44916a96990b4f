"""Long work on a book in processes of its own: the window stays quick, and the other core is used.

The child is this program again. It answers with one line on standard output, and says on standard
error how far it has come.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import IO, Any, Final, NoReturn

import msgspec

from imt_desktop.errors import CannotWriteError, UserError, WorkStoppedError
from imt_desktop.journal import errors as of_books
from imt_desktop.journal.problems import Problem, Verdict
from imt_desktop.journal.rebuild import Progress, rebuild_whole
from imt_desktop.journal.verify import together, verify, verify_derived, verify_written
from imt_desktop.oversight.copies import back_up_daily
from imt_desktop.oversight.whole import ROOMS

WORD: Final = "--beside"
"""What this program is started with to be such a child."""

LARGE: Final = 32_000_000
"""Bytes of a book whose two halves are verified by two processes; a smaller one takes a second."""

_CHECKOUT: Final = Path(__file__).resolve().parents[2]
_LOOK_UP_SECONDS: Final = 0.05
_REFUSED: Final = 3
_MODEST: Final = 5
"""How far the child steps back behind the window, where both want the same core."""

_ERRORS: Final[dict[str, type[UserError]]] = {
    name: kind
    for name, kind in {**vars(of_books), "CannotWriteError": CannotWriteError}.items()
    if isinstance(kind, type) and issubclass(kind, UserError)
}


class ChildBrokeError(RuntimeError):
    """The child failed in a way that is our bug; carries what it said."""


def verify_beside(
    path: Path, progress: Progress | None = None, stop: threading.Event | None = None
) -> Verdict:
    """Verify a book, all of it in other processes. Raises what ``verify`` does, WorkStoppedError."""
    if not _is_large(path):
        with _child("whole", path, progress=progress) as whole:
            return msgspec.json.decode(whole(stop), type=Verdict)
    with (
        _child("written", path) as written,
        _child("derived", path, progress=progress) as derived,
    ):
        found = msgspec.json.decode(derived(stop), type=tuple[Problem, ...])
        return together(msgspec.json.decode(written(stop), type=Verdict), found)


def verify_here(path: Path) -> Verdict:
    """Verify a book in this process, with half of the work beside it where the book is large."""
    if not _is_large(path):
        return verify(path, ROOMS)
    with _child("written", path) as written:
        found = verify_derived(path, ROOMS)
        return together(msgspec.json.decode(written(None), type=Verdict), found)


def copy_beside(path: Path, id: str, today: date, stop: threading.Event | None = None) -> bool:
    """Make the copy of the day in another process; returns whether one was made.

    Raises as ``back_up_daily``, WorkStoppedError.
    """
    with _child("copy", path, id, today.isoformat()) as copied:
        return msgspec.json.decode(copied(stop), type=bool)


def rebuild_beside(
    path: Path, progress: Progress | None = None, stop: threading.Event | None = None
) -> int:
    """Work the tables of a book out again, in another process; returns how many entries.

    The caller holds the book's lock. Raises as ``rebuild_whole``, WorkStoppedError.
    """
    with _child("rebuild", path, progress=progress) as rebuilt:
        return msgspec.json.decode(rebuilt(stop), type=int)


def _is_large(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_size > LARGE
    return False


# The parent's side

_Wait = Callable[[threading.Event | None], bytes]


@contextmanager
def _child(job: str, *words: object, progress: Progress | None = None) -> Iterator[_Wait]:
    """Start a child, and give what waits for its answer; whoever leaves earlier ends it."""
    process = subprocess.Popen(
        [*_command(), WORD, job, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
    said: list[bytes] = []
    with process:
        assert process.stdout is not None and process.stderr is not None
        answer: list[bytes] = []
        listening = [
            threading.Thread(target=_listen, args=(process.stderr, said, progress), daemon=True),
            threading.Thread(
                target=lambda pipe: answer.append(pipe.read()), args=(process.stdout,), daemon=True
            ),
        ]
        for one in listening:
            one.start()

        def wait(stop: threading.Event | None) -> bytes:
            _wait(process, stop)
            for one in listening:
                one.join()
            if process.returncode == 0:
                return answer[0]
            _raise(process.returncode, answer[0], b"".join(said))

        try:
            yield wait
        finally:
            if process.poll() is None:
                process.kill()
            for one in listening:
                one.join()


def _wait(process: subprocess.Popen[bytes], stop: threading.Event | None) -> None:
    while process.poll() is None:
        if stop is None:
            process.wait()
        elif stop.is_set():
            raise WorkStoppedError()
        else:
            time.sleep(_LOOK_UP_SECONDS)


def _listen(pipe: IO[bytes], said: list[bytes], progress: Progress | None) -> None:
    for line in pipe:
        if line.strip().isdigit():
            if progress is not None:
                progress(int(line))
        else:
            said.append(line)


def _raise(status: int, answer: bytes, said: bytes) -> NoReturn:
    if status == _REFUSED:
        kind, facts = msgspec.json.decode(answer, type=tuple[str, list[Any]])
        raise _ERRORS[kind](*facts)
    raise ChildBrokeError(f"{status}: {said.decode('utf-8', 'replace')[-2000:]}")


def _command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "imt_desktop")


def _environment() -> dict[str, str]:
    """Let the child find this package where it is run from a checkout; nothing else changes."""
    paths = [str(_CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


# The child's side


def _copy(path: Path, words: Sequence[str]) -> bool:
    made = back_up_daily(path, words[0], date.fromisoformat(words[1]))
    return made is not None and made.new


_JOBS: Final[dict[str, Callable[[Path, Sequence[str]], object]]] = {
    "whole": lambda path, _words: verify(path, ROOMS, _tell),
    "written": lambda path, _words: verify_written(path, ROOMS),
    "derived": lambda path, _words: verify_derived(path, ROOMS, _tell),
    "rebuild": lambda path, _words: rebuild_whole(path, ROOMS, _tell),
    "copy": _copy,
}


def main(words: Sequence[str]) -> int:
    """Be the child: do one job on a book, and answer."""
    if hasattr(os, "nice"):
        os.nice(_MODEST)
    job, path, *more = words
    try:
        answer, status = _JOBS[job](Path(path), more), 0
    except UserError as error:
        if type(error).__name__ not in _ERRORS:
            raise
        answer, status = (type(error).__name__, error.args), _REFUSED
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    return status


def _tell(entries: int) -> None:
    print(entries, file=sys.stderr, flush=True)
