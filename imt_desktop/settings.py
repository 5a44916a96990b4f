"""What is of this laptop only, and proves nothing: language, look, printer, the last book."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

MOST_RECENT: Final = 6
"""Books that are remembered."""


class RecentBook(msgspec.Struct, frozen=True):
    """A book that was opened: its file, and what its committee was called then."""

    path: str
    name: str
    parts: tuple[str, ...] = ()
    """Pages that were used, whose lines the sidebar has grown by."""


class Waiting(msgspec.Struct, frozen=True):
    """What no printer has printed yet, as far as this laptop knows."""

    receipts: tuple[int, ...] = ()
    """Numbers of receipts that were saved without printing."""
    papers: tuple[int, ...] = ()
    """Entries of issued papers that did not come out yet."""
    languages: dict[int, tuple[str, ...]] = {}
    """Of receipts that were asked for in others than those in which they were issued."""
    sent_receipts: tuple[int, ...] = ()
    """Those a printer was given, in that order, while nobody has said yet whether they came out."""
    sent_papers: tuple[int, ...] = ()


class PrintChoice(msgspec.Struct, frozen=True):
    """How a kind of paper was brought out last time; empty is what is usual."""

    printer: str = ""
    size: str = ""
    saving: bool = False


class Settings(msgspec.Struct, frozen=True):
    """Choices of this laptop. Unknown fields of a newer program are passed over."""

    language: str = "en"
    theme: str = "system"
    text_scale: int = 100
    """Per cent."""
    last_book: str = ""
    officer: int | None = None
    receipt_printer: str = ""
    """The printer that receipts go to without asking; empty: none."""
    receipt_size: str = "A6"
    receipt_saving: bool = False
    """Whether receipts leave filled areas out."""
    paper_printer: str = ""
    """The printer that other papers last went to."""
    prints: dict[str, PrintChoice] = {}
    """By the kind of paper."""
    paper_languages: dict[str, dict[str, tuple[str, ...]]] = {}
    """Those in which papers were brought out last, by the id of a book and the kind of paper."""
    hide_balances: bool = False
    """Whether what others owe is not readable over the shoulder."""
    papers_folder: str = ""
    """Where papers were last saved; empty: the usual folder."""
    waiting: dict[str, Waiting] = {}
    """By the id of a book."""
    lock_minutes: int = 5
    """Minutes without a key or click after which the window asks for the PIN again; 0 for never."""
    books: str = ""
    """Where new books are kept; empty: the usual folder."""
    recent: tuple[RecentBook, ...] = ()
    """Books that were opened, the newest first."""

    def changed(self, **fields: object) -> Settings:
        """Return them with some choices changed."""
        return msgspec.structs.replace(self, **fields)

    def with_book(self, path: str, name: str) -> Settings:
        """Return them with a book as the one that was opened last."""
        others = [one for one in self.recent if one.path != path]
        recent = (RecentBook(path, name, self.parts_of(path)), *others)[:MOST_RECENT]
        return self.changed(last_book=path, recent=recent)

    def parts_of(self, path: str) -> tuple[str, ...]:
        """Return the pages that were used in a book."""
        return next((one.parts for one in self.recent if one.path == path), ())

    def with_parts(self, path: str, parts: Iterable[str]) -> Settings:
        """Return them with the pages that were used in a book."""
        kept = tuple(sorted(parts))
        replaced = (
            msgspec.structs.replace(one, parts=kept) if one.path == path else one
            for one in self.recent
        )
        return self.changed(recent=tuple(replaced))


class Places(msgspec.Struct, frozen=True):
    """Where things lie on this laptop: the books, the settings, the log."""

    books: Path
    config: Path

    @property
    def settings_file(self) -> Path:
        """The file of the settings."""
        return self.config / "settings.json"

    @property
    def log_file(self) -> Path:
        """Where bugs are written down."""
        return self.config / "imt-desktop.log"


def places() -> Places:
    """Return the places of this user. Nothing is created by asking."""
    home = Path.home()
    if sys.platform == "win32":
        config = Path(os.environ.get("APPDATA", home)) / "IMT Desktop"
    else:
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "imt-desktop"
    return Places(home / "Books", config)


def papers_folder(settings: Settings) -> Path:
    """Return where papers are saved: the folder last chosen, or one beside the books."""
    return Path(settings.papers_folder) if settings.papers_folder else Path.home() / "Papers"


def folder_to_offer(settings: Settings) -> Path:
    """Return where a dialog begins that asks where to save: one's own folder where that of papers is shut."""
    folder = papers_folder(settings)
    usable = os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)
    return folder if usable else Path.home()


def load(where: Places) -> Settings:
    """Read the settings; a missing or broken file gives those to start with."""
    try:
        return msgspec.json.decode(where.settings_file.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError):
        return Settings()


def save(where: Places, settings: Settings) -> None:
    """Write the settings, whole or not at all; a full disk is no reason to stop."""
    try:
        where.config.mkdir(parents=True, exist_ok=True)
        part = where.settings_file.with_suffix(".part")
        part.write_bytes(msgspec.json.encode(settings))
        part.replace(where.settings_file)
    except OSError:
        return
