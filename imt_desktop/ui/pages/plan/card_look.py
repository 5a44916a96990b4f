"""Reading all that is known of one action: its evidence with photos, its cost, its history."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.ledger.vouchers import JPEG
from imt_desktop.money import Money
from imt_desktop.oversight.action_costs import spent
from imt_desktop.oversight.trail import known
from imt_desktop.plan import queries
from imt_desktop.plan.queries import Action, Evidence
from imt_desktop.ui.pages.plan.look import PlanLook
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.trail import made_words

LETTERS = 300


class Told(Struct, frozen=True):
    """One entry of an action's history, in words."""

    seq: int
    made: str
    said: str


class CardLook(Struct, frozen=True):
    """An action with everything that belongs to it."""

    action: Action
    plan: PlanLook
    evidence: tuple[Evidence, ...]
    photos: dict[str, bytes]
    spent: Money | None
    history: tuple[Told, ...]
    code: str
    """Of the entry up to which the book says that the figure was reached; empty where it was not."""


def look_at(book: Reading, plan: PlanLook, action: Action, tr: Translator) -> CardLook:
    """Read what belongs to an action."""
    shown = queries.evidence(book, action.id)
    photos = {}
    for one in shown:
        if one.sha256 and one.media == JPEG and (kept := book.book.file(one.sha256)):
            photos[one.sha256] = kept[1]
    reached = action.reached_entry
    return CardLook(
        action, plan, shown, photos, spent(book).get(action.id), _history(book, action.id, tr),
        anchor_of(book.recorded(reached)).code if reached is not None else "",
    )  # fmt: skip


def _history(book: Reading, number: int, tr: Translator) -> tuple[Told, ...]:
    deeds = [book.recorded(seq) for seq in queries.history(book, number)]
    names = known(book, deeds)
    return tuple(
        Told(
            deed.seq, made_words(deed, tr),
            shortened(deed_words(deed, names, tr, book.currency), LETTERS),
        )
        for deed in deeds
    )  # fmt: skip
