"""What a notice says, read back from its PDF, and what it never says."""

import msgspec
import pytest

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Contact
from imt_desktop.reports.notice import aloud, pdf
from imt_desktop.reports.notice.facts import Assembly, Band, Owed, WeOwe
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A4
from tests.reports import samples as s
from tests.reports.reading import codes, text

FIGURES = (
    "193,890", "163,190", "141,750", "38,640", "9,000", "4,500", "90,720", "62,400", "54,000",
    "31,850", "14,940", "121,420", "4,920", "116,500", "7,310", "83,410", "450", "92", "of 118",
    "26", "38,250", "12,400",
)  # fmt: skip


def test_everything_that_must_stand_on_it() -> None:
    found = text(pdf.render(s.NOTICE, s.ONE, s.ANCHOR))
    for words in (
        *FIGURES,
        "Kiboko Water Project",
        "July – September 2026",
        "Our water money",
        "We had on 1 July",
        "We have on 30 September",
        "a household, a month",
        "Assembly 14 March 2026, minute",
        "07/2026",
        "households paid up",
        "No names on the wall",
        "We owe",
        "3 unpaid bills",
        "Secretary Peter Mutiso · 0700 000 145",
        "Answer within 14 working days",
        "9 received: 8 in time, 1 late, 6 put right",
        "17 October 2026, 10:00",
        "Kiboko Primary School",
        "Cash counted 1 October 2026 by G. Mueni and J. Mutua: agrees",
        "Esther Nduku",
        "until 03/2028",
        "Entry 4,931",
    ):
        assert words in found, words


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
def test_the_figures_stand_in_every_language(code: str) -> None:
    other = "en" if code != "en" else "es"
    words = Bilingual(Translator(code, "KE"), Translator(other, "KE"))
    found = text(pdf.render(s.NOTICE, words, s.ANCHOR))
    tr = words.main
    for row in (*s.NOTICE.opening, *s.NOTICE.closing):
        assert tr.amount(row.amount).replace("\u202f", " ").replace("\u00a0", " ") in found
    assert words.second is not None
    both = [each.gettext("until {month}").format(month="03/2028") for each in (tr, words.second)]
    assert both[1] in found and both[0].split()[0] in found, "in both languages"


def test_cash_that_was_not_counted_and_cash_that_differs() -> None:
    not_counted = msgspec.structs.replace(s.NOTICE, counted=None)
    assert "has not been counted yet" in text(pdf.render(not_counted, s.ONE, s.ANCHOR))
    assert s.NOTICE.counted
    count = msgspec.structs.replace(s.NOTICE.counted, counted=s.kes(4870))
    short = msgspec.structs.replace(s.NOTICE, counted=count)
    assert "KSh 50 less than in the book" in text(pdf.render(short, s.ONE, s.ANCHOR))


def test_a_period_that_is_not_over_says_until_when() -> None:
    found = text(pdf.render(s.SMALL_NOTICE, s.ONE, s.ANCHOR))
    assert "October 2026, until 14 October" in found
    assert "We have on 14 October" in found
    assert "one signature" in found
    assert "not decided yet" in found


def test_small_bands_are_merged_even_if_the_facts_have_them() -> None:
    owed = Owed(
        households=9,
        amount=s.kes(4500),
        bands=(
            Band(first=1, last=30, households=4, amount=s.kes(1800)),
            Band(first=31, last=60, households=1, amount=s.kes(777)),
            Band(first=91, last=None, households=4, amount=s.kes(1923)),
        ),
    )
    facts = msgspec.structs.replace(s.NOTICE, owed=owed)
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "777" not in found
    assert "2,577" in found
    assert "1 to 60 days" in found


def test_nobody_owes() -> None:
    owed = Owed(households=0, amount=s.kes(0))
    facts = msgspec.structs.replace(s.NOTICE, owed=owed, paid_up=118)
    assert "nobody owes us anything" in text(pdf.render(facts, s.ONE, s.ANCHOR))


@pytest.mark.parametrize(("paper", "wide"), [(A2, 1191), (A4, 595)])
def test_sizes(paper, wide: int) -> None:  # type: ignore[no-untyped-def]
    document = pdf.draw(s.NOTICE, s.TWO, s.ANCHOR, paper)
    assert round(document.sheets[0].width) == wide
    assert "121,420" in text(document.finish())


def test_a_picture_to_send() -> None:
    from io import BytesIO

    from PIL import Image

    picture = Image.open(BytesIO(raster.png(pdf.render(s.NOTICE, s.TWO, s.ANCHOR, A4), 0, 150)))
    assert picture.width == pytest.approx(1240, abs=2)
    assert codes(picture) == [s.ANCHOR.qr]


def test_a_page_to_read_aloud() -> None:
    said = aloud.sentences(s.NOTICE, s.ENGLISH)
    assert 10 <= len(said) <= 14
    whole = " ".join(said).replace("\u00a0", " ")
    for figure in ("KSh 90,720", "KSh 193,890", "KSh 163,190", "KSh 121,420", "KSh 38,250"):
        assert figure in whole
    assert aloud.text(s.NOTICE, s.TWO).count("\n\n") == 1
    assert "To read aloud" in text(aloud.render(s.NOTICE, s.ONE, s.ANCHOR))


def test_reading_aloud_a_small_committee() -> None:
    said = aloud.sentences(s.SMALL_NOTICE, s.ENGLISH)
    assert "No money went out." in said
    assert all("None" not in sentence for sentence in said)


def test_the_next_assembly_in_the_committees_own_words() -> None:
    words = "After the harvest prayer, at the big tree, when the chief has come back from town"
    facts = msgspec.structs.replace(s.NOTICE, assembly=Assembly(text=words))
    found = text(pdf.render(facts, s.TWO, s.ANCHOR))
    assert words in found
    assert "Mkutano mkuu ujao" in found
    assert any(words in sentence for sentence in aloud.sentences(facts, s.ENGLISH))


def test_long_words_on_complaints_stand_whole() -> None:
    words = (
        "Tell the secretary, or any member of the oversight committee whom you trust; write it "
        "down and put it into the wooden box at the kiosk, which is opened every Sunday"
    )
    facts = msgspec.structs.replace(s.NOTICE, contact=Contact(text=words))
    assert words in text(pdf.render(facts, s.TWO, s.ANCHOR))


def test_we_owe_nothing_is_said() -> None:
    facts = msgspec.structs.replace(s.NOTICE, we_owe=WeOwe(bills=0, amount=s.kes(0)))
    assert "We owe" in text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "We owe nobody anything." in aloud.sentences(facts, s.ENGLISH)


def test_a_large_balance_hides_no_spending() -> None:
    facts = msgspec.structs.replace(
        s.NOTICE,
        opening=s.holdings(("bank", 9_000_000)),
        closing=s.holdings(("bank", 9_000_000 + 193_890 - 163_190)),
    )
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    for figure in ("62,400", "54,000", "31,850", "14,940"):
        assert figure in found


def test_a_target_is_whole_however_long_the_name_of_its_account() -> None:
    """The poster said “target 635 …”."""
    *others, last = s.NOTICE.closing
    saved = msgspec.structs.replace(
        last, account="9", own_name="Savings for the pump", target=s.kes(1_635_000)
    )
    facts = msgspec.structs.replace(s.NOTICE, closing=(*others, saved))
    found = text(pdf.render(facts, Bilingual(Translator("fr", "KE")), s.ANCHOR))
    assert "Savings for the pump, objectif 1 635 000" in " ".join(found.split())
