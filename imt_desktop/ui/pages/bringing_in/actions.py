"""What a person can do with a spreadsheet: read it, understand it, bring it in, cancel it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n.countries import telephones_begin_with_zero
from imt_desktop.ledger import voids
from imt_desktop.ledger.bringing_in import bring_in
from imt_desktop.ledger.importing.rows import Options
from imt_desktop.oversight.copies import back_up
from imt_desktop.reports.excel.templates import write_template
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.cancelling import CancelImport, said
from imt_desktop.ui.pages.bringing_in.draft import Draft, OpenedFile, open_file
from imt_desktop.ui.pages.bringing_in.outcome import Outcome, RowsRead, judge, read_rows
from imt_desktop.ui.pages.exporting.choosing import ask_where
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import ConfirmDialog
from imt_desktop.wording.fields import data_name

Refused = Callable[[UserError], None]


def choose_file(page: QWidget, desk: Desk, folder: Path, then: Callable[[Path], None]) -> None:
    """Let a file be chosen in the system's own dialog."""
    tr = desk.tr
    dialog = QFileDialog(page, tr.gettext("Choose a spreadsheet"), str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            tr.gettext("Spreadsheets") + " (*.xlsx *.csv *.txt *.tsv)",
            tr.gettext("All files") + " (*)",
        ]
    )
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_template(page: QWidget, desk: Desk, kind: str) -> QFileDialog:
    """Ask where, and write an empty spreadsheet to fill in."""
    tr, currency = desk.tr, desk.currency

    def write(path: Path) -> None:
        desk.tasks.draw(
            lambda: write_template(path, kind, tr, currency),
            guarded(page, lambda _none: desk.said.emit(saved.format(name=path.name))),
            guarded(page, desk.refused.emit),
        )

    saved = tr.gettext("Saved: {name}")
    return ask_where(page, desk, data_name(kind, tr), write)


def read_file(
    page: QWidget,
    desk: Desk,
    path: Path,
    letters: tuple[str, str],
    then: Callable[[OpenedFile], None],
    refused: Refused,
) -> Event:
    """Read a file in a process of its own; ``letters`` are encoding and mark between columns."""
    return desk.aside(
        lambda stop: open_file(path, *letters, stop), guarded(page, then), guarded(page, refused)
    )


def understand(
    page: QWidget, desk: Desk, draft: Draft, then: Callable[[RowsRead], None], refused: Refused
) -> Event:
    """Understand the rows of a sheet."""
    given = Options(
        desk.currency,
        desk.today,
        zero_first=telephones_begin_with_zero(desk.committee.country),
        usual=desk.tr.decimal_mark,
    )
    return desk.aside(
        lambda stop: read_rows(draft, given, stop),
        guarded(page, then),
        guarded(page, refused),
    )


def hold_against_book(
    page: QWidget, desk: Desk, rows: RowsRead, then: Callable[[Outcome], None]
) -> None:
    """Find what only the book can tell of the rows."""
    today = desk.today
    desk.read(lambda book: judge(book, rows, today), guarded(page, then))


def book(
    page: QWidget,
    desk: Desk,
    outcome: Outcome,
    skip_bad: bool,
    then: Callable[[int], None],
    refused: Refused,
) -> None:
    """Make a copy of the book, then bring the rows in, all or nothing."""
    rows, wanted = outcome.rows.read, outcome.draft.wanted()
    assert rows is not None
    path, today = desk.book.path, desk.today

    def write(_copy: object) -> None:
        desk.write(
            lambda writing: bring_in(writing, rows, wanted, skip_bad=skip_bad).seq,
            guarded(page, then),
            EVERYTHING,
            guarded(page, refused),
        )

    desk.aside(
        lambda _stop: back_up(path, "import", today), guarded(page, write), guarded(page, refused)
    )


def leave_file(page: QWidget, desk: Desk, booked: bool, then: Callable[[], None]) -> None:
    """Ask before what somebody chose and answered about a file is forgotten.

    ``booked`` says that something of the file is in the book already.
    """
    tr = desk.tr
    nothing = tr.gettext("Nothing of it is booked. What you chose and answered is forgotten.")
    part = tr.gettext(
        "What was booked of it stays in the book, the rest is not booked."
        " What you chose and answered for the rest is forgotten."
    )
    dialog = ConfirmDialog(
        page,
        tr,
        tr.gettext("Leave this file?"),
        part if booked else nothing,
        tr.gettext("Leave the file"),
        leave=tr.gettext("Stay"),
    )
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def cancel_import(page: QWidget, desk: Desk, entry: int, file: str) -> CancelImport:
    """Ask why, and cancel an import whole."""
    form = CancelImport(page, desk, entry, file)
    form.asks(
        lambda: voids.VoidRequest(entry=entry, reason=form.words_of("reason")),
        voids.void,
        EVERYTHING,
        said(desk, entry),
    ).open()
    return form
