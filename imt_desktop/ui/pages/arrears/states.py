"""How a household stands with the committee, in a word and a line."""

from __future__ import annotations

from datetime import date

from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.arrears_list import Household
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import cut_off, done, due, late, not_yet, question, under_way
from imt_desktop.wording.arrears import due_words, overdue_words, taken_words


def state_of(one: Household, day: date, tr: Translator) -> State:
    """Say what matters most: what is to be decided, or why there is nothing."""
    if one.cut_off:
        return cut_off(tr.gettext("Cut off"))
    if one.proposed:
        step = due_words(one.proposed, tr)
        return late(step) if one.proposed == "cut-off" else due(step)
    if one.standing is not None and one.taken is not None:
        return under_way(taken_words(one.taken.step, tr))
    if one.standing is not None:
        return not_yet(tr.gettext("No step yet"))
    if one.agreement is not None:
        return done(tr.gettext("Pays as agreed"))
    return question(tr.gettext("Disputed"))


def line_of(one: Household, day: date, tr: Translator) -> str:
    """Say the rest in a line: an agreement that is broken, what stands outside, the last step."""
    said = []
    if one.agreement is not None and one.agreement.state(day) == "broken":
        said.append(tr.gettext("agreement broken"))
    elif one.agreement is not None and one.standing is not None:
        said.append(tr.gettext("pays in instalments"))
    if one.disputed is not None:
        amount = tr.money(one.disputed.amount)
        said.append(tr.gettext("{amount} disputed").format(amount=amount))
    if one.taken is not None and (one.proposed or one.cut_off or not said):
        words = tr.pgettext("a step and its day", "{step} {day}")
        step = taken_words(one.taken.step, tr)
        said.append(words.format(step=_lower(step), day=tr.short_date(one.taken.on)))
    if one.agreement is not None and one.standing is None:
        following = one.agreement.following(day)
        if following is not None:
            words = tr.gettext("next {amount} on {day}")
            said.append(
                words.format(amount=tr.money(following.left), day=tr.short_date(following.due_on))
            )
    return ", ".join(said)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def days_behind(one: Household, tr: Translator) -> str:
    """Say since how many days a household is behind; the panel has the bills, too."""
    return "" if one.standing is None else overdue_words(0, one.standing.days, tr)


def behind_by(one: Household, tr: Translator) -> str:
    """Say by how much a household is behind."""
    if one.standing is None:
        return ""
    return overdue_words(one.standing.bills, one.standing.days, tr)
