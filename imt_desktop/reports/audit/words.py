"""What the poster of an audit says, in words."""

from __future__ import annotations

from imt_desktop.i18n import Translator, capital
from imt_desktop.journal.anchor import in_fours
from imt_desktop.period import Period
from imt_desktop.reports.audit.facts import AuditFacts, DrawnFacts, FindingFacts
from imt_desktop.reports.phrases import in_parts
from imt_desktop.wording.community import list_words
from imt_desktop.wording.kinds import post_name


def title(tr: Translator) -> str:
    """The one message."""
    return tr.gettext("We checked the books")


def period(facts: AuditFacts, tr: Translator, alone: bool = True) -> str:
    """Which days were audited; ``alone`` where no sentence is round it."""
    return tr.period(Period(facts.first, facts.last), alone)


def compared(one: DrawnFacts, tr: Translator) -> str:
    """How many of what were looked at."""
    n = one.checked
    if one.what == "households":
        words = tr.ngettext("{n} household visited", "{n} households visited", n)
    elif one.what == "vouchers":
        words = tr.ngettext("{n} voucher compared", "{n} vouchers compared", n)
    elif one.what == "cancelled":
        words = tr.ngettext("{n} cancelled receipt compared", "{n} cancelled receipts compared", n)
    else:
        words = tr.ngettext("{n} receipt compared", "{n} receipts compared", n)
    return words.format(n=tr.number(n))


def drawn(one: DrawnFacts, tr: Translator, results: bool = False) -> str:
    """How they were chosen, so that anybody can draw again; and what came of looking at them."""
    said = tr.gettext("{what}: {n} of {all} drawn by dice in front of all: {seed}; code {code}")
    words = said.format(
        what=list_words(one.what, tr), n=tr.number(one.drawn), all=tr.number(one.listed),
        seed=" ".join(one.seed) if len(one.seed) <= 12 else one.seed, code=in_fours(one.code),
    )  # fmt: skip
    seen = counted(one, tr) if results else []
    return in_parts([words, *seen, *unseen(one, tr)], tr)


def unseen(one: DrawnFacts, tr: Translator) -> list[str]:
    """How many were drawn and never looked at, if any."""
    left = one.drawn - one.checked
    words = tr.ngettext("{n} not looked at", "{n} not looked at", left)
    return [words.format(n=tr.number(left))] if left > 0 else []


def counts(one: DrawnFacts, tr: Translator) -> tuple[tuple[int, str, str], ...]:
    """Each result: how many, its mark, and what it means."""
    agrees = tr.ngettext("agrees with the book", "agree with the book", one.agrees)
    no_paper = tr.ngettext("showed no paper", "showed no paper", one.no_paper)
    return (
        (one.agrees, "agrees", agrees),
        (one.differs, "differs", tr.ngettext("differs", "differ", one.differs)),
        (one.no_paper, "no-paper", no_paper),
        (one.nobody_home, "nobody-home", tr.gettext("nobody home")),
    )


def counted(one: DrawnFacts, tr: Translator) -> list[str]:
    """What came of looking at them, each result with its number."""
    return [f"{tr.number(n)} {words}" for n, _mark, words in counts(one, tr) if n]


def results(one: DrawnFacts, tr: Translator) -> str:
    """What came of looking at them, after the number of those that agree."""
    (_, _, agree), *others = counts(one, tr)
    return in_parts([agree, *(f"{tr.number(n)} {words}" for n, _, words in others if n)], tr)


def used(facts: AuditFacts, tr: Translator) -> str:
    """How many receipt numbers were used, and how many of them cancelled."""
    words = tr.ngettext("{n} used, {void} cancelled", "{n} used, {void} cancelled", facts.cancelled)
    return words.format(n=tr.number(facts.receipts), void=tr.number(facts.cancelled))


def nothing_spent(tr: Translator) -> str:
    """Why there is no voucher to look at."""
    return tr.gettext("Nothing was spent")


def vouchers_unchecked(tr: Translator) -> str:
    """That no auditor held a voucher against the book, whatever the book says of its papers."""
    return tr.gettext("The vouchers were not checked.")


def does(one: FindingFacts, tr: Translator) -> str:
    """Which post puts it right."""
    post = one.does or one.post
    return capital(post_name(post, {}, tr)) if post else ""


def state(one: FindingFacts, tr: Translator) -> str:
    """How far it is."""
    return tr.gettext("Done") if one.fixed else tr.pgettext("state of a finding", "Open")


def officers(facts: AuditFacts, tr: Translator) -> str:
    """Debts and exemptions, officers among them, as counts."""
    said = tr.gettext(
        "Households behind: {n}, officers among them: {of}. Pay less: {less}, officers among them: {they}."
    )
    return said.format(
        n=tr.number(facts.households_behind), of=tr.number(facts.officers_behind),
        less=tr.number(facts.exempt), they=tr.number(facts.exempt_officers),
    )  # fmt: skip
