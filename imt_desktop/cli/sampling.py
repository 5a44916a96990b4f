"""``sample BOOK --period P``: the list from which auditors draw and its code; with the dice, the drawing."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import BookPath, Json, ask
from imt_desktop.community.audit.auditing import LISTS
from imt_desktop.community.audit.drawing import FACES, LEAST_DRAWN
from imt_desktop.journal import Reading
from imt_desktop.oversight.sampling import drawable, lot
from imt_desktop.period import Period


def sample(
    book: BookPath,
    period: Annotated[
        str, typer.Option(help="such as 2026, 2026-Q3, 2026-09 or 2026-08-01..2026-10-31")
    ],
    seed: Annotated[str, typer.Option(help="what the dice gave; without it the whole list")] = "",
    what: Annotated[str, typer.Option(help=", ".join(LISTS))] = "households",
    size: Annotated[
        int | None, typer.Option(help=f"how many; if not said a tenth, but {LEAST_DRAWN} at least")
    ] = None,
    json: Json = False,
) -> None:
    """Show what auditors draw from, with the code of the list; or draw from it again."""
    ask(book, json, lambda reading: _drawn(reading, what, Period.parse(period), seed, size))


def _drawn(book: Reading, what: str, period: Period, seed: str, size: int | None) -> Answer:
    found = lot(book, what, period)
    count = found.usual_size if size is None else size
    drawn = set(found.draw(seed, count)) if seed else set(found.items)
    rows = [
        {
            "item": one.item, "who": one.who, "on": one.on or "",
            **({"voucher": one.voucher} if what == "vouchers" else {}),
            "owed" if what == "households" else "amount": one.amount or "",
        }
        for one in drawable(book, what, period)
        if one.item in drawn
    ]  # fmt: skip
    totals: dict[str, Any] = {
        "what": what, "from": period.first, "to": period.last, "of": len(found.items),
        "code": found.code, "seed": seed, "drawn": len(rows) if seed else 0,
    }  # fmt: skip
    if not set(seed.strip()) <= FACES:
        totals["notices"] = [
            f"No dice give {seed.strip()}: no audit is drawn with it, this only tries it out."
        ]
    return Answer(rows, totals)
