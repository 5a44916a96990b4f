"""What a person can do with the plan: each is one use case behind one sentence."""

from __future__ import annotations

from collections.abc import Callable

from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.oversight import reaching
from imt_desktop.plan import actions, rounds
from imt_desktop.plan.actions import EvidenceRequest, MoveActionRequest
from imt_desktop.plan.rounds import RoundRequest
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk

PLANNED = Changes()
"""Nothing but the plan is different."""


def begin_round(desk: Desk, then: Callable[[Recorded], object]) -> None:
    """Begin a round of the toolbox."""
    desk.write(lambda book: rounds.begin(book, RoundRequest()), then, PLANNED)  # type: ignore[arg-type]


def move_card(
    desk: Desk,
    wanted: MoveActionRequest,
    then: Callable[[Recorded], object],
    refused: Callable[[UserError], object],
) -> None:
    """Move a card; where its figure was reached, what the book answers goes along as evidence."""

    def done(recorded: Recorded) -> None:
        then(recorded)

    def missed(error: UserError) -> None:
        refused(error)

    desk.write(lambda book: reaching.move(book, wanted), done, PLANNED, missed)


def add_evidence(book: Writing, wanted: tuple[EvidenceRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and add the evidence."""
    request, voucher = wanted
    if voucher is not None:
        request = EvidenceRequest(
            action=request.action,
            words=request.words,
            envelope=request.envelope,
            attachment=book.keep(voucher.data, voucher.media),
        )
    return actions.add_evidence(book, request)
