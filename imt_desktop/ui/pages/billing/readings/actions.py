"""What a person can do with the grid of readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging.meter_rounds import meter_walk
from imt_desktop.ledger.charging.readings import ReadingsRequest, read_meters
from imt_desktop.ledger.walking import ordering
from imt_desktop.ledger.walking.ordering import WalkRequest
from imt_desktop.oversight import drafts
from imt_desktop.oversight.drafts import ReadingsDraft, Sent
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings.lines import Line
from imt_desktop.ui.pages.billing.readings.typed import At
from imt_desktop.ui.pages.walking.keeping import Keeper

READ = Changes(balances=True)


def look(folder: Path, month: Month, day: date | None) -> Callable[[Reading], At]:
    """Return the query of the grid."""
    return lambda book: At(meter_walk(book, month, day), drafts.recall_readings(folder, book))


def book_lines(
    desk: Desk,
    lines: Sequence[Line],
    month: str,
    on: date,
    keeper: Keeper[ReadingsDraft],
    then: Callable[[Recorded], None],
    refused: Callable[[UserError], None],
) -> None:
    """Book readings as one entry, all or none. The laptop is told first which, should the power fail."""
    parse = desk.tr.parse_number
    wanted = ReadingsRequest(
        month=month,
        lines=tuple(
            msgspec.structs.replace(line.request(parse), on=line.day or on) for line in lines
        ),
    )
    meters, draft = tuple(line.stop.id for line in lines), keeper.draft()

    def job(book: Writing) -> Recorded:
        sent = Sent(after=book.head().seq, members=meters)
        recorded = read_meters(book, wanted)
        keeper.before(msgspec.structs.replace(draft, sent=sent))
        return recorded

    desk.write(job, then, READ, refused)


def choose_file(parent: QWidget, desk: Desk, then: Callable[[Path], None]) -> None:
    """Let a person choose a spreadsheet of readings."""
    dialog = QFileDialog(parent, desk.tr.gettext("Choose a spreadsheet"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([f"{desk.tr.gettext('Spreadsheets')} (*.xlsx *.csv *.txt)"])
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def keep_order(
    desk: Desk, zone: str, lines: Sequence[Line], then: Callable[[object], None]
) -> None:
    """Write down in which order the meters of a zone are walked past."""
    meters = tuple(line.stop.id for line in lines)
    by_meter = sorted(lines, key=lambda line: line.stop.id)
    first = {line.stop.number: line.stop.id for line in reversed(by_meter)}
    members = tuple(line.stop.number for line in lines if line.stop.id == first[line.stop.number])

    def job(book: Writing) -> Recorded:
        whole = ordering.among_all(book, zone, members)
        return ordering.order(book, WalkRequest(zone=zone, members=whole, meters=meters))

    desk.write(job, then, Changes(members=True))
