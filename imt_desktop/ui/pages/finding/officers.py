"""Finding officers by name or by post, those in post first."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.committee.queries import officers
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.search import folded
from imt_desktop.ui.pages.finding.hits import Hit
from imt_desktop.ui.widgets import PersonLine
from imt_desktop.wording.kinds import post_name


def officer_hits(book: Reading, words: str, tr: Translator) -> Iterator[Hit]:
    """Find who holds or held a post; each opens among the officers in the settings."""
    wanted = folded(words).split()
    everybody = sorted(officers(book), key=lambda one: one.left_on is not None)
    for one in everybody if wanted else ():
        post = post_name(one.post, {}, tr)
        said = f" {folded(one.name)} {folded(post)}"
        if all(f" {word}" in said for word in wanted):
            yield Hit(PersonLine(one.name, post, icon="user"), "settings", one)
