"""Finding complaints by number or by what they are about; never for whoever they are about."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from imt_desktop.community import packs
from imt_desktop.community.complaints import queries
from imt_desktop.community.complaints.queries import Complaint
from imt_desktop.community.complaints.rules import own_names
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.search import folded
from imt_desktop.oversight.finding import MOST
from imt_desktop.ui.pages.complaints.names import number_words, state_of
from imt_desktop.ui.pages.finding.hits import Hit
from imt_desktop.ui.widgets import PersonLine, shortened
from imt_desktop.wording.community import category_words

_LETTERS = 80


def complaint_hits(
    book: Reading, words: str, reader: int | None, today: date, tr: Translator
) -> Iterator[Hit]:
    """Find complaints, those that wait first. What they say, and who said it, is not shown here."""
    typed = [word.strip("#.:") for word in folded(words).split()]
    numbers = {int(word) for word in typed if _is_number(word)}
    others = [word for word in typed if word and not _is_number(word)]
    own = own_names(book)
    codes = {*own, *(one.code for one in packs.categories())}
    names = {code: category_words(code, own, tr) for code in codes}
    called = f"{tr.gettext('Complaint')} {tr.gettext('Complaints')} {number_words(0, tr)}"
    if not numbers and not any(_begin(others, name) for name in names.values()):
        return
    fitting = {code for code, name in names.items() if _begin(others, f"{called} {name}")}
    if len(numbers) > 1 or not fitting:
        return
    for one in queries.sought(book, numbers, fitting, reader, MOST):
        yield _hit(one, names, today, tr)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


def _begin(wanted: Collection[str], text: str) -> bool:
    said = f" {folded(text)}"
    return all(f" {word}" in said for word in wanted)


def _hit(one: Complaint, names: dict[str, str], today: date, tr: Translator) -> Hit:
    about = shortened(names.get(one.category, one.category), _LETTERS)
    line = PersonLine(
        tr.about(tr.gettext("Complaint"), about),
        number_words(one.id, tr),
        state_of(one, today, tr),
        amount=tr.short_date(one.received_on),
        icon="message-square-warning",
    )
    return Hit(line, "complaints", one.id)
