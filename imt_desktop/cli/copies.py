"""Commands about copies: back up, seal for a stick, compare, bring back, take over, forget."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from imt_desktop.cli.answers import Answer, shown
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Officer,
    PinStdin,
    Refused,
    Second,
    Who,
    reply,
    typed_pin,
    write,
)
from imt_desktop.committee import queries as committee
from imt_desktop.committee.signing import sign_in
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import BookFounded, Signing, Writing
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.comparing import entries_after
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.copies.words import new_words
from imt_desktop.ledger.errors import MentionsUnsaidError, PerhapsMeantError
from imt_desktop.ledger.forgetting import ForgetRequest, forget
from imt_desktop.money import Currency
from imt_desktop.oversight import arriving, copies
from imt_desktop.oversight.copies import Holds
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording.copies import (
    comparison_words,
    forgotten_words,
    holds_words,
    only_words,
    perhaps_words,
    restored_words,
)

MOST_TOLD: Final = 40
"""Entries of each side of a fork that are told to people; programs get all."""

CopyPath = Annotated[Path, typer.Argument(metavar="COPY", help="the copy's file")]
SealedPath = Annotated[Path, typer.Argument(metavar="FILE", help="the sealed file")]


def backup(
    book: BookPath,
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="beside the book if not given")
    ] = None,
    json: Json = False,
) -> None:
    """Back a book up, unless its newest backup has every entry already."""
    today = date.today()
    with _refusing(json):
        made = copies.back_up(book, "asked", today, folder)
    said = f"{made.path} is made." if made.new else f"{made.path} has every entry already."
    reply(Answer([], {"backup": str(made.path), "new": made.new}, said), book, json, today)


def seal(
    book: BookPath,
    sealed: SealedPath,
    keys: Annotated[
        list[str] | None, typer.Option("--for", metavar="KEY", help="somebody's public key: age1…")
    ] = None,
    words: Annotated[
        bool, typer.Option("--words", help="seal with words; they are printed")
    ] = False,
    private: Annotated[
        bool,
        typer.Option("--private", help="with names, notes and photos, for the committee itself"),
    ] = False,
    verifier: Annotated[
        bool, typer.Option("--verifier", help="put the small verifier beside it")
    ] = False,
    json: Json = False,
) -> None:
    """Seal a copy for a stick, for people's keys or with words; without names unless asked."""
    if bool(keys) == words:
        raise typer.BadParameter("--for KEY... | --words")
    opens = new_words() if words else ""
    with _refusing(json):
        totals: dict[str, Any] = {"sealed": str(sealed), "private": private}
        if verifier:
            totals["verifier"] = str(sealed.absolute().parent / copies.VERIFIER.name)
        copies.seal(
            book, sealed, keys=tuple(keys or ()), opens=opens, private=private, verifier=verifier
        )
    said = [f"{sealed} is ready."]
    if opens:
        totals["words"] = opens
        said.append("Write these words down and keep them apart from the stick:")
    reply(Answer([], totals, "\n".join(said)), book, json, date.today())


def open_sealed(
    sealed: SealedPath,
    plain: Annotated[Path, typer.Argument(metavar="COPY", help="the new file")],
    key: Annotated[Path | None, typer.Option(help="file of the secret key")] = None,
    json: Json = False,
) -> None:
    """Open a sealed copy into a new file; without a key the words are asked for."""
    with _refusing(json):
        opens = "" if key else typer.prompt("Words", err=True)
        holds = copies.open_sealed(sealed, plain, key_file=key, opens=opens)
    _tell(holds, json)


def new_key(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="where the secret key is kept")],
    json: Json = False,
) -> None:
    """Make a key for somebody who is to open sealed copies; prints the public one."""
    with _refusing(json):
        public = sealing.new_key(file)
    said = f"{file} holds the secret key: whoever has it opens the copies. Seal copies for:"
    reply(Answer([], {"key": public}, said), file, json, date.today())


def look(copy: CopyPath, json: Json = False) -> None:
    """Show what a copy holds."""
    with _refusing(json):
        holds = copies.look(copy)
    _tell(holds, json)


def restore(
    copy: CopyPath,
    book: BookPath,
    last_receipt: Annotated[
        int | None,
        typer.Option(min=0, max=999_999_999, help="highest receipt number in anybody's hands"),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only show what it holds")] = False,
    officer: Officer = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Bring a book back from a copy. The book that is there is kept under another name."""
    with _refusing(json):
        holds = copies.look(copy, book)
        if dry_run:
            _tell(holds, json)
            return
        done = copies.restore(
            copy, book, _who(copy, book, Who(officer, "", pin_stdin)), Asked(last_receipt)
        )
    tr = Translator("en")
    totals = {
        "entry": done.entry,
        "kept": str(done.kept) if done.kept else None,
        "left_first": done.left.first if done.left else None,
        "left_last": done.left.last if done.left else None,
    }
    said = "\n".join((*holds_words(holds, tr), *restored_words(done, tr)))
    reply(Answer([], totals, said), book, json, date.today())


def take_over(copy: CopyPath, book: BookPath, json: Json = False) -> None:
    """Let a copy that continues the book become the book."""
    with _refusing(json):
        done = copies.take_over(copy, book, date.today())
    said = "\n".join(restored_words(done, Translator("en")))
    reply(Answer([], {"kept": str(done.kept)}, said), book, json, date.today())


def compare(
    first: Annotated[Path, typer.Argument(metavar="A")],
    second: Annotated[Path, typer.Argument(metavar="B")],
    json: Json = False,
) -> None:
    """Compare two copies of a book: the same, one continues the other, or forked and how."""
    tr = Translator("en")
    with _refusing(json):
        found = copies.compare(first, second)
        rows = [
            row
            for side, path, last in (("A", first, found.first.seq), ("B", second, found.second.seq))
            for row in _after(side, path, found.common, last, tr)
        ]
    totals = {
        "relation": found.relation,
        "common": found.common,
        "entries_a": found.first.seq,
        "entries_b": found.second.seq,
        "head_a": found.first.hash.hex(),
        "head_b": found.second.hash.hex(),
    }
    said = comparison_words(found, f"A ({first.name})", f"B ({second.name})", tr)
    reply(Answer(rows, totals, said, _told(rows)), first, json, date.today())


def forget_member(
    book: BookPath,
    member: Annotated[str, typer.Option(help="number of a member who has left")],
    mentions: Annotated[
        bool | None,
        typer.Option(
            "--mentions/--keep-mentions", help="erase notes of other entries with the name, or not"
        ),
    ] = None,
    also: Annotated[
        list[int] | None,
        typer.Option(help="entry whose notes with a part of the name or the nickname go, too"),
    ] = None,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Forget a member for good: names, telephone and notes; the figures stay."""

    def job(writing: Writing) -> Answer:
        wanted = ForgetRequest(member=member, mentions=mentions, also=tuple(also or ()))
        try:
            done = forget(writing, wanted)
        except (MentionsUnsaidError, PerhapsMeantError) as error:
            raise Refused(error, json, answer=Answer(told=_unsaid(error))) from error
        totals = {
            "entry": done.entry,
            "words": done.words,
            "papers": done.papers,
            "mentions": sorted({one.entry for one in done.mentions}),
            "fixed": done.fixed,
            "beside": done.beside,
            "perhaps": done.perhaps,
        }
        return Answer([], totals, "\n".join(forgotten_words(done, Translator("en"))))

    write(book, json, Who(officer, second, pin_stdin), job)


def _unsaid(error: MentionsUnsaidError | PerhapsMeantError) -> list[str]:
    """Tell by which words of the command it is said what becomes of the notes of other entries."""
    if isinstance(error, PerhapsMeantError):
        return [
            "Add --also ENTRY for each whose notes are erased, or --keep-mentions to leave them."
        ]
    told = ["Add --mentions to erase them, or --keep-mentions to leave them."]
    if error.perhaps:
        told.append(perhaps_words(error.perhaps, Translator("en")))
        told.append("Add --also ENTRY for each of these whose notes are erased.")
    return told


COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "backup": backup,
    "seal": seal,
    "open-sealed": open_sealed,
    "new-key": new_key,
    "look": look,
    "restore": restore,
    "take-over": take_over,
    "compare": compare,
    "forget": forget_member,
}
"""The commands about copies, by their word."""


@contextmanager
def _refusing(json: bool) -> Iterator[None]:
    try:
        yield
    except UserError as error:
        raise Refused(error, json) from error


def _tell(holds: Holds, json: bool) -> None:
    """Tell what a copy holds; refused at the end where it is not as it was written."""
    tr = Translator("en")
    rows = [
        {"account": one.id, "type": one.type, "name": one.name, "balance": one.balance}
        for one in holds.balances
    ]
    totals = {
        "committee": holds.committee,
        "entries": holds.entries,
        "head": holds.head,
        "last_on": holds.last_on,
        "last_receipt": holds.last_receipt,
        "left_out": holds.left_out,
        "changed": holds.changed,
    }
    if holds.against:
        totals |= {"relation": holds.against.relation, "common": holds.against.common}
    said = "\n".join(holds_words(holds, tr))
    if not json:
        rows, totals = [], {"head": holds.head}
    answer = Answer(rows, totals, said)
    try:
        copies.require_as_written(holds.path)
    except UserError as error:
        raise Refused(error, json, answer=answer) from error
    reply(answer, holds.path, json, date.today())


def _who(copy: Path, book: Path, who: Who) -> Signing:
    """Return who is responsible, by the officers that the copy knows.

    Who has a PIN, in the copy or in the book here, is named only with it.
    Raises NoSuchOfficerError, and what signing in raises.
    """
    if not who.officer:
        return Signing()
    with copies.readable(copy) as held, held.read() as reading:
        officer = committee.officer(reading, who.officer)
    if not arriving.has_pin(officer, book):
        return Signing(officer.id)
    asked = who.pin_stdin or sys.stdin.isatty()
    with arriving.knowing_pin(copy, book, officer) as knows:
        if not asked or knows is None:
            sys.stderr.write(f"{shown(officer.name)} has a PIN {_NOT_PROVED[asked]}\n")
            return Signing()
        today = knows.now().date()
        with knows.read() as reading:
            pin = typed_pin(officer.name, who.pin_stdin)
            signed = sign_in(reading, officer.id, pin, knows.now())
            known = committee.by_id(reading, officer.id)
    return arriving.responsible(copy, known, today, signed)


_NOT_PROVED: Final = {
    True: "that neither the copy nor the book here can tell, so the entry names nobody.",
    False: "that was not typed, so the entry names nobody. A program gives it with --pin-stdin.",
}
"""Why an officer who was said is not named, by whether the PIN was to be had."""


def _after(
    side: str, path: Path, common: int, last: int, tr: Translator
) -> Iterator[dict[str, Any]]:
    """List what a side did after the last common entry, in plain words."""
    founded = next(entries_after(path, ROOMS, 0)).entry
    assert isinstance(founded, BookFounded)
    currency = Currency(founded.currency, founded.decimals)
    lines, known = copies.only_in(path, common, last)
    for recorded in lines:
        yield {
            "side": side,
            "entry": recorded.seq,
            "kind": recorded.envelope.kind,
            "on": recorded.on,
            "what": only_words(recorded, known, currency, tr),
        }


def _told(rows: list[dict[str, Any]]) -> list[str]:
    told = []
    for side in ("A", "B"):
        own = [f"{side}: {row['what']}" for row in rows if row["side"] == side]
        told += own[:MOST_TOLD]
        if len(own) > MOST_TOLD:
            told.append(f"{side}: … {len(own) - MOST_TOLD}")
    return told
