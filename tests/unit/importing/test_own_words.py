"""What the program writes into its own lists and templates, its own import understands."""

from __future__ import annotations

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.cells import LISTED
from imt_desktop.ledger.importing.synonyms import (
    KINDS,
    LANGUAGES,
    code_of,
    codes,
    fields_of,
    header_field,
)
from imt_desktop.wording.fields import as_title, code_name, field_name

ELSEWHERE = {
    ("fr", "name", "surname"),  # alone it is the whole name
    ("sw", "note", "what"),
    ("sw", "rent", "licences"),  # "kodi" is both
}
"""Words of ours that mean another thing as well; our templates do not use them."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_names_of_fields_are_known_as_headers(language: str, kind: str) -> None:
    tr = Translator(language)
    for field in fields_of(kind):
        known = header_field(kind, as_title(field_name(field, tr)))
        assert known is not None, field
        assert known[0] == field or (language, field, known[0]) in ELSEWHERE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", LISTED)
def test_words_for_codes_are_known_in_cells(language: str, field: str) -> None:
    tr = Translator(language)
    for code in codes(LISTED[field]):
        known = code_of(LISTED[field], code_name(field, code, tr))
        assert known == code or (language, code, known) in ELSEWHERE, code
