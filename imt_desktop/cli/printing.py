"""``print`` issues a paper and writes it to a file, or a batch of them into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from imt_desktop.cli.answers import Answer, broken_lists
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Officer,
    PinStdin,
    Refused,
    Who,
    begun,
    opened,
    reply,
)
from imt_desktop.cli.unwritten import waiting, written
from imt_desktop.committee.errors import PaperNeedsError
from imt_desktop.errors import CannotWriteError
from imt_desktop.period import Period, parse_day
from imt_desktop.reports.batch import once_more
from imt_desktop.reports.packs.folder import draw_folder
from imt_desktop.reports.packs.making import draw_pack, issue_pack
from imt_desktop.reports.packs.parts import PACKS, usual_period
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.printing import (
    PAPERS,
    PaperWanted,
    Sheet,
    draw,
    draw_each,
    draw_untiled,
    households,
    issue,
)
from imt_desktop.reports.saving import overwrite, require_room_for, save_each, save_folder
from imt_desktop.wording.misread import nearest_first

PRINTED: Final = {"poster": "notice"} | {
    key: key for key, kind in PAPERS.items() if key != "notice" and not kind.leads
}
"""What can be printed, by the word of the command line."""

_SIZES: Final = dict.fromkeys(size for kind in PAPERS.values() for size in kind.sizes)
_NEEDED: Final = {"member": "--member 12", "receipt": "--number 41", "expense": "--expense 41"}
"""How one names what a paper cannot do without; the others go by the name of their field."""
_MOST_LANGUAGES: Final = 2
_ZONED: Final = ", ".join(word for word, key in PRINTED.items() if "zone" in PAPERS[key].may)
_OF_A_DAY: Final = ", ".join(word for word, key in PRINTED.items() if "day" in PAPERS[key].needs)


def print_paper(
    book: BookPath,
    what: Annotated[str, typer.Argument(help=", ".join((*PRINTED, *PACKS)))],
    out: Annotated[
        Path,
        typer.Option(
            help="the file to write: .pdf or .png; with --paper each the folder to add files to"
        ),
    ],
    languages: Annotated[str, typer.Option(help="one or two, such as en,sw")] = "",
    period: Annotated[str, typer.Option(help="such as 2026-10, 2026-Q4 or 2026")] = "",
    paper: Annotated[str, typer.Option(help=", ".join(_SIZES))] = "",
    number: Annotated[int | None, typer.Option(help="of the receipt")] = None,
    member: Annotated[str, typer.Option(help="number of the statement's member")] = "",
    account: Annotated[
        int | None, typer.Option(help="of the cash book; all together if not given")
    ] = None,
    zone: Annotated[str, typer.Option(help=f"{_ZONED}: only this zone")] = "",
    day: Annotated[
        str, typer.Option(help=f"{_OF_A_DAY}: such as 2026-10-03; today if not given")
    ] = "",
    expense: Annotated[
        str, typer.Option(help="voucher: its number, or the entry that paid it, such as 41 or 41/2")
    ] = "",
    entry: Annotated[
        int | None, typer.Option(help="handover: the entry of it; the newest one if not given")
    ] = None,
    tariff: Annotated[
        int | None, typer.Option(help="of the tariff; the newest one if not given")
    ] = None,
    complaint: Annotated[int | None, typer.Option(help="complaint-slip: its number")] = None,
    step: Annotated[
        str, typer.Option(help="worksheets: of this step of a round; all if not given")
    ] = "",
    meeting: Annotated[
        int | None, typer.Option(help="invitation, invitations, attendance, minutes: its number")
    ] = None,
    request: Annotated[int | None, typer.Option(help="support-letter: its number")] = None,
    saving: Annotated[bool, typer.Option("--saving", help="save ink: no filled areas")] = False,
    officer: Officer = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Issue a paper and write it to a file; a picture of several pages to several files."""
    if what in PACKS:
        if paper not in ("", "each"):
            raise typer.BadParameter(f"{what} has no “{paper}”, but each", param_hint="--paper")
        who = Who(officer, "", pin_stdin)
        _print_pack(book, what, out, languages, period, who, json, folder=paper == "each")
        return
    key = PRINTED.get(what)
    each = paper == "each"
    if key is None:
        there = nearest_first(what, (*PRINTED, *PACKS))
        raise typer.BadParameter(f"there is no paper “{what}”, but {there}", param_hint="what")
    if languages.count(",") >= _MOST_LANGUAGES:
        raise typer.BadParameter("one or two, such as en,sw", param_hint="--languages")
    if paper and paper not in PAPERS[key].sizes:
        there = nearest_first(paper, PAPERS[key].sizes)
        raise typer.BadParameter(f"{what} has no “{paper}”, but {there}", param_hint="--paper")
    if not each:
        _require_ending(out, (".pdf", ".png"))
    _require_place(out, json, folder=each)
    with opened(book, json, writable=True) as held:
        wanted = PaperWanted(
            key,
            tuple(languages.split(",")) if languages else (),
            Period.parse(period) if period else None,
            number,
            paper,
            saving,
            member,
            account,
            zone,
            parse_day(day) if day else None,
            expense,
            entry,
            tariff,
            complaint=complaint,
            step=step,
            meeting=meeting,
            request=request,
        )
        with begun(held, Who(officer, "", pin_stdin)) as writing:
            try:
                sheet = issue(writing, wanted)
            except PaperNeedsError as error:
                such_as = _NEEDED.get(error.needs, f"--{error.needs} 3")
                raise Refused(
                    error, json, answer=Answer(told=[f"Add {such_as}, or another."])
                ) from error
            issued = writing.head().seq
        try:
            cut: Sequence[str] = ()
            with written(held, sheet.entries or (issued,)):
                if each:
                    files = save_each(out, ".pdf", draw_each(sheet))
                else:
                    files, cut = _write_paper(out, sheet)
        except CannotWriteError as error:  # it stays issued, so the way to it has to be said
            again = f"It is issued, as entry {issued}: print-again {book} {issued} --out FILE"
            answer = Answer(totals={"entry": issued}, told=[again])
            raise Refused(error, json, answer=answer) from error
        totals: dict[str, Any] = {"entry": issued, **broken_lists()}
        if (many := households(sheet)) is not None:
            totals[key] = many[0]
        answer = _answer(out, files, totals, cut)
        reply(answer, book, json, held.now().date())


def _print_pack(
    book: Path,
    what: str,
    out: Path,
    languages: str,
    period: str,
    who: Who,
    json: bool,
    *,
    folder: bool,
) -> None:
    """Issue the papers of a pack and write them into one file, behind a sheet that names them.

    A folder has that file, each paper in a file of its own, and the photos and scans of the book.
    """
    if not folder:
        _require_ending(out, (".pdf",))
    _require_place(out, json, folder=folder)
    with opened(book, json, writable=True) as held:
        today = held.now().date()
        with held.read() as reading:
            days = Period.parse(period) if period else usual_period(reading, what, today)
        codes = tuple(languages.split(",")) if languages else ()
        with begun(held, who) as writing:
            pack = issue_pack(writing, what, days, codes)
        with held.read() as reading:
            entries = [one.anchor.entry for one in pack.sheets if one.anchor]
            with written(held, entries):
                if folder:
                    files = save_folder(out, draw_folder(reading, pack))
                else:
                    files = overwrite([(out, draw_pack(reading, pack))])
        papers = [
            {"paper": one.paper, "entry": one.anchor.entry} for one in pack.sheets if one.anchor
        ]
        totals = {
            "papers": len(papers), "vouchers": len(pack.vouchers), "left_out": len(pack.left_out),
            "files": len(files),
        }  # fmt: skip
        reply(Answer(papers, totals, f"{out} is ready."), book, json, today)


def print_again(
    book: BookPath,
    entry: Annotated[int, typer.Argument(help="the entry that issued it; of a batch any of them")],
    out: Annotated[Path, typer.Option(help="the file to write: .pdf or .png")],
    officer: Officer = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Issue a copy of a paper, or of all that were issued in one go, and write it.

    What was issued and could not be written is written now, and is no copy.
    """
    _require_ending(out, (".pdf", ".png"))
    _require_place(out, json)
    with opened(book, json, writable=True) as held:
        waits = waiting(held)
        with begun(held, Who(officer, "", pin_stdin)) as writing:
            before = writing.head().seq
            sheet = once_more(writing, entry, waits)
            head = writing.head().seq
        with written(held, sheet.entries or (head if head > before else entry,)):
            files, cut = _write_paper(out, sheet)
        totals = {"entry": head if head > before else entry, "copies": head - before}
        answer = _answer(out, files, totals, cut)
        reply(answer, book, json, held.now().date())


def _require_ending(out: Path, endings: Sequence[str]) -> None:
    """Refuse a file of another ending, or a folder, for what is written into one file."""
    if out.suffix not in endings:
        such_as = out / f"paper{endings[0]}" if out.is_dir() else out.with_suffix(endings[0])
        wrong = f"this is one file, ending in {' or '.join(endings)}, such as {such_as}"
        raise typer.BadParameter(wrong, param_hint="--out")


def _require_place(out: Path, json: bool, folder: bool = False) -> None:
    """Refuse a place where nothing can be written before a paper is issued for it."""
    try:
        require_room_for(out, folder)
    except CannotWriteError as error:
        raise Refused(error, json) from error


def _answer(
    out: Path, files: Sequence[Path], totals: dict[str, Any], not_whole: Sequence[str]
) -> Answer:
    """Name what was written, and the names and words that were too long for their place on it."""
    rows: list[dict[str, Any]] = [{"file": str(file)} for file in files]
    if not_whole:
        rows[0]["not_whole"] = list(not_whole)
    more = [] if out.is_dir() else [str(file) for file in files[1:]]
    told = [*more, *(f"Not whole on the paper: {one}" for one in not_whole)]
    return Answer(rows, totals, f"{out} is ready.", told)


def _write_paper(out: Path, sheet: Sheet) -> tuple[list[Path], tuple[str, ...]]:
    """Write a paper to its file, each further page of a picture to one of its own.

    Returns the files, and what the paper does not show whole.
    """
    picture = out.suffix == ".png"
    pdf = draw_untiled(sheet) if picture else draw(sheet)
    pages = enumerate(raster.pngs(pdf) if picture else [pdf], 1)
    files = [(out if at == 1 else out.with_stem(f"{out.stem}-{at}"), page) for at, page in pages]
    return overwrite(files), not_whole(pdf)
