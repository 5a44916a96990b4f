"""The word lists themselves, and how they are looked up."""

import tomllib
from collections import defaultdict

import pytest

from imt_desktop.ledger import kinds as books
from imt_desktop.ledger.importing.layout import NEEDED
from imt_desktop.ledger.importing.synonyms import (
    FILES,
    KINDS,
    LANGUAGES,
    LISTS,
    PACK,
    PART,
    WHOLE,
    code_in,
    code_of,
    codes,
    fields_of,
    fold,
    header_field,
    header_form,
    is_blank,
    is_total,
    names_sheet,
    words,
)

ROWS = {name: tomllib.loads((PACK / name).read_text("utf-8")) for name in FILES}
HEADERS = [row for file in ROWS.values() for row in file.get("header", [])]
WORDS = [row for file in ROWS.values() for row in file.get("word", [])]


@pytest.mark.parametrize("row", [*HEADERS, *WORDS], ids=lambda row: row.get("field") or row["code"])
def test_every_row_names_its_source_and_who_confirmed_it(row) -> None:
    assert row["source"].strip()
    assert set(row["confirmed"]) <= set(LANGUAGES)
    assert all(row[language] for language in LANGUAGES)


@pytest.mark.parametrize("row", [*HEADERS, *WORDS], ids=lambda row: row.get("field") or row["code"])
def test_words_are_written_in_the_form_that_is_compared(row) -> None:
    for language in LANGUAGES:
        assert [fold(word) for word in row[language]] == row[language]


def test_a_header_means_one_field_within_a_kind() -> None:
    meanings = defaultdict(set)
    for row in HEADERS:
        for kind in row["kinds"]:
            for language in LANGUAGES:
                for word in row[language]:
                    meanings[kind, header_form(word)].add(row["field"])
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_a_word_means_one_code_within_a_list() -> None:
    meanings = defaultdict(set)
    for row in WORDS:
        for language in LANGUAGES:
            for word in row[language]:
                meanings[row["list"], word].add(row["code"])
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_codes_are_those_of_the_books() -> None:
    assert set(codes("status")) == set(books.MEMBER_STATES)
    assert set(codes("category")) <= set(books.EXPENSE)
    assert set(codes("income")) <= set(books.INCOME)
    assert set(codes("method")) <= set(books.ACCOUNT_TYPES)
    assert {row["list"] for row in WORDS} == set(LISTS)


def test_needed_fields_are_known() -> None:
    for kind in KINDS:
        assert {field for group in NEEDED[kind] for field in group} <= set(fields_of(kind))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        (" N° d'Abonné ", "no d abonne"),
        ("TELÉFONO:", "telefono"),
        ("Member_No.", "member no"),
        ("№", "no"),
        ("#", "no"),
        ("M-PESA", "m pesa"),
        ("Deni\n(KSh)", "deni ksh"),
        ("ስም", "ስም"),
        ("***", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("kind", "header", "field", "quality"),
    [
        ("members", "No.", "number", WHOLE),
        ("members", "Jina la mwanachama / Name", "name", PART),
        ("members", "Watu nyumbani", "people", WHOLE),
        ("members", "N° d'abonné", "number", WHOLE),
        ("members", "Teléfono", "phone", WHOLE),
        ("opening", "Deni (KSh)", "owed", WHOLE),
        ("opening", "Arriérés 2025 (FCFA)", "owed", WHOLE),
        ("opening", "Saldo a favor", "ahead", WHOLE),
        ("payments", "Namba ya mwanachama", "number", WHOLE),
        ("payments", "Amount paid - KES", "amount", WHOLE),
        ("payments", "Risiti", "old_receipt", WHOLE),
        ("expenses", "Maelezo", "what", WHOLE),
        ("members", "Maelezo", "note", WHOLE),
        ("expenses", "Pièce justificative", "voucher", WHOLE),
    ],
)
def test_headers(kind: str, header: str, field: str, quality: int) -> None:
    assert header_field(kind, header) == (field, quality)


def test_a_header_that_names_nothing_but_states_holds_states() -> None:
    assert header_field("members", "imekatwa/amehama") == ("status", PART)
    assert header_field("members", "imekatwa kwa deni") is None
    assert header_field("payments", "imekatwa/amehama") is None


@pytest.mark.parametrize("header", ["Total arrears paid by phone", "x", "", "2026", "KSh"])
def test_a_header_is_never_guessed_from_one_of_its_words(header: str) -> None:
    assert header_field("members", header) is None


@pytest.mark.parametrize(
    ("listed", "text", "code"),
    [
        ("status", "imekatwa", "cut-off"),
        ("status", "Amehama", "left"),
        ("status", "imeandikwa mara mbili", None),
        ("method", "M-PESA", "mobile"),
        ("method", "taslimu", "cash"),
        ("method", "Efectivo", "cash"),
        ("connection", "shule", "institution"),
        ("category", "Papelería", "office"),
        ("income", "Redevances", "fee"),
        ("answer", "Ndiyo", "yes"),
    ],
)
def test_value_words(listed: str, text: str, code: str | None) -> None:
    assert code_of(listed, text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dizeli ya pampu", "fuel"),
        ("Mshahara wa mlinzi Januari", "wages"),
        ("Guard's wages for diesel pump", None),  # two categories: nothing is proposed
        ("Something else", None),
    ],
)
def test_a_category_is_proposed_only_if_one_fits(text: str, code: str | None) -> None:
    assert code_in("category", text) == code


def test_totals_are_the_word_and_nothing_else() -> None:
    assert is_total("JUMLA / TOTAL")
    assert is_total("Total:")
    assert not is_total("Total Kiboko")
    assert not is_total("")
    assert not is_total("-")


def test_blanks() -> None:
    assert all(is_blank(text) for text in ("", " ", "-", "--", "\u2014", "N/A", "hakuna", "...."))
    assert not any(is_blank(text) for text in ("0", "?", "x", "no"))


def test_sheets_are_known_by_name() -> None:
    assert names_sheet("payments", "Malipo Jan-Machi 2026")
    assert not names_sheet("members", "Sheet1")


def test_months_do_not_contradict_one_another() -> None:
    months = ROWS["marks.toml"]["months"]
    seen = defaultdict(set)
    for language in LANGUAGES:
        assert len(months[language]) == 12
        for number, names in enumerate(months[language], 1):
            for name in names:
                seen[name].add(number)
    assert all(len(numbers) == 1 for numbers in seen.values())
    assert words().months["machi"] == 3
