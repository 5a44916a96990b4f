"""Names as they are searched: accents and case fall away in every script, and nothing else does."""

from __future__ import annotations

import pytest

from imt_desktop.ledger.search import folded


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Bench Household 12", "bench household 12"),
        ("Núñez", "nunez"),
        ("Nu\u0301n\u0303ez", "nunez"),
        ("e\u0323\u0301x", "ex"),
        ("Nyong’o", "nyongo"),
        ("Straße", "strasse"),
        ("ﬁlter", "filter"),
        ("አበበ 7", "አበበ 7"),
        ("\u0631\u064e\u064a", "\u0631\u064a"),
        ("हिंदी", "हिंदी"),
        ("𝄀 x\u0301", "𝄀 x"),
    ],
)
def test_accents_fall_away_and_letters_stay(written: str, searched: str) -> None:
    assert folded(written) == searched
