"""The agreement in ink: what was decided, the prices, the votes, and places to sign or to press a thumb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.period import Month
from imt_desktop.reports.acta.facts import ActaFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.paper.signing import signing, signing_height
from imt_desktop.wording.tariffs import TariffWords

LEFT, RIGHT, TOP = A4.margin, A4.width - A4.margin, 43.0
BOTTOM = A4.height - A4.margin
SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
PLACE: Final = 58.0
"""Height of a place to sign: a thumb and its ink."""

THUMB: Final = 48.0
ACROSS: Final = 2
MOST_LINES: Final = 12


def render(facts: ActaFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the agreement on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ActaFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document: the text on one sheet, the places to sign on those after it."""
    document = Document(A4.width, A4.height, _title(words.main), words.main.code)
    room = BOTTOM - signing_height(facts.heading, words, anchor) - 14
    for scale in SCALES:
        page = _Text(facts, words, scale)
        if page.draw(rehearsal(A4.width / scale, A4.height / scale)) <= room / scale:
            break
    each = _places(rehearsal(A4.width, A4.height), facts, words, 0)
    count = 1 + (-(-facts.places // each) if each else 0)
    with _sheet(document, facts, words) as sheet:
        with sheet.zoomed(scale) as inner:
            page.draw(inner)
        signing(sheet, facts.heading, words, anchor, LEFT, RIGHT, BOTTOM)
        if count > 1:
            sheet_foot(sheet, words, anchor, 0, count, block=0)
    done = 0
    for number in range(1, count):
        with _sheet(document, facts, words) as sheet:
            done = _places(sheet, facts, words, done)
            sheet_foot(sheet, words, anchor, number, count, block=0)
    return document


@contextmanager
def _sheet(document: Document, facts: ActaFacts, words: Bilingual) -> Iterator[Sheet]:
    sheet = document.sheet(A4.width, A4.height)
    if facts.heading.practice:
        practice.ground(sheet, words)
    yield sheet
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()


def _title(tr: Translator) -> str:
    return tr.gettext("Agreement on the water price")


class _Text:
    """The first sheet at one scale."""

    def __init__(self, facts: ActaFacts, words: Bilingual, scale: float) -> None:
        self.facts, self.words, self.scale = facts, words, scale
        self.left, self.right = LEFT / scale, RIGHT / scale
        self.room = self.right - self.left

    def draw(self, sheet: Sheet) -> float:
        """Draw everything above the signatures; returns its lower edge."""
        sheet.floor = 8 / self.scale
        facts, words = self.facts, self.words
        minute = words.both(lambda tr: tr.gettext("Minute {number}").format(number=facts.minute))
        y = letterhead(
            sheet, facts.heading, minute, self.left, TOP / self.scale, self.right, 17.5, 16, 0.6
        )
        title = words.both(_title)
        size = fit(title.main, BOLD, 28, self.room, 1, 16).size
        y = sheet.pair(self.left, y + 34, title, size, self.room, colour=TEAL, lines=1, second=17)
        y = sheet.pair(
            self.left,
            y + 24,
            words.both(self._opening),
            12,
            self.room,
            font=REGULAR,
            lines=4,
            second=10,
        )
        if facts.text.strip():
            y = self._own_words(sheet, y + 10)
        y = self._prices(sheet, y + 12)
        y = self._rest(sheet, y)
        y = self._votes(sheet, y + 14)
        return self._closing(sheet, y + 8)

    def _opening(self, tr: Translator) -> str:
        facts = self.facts
        said = tr.gettext(
            "On {date} the assembly of {committee} decided what water costs from {month} on:"
        )
        if facts.body != "assembly":
            said = tr.gettext(
                "On {date} the committee of {committee} decided what water costs from {month} on:"
            )
        return said.format(
            date=tr.date(facts.decided_on), committee=facts.heading.committee,
            month=tr.month(Month.parse(facts.since)),
        )  # fmt: skip

    def _own_words(self, sheet: Sheet, y: float) -> float:
        """Write the text of the decision as the committee wrote it, once."""
        fitted = fit(self.facts.text, REGULAR, 12, self.room - 24, MOST_LINES, sheet.floor, 0.8)
        end = sheet.lines(self.left + 12, y + 16, fitted, REGULAR, INK)
        sheet.rect(self.left, y, 3, end - y + 8, TEAL)
        return end + 8

    def _prices(self, sheet: Sheet, y: float) -> float:
        """Draw the table of prices: who pays, and what."""
        facts, words = self.facts, self.words
        split = self.left + self.room * 0.34
        said = words.both(lambda tr: tr.gettext("Who pays what"))
        y = sheet.inline(self.left, y + 13, said, 13, self.room, BOLD, TEAL) + 6
        sheet.rule(self.left, y, self.right, TEAL, 1.3)
        every = [TariffWords(facts.forms, tr, facts.currency) for tr in words.translators]
        for terms in facts.terms:
            who = _pair([one.type_name(terms.connection_type) for one in every])
            what = _pair([one.short(terms) for one in every])
            first = sheet.pair(self.left, y + 15, who, 12, split - self.left - 10, second=9)
            last = sheet.pair(split, y + 15, what, 12, self.right - split, lines=3, second=9)
            y = max(first, last) + 6
            sheet.rule(self.left, y, self.right, LINE, 0.7)
        return y

    def _rest(self, sheet: Sheet, y: float) -> float:
        """Say all else that the tariff says, a line each."""
        facts, words = self.facts, self.words
        said = [TariffWords(facts.forms, tr, facts.currency) for tr in words.translators]
        for line in zip(*([*one.once(), *one.others()] for one in said), strict=True):
            y = sheet.pair(
                self.left, y + 15, _pair(line), 10.5, self.room, font=REGULAR, second=8.8
            )
        return y

    def _votes(self, sheet: Sheet, y: float) -> float:
        """Draw how it was voted, or boxes to write it down; and where it was."""
        both, votes = self.words.both, self.facts.votes
        counts: tuple[int | None, ...] = (None,) * 4
        if votes is not None:
            counts = (votes.all, votes.in_favour, votes.against, votes.abstained)
        names = (
            both(lambda tr: tr.gettext("Present")),
            both(lambda tr: tr.pgettext("votes", "For")),
            both(lambda tr: tr.pgettext("votes", "Against")),
            both(lambda tr: tr.gettext("Did not vote")),
        )
        wide = (self.room - 3 * 10) / 4
        low = y + 34
        ends = []
        for at, (said, count) in enumerate(zip(names, counts, strict=True)):
            x = self.left + at * (wide + 10)
            sheet.rect(x, y, wide, 34, PAPER if count is not None else None, INK, 0.9, 5)
            if count is not None:
                digits = self.words.main.number(count)
                sheet.text(x + wide / 2, y + 25, digits, 20, BOLD, INK, "centre", room=wide - 8)
            ends.append(sheet.pair(x, low + 13, said, 10, wide, second=8.5))
        y = max(ends) + 12
        where = both(lambda tr: tr.gettext("Place of the meeting:"))
        split = self.left + self.room * 0.4
        last = sheet.pair(self.left, y + 10, where, 10, split - self.left - 8, second=8.5)
        sheet.rule(split, y + 12, self.right, SOFT, 0.7)
        return max(last, y + 12)

    def _closing(self, sheet: Sheet, y: float) -> float:
        said = self.words.both(
            lambda tr: tr.gettext(
                "It was read aloud. Those who were there sign on the sheets that follow,"
                " or press their thumb."
            )
        )
        return (
            sheet.pair(self.left, y + 13, said, 10.5, self.room, font=REGULAR, second=8.8, lines=3)
            + 4
        )


def _pair(said: Sequence[str]) -> Pair:
    """Return what is said in one or two languages; what is the same in both is said once."""
    main, second = said[0], said[-1]
    return Pair(main, second if second != main else "")


def _places(sheet: Sheet, facts: ActaFacts, words: Bilingual, done: int) -> int:
    """Draw a sheet of places to sign; returns how many there are by now."""
    minute = words.both(lambda tr: tr.gettext("Minute {number}").format(number=facts.minute))
    y = letterhead(sheet, facts.heading, minute, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
    said = words.both(lambda tr: tr.gettext("We were there and agree"))
    y = sheet.pair(LEFT, y + 26, said, 18, RIGHT - LEFT, colour=TEAL, lines=1, second=12)
    heads = words.both(lambda tr: tr.gettext("Name, signature, thumb"))
    y = sheet.inline(LEFT, y + 18, heads, 10, RIGHT - LEFT, REGULAR, SOFT) + 6
    wide = (RIGHT - LEFT - 16) / ACROSS
    while done < facts.places and y + PLACE <= BOTTOM:
        for at in range(min(ACROSS, facts.places - done)):
            _place(sheet, LEFT + at * (wide + 16), y, wide, done + 1, words)
            done += 1
        y += PLACE + 4
    return done


def _place(sheet: Sheet, x: float, y: float, wide: float, number: int, words: Bilingual) -> None:
    """Draw one place: its number, lines for name and signature, and a box for a thumb."""
    box = x + wide - THUMB
    sheet.text(x, y + 22, words.main.number(number), 10, BOLD, SOFT, room=22)
    for low in (23.0, 50.0):
        sheet.rule(x + 24, y + low, box - 10, INK, 0.7)
    sheet.rect(box, y + 2, THUMB, PLACE - 8, None, SOFT, 0.8, 8, dash=(3, 2))
