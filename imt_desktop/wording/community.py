"""Complaints, meetings, the service and audits in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark

CATEGORIES: Final[Mapping[str, str]] = {
    "no-water": mark("No water"),
    "leak": mark("Leak or breakage"),
    "charge": mark("Amount or charge is wrong"),
    "no-receipt": mark("No receipt was given"),
    "cut-off": mark("Cut off without cause"),
    "turns": mark("Turns or favouritism"),
    "quality": mark("Quality of the water"),
    "treatment": mark("How staff treat people"),
    "money": mark("Use of money"),
    "illegal": mark("Illegal connection"),
    "suggestion": mark("A suggestion"),
    "other": mark("Something else"),
}
"""What complaints are about, by the codes of ``packs/community/categories.toml``."""

CHANNELS: Final[Mapping[str, str]] = {
    "in-person": mark("In person"),
    "phone": mark("By telephone"),
    "paper-box": mark("In the paper box"),
    "assembly": mark("At an assembly"),
    "message": mark("By message"),
}
SOURCES: Final[Mapping[str, str]] = {
    "named": mark("With a name"),
    "on-paper": mark("The name lies with the oversight committee"),
    "anonymous": mark("Without a name"),
}
STAGES: Final[Mapping[str, str]] = {
    "direct": mark("With the person in charge"),
    "committee": mark("With the committee"),
    "passed-on": mark("Passed on to the municipality or regulator"),
}
OUTCOMES: Final[Mapping[str, str]] = {
    "upheld": mark("The complaint was right"),
    "partly": mark("Right in part"),
    "rejected": mark("Not right"),
    "withdrawn": mark("Withdrawn"),
    "referred": mark("Referred to somebody else"),
}

MEETINGS: Final[Mapping[str, str]] = {
    "assembly": mark("Assembly"),
    "committee": mark("Meeting of the committee"),
    "zone": mark("Meeting with the families of a zone"),
}

COMPONENTS: Final[Mapping[str, str]] = {
    "source": mark("Source"),
    "intake": mark("Intake"),
    "pump": mark("Pump"),
    "engine": mark("Engine"),
    "power": mark("Power supply"),
    "pipes": mark("Pipes"),
    "tank": mark("Tank"),
    "valve": mark("Valve"),
    "tap": mark("Tap"),
    "meter": mark("Meter"),
    "kiosk": mark("Kiosk"),
    "treatment": mark("Treatment"),
    "other": mark("Other"),
}
"""Parts of a water system that break or are looked after."""

CAUSES: Final[Mapping[str, str]] = {
    "wear": mark("Worn out"),
    "no-power": mark("No power"),
    "no-fuel": mark("No fuel"),
    "drought": mark("Drought"),
    "flood": mark("Flood or storm"),
    "theft": mark("Theft"),
    "damage": mark("Damaged on purpose"),
    "building": mark("Hit by building work"),
    "misuse": mark("Used wrongly"),
    "unknown": mark("Not known"),
    "other": mark("Other"),
}
FUNCTIONALITY: Final[Mapping[str, str]] = {
    "functional": mark("Works"),
    "partly": mark("Works in part, needs repair"),
    "not": mark("Does not work"),
    "gone": mark("No longer there"),
}
PARAMETERS: Final[Mapping[str, str]] = {
    "chlorine": mark("Free chlorine"),
    "e-coli": mark("E. coli"),
    "turbidity": mark("Turbidity"),
    "ph": mark("pH"),
}
"""What water tests measure, by the codes of ``packs/community/quality.toml``."""


def component_words(code: str, tr: Translator) -> str:
    """Name a part of a water system."""
    return tr.gettext(COMPONENTS[code])


def cause_words(code: str, tr: Translator) -> str:
    """Say why something broke."""
    return tr.gettext(CAUSES[code])


def functionality_words(code: str, tr: Translator) -> str:
    """Say how a water system works."""
    return tr.gettext(FUNCTIONALITY[code])


def parameter_words(code: str, tr: Translator) -> str:
    """Name what a water test measures."""
    return tr.gettext(PARAMETERS[code]) if code in PARAMETERS else code


LISTS: Final[Mapping[str, str]] = {
    "households": mark("Households"),
    "receipts": mark("Receipts"),
    "cancelled": mark("Cancelled receipts"),
    "vouchers": mark("Vouchers"),
}
"""What auditors draw from."""

RESULTS: Final[Mapping[str, str]] = {
    "agrees": mark("Agrees"),
    "differs": mark("Differs"),
    "no-paper": mark("No paper shown"),
    "nobody-home": mark("Nobody home"),
}

CONTACTS: Final[Mapping[str, str]] = {
    "county": mark("County"),
    "municipality": mark("Municipality"),
    "regulator": mark("Regulator"),
    "ngo": mark("Supporting organisation"),
    "repair": mark("Repairs"),
    "laboratory": mark("Laboratory"),
    "other": mark("Other"),
}
SUPPORT: Final[Mapping[str, str]] = {
    "granted": mark("Granted"),
    "partly": mark("Granted in part"),
    "refused": mark("Refused"),
    "none": mark("No answer"),
}
DUE: Final[Mapping[str, str]] = {
    "complaint": mark("Answer a complaint"),
    "meeting": mark("Meeting"),
    "question": mark("Answer a question of a meeting"),
    "term": mark("A term ends"),
    "maintenance": mark("Maintenance"),
    "test": mark("Water test"),
    "audit": mark("Community audit"),
    "finding": mark("Finding of an audit"),
    "support": mark("Answer to a request for help"),
    "report": mark("Report"),
    "action": mark("Action of the plan"),
    "visit": mark("Walk the board of the plan"),
    "paper": mark("A paper runs out"),
    "closing": mark("Close a month"),
}
"""What stands in the calendar."""


def contact_words(code: str, tr: Translator) -> str:
    """Name what a contact is."""
    return tr.gettext(CONTACTS[code])


def support_words(code: str, tr: Translator) -> str:
    """Say what came of a request for help."""
    return tr.gettext(SUPPORT[code])


def due_words(code: str, tr: Translator) -> str:
    """Name something that is due."""
    return tr.gettext(DUE[code])


def list_words(code: str, tr: Translator) -> str:
    """Name what auditors draw from."""
    return tr.gettext(LISTS[code])


def result_words(code: str, tr: Translator) -> str:
    """Say what came of a check."""
    return tr.gettext(RESULTS[code])


def meeting_words(code: str, zone: str, tr: Translator) -> str:
    """Name a kind of meeting; that with families by their zone."""
    if code == "zone" and zone:
        return tr.gettext("Meeting with the families of {zone}").format(zone=zone)
    return tr.gettext(MEETINGS[code])


def needed_words(quorum: int, tr: Translator) -> str:
    """Say how many a meeting takes."""
    words = tr.gettext("It can decide when {needed} come or send somebody.")
    return words.format(needed=tr.number(quorum))


def quorum_words(came: int, quorum: int, tr: Translator) -> str:
    """Say whether enough came."""
    if came >= quorum:
        words = tr.gettext("{came} came, {needed} were needed: it could decide.")
    else:
        words = tr.gettext("{came} came, {needed} were needed: it could not decide.")
    return words.format(came=tr.number(came), needed=tr.number(quorum))


def category_words(code: str, own: Mapping[str, str], tr: Translator) -> str:
    """Name what a complaint is about; ``own`` are the committee's own names, which go before ours."""
    if code in own or code not in CATEGORIES:
        return own.get(code, code)
    return tr.gettext(CATEGORIES[code])


def channel_words(code: str, tr: Translator) -> str:
    """Say how a complaint came."""
    return tr.gettext(CHANNELS[code])


def source_words(code: str, tr: Translator) -> str:
    """Say whether a complaint came with a name."""
    return tr.gettext(SOURCES[code])


def stage_words(code: str, tr: Translator) -> str:
    """Say with whom a complaint is."""
    return tr.gettext(STAGES[code])


def outcome_words(code: str, tr: Translator) -> str:
    """Say what came of a complaint."""
    return tr.gettext(OUTCOMES[code])
