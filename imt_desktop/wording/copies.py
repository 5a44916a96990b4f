"""Copies of a book in plain words: what one holds, how two stand to each other, what was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.journal import Recorded
from imt_desktop.journal.anchor import code_of, in_fours
from imt_desktop.journal.copies.comparing import Comparison
from imt_desktop.journal.copies.restoring import Restored
from imt_desktop.ledger.forgetting import Forgotten
from imt_desktop.money import Currency
from imt_desktop.oversight.copies import Holds
from imt_desktop.oversight.trail import Known
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.kinds import account_name

_NAMED: Final = 40
"""Entries that are named one by one."""

_LEFT_OUT: Final = {
    "word": mark("It has no names, telephone numbers and notes: they were left out on purpose."),
    "file": mark("It has no photos of vouchers in it."),
    "pin": mark("Nobody's PIN is in it: officers set theirs again."),
}
"""What a copy may have left out, by the name of the kept table."""


def holds_words(holds: Holds, tr: Translator) -> tuple[str, ...]:
    """Say what a copy holds, before anything is done with it."""
    return tuple(_holds(holds, tr))


def comparison_words(found: Comparison, first: str, second: str, tr: Translator) -> str:
    """Say how two copies stand to each other; ``first`` and ``second`` are their names."""
    names = {"first": first, "second": second, "common": found.common}
    if found.relation == "same":
        return tr.gettext("Both hold the same: {common} entries.").format(**names)
    if found.relation == "first-continues":
        more = found.first.seq - found.common
        words = tr.ngettext(
            "{first} continues {second}: it has {n} entry more.",
            "{first} continues {second}: it has {n} entries more.",
            more,
        )
        return words.format(**names, n=more)
    if found.relation == "second-continues":
        more = found.second.seq - found.common
        words = tr.ngettext(
            "{second} continues {first}: it has {n} entry more.",
            "{second} continues {first}: it has {n} entries more.",
            more,
        )
        return words.format(**names, n=more)
    return tr.gettext(
        "They have forked: up to entry {common} they are the same, then each went on by itself. Decide together which one goes on, and enter again there what only the other has."
    ).format(**names)


def book_and_copy_words(found: Comparison, tr: Translator) -> str:
    """Say how the book here, the first of the two, and a copy stand to each other."""
    if found.relation == "first-continues":
        more = found.first.seq - found.common
        words = tr.ngettext(
            "This book goes on where the copy ends: it has {n} entry more.",
            "This book goes on where the copy ends: it has {n} entries more.",
            more,
        )
    elif found.relation == "second-continues":
        more = found.second.seq - found.common
        words = tr.ngettext(
            "The copy goes on where this book ends: it has {n} entry more.",
            "The copy goes on where this book ends: it has {n} entries more.",
            more,
        )
    else:
        return comparison_words(found, "", "", tr)
    return words.format(n=tr.number(more))


def only_words(one: Recorded, known: Known, currency: Currency, tr: Translator) -> str:
    """Say what was done in only one of two copies, with the names that are needed to enter it again."""
    return tr.gettext("Entry {n}, {date}: {what}").format(
        n=one.seq, date=tr.short_date(one.on), what=deed_words(one, known, tr, currency)
    )


def restored_words(done: Restored, tr: Translator) -> tuple[str, ...]:
    """Say what bringing a book back did, and what it left behind."""
    return tuple(_restored(done, tr))


def forgotten_words(done: Forgotten, tr: Translator) -> tuple[str, ...]:
    """Say what was erased, and plainly what still has it."""
    papers = tr.ngettext(
        "{n} paper with the name can no longer be printed again as it was.",
        "{n} papers with the name can no longer be printed again as they were.",
        done.papers,
    ).format(n=tr.number(done.papers))
    older = tr.gettext("Older backups, copies on sticks and papers still have it; the program cannot reach them.")  # fmt: skip
    told = (papers, older) if done.papers else (older,)
    return (_erased(done, tr), *told, *_left(done, tr))


def forgotten_briefly(done: Forgotten, tr: Translator) -> tuple[str, ...]:
    """Say what was erased and what of this book was left, to whom was told before what nothing reaches."""
    return (_erased(done, tr), *_left(done, tr))


def perhaps_words(entries: tuple[int, ...], tr: Translator) -> str:
    """Name the entries in whose notes somebody may be meant who is to be forgotten."""
    words = tr.gettext("Perhaps the member is also meant in notes of these entries, by a part of the name or the nickname. Read whether it is so: {entries}.")  # fmt: skip
    return words.format(entries=", ".join(map(str, entries)))


def left_out_words(left_out: tuple[str, ...], tr: Translator) -> tuple[str, ...]:
    """Say what a copy left out."""
    return tuple(tr.gettext(_LEFT_OUT[name]) for name in left_out if name in _LEFT_OUT)


def changed_words(files: tuple[str, ...], tr: Translator) -> str:
    """Name the photos beside a copy that were changed."""
    shown = ", ".join(files[:_NAMED]) + (" …" if len(files) > _NAMED else "")
    return tr.ngettext(
        "{n} photo or paper in the folder “Photos” was changed and does not come back: {files}.",
        "{n} photos or papers in the folder “Photos” were changed and do not come back: {files}.",
        len(files),
    ).format(n=tr.number(len(files)), files=shown)


def not_there_words(entries: tuple[int, ...], tr: Translator) -> str:
    """Name the entries whose photo or paper a copy came without, so that nobody takes it for a change."""
    if not entries:
        return ""
    shown = ", ".join(str(entry) for entry in entries[:_NAMED])
    more = " …" if len(entries) > _NAMED else ""
    first = tr.ngettext(
        "The photo or paper of {n} entry is not there: {entries}.",
        "Photos or papers of {n} entries are not there: {entries}.",
        len(entries),
    ).format(n=tr.number(len(entries)), entries=shown + more)
    why = tr.gettext(
        "That is so where a copy came without its folder “Photos”; no entry was changed by it. Keep the"
        " originals."
    )
    return f"{first} {why}"


def _holds(holds: Holds, tr: Translator) -> Iterator[str]:
    yield tr.gettext("{committee}: {n} entries, the last one of {date}.").format(
        committee=holds.committee, n=tr.number(holds.entries), date=tr.date(holds.last_on)
    )
    if holds.last_receipt is None:
        yield tr.gettext("No receipt was given yet.")
    else:
        yield tr.gettext("Last receipt: {number}.").format(number=holds.last_receipt)
    for account in holds.balances:
        name = account.name or capital(account_name(account.type, {}, tr))
        yield tr.gettext("{account}: {amount}").format(
            account=name, amount=tr.money(account.balance)
        )
    code = in_fours(code_of(bytes.fromhex(holds.head), holds.book))
    yield tr.gettext("Code of the newest entry: {code}.").format(code=code)
    yield from left_out_words(holds.left_out, tr)
    if holds.changed:
        yield changed_words(holds.changed, tr)


def _restored(done: Restored, tr: Translator) -> Iterator[str]:
    if done.entry:
        yield tr.gettext("The book is back; entry {n} says so.").format(n=done.entry)
    else:
        yield tr.gettext("The copy that went on is now the book.")
    if done.kept:
        yield tr.gettext("The book before it is kept as {name}.").format(name=done.kept.name)
    if done.left:
        words = tr.ngettext(
            "{n} entry was left behind: {first}. Enter again what is missing.",
            "{n} entries were left behind: {first} to {last}. Enter again what is missing.",
            done.left.last - done.left.first + 1,
        )
        yield words.format(
            n=done.left.last - done.left.first + 1, first=done.left.first, last=done.left.last
        )
    if done.forgotten:
        yield tr.gettext(
            "Words that were erased after the copy was made are in the book again. Erase them again."
        )


def _erased(done: Forgotten, tr: Translator) -> str:
    return tr.ngettext(
        "{n} word about the member was erased. The figures stay.",
        "{n} words about the member were erased. The figures stay.",
        done.words,
    ).format(n=tr.number(done.words))


def _left(done: Forgotten, tr: Translator) -> Iterator[str]:
    if done.mentions:
        entries = ", ".join(str(entry) for entry in sorted({one.entry for one in done.mentions}))
        yield tr.gettext("The name also stands in notes of these entries, which were left: {entries}.").format(entries=entries)  # fmt: skip
    if done.beside:
        entries = ", ".join(str(entry) for entry in done.beside)
        yield tr.gettext("Other notes of these entries were left. Read whether they tell who it was: {entries}.").format(entries=entries)  # fmt: skip
    if done.perhaps:
        yield perhaps_words(done.perhaps, tr)
    if done.fixed:
        entries = ", ".join(str(entry) for entry in done.fixed)
        yield tr.gettext("It stands in a field of these entries that nothing can erase: {entries}.").format(entries=entries)  # fmt: skip
