"""How each kind of paper was printed last time: printer, sheets, languages, and whether ink was saved."""

from __future__ import annotations

from imt_desktop.reports.printing import PAPERS, PaperWanted
from imt_desktop.settings import PrintChoice
from imt_desktop.ui.desk import Desk


def choice(desk: Desk, kind: str) -> PrintChoice:
    """Return what was chosen for a kind of paper; a size that it does not have any more is forgotten."""
    found = desk.settings.prints.get(kind, PrintChoice())
    if found.size and kind in PAPERS and found.size not in PAPERS[kind].sizes:
        return PrintChoice(found.printer, "", found.saving)
    return found


def languages(desk: Desk, kind: str) -> tuple[str, ...]:
    """Return those in which a kind of paper of this book came out last, else the committee's."""
    kept = desk.settings.paper_languages.get(desk.book.id, {})
    return kept.get(kind) or desk.committee.languages


def saves_ink(desk: Desk, kind: str) -> bool:
    """Whether a kind of paper leaves filled areas out."""
    return desk.settings.receipt_saving if kind == "receipt" else choice(desk, kind).saving


def usual_printer(desk: Desk, kind: str) -> str:
    """Return the printer that a kind of paper goes to if it is there; else the last one, else any.

    Empty where no printer is set up.
    """
    names = desk.printers.names()
    for wanted in (choice(desk, kind).printer, desk.settings.paper_printer):
        if wanted in names:
            return wanted
    return names[0] if names else ""


def remember_printer(desk: Desk, kind: str, printer: str) -> None:
    """Keep the printer of a kind of paper."""
    now = choice(desk, kind)
    _keep(desk, kind, PrintChoice(printer, now.size, now.saving), printer)


def remember_look(desk: Desk, wanted: PaperWanted) -> None:
    """Keep how a kind of paper was brought out: its sheets, languages and ink."""
    now = choice(desk, wanted.paper)
    made = PrintChoice(now.printer, wanted.size, wanted.saving)
    _keep(desk, wanted.paper, made, desk.settings.paper_printer)
    every = desk.settings.paper_languages
    kept = every.get(desk.book.id, {}) | {wanted.paper: wanted.languages}
    if kept != every.get(desk.book.id):
        desk.keep(paper_languages=every | {desk.book.id: kept})


def _keep(desk: Desk, kind: str, made: PrintChoice, printer: str) -> None:
    if made != desk.settings.prints.get(kind) or printer != desk.settings.paper_printer:
        desk.keep(prints=desk.settings.prints | {kind: made}, paper_printer=printer)
