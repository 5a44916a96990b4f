"""What is to be done, in words: one short function for each thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.oversight.month import IN_CALENDAR, Thing
from imt_desktop.period import Month
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.plan.wish import LATE
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import done, due, late, not_yet
from imt_desktop.wording.community import due_words
from imt_desktop.wording.months import periods_words

_NAMED: Final = 3
"""So many people are named in a line."""


class Words(Struct, frozen=True):
    """A thing in words: what, a line about it, and the button that leads there."""

    title: str
    line: str
    do: str = ""
    page: str = ""
    what: object = None


def state_of(thing: Thing, tr: Translator) -> State:
    """Say how urgent it is."""
    states = {
        "now": late(tr.gettext("Now")),
        "soon": due(tr.gettext("This week")),
        "month": not_yet(tr.gettext("This month")),
        "done": done(tr.gettext("Done")),
    }
    return states[thing.when]


def words_of(thing: Thing, month: Month, tr: Translator) -> Words:
    """Put a thing into words; ``month`` is the month of today."""
    return _WORDS[thing.what](thing, month, tr)


def _restored(_thing: Thing, _month: Month, tr: Translator) -> Words:
    return Words(
        tr.gettext("Enter what the copy lacks"),
        tr.gettext("What came after it stands on paper only"),
        tr.gettext("Open"), "settings", "lost-laptop",
    )  # fmt: skip


def _printed(thing: Thing, _month: Month, tr: Translator) -> Words:
    line = tr.ngettext(
        "{n} paper was sent to it, and nobody has answered yet",
        "{n} papers were sent to it, and nobody has answered yet",
        thing.count,
    )
    return Words(
        tr.gettext("Say what came out of the printer"), line.format(n=tr.number(thing.count)),
        tr.gettext("Open"), "notices", "unanswered",
    )  # fmt: skip


def _members(_thing: Thing, _month: Month, tr: Translator) -> Words:
    return Words(
        tr.gettext("Write down the members"),
        tr.gettext("No household is in the book yet"),
        tr.gettext("Begin"), "members", "new",
    )  # fmt: skip


def _price(_thing: Thing, _month: Month, tr: Translator) -> Words:
    return Words(
        tr.gettext("Set the water price"),
        tr.gettext("Without it nobody gets a bill"),
        tr.gettext("Set it"), "settings", "price",
    )  # fmt: skip


def _bill(thing: Thing, _month: Month, tr: Translator) -> Words:
    (period,) = thing.periods
    title = tr.gettext("Bill everyone for {month}").format(month=tr.period(period, alone=False))
    if thing.when == "done":
        return Words(title, tr.gettext("Nobody is left who is to get one"))
    bills = tr.ngettext("{n} bill to make", "{n} bills to make", thing.count)
    unread = tr.ngettext("{n} not read or counted yet", "{n} not read or counted yet", thing.unread)
    left = [(bills, thing.count), (unread, thing.unread)]
    line = tr.parts(words.format(n=tr.number(n)) for words, n in left if n)
    return Words(title, line, tr.gettext("Bill"), "billing")


def _unbilled(thing: Thing, _month: Month, tr: Translator) -> Words:
    return Words(
        tr.gettext("Bill {months}").format(months=periods_words(thing.periods, tr)),
        tr.gettext("Nobody was billed for it"),
        tr.gettext("Open"), "billing", thing.periods[0],
    )  # fmt: skip


def _bank(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.amount is not None and thing.limit is not None
    line = tr.gettext("{amount} in the box, the limit is {limit}").format(
        amount=tr.amount(thing.amount), limit=tr.amount(thing.limit)
    )
    return Words(tr.gettext("Bank the cash"), line, tr.gettext("Bank it"), "money", "move")


def _count(thing: Thing, _month: Month, tr: Translator) -> Words:
    title = tr.gettext("Count the cash")
    if thing.on is None:
        return Words(title, tr.gettext("Not counted yet"), tr.gettext("Count"), "money", "count")
    day = tr.date(thing.on)
    if thing.when == "done":
        return Words(title, tr.gettext("Counted {day}").format(day=day))
    line = tr.gettext("Last counted {day}").format(day=day)
    return Words(title, line, tr.gettext("Count"), "money", "count")


def _steps(thing: Thing, _month: Month, tr: Translator) -> Words:
    title = tr.ngettext(
        "{n} household to decide about", "{n} households to decide about", thing.count
    )
    return Words(
        title.format(n=tr.number(thing.count)),
        tr.gettext("Their next step has come; nothing happens by itself"),
        tr.gettext("Open"), "arrears", "decide",
    )  # fmt: skip


def _behind(thing: Thing, _month: Month, tr: Translator) -> Words:
    title = tr.ngettext("{n} household is behind", "{n} households are behind", thing.count)
    return Words(
        title.format(n=tr.number(thing.count)),
        tr.gettext("See who, and since when"),
        tr.gettext("Open"), "members", "behind",
    )  # fmt: skip


def _confirm(thing: Thing, _month: Month, tr: Translator) -> Words:
    line = tr.ngettext(
        "{n} household is to be asked", "{n} households are to be asked", thing.count
    )
    return Words(
        tr.gettext("Confirm the old balances"),
        line.format(n=tr.number(thing.count)),
        tr.gettext("Open"), "members", "unconfirmed",
    )  # fmt: skip


def _unknown(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.amount is not None
    line = tr.ngettext("{n} payment, {amount}", "{n} payments, {amount}", thing.count).format(
        n=tr.number(thing.count), amount=tr.money(thing.amount)
    )
    title = tr.gettext("Find out whose money it is")
    return Words(title, line, tr.gettext("Open"), "money", "unknown")


def _advance(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.amount is not None
    amount = tr.money(thing.amount)
    if thing.who:
        line = tr.gettext("{who} has {amount}").format(who=thing.who, amount=amount)
    else:
        line = tr.ngettext("{n} advance, {amount}", "{n} advances, {amount}", thing.count).format(
            n=tr.number(thing.count), amount=amount
        )
    title = tr.gettext("Account for the advance")
    return Words(title, line, tr.gettext("Open"), "money", "advances")


def _approve(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.amount is not None
    amount = tr.money(thing.amount)
    if thing.count == 1:
        line = tr.gettext("{amount} to {who} waits for a second officer").format(
            amount=amount, who=thing.who
        )
    else:
        line = tr.ngettext("{n} expense, {amount}", "{n} expenses, {amount}", thing.count).format(
            n=tr.number(thing.count), amount=amount
        )
    title = tr.gettext("Approve or refuse the expense")
    return Words(title, line, tr.gettext("Open"), "money", "waiting")


def _owed(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.amount is not None and thing.on is not None
    line = tr.gettext("{amount}, due since {day}").format(
        amount=tr.money(thing.amount), day=tr.date(thing.on)
    )
    return Words(tr.gettext("Pay what we owe"), line, tr.gettext("Open"), "money", "owed")


def _notice(thing: Thing, month: Month, tr: Translator) -> Words:
    before = month.shift(-1)
    title = tr.gettext("Print the notice of {month}").format(month=tr.month(before))
    if thing.when == "done" and thing.on is not None:
        return Words(title, tr.gettext("Printed {day}").format(day=tr.date(thing.on)))
    line = tr.gettext("So that everybody sees where the money went")
    wish = Wish("notice", before.period)
    return Words(title, line, tr.gettext("Preview"), "notices", wish)


def _close(thing: Thing, month: Month, tr: Translator) -> Words:
    assert thing.on is not None
    if thing.when == "done":
        title = tr.gettext("Close {month}").format(month=tr.month(month.shift(-1)))
        return Words(title, tr.gettext("Closed {day}").format(day=tr.date(thing.on)))
    title = tr.gettext("Close {month}").format(month=tr.month(Month.of(thing.on)))
    line = tr.gettext("Look it over together, and sign")
    if thing.count > 1:
        many = tr.ngettext("{n} month to close", "{n} months to close", thing.count)
        line = tr.about(tr.period(thing.periods[0]), many.format(n=tr.number(thing.count)))
    return Words(title, line, tr.gettext("Open"), "closing")


def _term(thing: Thing, _month: Month, tr: Translator) -> Words:
    assert thing.on is not None
    names = (thing.who, *thing.others)
    who = ", ".join(names[:_NAMED])
    if left := len(names[_NAMED:]):
        who = tr.ngettext("{name} and {n} more", "{name} and {n} more", left).format(
            name=who, n=tr.number(left)
        )
    said = tr.gettext("{who}: in post until {day}")
    if thing.until is not None:
        said = tr.gettext("{who}: in post until {day} or later")
    line = said.format(who=who, day=tr.date(thing.on))
    return Words(tr.gettext("An election is due"), line, tr.gettext("Open"), "settings", "officers")


def _asked(thing: Thing, _month: Month, tr: Translator) -> Words:
    line = tr.ngettext("{n} is not answered yet", "{n} are not answered yet", thing.count)
    return Words(
        tr.gettext("Answer what the book asks"), line.format(n=tr.number(thing.count)),
        tr.gettext("Open"), "questions",
    )  # fmt: skip


def _in_calendar(thing: Thing, _month: Month, tr: Translator) -> Words:
    """Say of something of the calendar how many are late or due; nobody is named on Home."""
    assert thing.on is not None
    if thing.when == "now":
        line = tr.ngettext("{n} is late, since {day}", "{n} are late, since {day}", thing.count)
    else:
        line = tr.ngettext("{n} is due, {day}", "{n} are due, the first {day}", thing.count)
    said = line.format(n=tr.number(thing.count), day=tr.date(thing.on))
    return Words(due_words(thing.what, tr), said)


def _complaint(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how many complaints wait; one alone is opened, several are listed."""
    said = _in_calendar(thing, month, tr)
    what = thing.about or ("late" if thing.when == "now" else None)
    return Words(said.title, said.line, tr.gettext("Open"), "complaints", what)


def _meeting(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say which meetings come, or wait for who came; one alone is opened."""
    said = _in_calendar(thing, month, tr)
    return Words(said.title, said.line, tr.gettext("Open"), "meetings", thing.about or None)


def _maintenance(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how much is to be looked after."""
    said = _in_calendar(thing, month, tr)
    return Words(said.title, said.line, tr.gettext("Open"), "service")


def _support(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how many answers from outside, or reports to them, are due."""
    said = _in_calendar(thing, month, tr)
    return Words(said.title, said.line, tr.gettext("Open"), "support")


def _paper(thing: Thing, _month: Month, tr: Translator) -> Words:
    """Say how many registration papers ran out, or do so soon."""
    assert thing.on is not None
    if thing.when == "now":
        line = tr.ngettext("{n} ran out, on {day}", "{n} ran out, the first on {day}", thing.count)
    else:
        line = tr.ngettext("{n} runs out, on {day}", "{n} run out, the first on {day}", thing.count)
    said = line.format(n=tr.number(thing.count), day=tr.date(thing.on))
    return Words(due_words("paper", tr), said, tr.gettext("Open"), "support")


def _again(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say that an audit, or a test of the water, is due again."""
    said = _in_calendar(thing, month, tr)
    page = "audit" if thing.what == "audit" else "service"
    return Words(said.title, said.line, tr.gettext("Open"), page)


def _finding(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how many findings of an audit are to be put right; the page opens where that is written."""
    said = _in_calendar(thing, month, tr)
    return Words(said.title, said.line, tr.gettext("Open"), "audit", "follow")


def _question(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how many questions of meetings wait; the page opens the first one's meeting."""
    said = _in_calendar(thing, month, tr)
    return Words(said.title, said.line, tr.gettext("Open"), "meetings", "waiting")


def _action(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say how many actions of the plan are late or due; one alone is opened, several are listed."""
    said = _in_calendar(thing, month, tr)
    what = thing.about or (LATE if thing.when == "now" else None)
    return Words(said.title, said.line, tr.gettext("Open"), "plan", what)


def _visit(thing: Thing, month: Month, tr: Translator) -> Words:
    """Say when somebody was to walk the board."""
    assert thing.on is not None
    said = tr.gettext("Agreed for {day}").format(day=tr.date(thing.on))
    return Words(due_words("visit", tr), said, tr.gettext("Open"), "round", "follow")


_WORDS: Final[dict[str, Callable[[Thing, Month, Translator], Words]]] = {
    "restored": _restored,
    "printed": _printed,
    "members": _members,
    "price": _price,
    "bill": _bill,
    "unbilled": _unbilled,
    "bank": _bank,
    "count": _count,
    "steps": _steps,
    "behind": _behind,
    "confirm": _confirm,
    "approve": _approve,
    "unknown": _unknown,
    "advance": _advance,
    "owed": _owed,
    "close": _close,
    "notice": _notice,
    "term": _term,
    "asked": _asked,
    **dict.fromkeys(IN_CALENDAR, _in_calendar),
    "complaint": _complaint,
    "meeting": _meeting,
    "question": _question,
    "paper": _paper,
    "audit": _again,
    "test": _again,
    "finding": _finding,
    "maintenance": _maintenance,
    "support": _support,
    "report": _support,
    "action": _action,
    "visit": _visit,
}
