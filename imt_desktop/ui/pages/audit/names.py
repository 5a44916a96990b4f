"""Steps, results and findings in words."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.audit.queries import RESULTS
from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.audit.look import Found
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import done, due, late, not_yet, refused, under_way
from imt_desktop.wording.community import result_words

TONES: Final = {"agrees": done, "differs": late, "no-paper": refused, "nobody-home": due}


def results_of(what: str) -> tuple[str, ...]:
    """Return what can come of looking at a list: at home is somebody or nobody, and no paper is."""
    return (
        RESULTS if what == "households" else tuple(one for one in RESULTS if one != "nobody-home")
    )


def step_names(tr: Translator) -> tuple[str, ...]:
    """Name the steps, shortly."""
    return (
        tr.pgettext("step of an audit", "Auditors"),
        tr.pgettext("step of an audit", "Books and papers"),
        tr.pgettext("step of an audit", "Receipt numbers"),
        tr.pgettext("step of an audit", "Receipts"),
        tr.pgettext("step of an audit", "House visits"),
        tr.pgettext("step of an audit", "Vouchers"),
        tr.pgettext("step of an audit", "Cash and bank"),
        tr.pgettext("step of an audit", "Works"),
        tr.pgettext("step of an audit", "Debts"),
        tr.pgettext("step of an audit", "Plan"),
        tr.pgettext("step of an audit", "Findings"),
        tr.pgettext("step of an audit", "Read out"),
        tr.pgettext("step of an audit", "Poster"),
        tr.pgettext("step of an audit", "Follow up"),
    )


def result_state(result: str, tr: Translator) -> State:
    """Say what came of a check, in word, shape and colour."""
    return TONES[result](result_words(result, tr))


def finding_state(one: Found, tr: Translator) -> State:
    """Say how far a finding is."""
    if one.finding.fixed:
        return done(tr.gettext("Put right"))
    if one.finding.followed is not None:
        return late(tr.gettext("Not put right yet"))
    if one.finding.answered is not None:
        return under_way(tr.gettext("Answered"))
    return not_yet(tr.gettext("Waits for the committee's answer"))
