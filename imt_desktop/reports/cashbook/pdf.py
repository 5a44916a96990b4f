"""A cash book in ink."""

from __future__ import annotations

from datetime import date
from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.money import Money, any_cents
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.cashbook.pages import Page, pages
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice, table
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import widest
from imt_desktop.reports.paper.fit import NARROWEST, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.progress import step
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.paper.signing import signing, signing_height
from imt_desktop.reports.phrases import covered, labelled
from imt_desktop.wording.kinds import account_name, kind_name
from imt_desktop.wording.late import late_words

LEFT, RIGHT = A4.margin, A4.width - A4.margin
TOP = 43.0
BOTTOM = A4.height - A4.margin
SIZE = 10.0
USUAL = 18.5
PITCHES = (USUAL, 17.5, 16.5)
"""From line to line; where a page more would hold only a few, they stand closer."""

FEW = 6
"""Lines for which no page of its own is begun, if that can be helped."""

MANY = 30
"""A book with more lines takes several pages: officers sign it in less room."""

USUALLY, MOST = 2, 6
"""Lines for what money was for; more only where a name would be cut for them."""

WHERE = 17.0
"""Room for the drawing of an account, in a book of all together."""

ACCOUNT_ICONS = {
    "cash": "banknote",
    "bank": "landmark",
    "mobile": "smartphone",
    "reserve": "piggy-bank",
}


def render(facts: CashbookFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw a cash book on A4, on as many pages as it needs. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: CashbookFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw a cash book and return the document, sheets and all."""
    document = Document(A4.width, A4.height, words.main.gettext("Cash book"), words.main.code)
    job, cut = _cut(facts, words, anchor)
    for number, page in enumerate(cut):
        sheet = document.sheet(A4.width, A4.height)
        if facts.heading.practice:
            practice.ground(sheet, words)
        job.page(sheet, page, number, len(cut))
        bands(sheet, words, facts.heading, TOP)
        document.canvas.showPage()
        step(number + 1, len(cut))
    return document


def _cut(facts: CashbookFacts, words: Bilingual, anchor: Anchor | None) -> tuple[_Job, list[Page]]:
    """Cut the book into pages, with lines as far apart as they can be without a page for a few."""
    found: list[tuple[_Job, list[Page]]] = []
    for pitch in PITCHES:
        job = _Job(facts, words, anchor, pitch)
        cut = pages(facts, job.room, job.tall, job.foot)
        found.append((job, cut))
        if len(cut) == 1 or len(cut) < len(found[0][1]) or len(cut[-1].lines) > FEW:
            return job, cut
    return found[0]


class _Job:
    """One cash book to draw."""

    def __init__(
        self, facts: CashbookFacts, words: Bilingual, anchor: Anchor | None, pitch: float
    ) -> None:
        self.facts, self.words, self.anchor, self.pitch = facts, words, anchor, pitch
        amounts = [facts.brought, facts.carried]
        for line in facts.lines:
            moneys = (line.into, line.out, line.balance, line.moved)
            amounts += [money for money in moneys if money]
        self.cents = any_cents(amounts)
        field = min(96.0, max(58.0, widest(amounts, SIZE, words.main, self.cents) + 10))
        x = RIGHT - 3 * field
        what = LEFT + 94 + (0 if facts.account else WHERE)
        self.columns = [
            table.Column(words.both(lambda tr: tr.gettext("Date")), LEFT, 46),
            table.Column(
                words.both(lambda tr: tr.pgettext("receipt number", "No.")), LEFT + 50, 40
            ),
            table.Column(words.both(lambda tr: tr.gettext("What for")), what, x - what - 6),
            table.Column(
                words.both(lambda tr: tr.gettext("In")), x + field - 4, field - 8, "right"
            ),
            table.Column(
                words.both(lambda tr: tr.gettext("Out")), x + 2 * field, field - 8, "right"
            ),
            table.Column(words.both(lambda tr: tr.gettext("Balance")), RIGHT, field - 6, "right"),
        ]
        self._height: dict[int, float] = {}
        self._head_height = [
            self._head(rehearsal(A4.width, A4.height), number) for number in (0, 1)
        ]
        explained = sum(self._tall_of(said) for said, _in, _out in self._counted())
        self.brief = len(facts.lines) > MANY
        signed = signing_height(facts.heading, words, anchor, self.brief)
        self.foot = signed + 10 + USUAL + explained

    def room(self, page: int) -> float:
        """Height for lines on a page: less head, brought forward, total and the page's number."""
        head = self._head_height[min(page, 1)] + self._brought_tall(page)
        return BOTTOM - 14 - head - self._totals_height()

    def tall(self, line: CashLine) -> float:
        """Height of a line; measured once."""
        if id(line) not in self._height:
            self._height[id(line)] = self.pitch + self._what(
                rehearsal(A4.width, A4.height), line, 0
            )
        return self._height[id(line)]

    def page(self, sheet: Sheet, page: Page, number: int, count: int) -> None:
        """Draw one page."""
        y = self._head(sheet, number)
        y = self._brought(sheet, page, number, y)
        for line, balance in page.lines:
            y = self._line(sheet, line, balance, y)
        last = number == count - 1
        y = self._totals(sheet, page, y, last, number)
        if count > 1:
            sheet_foot(sheet, self.words, self.anchor, number, count)
        if last:
            heading = self.facts.heading
            signing(sheet, heading, self.words, self.anchor, LEFT, RIGHT, BOTTOM, self.brief)

    def _head(self, sheet: Sheet, number: int) -> float:
        facts, words = self.facts, self.words
        period = words.both(lambda tr: covered(facts.period, facts.as_of, tr))
        y = letterhead(sheet, facts.heading, period, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
        if number == 0:
            title = self._title()
            size = fit(title.main, BOLD, 31, RIGHT - LEFT, 1, 18).size
            y = (
                sheet.pair(LEFT, y + 36, title, size, RIGHT - LEFT, colour=TEAL, lines=1, second=19)
                + 4
            )
        symbol = words.main.symbol(facts.brought.currency)
        y += 16
        if number == 0 and facts.holdings:
            y = self._where(sheet, y)
        sheet.text(RIGHT, y, symbol, 10, REGULAR, SOFT, "right")
        return table.head(sheet, self.columns, y + 5, LEFT, RIGHT, 10.5)

    def _where(self, sheet: Sheet, y: float) -> float:
        """Say which drawing stands for which account, and what lies in it at the end."""
        tr, right = self.words.main, RIGHT - 50
        x = LEFT
        for holding in self.facts.holdings:
            own = {holding.account: holding.own_name}
            name = self.words.beside(partial(account_name, holding.account, own))
            digits = clean(tr.amount(holding.amount, self.cents))
            wide = 16 + width(clean(name), REGULAR, 9.5) + 5 + width(digits, BOLD, 9.5)
            if x > LEFT and x + wide > right:
                x, y = LEFT, y + 15
            sheet.icon(account_icon(holding.account), x, y - 9.4, 12, SOFT)
            name_room = right - x - 21 - width(digits, BOLD, 9.5)
            at = x + 16
            at += sheet.text(at, y, name, 9.5, REGULAR, SOFT, room=name_room) + 5
            sheet.text(at, y, digits, 9.5, BOLD)
            x += min(wide, right - x) + 14
        return y

    def _title(self) -> Pair:
        facts = self.facts
        if not facts.account:
            return self.words.both(lambda tr: tr.gettext("Cash book"))
        own = {facts.account: facts.own_name}
        return self.words.both(
            lambda tr: tr.gettext("Cash book: {account}").format(
                account=account_name(facts.account, own, tr)
            )
        )

    def _brought(self, sheet: Sheet, page: Page, number: int, y: float) -> float:
        tr, tall = self.words.main, self._brought_tall(number)
        base = y + self.pitch * 0.68
        if not number:
            self._day(sheet, self.facts.period.first, base)
        self._brought_said(sheet, number, base)
        table.figure(sheet, self.columns[5], base, page.brought, SIZE, tr, self.cents, bold=True)
        table.hairline(sheet, LEFT, y + tall, RIGHT)
        return y + tall

    def _brought_tall(self, number: int) -> float:
        """Height of the first line of a page: more where its second language has no room beside."""
        return self.pitch + self._brought_said(rehearsal(A4.width, A4.height), number, 0)

    def _brought_said(self, sheet: Sheet, number: int, y: float) -> float:
        """Write from where it was brought forward; returns how much lower that reaches."""
        said = self.words.both(partial(_brought_words, self.facts))
        if number:
            said = self.words.both(
                lambda tr: tr.gettext("Brought from page {n}").format(n=tr.number(number))
            )
        return sheet.inline(self.columns[2].x, y, said, SIZE, self.columns[2].room + 60) - y

    def _day(self, sheet: Sheet, day: date, y: float, colour: str = INK) -> None:
        sheet.text(LEFT, y, self.words.main.day(day), SIZE, REGULAR, colour, room=46)

    def _line(self, sheet: Sheet, line: CashLine, balance: Money, y: float) -> float:
        tr = self.words.main
        base = y + self.pitch * 0.68
        colour = SOFT if line.struck else INK
        tall = self.tall(line)
        self._day(sheet, line.on, base, colour)
        sheet.text(self.columns[1].x, base, line.number, SIZE, REGULAR, colour, room=40)
        if line.account:
            x = self.columns[2].x - WHERE
            sheet.icon(account_icon(line.account), x, base - SIZE * 0.95, 12, SOFT)
        self._what(sheet, line, base)
        for column, money, ink in ((3, line.into, TEAL), (4, line.out, TERRACOTTA)):
            shade = SOFT if line.struck else ink
            start = table.figure(
                sheet, self.columns[column], base, money, SIZE, tr, self.cents, colour=shade,
                bold=not line.struck,
            )  # fmt: skip
            if line.struck and money is not None:
                sheet.rule(start - 1, base - SIZE * 0.3, self.columns[column].x + 1, INK, 0.9)
        if not line.struck:
            table.figure(sheet, self.columns[5], base, balance, SIZE, tr, self.cents)
        table.hairline(sheet, LEFT, y + tall, RIGHT)
        return y + tall

    def _what(self, sheet: Sheet, line: CashLine, y: float) -> float:
        """Write what a line is for, and why it was cancelled; returns how much lower that reaches."""
        column = self.columns[2]
        said = said_of(line, self.words)
        colour = SOFT if line.struck else INK
        fitted = fit(said.main, REGULAR, SIZE, column.room, USUALLY, sheet.floor, 0.86, NARROWEST)
        lines = USUALLY if fitted.text == clean(said.main) else MOST
        last = sheet.inline(
            column.x, y, said, SIZE, column.room, REGULAR, colour, shrink=0.86, lines=lines
        )
        if line.struck:
            why = self.words.beside(lambda tr: tr.gettext("Cancelled"))
            reason = labelled(why, line.reason, self.words.main) if line.reason else why
            last += 11.5
            sheet.text(column.x, last, reason, 8.6, ITALIC, TERRACOTTA, room=column.room)
        return last - y

    def _totals_height(self) -> float:
        return 2 * USUAL + 6

    def _totals(self, sheet: Sheet, page: Page, y: float, last: bool, number: int) -> float:
        rows = [(self._page_total(last and not number), page.total_in, page.total_out)]
        if last and number:
            whole = self.words.both(lambda tr: tr.gettext("Total of all pages"))
            rows.append((whole, self.facts.total_in, self.facts.total_out))
        if last:
            rows += self._counted()
        tall = sum(self._tall_of(said) for said, _in, _out in rows) + USUAL + 2
        sheet.rect(LEFT, y, RIGHT - LEFT, tall, PAPER)
        sheet.rule(LEFT, y, RIGHT, TEAL, 1.3)
        base = y + USUAL * 0.74
        for said, into, out in rows:
            self._sums(sheet, said, into, out, base)
            base += self._tall_of(said)
        self._carried(sheet, page.carried, last, number, base)
        sheet.rule(LEFT, y + tall, RIGHT, TEAL, 1.3)
        return y + tall

    def _counted(self) -> list[tuple[Pair, Money, Money]]:
        """Lead from these totals to those of the notice, where money came back."""
        facts, both = self.facts, self.words.both
        if facts.came_back is None or facts.counted_in is None or facts.counted_out is None:
            return []
        back = both(lambda tr: tr.gettext("Brought back or given back"))
        counted = both(lambda tr: tr.gettext("Money in and money out, as on the notice"))
        return [
            (back, -facts.came_back, -facts.came_back),
            (counted, facts.counted_in, facts.counted_out),
        ]

    def _page_total(self, only: bool) -> Pair:
        if only:
            return self.words.both(lambda tr: tr.gettext("Total"))
        return self.words.both(lambda tr: tr.gettext("Total of the page"))

    def _tall_of(self, said: Pair) -> float:
        """Height of a total: more where its second language finds no room beside the first."""
        return USUAL + self._sum_words(rehearsal(A4.width, A4.height), said, 0)

    def _sum_words(self, sheet: Sheet, said: Pair, y: float) -> float:
        x, column = self.columns[1].x, self.columns[3]
        return sheet.inline(x, y, said, SIZE, column.x - column.room - x - 8)

    def _sums(self, sheet: Sheet, said: Pair, into: Money, out: Money, y: float) -> None:
        tr, columns = self.words.main, self.columns
        self._sum_words(sheet, said, y)
        for column, money, ink in ((columns[3], into, TEAL), (columns[4], out, TERRACOTTA)):
            table.figure(sheet, column, y, money, SIZE, tr, self.cents, colour=ink, bold=True)

    def _carried(self, sheet: Sheet, carried: Money, last: bool, number: int, y: float) -> None:
        tr, column, x = self.words.main, self.columns[5], self.columns[1].x
        said = self.words.both(lambda tr: tr.gettext("Carried forward"))
        if not last:
            said = self.words.both(
                lambda tr: tr.gettext("Carried to page {n}").format(n=tr.number(number + 2))
            )
        sheet.inline(x, y, said, SIZE + 1, column.x - column.room - x - 8)
        table.figure(sheet, column, y, carried, SIZE + 1, tr, self.cents, bold=True)


def account_icon(code: str) -> str:
    """Return the icon of an account."""
    return ACCOUNT_ICONS.get(code, "coins")


def _brought_words(facts: CashbookFacts, tr: Translator) -> str:
    """Say that it was brought forward, and how much of it the old book handed over."""
    if facts.opened is None:
        return tr.gettext("Brought forward")
    if facts.opened == facts.brought:
        return tr.gettext("Brought forward from the old book")
    return tr.gettext("Brought forward, of it from the old book: {amount}").format(
        amount=tr.amount(facts.opened)
    )


def said_of(line: CashLine, words: Bilingual) -> Pair:
    """Say what a line is for; a name or remark stands once, in front of the main language."""
    said = words.both(lambda tr: what(line, tr))
    text = line.text
    if line.account_name and line.kind != "move":
        text = f"{text} · {line.account_name}" if text else line.account_name
    late = late_words(line.concerns, words.main)
    who = words.main.gettext("Forgotten") if line.forgotten else ""
    text = " · ".join(part for part in (late, who, text) if part)
    if not text:
        return said
    main = words.main.gettext("{text} · {kind}").format(text=text, kind=said.main)
    return Pair(main, said.second)


def what(line: CashLine, tr: Translator) -> str:
    """Say what kind of money a line is, and whether it takes back an earlier one."""
    said = _kind(line, tr)
    return tr.gettext("{kind}, cancelled").format(kind=said) if line.taken_back else said


def _kind(line: CashLine, tr: Translator) -> str:
    if line.kind == "move":
        return _moved(line, tr)
    if line.kind == "open":
        return tr.gettext("From the old book")
    name = kind_name(line.kind, {line.kind: line.own_name}, tr)
    return tr.gettext("{kind} and other").format(kind=name) if line.more else name


def _moved(line: CashLine, tr: Translator) -> str:
    own = {line.other_account: line.own_name}
    other = account_name(line.other_account, own, tr) if line.other_account else line.own_name
    if not other:
        return tr.gettext("Money moved")
    if line.moved is not None:
        here = account_name(line.account, {line.account: line.account_name}, tr)
        text = tr.gettext("{amount} moved from {source} to {target}")
        return text.format(source=here, target=other, amount=tr.amount(line.moved))
    if line.into is not None:
        return tr.gettext("Moved here from: {account}").format(account=other)
    return tr.gettext("Moved to: {account}").format(account=other)
