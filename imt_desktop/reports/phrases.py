"""Short sentences that several papers say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from babel.dates import format_skeleton

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.kinds import OPENING
from imt_desktop.money import Money
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Holding
from imt_desktop.wording.kinds import account_name, kind_name, post_name

LONGEST_NUMBER: Final = 20
"""Letters of a telephone number; what is longer is somebody's remark."""


def months_in_words(months: Sequence[Month], tr: Translator) -> str:
    """Say months, neighbours as a span: ``March, June – August 2026``."""
    spans: list[list[Month]] = []
    for month in sorted(set(months)):
        if spans and spans[-1][-1].shift(1) == month:
            spans[-1].append(month)
        else:
            spans.append([month])
    years = [{month.year for month in span} for span in spans]
    return ", ".join(
        _without_year(span, tr)
        if at + 1 < len(spans) and years[at] == years[at + 1] and len(years[at]) == 1
        else tr.period(Period(span[0].first, span[-1].last))
        for at, span in enumerate(spans)
    )


def _without_year(span: Sequence[Month], tr: Translator) -> str:
    names = [tr.month_name(month) for month in (span[0], span[-1])]
    text = names[0] if len(span) == 1 else f"{names[0]} \u2013 {names[1]}"
    return capital(text)


def unbroken(telephone: str) -> str:
    """Keep a telephone number on one line."""
    return telephone.replace(" ", "\u00a0") if len(telephone) <= LONGEST_NUMBER else telephone


def covered(period: Period, as_of: date | None, tr: Translator, alone: bool = True) -> str:
    """Say a period, and until when if it is not over; ``alone`` where no sentence is round it."""
    running = as_of is not None and as_of < period.last
    if not period.whole_months:
        return _days(period.first, as_of if running and as_of else period.last, tr)
    if not running or as_of is None:
        return tr.period(period, alone)
    years = period.first.year != period.last.year
    said = short_period(period, tr) if years else tr.period(period, alone)
    return tr.gettext("{period}, until {day}").format(period=said, day=day_and_month(as_of, tr))


def _days(first: date, last: date, tr: Translator) -> str:
    """Say from which day to which, the year once where it is the same."""
    if first == last:
        return tr.date(last)
    start = day_and_month(first, tr) if first.year == last.year else tr.date(first)
    return f"{start} \u2013 {tr.date(last)}"


def short_period(period: Period, tr: Translator) -> str:
    """Say a period shortly, for the head of a column: ``Jul – Sept 2026``."""
    first, last = Month.of(period.first), Month.of(period.last)
    if not period.whole_months:
        return f"{tr.day(period.first)} \u2013 {tr.short_date(period.last)}"
    if first == last or str(period) == str(last.year):
        return tr.period(period)
    ends = [str(format_skeleton("yMMM", month.first, locale=tr.locale)) for month in (first, last)]
    start = tr.month_name(first, short=True) if first.year == last.year else ends[0]
    return f"{start} \u2013 {ends[1]}"


def day_and_month(day: date, tr: Translator) -> str:
    """Say a day without its year: ``1 July``."""
    return tr.day_and_month(day)


def paid_for(kind: str, own_name: str, months: Sequence[Month], text: str, tr: Translator) -> str:
    """Say what a bill or part of a payment is for."""
    old = kind == OPENING
    what = tr.gettext("From the old book") if old else kind_name(kind, {kind: own_name}, tr)
    detail = months_in_words(months, tr) if months else text
    return labelled(what, detail, tr) if detail else what


def labelled(label: str, said: str, tr: Translator) -> str:
    """Put a label before something; in French there is a space before the colon."""
    return tr.gettext("{kind}: {detail}").format(kind=label, detail=said)


def in_parts(parts: Sequence[str], tr: Translator) -> str:
    """Say parts that may have commas in them one after the other."""
    return tr.pgettext("between parts that may have commas", "; ").join(parts)


def merged_kinds(kinds: Sequence[tuple[str, str]], tr: Translator) -> str:
    """Name several kinds, given as code and own name, that are shown as one."""
    named = [kind for kind in kinds if kind[0] != "other"]
    names = [kind_name(code, {code: own}, tr) for code, own in named]
    if not names:
        return kind_name("other", {}, tr)
    if len(kinds) == 1:
        return names[0]
    first, rest = (
        names[0],
        [_lower(name, own) for name, (_, own) in zip(names, named, strict=True)],
    )
    if len(kinds) == 2 and len(names) == 2:
        return tr.gettext("{first}, {second}").format(first=first, second=rest[1])
    return tr.gettext("{kind} and other").format(kind=first)


def _lower(name: str, own: str) -> str:
    return name if own else name[:1].lower() + name[1:]


def named_post(name: str, post: str, own_post: str, tr: Translator) -> str:
    """Say a person with the post: ``Secretary Peter Mutiso``."""
    if not post:
        return name
    title = post_name(post, {post: own_post}, tr)
    return tr.gettext("{post} {name}").format(post=title, name=name) if name else title


def difference(money: Money, tr: Translator) -> str:
    """Say a difference between counted cash and the book; none is said too."""
    if not money:
        return tr.gettext("agrees")
    text = tr.gettext("{amount} more than in the book")
    if money.minor < 0:
        text = tr.gettext("{amount} less than in the book")
    return text.format(amount=tr.money(Money(abs(money.minor), money.currency)))


def savings_words(holding: Holding, tr: Translator) -> str:
    """Say what lies in a reserve, and what is to lie there."""
    name = account_name(holding.account, {holding.account: holding.own_name}, tr)
    if holding.target is None:
        return tr.gettext("{account}: {amount}, no target is decided").format(
            account=name, amount=tr.money(holding.amount)
        )
    return tr.gettext("{account}: {amount} of {target} are there").format(
        account=name, amount=tr.amount(holding.amount), target=tr.money(holding.target)
    )
