"""The action plan as a sheet: every action of it, with all that stands on its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.money import Currency, total
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.queries import Action, actions, own_tools, problems
from imt_desktop.plan.tools import OWN
from imt_desktop.reports.excel.facts import Block, Cell, Column, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.reports.phrases import labelled
from imt_desktop.wording.figures import target_words
from imt_desktop.wording.plan import pack_words, state_words


def plan_sheet(book: Reading, said: Said) -> Listing:
    """The actions of the plan: for which problem, who does them, until when, and how far they are."""
    tr, found = said.tr, actions(book)
    about, with_what = _problems(book, tr), _tools(book, tr)

    def row(one: Action) -> Sequence[Cell]:
        return (
            one.id, one.title, about.get(one.problem or 0, ""), with_what.get(one.tool, one.tool),
            one.responsible, one.post, one.start, one.deadline, one.cost, one.money_from,
            one.support, one.shows, _watched(one, tr, book.currency), one.evidence,
            state_words(one.state, tr), one.since, one.reason,
        )  # fmt: skip

    costs = total((one.cost for one in found if one.cost is not None), book.currency)
    return Listing(
        "plan",
        tr.gettext("Action plan"),
        tr.gettext("Action plan"),
        (
            Column("number", tr.gettext("Number"), "count", 18),
            Column("title", tr.gettext("What"), wide=40, private=True),
            Column("problem", tr.gettext("Problem"), wide=28, private=True),
            Column("tool", tr.gettext("Tool"), wide=28, private=True),
            Column("who", tr.gettext("Responsible"), wide=22, private=True),
            Column("post", tr.gettext("Post"), wide=18, private=True),
            Column("start", tr.gettext("Start"), "day"),
            Column("deadline", tr.gettext("Deadline"), "day"),
            Column("cost", tr.gettext("Cost"), "money", 16),
            Column("from", tr.gettext("Where the money comes from"), wide=26, private=True),
            Column("support", tr.gettext("Help needed from outside"), wide=26, private=True),
            Column("shows", tr.gettext("What shows it"), wide=30, private=True),
            Column("figure", tr.gettext("A figure of the book"), wide=34),
            Column("evidence", tr.gettext("Evidence"), "count", 10),
            Column("state", tr.gettext("State"), wide=14),
            Column("since", tr.gettext("Since"), "day"),
            Column("why", tr.gettext("Why"), wide=26, private=True),
        ),
        (Block("lines", map(row, found), feet=(totals(tr.gettext("Total"), cost=costs),)),),
        said.notes(day=said.today),
    )


def _problems(book: Reading, tr: Translator) -> Mapping[int, str]:
    """Name the problems: own ones by their own words, ready ones by the pack."""
    ready = {one.code: pack_words(one.title, tr) for one in toolbox().problems}
    return {one.id: one.title or ready.get(one.card, one.card) for one in problems(book)}


def _tools(book: Reading, tr: Translator) -> Mapping[str, str]:
    ready = {one.code: pack_words(one.title, tr) for one in toolbox().tools}
    return ready | {f"{OWN}{one.tool}": one.name for one in own_tools(book)}


def _watched(one: Action, tr: Translator, currency: Currency) -> str:
    """Say which figure of the book an action watches, and where it should get."""
    watch = one.watch
    if watch is None:
        return ""
    names = {each.code: pack_words(each.title, tr) for each in toolbox().indicators}
    target = target_words(watch.unit, watch.target, watch.upward, tr, currency)
    return labelled(names.get(watch.figure, watch.figure), target, tr)
