"""Nothing overlaps or falls off a sheet, whatever the language, the figures or the names."""

from datetime import date
from itertools import permutations

import msgspec
import pytest

from imt_desktop.errors import WorkStoppedError
from imt_desktop.i18n import Translator
from imt_desktop.period import Month, Period
from imt_desktop.reports.cashbook.facts import CashLine
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.gateway import ELLIPSIS, UNKNOWN
from imt_desktop.reports.paper.progress import told_to
from tests.reports import samples as s
from tests.reports.every import EDGE, PAPERS, enlarged, many_officers, renamed, with_heading
from tests.reports.reading import assert_tidy, text, under_bands

TRANSLATORS = (s.ENGLISH, s.SPANISH, s.KISWAHILI, s.FRENCH)
PAIRS = [Bilingual(one, two) for one, two in permutations(TRANSLATORS, 2)]
ALONE = [Bilingual(one) for one in TRANSLATORS]

CASES = [
    pytest.param(name, facts, id=f"{name} {n}")
    for name, (_, every) in PAPERS.items()
    for n, facts in enumerate(every)
]

FIRST = [pytest.param(name, every[0], id=name) for name, (_, every) in PAPERS.items()]

HEADS = {
    "reading sheet": ("Usual", "Last reading"), "kiosks": ("To hand in", "Handed in"),
    "contribution": ("Asked for",), "budget": ("Planned",), "assets": ("Bought",),
}  # fmt: skip
"""Long words over narrow columns."""

HOSTILE = [
    "<b>Jose",
    '=HYPERLINK("http://example.org","x")',
    "x" * 5000,
    "word " * 1000,
    "W" * 40,
    "\U0001f4a7 \u0915 \U0001f469\u200d\U0001f33e",
    "\u0645\u0627\u0621 \u202e\u05de\u05d9\u05dd",
    "Mary\nWanjiru\r\n\tx\x00",
    "",
]


def check(name: str, facts: Facts, words: Bilingual) -> bytes:
    document = PAPERS[name][0](facts, words)
    assert_tidy(document, EDGE.get(name, 8 * MM))
    return document.finish()


def names(words: Bilingual) -> str:
    return "-".join(tr.code for tr in words.translators)


@pytest.mark.parametrize("words", ALONE + PAIRS, ids=names)
@pytest.mark.parametrize(("name", "facts"), CASES)
def test_every_language_and_pair(name: str, facts: Facts, words: Bilingual) -> None:
    check(name, facts, words)


@pytest.mark.parametrize(("name", "facts"), CASES)
def test_a_language_half_as_long_again(name: str, facts: Facts) -> None:
    check(name, facts, s.LONGEST)
    check(name, facts, Bilingual(s.LONG))


@pytest.mark.parametrize(("name", "facts"), CASES)
def test_amounts_of_ten_digits_and_more(name: str, facts: Facts) -> None:
    check(name, enlarged(facts, 300_000), s.LONGEST)
    check(name, enlarged(facts, 2_000), s.ONE)


@pytest.mark.parametrize("evil", HOSTILE, ids=lambda evil: repr(evil[:12]))
@pytest.mark.parametrize(("name", "facts"), CASES)
def test_hostile_names(name: str, facts: Facts, evil: str) -> None:
    pdf = check(name, renamed(facts, evil), s.TWO)
    if evil == "<b>Jose":
        assert "<b>Jose" in text(pdf)
    if evil.startswith("\U0001f4a7"):
        assert f"\U0001f4a7 {UNKNOWN}" in text(pdf)


@pytest.mark.parametrize(("name", "facts"), CASES)
def test_a_practice_book(name: str, facts: Facts) -> None:
    document = PAPERS[name][0](with_heading(facts, practice=True), s.TWO)
    assert_tidy(document, 3.4 * MM)
    if name.endswith("roll"):  # lines at the top and bottom in place of bands
        assert text(document.finish()).count("PRACTICE") == 2
        return
    for number, sheet in enumerate(document.sheets):
        assert not under_bands(sheet), f"page {number + 1}: {under_bands(sheet)[:3]}"
    assert "PRACTICE" in text(document.finish())


@pytest.mark.parametrize("practice", [False, True])
@pytest.mark.parametrize(("name", "facts"), FIRST)
def test_days_that_were_put_together_again(name: str, facts: Facts, practice: bool) -> None:
    document = PAPERS[name][0](with_heading(facts, rebuilt=True, practice=practice), s.TWO)
    assert_tidy(document, 3.4 * MM)
    said = text(document.finish()).count("Rebuilt from receipts and papers")
    assert said >= (9 if name == "receipt eight" else len(document.sheets))  # each slip is cut out


@pytest.mark.parametrize("count", [0, 1, 2, 4, 5, 8])
@pytest.mark.parametrize(("name", "facts"), FIRST)
def test_any_number_of_officers(name: str, facts: Facts, count: int) -> None:
    check(name, with_heading(facts, officers=many_officers(count), one_signature=count == 1), s.TWO)


SIGNED_BY_OTHERS = {
    "audit", "house visits",  # the auditors sign
    "handover", "voucher 0", "closing 0", "closing 2",  # two signed this one
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "facts"),
    [one for one in CASES if SIGNED_BY_OTHERS.isdisjoint((one.id, one.values[0]))],
)
def test_a_committee_of_one_says_so_on_every_paper(name: str, facts: Facts) -> None:
    pdf = check(name, with_heading(facts, officers=many_officers(1), one_signature=True), s.TWO)
    assert "one signature" in " ".join(text(pdf).split())


@pytest.mark.parametrize("without", [(), ("contact",), ("assembly",), ("contact", "assembly")])
@pytest.mark.parametrize("side", [(), ("we_owe",), ("dry_days",), ("we_owe", "dry_days")])
def test_what_is_missing_from_a_notice_closes_its_gap(
    without: tuple[str, ...], side: tuple[str, ...]
) -> None:
    gone: dict[str, object] = dict.fromkeys((*without, *side))
    if "contact" in without:
        gone |= {"complaints": None, "answer_days": None}
    check("notice", msgspec.structs.replace(s.BIG_NOTICE, **gone), s.TWO)


@pytest.mark.parametrize("parts", range(13))
def test_any_number_of_kinds(parts: int) -> None:
    full = s.BIG_NOTICE
    into, out = full.money_in[:parts], full.money_out[:parts]
    have = full.had + sum((row.amount for row in into), s.kes(0))
    have -= sum((row.amount for row in out), s.kes(0))
    facts = msgspec.structs.replace(
        full, money_in=into, money_out=out, closing=s.holdings(("cash", int(have.decimal)))
    )
    check("notice", facts, s.TWO)


@pytest.mark.parametrize("prices", range(8))
def test_any_number_of_prices(prices: int) -> None:
    every = s.BIG_NOTICE.prices * 2
    check("notice", msgspec.structs.replace(s.BIG_NOTICE, prices=every[:prices]), s.TWO)


@pytest.mark.parametrize("households", [0, 1, 3, 20, 21, 45, 60, 61, 2000])
def test_any_number_of_households(households: int) -> None:
    facts = msgspec.structs.replace(s.NOTICE, households=households, paid_up=households * 3 // 4)
    check("notice", facts, s.TWO)
    check("notice", facts, s.LONGEST)


@pytest.mark.parametrize("saving", [False, True])
def test_the_ink_saving_form(saving: bool) -> None:
    document = notice.draw(s.NOTICE, s.TWO, s.ANCHOR, saving=saving)
    assert_tidy(document, 8 * MM)


@pytest.mark.parametrize("words", [s.TWO, Bilingual(s.FRENCH, s.KISWAHILI), s.LONGEST], ids=names)
@pytest.mark.parametrize(("name", "facts"), CASES)
def test_no_word_is_cut(name: str, facts: Facts, words: Bilingual) -> None:
    found = text(PAPERS[name][0](facts, words).finish()).replace("…7KQ2", "").replace("…0091", "")
    assert ELLIPSIS not in found, found[max(0, found.index(ELLIPSIS) - 60) :][:80]


POSTERS = ("notice", "tariff", "complaint poster", "audit", "invitation", "board", "calendar",
           "capacity")  # fmt: skip


@pytest.mark.parametrize("name", POSTERS)
def test_no_word_of_a_poster_is_cut_in_any_language_or_pair(name: str) -> None:
    draw, every = PAPERS[name]
    cut = {
        (names(words), box.label)
        for facts in every[:2]
        for words in ALONE + PAIRS
        for sheet in draw(facts, words).sheets
        for box in sheet.boxes
        if ELLIPSIS in box.label
    }
    assert not cut


@pytest.mark.parametrize("tr", TRANSLATORS, ids=lambda tr: tr.code)
@pytest.mark.parametrize("name", ["reading sheet", "kiosks", "contribution", "budget", "assets"])
def test_no_word_over_a_column_is_broken(name: str, tr: Translator) -> None:
    draw, (facts, *_) = PAPERS[name]
    said = {box.label for sheet in draw(facts, Bilingual(tr)).sheets for box in sheet.boxes}
    for title in HEADS[name]:
        assert any(tr.gettext(title).split()[-1] in label for label in said), (title, said)


@pytest.mark.parametrize("words", [s.TWO, Bilingual(s.FRENCH, s.SPANISH)], ids=names)
@pytest.mark.parametrize(("name", "facts"), CASES)
def test_no_letter_is_under_eight_points(name: str, facts: Facts, words: Bilingual) -> None:
    document = PAPERS[name][0](facts, words)
    least = 8.0
    if name == "notice":  # eight points at A4, for a counter; a town's notice at A3
        least = 8.8 if facts in (s.BIG_NOTICE, s.NAMING_NOTICE) else 8 / 0.7072
    for sheet in document.sheets:
        small = [box for box in sheet.boxes if box.kind == "text" and 0 < box.size < least - 0.01]
        assert not small, small[:3]


PERIODS = [Month(2026, 9).period, s.QUARTER, Period.year(2026),
           Period(Month(2025, 9).first, Month(2026, 9).last),
           Period(date(2026, 9, 10), date(2026, 9, 28))]  # fmt: skip


@pytest.mark.parametrize("words", ALONE + PAIRS, ids=names)
@pytest.mark.parametrize("period", PERIODS, ids=str)
@pytest.mark.parametrize("over", [True, False], ids=["over", "running"])
def test_every_sort_of_period_stands_whole_on_every_paper(
    words: Bilingual, period: Period, over: bool
) -> None:
    as_of = None if over else date(2026, 9, 27)
    cash = {"period": period, "as_of": as_of}
    for name, facts in (
        ("income", msgspec.structs.replace(s.INCOME, previous=period.previous, **cash)),
        ("cash book", msgspec.structs.replace(s.cashbook(3), **cash)),
        ("notice", msgspec.structs.replace(s.NOTICE, **cash)),
        ("aloud", msgspec.structs.replace(s.NOTICE, **cash)),
        ("statement", msgspec.structs.replace(s.STATEMENT, period=period, past=over)),
    ):
        found = text(check(name, facts, words))
        assert ELLIPSIS not in found, (name, found[max(0, found.index(ELLIPSIS) - 60) :][:80])


def test_under_a_list_of_several_pages_officers_sign_in_less_room() -> None:
    """Names and posts of a committee of six stand there, and take no third of the page."""
    draw, (_none, one, many) = PAPERS["members"]
    heights = []
    for facts in (one, many):
        sheet = draw(with_heading(facts, officers=many_officers(6)), s.TWO).sheets[-1]
        names = [box for box in sheet.boxes if box.label.startswith("Officer Number")]
        posts = [box for box in sheet.boxes if box.label.startswith("Committee member")]
        assert len(names) == len(posts) == 6
        rules = sheet.end(("text", "code")) - min(box.top for box in names)
        heights.append(rules)
    assert heights[1] < heights[0] * 0.8 and heights[1] < A4.height * 0.12


def test_no_theme_stands_alone_at_the_foot_of_a_page() -> None:
    facts = s.compared(2)
    asked = msgspec.structs.replace(facts.questions[0], theme="transparency")
    last = msgspec.structs.replace(asked, theme="participation")
    draw = PAPERS["before-after"][0]
    for many in range(10, 24):
        longer = msgspec.structs.replace(facts, questions=(*(asked,) * many, last, last))
        for sheet in draw(longer, s.ONE).sheets[:-1]:
            words = [box for box in sheet.boxes if box.kind == "text" and "Page" not in box.label]
            lowest = max(words, key=lambda box: box.top)
            assert lowest.label != "Participation", many


@pytest.mark.parametrize(
    "name",
    [
        "members",
        "behind",
        "day list",
        "cash book",
        "slips",
        "confirmations",
        "letters",
        "receipt eight",
    ],
)
def test_a_long_paper_can_be_stopped(name: str) -> None:
    draw, every = PAPERS[name]
    heard: list[tuple[int, int]] = []

    def stop(done: int, every: int) -> None:
        heard.append((done, every))
        raise WorkStoppedError

    with pytest.raises(WorkStoppedError), told_to(stop):
        draw(every[-1], s.ONE)
    assert len(heard) == 1 and heard[0][1] > 1


LONG_NAME = "Junta Administradora de Servicios de Saneamiento de Santa Rosa de Ocopa"


@pytest.mark.parametrize("area", ["Kiboko, Makueni County", ""])
@pytest.mark.parametrize(("name", "facts"), FIRST)
def test_a_committees_name_of_seventy_letters_is_whole(name: str, facts: Facts, area: str) -> None:
    for words in (s.TWO, Bilingual(s.SPANISH, s.FRENCH)):
        pdf = check(name, with_heading(facts, committee=LONG_NAME, area=area), words)
        assert LONG_NAME in text(pdf)


@pytest.mark.parametrize("account", ["cash", ""])
def test_the_cash_book_writes_long_names_in_full_beside_large_amounts(account: str) -> None:
    name = "Bartholomew Christopherson-Featherstonehaugh-Wolstenholmeyer"
    paid, none = s.kes(1_234_567_890), s.kes(0)
    line = CashLine(
        on=date(2026, 9, 1), kind="fee", number="2519", text=name, into=paid, balance=paid,
        account="" if account else "cash", concerns="2026-08",
    )  # fmt: skip
    facts = msgspec.structs.replace(
        s.cashbook(0), account=account, brought=none, carried=paid, lines=(line,)
    )
    found = text(check("cash book", facts, s.LONGEST))
    assert ELLIPSIS not in found and "".join(name.split()) in "".join(found.split())
