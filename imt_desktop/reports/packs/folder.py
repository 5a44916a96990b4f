"""A pack as a folder: the whole in one file, beside it each paper, and photos and scans of the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.community.meetings.entries import MinutesWritten
from imt_desktop.community.support.entries import ReportSent, SupportAnswered, SupportAsked
from imt_desktop.i18n import Translator, mark
from imt_desktop.journal import Attachment, Entry, Reading
from imt_desktop.ledger.vouchers import PDF
from imt_desktop.plan.compliance import held
from imt_desktop.plan.entries import EvidenceAdded
from imt_desktop.reports.kinds import Tell, quietly
from imt_desktop.reports.packs import pictures
from imt_desktop.reports.packs.build import packed
from imt_desktop.reports.packs.cover import name_of
from imt_desktop.reports.packs.making import Pack, draw_pack
from imt_desktop.reports.printing import draw
from imt_desktop.reports.saving import Named
from imt_desktop.wording.papers import paper_name
from imt_desktop.wording.plan import point_name

_NAMES: Final[dict[type[Entry], str]] = {
    DecisionRecorded: mark("Decision"),
    MinutesWritten: mark("Minutes"),
    SupportAsked: mark("Letter that asks for help"),
    SupportAnswered: mark("The answer"),
    ReportSent: mark("Report"),
    EvidenceAdded: mark("Evidence"),
}
"""Entries whose photo or scan goes along. Those of complaints stay in the book: they name people."""


class _Scan(Struct, frozen=True):
    """A photo or PDF of the book, and what its file is called."""

    name: str
    sha256: str


def draw_folder(book: Reading, pack: Pack, tell: Tell = quietly) -> Iterator[Named]:
    """Draw a pack, and each of its papers, as files of a folder; photos and scans come as they are kept.

    ``tell`` hears how far it is, and may raise to stop.
    """
    tr = pack.words.main
    alone = len(pack.sheets)
    every = 2 * alone + len(pack.vouchers)
    whole = draw_pack(book, pack, lambda done, _every: tell(done, every))
    yield Named(f"00 {paper_name(pack.cover.pack, tr)}", ".pdf", whole)
    for at, sheet in enumerate(pack.sheets, 1):
        yield Named(f"{at:02} {name_of(packed(sheet), tr)}", ".pdf", draw(sheet))
        tell(every - alone + at, every)
    for one in _scans(book, pack, tr):
        file = book.book.file(one.sha256)
        if file is not None:  # some may be erased
            yield Named(one.name, ".pdf" if file[0] == PDF else ".jpg", file[1])


def _scans(book: Reading, pack: Pack, tr: Translator) -> Iterator[_Scan]:
    yield from _registration(book, tr)
    yield from _written_down(book, tr)
    for one in pictures.kept(book, pack.cover.period):
        said = f"{one.on} - {one.who} - {tr.money(one.amount)}"
        yield _Scan(_named(tr.gettext("Voucher"), said, one.entry, tr), one.sha256)


def _registration(book: Reading, tr: Translator) -> Iterator[_Scan]:
    """Yield the papers that show what is asked of the committee."""
    for one in held(book):
        if one.line.attachment is not None:
            said = " - ".join(filter(None, (point_name(one.line, tr), one.line.paper)))
            yield _Scan(f"{tr.gettext('Registration paper')} - {said}", one.line.attachment.sha256)


def _written_down(book: Reading, tr: Translator) -> Iterator[_Scan]:
    kinds = [kind.KIND for kind in _NAMES]
    rows = book.driver.execute(
        f"SELECT seq FROM entry WHERE kind IN ({','.join('?' * len(kinds))}) ORDER BY seq", kinds
    )
    for (seq,) in rows.fetchall():
        recorded = book.recorded(seq)
        attachment: Attachment | None = getattr(recorded.entry, "attachment", None)
        if attachment is not None:
            what = tr.gettext(_NAMES[type(recorded.entry)])
            said = _about(recorded.entry, recorded.on)
            yield _Scan(_named(what, said, seq, tr), attachment.sha256)


def _about(entry: Entry, on: date) -> str:
    if isinstance(entry, DecisionRecorded):
        return f"{entry.decided_on} - {entry.minute} - {entry.what}"
    words = getattr(entry, "words", "")
    return f"{on} - {words}" if words else str(on)


def _named(what: str, said: str, entry: int, tr: Translator) -> str:
    return f"{what} - {_short(said)} - {tr.gettext('entry {n}').format(n=entry)}"


def _short(words: str) -> str:
    return words if len(words) <= _LETTERS else f"{words[:_LETTERS].rstrip()}…"


_LETTERS: Final = 70
"""Of what a file is about, so that its entry stands in its name as well."""
