"""What holding a paper against the book showed, in plain words: harmless causes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.journal.checking import Answer
from imt_desktop.oversight.papers import PaperSaid, ReceiptSaid
from imt_desktop.wording.papers import about_words, paper_name

_ALONE: Final = {
    "letters": mark("This is not a code. A code has 16 letters and digits."),
    "slip": mark("The code was copied wrongly. Compare it with the paper, letter by letter."),
    "another-book": mark("This paper belongs to another committee's book."),
    "not-found": mark("No entry of this book has this code. Write the entry's number, which stands below the code, as well: then more can be said."),
}  # fmt: skip


def answer_words(answer: Answer, tr: Translator) -> tuple[str, ...]:
    """Say what holding a paper against the book showed, in one sentence or a few."""
    return tuple(_sentences(answer, tr))


def said_words(said: PaperSaid, tr: Translator) -> tuple[str, ...]:
    """Say what the paper said, to be compared with the paper itself."""
    if said.paper == "receipt" and said.receipts:
        return tuple(words for one in said.receipts for words in _receipt(one, tr))
    if not said.paper:
        return (tr.gettext("The book does not say which paper this entry stands on."),)
    line = tr.gettext("{paper}: {about}").format(
        paper=paper_name(said.paper, tr), about=about_words(said.paper, said.about, tr)
    )
    if said.facts is None:
        return (line, tr.gettext("What it said was erased when somebody was forgotten."))
    return (line,)


def not_on_paper_words(count: int, tr: Translator) -> str:
    """Say how many entries came after the newest paper, which proves all before it."""
    if count < 0:
        return tr.gettext(
            "Entries at the end of this book were deleted: it has given out papers of later ones than its last."
        )
    if not count:
        return tr.gettext("The newest receipt or notice proves every entry up to now.")
    words = tr.ngettext(
        "{n} entry was made after the newest receipt or notice: no paper proves it yet.",
        "{n} entries were made after the newest receipt or notice: no paper proves them yet.",
        count,
    )
    return words.format(n=tr.number(count))


def _sentences(answer: Answer, tr: Translator) -> Iterator[str]:
    facts = {
        "seq": answer.seq,
        "entries": answer.entries,
        "restore": answer.restore,
        "broken": answer.broken,
        "after": answer.after,
        "until": answer.until,
    }
    if answer.state in _ALONE:
        yield tr.gettext(_ALONE[answer.state])
    elif answer.state == "matches":
        yield tr.gettext(
            "The paper matches entry {seq}: that entry and all before it are as they were."
        ).format(**facts)
        if answer.misnumbered is not None:
            yield tr.gettext(
                "The number {number} beside the code is wrong: look at the paper again."
            ).format(number=answer.misnumbered)
        yield tr.gettext("Now compare the figures: this is what the paper said.")
    elif answer.state == "shorter":
        yield tr.gettext(
            "The paper was made by entry {seq}, but this book ends with entry {entries}."
        ).format(**facts)
        yield tr.gettext(
            "Most likely an older copy of the book was brought back, or the work went on on another computer. Find the newest book before anything is entered here."
        )
    elif answer.state == "left-behind" and answer.certain:
        yield tr.gettext(
            "The paper belongs to the part that was left behind when the book was brought back from a copy, in entry {restore}. Look whether what it says was entered again."
        ).format(**facts)
    elif answer.state == "left-behind" and answer.known and _beyond(answer):
        yield tr.gettext(
            "This book ends with entry {entries}. A part with entry {seq} was left behind when the book was brought back from a copy, in entry {restore}: if the paper is older than that, this explains it."
        ).format(**facts)
        yield tr.gettext(
            "If it is newer, an older copy was brought back again, or the work went on on another computer. Find the newest book before anything is entered here."
        )
    elif answer.state == "left-behind":
        blind = tr.gettext(
            "The book was brought back from a copy in entry {restore}: what was entered elsewhere after that copy is not in it, and this paper may be of that."
        )
        part = tr.gettext(
            "Entry {seq} has another code here, but a part with this number was left behind when the book was brought back from a copy, in entry {restore}."
        )
        yield (part if answer.known else blind).format(**facts)
        yield tr.gettext(
            "If the paper is older than that, this explains it. If it is newer, something was changed."
        )
        if answer.after:
            yield _between(facts, tr)
    else:
        yield from _changed(answer, facts, tr)
    if answer.failing:
        entries = ", ".join(str(seq) for seq in answer.failing)
        yield tr.gettext(
            "Papers that were read here before and no longer match, by their entries: {entries}."
        ).format(entries=entries)
        if answer.failing[-1] > answer.entries:
            yield tr.gettext(
                "This book ends with entry {entries}: it is shorter than a paper that was read here before."
            ).format(**facts)


def _beyond(answer: Answer) -> bool:
    """Whether the paper's entry would come after the last one of this book."""
    return bool(answer.seq and answer.entries and answer.seq > answer.entries)


def _changed(answer: Answer, facts: dict[str, int | None], tr: Translator) -> Iterator[str]:
    yield tr.gettext(
        "Entry {seq} of this book, or one before it, is not what it was when this paper was made."
    ).format(**facts)
    yield tr.gettext(
        "First look for a harmless reason: another copy of the book went on by itself, or the code was copied wrongly in several places."
    )
    if answer.after:
        yield _between(facts, tr)
    else:
        yield tr.gettext(
            "By the papers that were read here, something was changed not later than entry {until}. Read older papers to find out since when."
        ).format(**facts)
    if answer.broken:
        yield tr.gettext(
            "The first entry that does not follow from the one before it is {broken}."
        ).format(**facts)


def _between(facts: dict[str, int | None], tr: Translator) -> str:
    return tr.gettext(
        "By the papers that were read here, something was changed after entry {after} and not later than entry {until}."
    ).format(**facts)


def _receipt(one: ReceiptSaid, tr: Translator) -> Iterator[str]:
    if one.still_to_pay is None:
        yield tr.gettext("Receipt {number}, {date}: {amount} from {name}").format(
            number=one.number,
            date=tr.short_date(one.on),
            amount=tr.money(one.amount),
            name=one.name,
        )
    else:
        said = tr.gettext(
            "Receipt {number}, {date}: member {member}, {name}: {amount} paid, {left} still to pay"
        )
        if not one.name:  # of a copy without names, or forgotten
            said = tr.gettext(
                "Receipt {number}, {date}: member {member}: {amount} paid, {left} still to pay"
            )
        yield said.format(
            number=one.number, date=tr.short_date(one.on), member=one.member, name=one.name,
            amount=tr.money(one.amount), left=tr.money(one.still_to_pay),
        )  # fmt: skip
    if one.cancelled:
        yield tr.gettext(
            "Receipt {number} was cancelled on {date} with entry {entry}: {reason}"
        ).format(
            number=one.number,
            date=tr.short_date(one.cancelled.on),
            entry=one.cancelled.entry,
            reason=one.cancelled.reason or "\u2026",
        )
