"""HomeBank beside the program: the same book as an XHB file, and how long its window takes.

The file has each bill in an account "Members" with the household as its payee, and each payment as an
internal transfer from there to the account that it came into, as HomeBank itself would write it.

HomeBank says nothing when it is ready, so it is watched from outside: its window has to be mapped
with the book's name in its title, and from then on its process has to use no processor for a quarter
of a second (at most one tick of the system's clock). The time is taken at the beginning of that
quiet, so waiting for it costs HomeBank nothing. It gets a home of its own, with nothing remembered.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from imt_desktop.oversight.whole import open_book

if TYPE_CHECKING:
    from imt_desktop.journal import Reading

NEEDED: Final = ("homebank", "Xvfb", "xdotool")
QUIET, LOOK, PATIENCE = 0.25, 0.02, 120
TITLE: Final = "Bench"

_INCOME, _TRANSFER = 2, 8
"""Flags of a transaction in HomeBank."""
_MEMBERS: Final = 1_000
"""The key of the account that stands for what members owe."""

_HEAD: Final = f"""<?xml version="1.0"?>
<homebank v="1.4" d="050602">
<properties title="{TITLE}" curr="1"/>
<cur key="1" flags="0" iso="KES" name="Kenyan Shilling" symb="KSh" syprf="1" dchar="." gchar=","
 frac="2" rate="0" mdate="0"/>
"""

_BILLS: Final = "SELECT billed_on, amount, member, item FROM bill WHERE void IS NULL ORDER BY 1"
_PAYMENTS: Final = """
SELECT effective_on, amount, member, account FROM money_line
WHERE what='payment' AND void IS NULL ORDER BY 1
"""
_OTHERS: Final = """
SELECT p.effective_on, p.amount, p.account, p.kind, l.text FROM posting p
JOIN money_line l ON l.seq=p.of_seq AND l.line=p.of_line
WHERE p.void IS NULL AND p.account IS NOT NULL AND l.what<>'payment' ORDER BY 1
"""


@contextmanager
def ready(book: Path) -> Iterator[Callable[[], list[float]]]:
    """Give a function that starts HomeBank with a book once; its list is empty where it is missing."""
    if not all(map(shutil.which, NEEDED)):
        yield lambda: []
        return
    with tempfile.TemporaryDirectory() as folder, screen() as where:
        path = Path(folder) / "big.xhb"
        write(book, path)
        start(path, where)  # once for nothing
        yield lambda: [start(path, where)]


def write(book: Path, path: Path) -> None:
    """Write a book as HomeBank's file."""
    opened = open_book(book, writable=False)
    with opened.read() as reading, path.open("w", encoding="utf-8") as file:
        file.writelines(_written(reading))
    opened.close()


def _written(book: Reading) -> Iterator[str]:
    ask = book.driver.execute
    kinds: dict[str, int] = {}
    for (kind,) in ask("SELECT item FROM bill UNION SELECT kind FROM posting ORDER BY 1"):
        kinds[kind] = len(kinds) + 1
    yield _HEAD
    for key, name in [*ask("SELECT id, type || id FROM account"), (_MEMBERS, "Members")]:
        yield _tag("account", key=key, pos=key, type=2, curr=1, name=name, initial=0, minimum=0)
    for key, name in ask("SELECT id, name FROM member"):
        yield _tag("pay", key=key, name=name)
    for kind, key in kinds.items():
        yield _tag("cat", key=key, name=kind.replace(":", " "))
    for on, amount, member, item in ask(_BILLS):
        yield _line(on, amount, _MEMBERS, 0, payee=member, category=kinds[item])
    for number, (on, amount, member, account) in enumerate(ask(_PAYMENTS), 1):
        both = {"payee": member, "kxfer": number}
        yield _line(on, amount, account, _TRANSFER, dst_account=_MEMBERS, **both)
        yield _line(on, -amount, _MEMBERS, _TRANSFER, dst_account=account, **both)
    for on, amount, account, kind, text in ask(_OTHERS):
        yield _line(on, amount, account, 0, category=kinds[kind], wording=text)
    yield "</homebank>\n"


def _line(on: str, minor: int, account: int, flags: int, **more: object) -> str:
    return _tag(
        "ope",
        date=date.fromisoformat(on).toordinal(),
        amount=Decimal(minor).scaleb(-2),
        account=account,
        flags=flags | (_INCOME if minor > 0 else 0),
        **more,
    )


def _tag(tag: str, /, **values: object) -> str:
    said = " ".join(f"{key}={quoteattr(str(value))}" for key, value in values.items())
    return f"<{tag} {said}/>\n"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the environment of a screen that nobody sees, for as long as it is needed."""
    reader, writer = os.pipe()
    call = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24"]
    with subprocess.Popen(call, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as said:
            display = said.readline().strip()
        yield {**os.environ, "DISPLAY": f":{display}"}
        server.terminate()


def start(path: Path, where: dict[str, str]) -> float:
    """Start HomeBank with a book; returns the seconds until its window is there and it is quiet."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**where, "HOME": home, "XDG_CONFIG_HOME": home, "NO_AT_BRIDGE": "1"}
        begun = time.perf_counter()
        with subprocess.Popen(
            ["homebank", path],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as program:
            try:
                return _ready(program.pid, environment, begun) - begun
            finally:
                program.kill()


def _ready(process: int, environment: dict[str, str], begun: float) -> float:
    """Wait until the window is there and the process quiet; returns when the quiet began."""
    worked, since = -1, begun
    while (now := time.perf_counter()) < begun + PATIENCE:
        ticks = _ticks(process)
        if ticks > worked + 1:
            worked, since = ticks, now
        elif now - since > QUIET and _shown(environment):
            return since
        time.sleep(LOOK)
    raise RuntimeError("HomeBank showed no window")


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _shown(environment: dict[str, str]) -> bool:
    call = ["xdotool", "search", "--onlyvisible", "--name", f"{TITLE} - HomeBank"]
    return subprocess.run(call, env=environment, capture_output=True, check=False).returncode == 0
