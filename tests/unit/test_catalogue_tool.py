"""Every fault that the catalogue tool is there for, shown to be caught."""

import gettext
import re
from pathlib import Path

import pytest

from tools.catalogue import (
    REVIEWED,
    Places,
    Sentence,
    extract,
    faults,
    load,
    main,
    problems,
    read_code,
    texts_of,
)
from tools.compile_catalogues import LOCALES, kept_together

CODE = """
from imt_desktop.i18n import mark, pmark
NAMES = {"a": mark("Borehole")}
tr.gettext("Receive payment")
tr.gettext("{member} paid {amount}").format(member=m, amount=a)
tr.ngettext("{n} household", "{n} households", n).format(n=n)
tr.pgettext("rail", "Home")
tr.gettext(NAMES["a"])
"""

IMPORT = "from imt_desktop.i18n import mark, pmark\n"

DONE = {
    'msgid "Borehole"\nmsgstr ""': 'msgid "Borehole"\nmsgstr "Kisima"',
    'msgid "Receive payment"\nmsgstr ""': 'msgid "Receive payment"\nmsgstr "Pokea malipo"',
    'paid {amount}"\nmsgstr ""': 'paid {amount}"\nmsgstr "{member} amelipa {amount}"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "kaya {n}"\nmsgstr[1] "kaya {n}"',
    'msgid "Home"\nmsgstr ""': 'msgid "Home"\nmsgstr "Mwanzo"',
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A package of one module, with one catalogue that is complete."""
    places = Places(tmp_path / "package", tmp_path / "locales", ("sw",))
    places.package.mkdir()
    (places.package / "words.py").write_text(CODE, encoding="utf-8")
    extract(places)
    for old, new in DONE.items():
        change(places, old, new)
    return places


def change(places: Places, old: str, new: str) -> None:
    """Edit the catalogue as a translator would."""
    path = places.catalogue("sw")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_code(places: Places, line: str) -> None:
    """Write one more line of code."""
    path = places.package / "words.py"
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")


def only_problem(places: Places) -> str:
    """Return the one problem there is."""
    [problem] = problems(places)
    return problem


def test_a_complete_catalogue_has_no_problem(places: Places) -> None:
    assert list(problems(places)) == []


def test_the_repository_calls_nothing_that_no_catalogue_can_answer() -> None:
    assert list(faults(Places())) == []


@pytest.mark.parametrize(
    "call",
    [
        'tr.gettext(f"{n} households")',
        'tr.gettext(f"households")',
        'tr.gettext("house" + "hold")',
        'tr.gettext("house" + name)',
        'tr.gettext("%s paid" % name)',
        'tr.gettext("{n} paid".format(n=n))',
        'tr.gettext("Open" if new else "Close")',
        'tr.gettext(name or "Nobody")',
        "tr.gettext(name_of(member))",
        'tr.gettext("")',
        "tr.gettext()",
        "tr.gettext(*names)",
        'tr.gettext(message="Open")',
        'tr.ngettext("{n} household", f"{n} households", n)',
        'tr.ngettext(f"{n} household", "{n} households", n)',
        'tr.pgettext(f"{room}", "Home")',
        'tr.pgettext("rail", f"{room}")',
        'tr.pgettext(context, "Home")',
        'tr.npgettext("rail", "{n} page", f"{n} pages", n)',
        'mark(f"{room}")',
        "mark(room)",
        'pmark("rail", room)',
    ],
)
def test_a_sentence_that_is_put_together_is_caught(places: Places, call: str) -> None:
    add_code(places, call)
    assert only_problem(places).startswith("package/words.py:9: ")


@pytest.mark.parametrize("text", ["label", "self.label", "LABELS[kind]", 'LABELS["kind"].title'])
def test_a_text_of_a_marked_table_may_be_looked_up(text: str) -> None:
    assert list(read_code(f"tr.gettext({text}); tr.pgettext(context, {text})")) == []


def test_a_literal_over_two_lines_is_one_sentence() -> None:
    assert list(read_code('tr.gettext("Nobody is "\n"behind.")')) == [
        Sentence(("Nobody is behind.",))
    ]


def test_contexts_and_plurals_are_gathered() -> None:
    code = IMPORT + 'tr.npgettext("rail", "{n} page", "{n} pages", n); pmark("post", "Chair")\n'
    assert set(read_code(code)) == {
        Sentence(("{n} page", "{n} pages"), "rail"),
        Sentence(("Chair",), "post"),
    }


def test_another_thing_that_is_called_mark_is_left_alone() -> None:
    assert list(read_code("chart.mark(x, y)")) == []
    assert list(read_code("mark(x)")) == []
    assert list(read_code(IMPORT + "mark(x)")) != []


def test_a_sentence_that_was_never_gathered_is_caught(places: Places) -> None:
    add_code(places, 'tr.gettext("Bill everyone")')
    found = list(problems(places))
    assert found[0].startswith("the template is out of date")
    assert found[1:] == ["sw: not translated: 'Bill everyone'"]


def test_a_sentence_that_the_code_lost_is_caught(places: Places) -> None:
    (places.package / "words.py").write_text(CODE.replace("NAMES = ", "# "), encoding="utf-8")
    assert only_problem(places).startswith("the template is out of date")


def test_an_untranslated_sentence_is_caught(places: Places) -> None:
    change(places, '"Pokea malipo"', '""')
    assert only_problem(places) == "sw: not translated: 'Receive payment'"


def test_a_plural_without_all_its_forms_is_caught(places: Places) -> None:
    change(places, '\nmsgstr[1] "kaya {n}"', "")
    assert only_problem(places).startswith("sw: not translated: ('{n} household'")


def test_a_fuzzy_sentence_is_caught(places: Places) -> None:
    change(places, 'msgid "Receive payment"', '#, fuzzy\nmsgid "Receive payment"')
    assert only_problem(places) == "sw: marked as fuzzy: 'Receive payment'"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{member} amelipa {amount}", "{member} amelipa"),
        ("{member} amelipa {amount}", "{mwanachama} amelipa {amount}"),
        ("{member} amelipa {amount}", "{member} amelipa {amount} {extra}"),
        ("{member} amelipa {amount}", "{member} amelipa {amount"),
        ("Pokea malipo", "Pokea {malipo}"),
        ('msgstr[0] "kaya {n}"', 'msgstr[0] "kaya moja"'),
        ('msgstr[1] "kaya {n}"', 'msgstr[1] "kaya nyingi"'),
    ],
)
def test_a_field_that_differs_is_caught(places: Places, old: str, new: str) -> None:
    change(places, old, new)
    assert "the fields differ" in only_problem(places)


def test_only_the_form_for_one_may_leave_out_the_number_where_english_does(places: Places) -> None:
    add_code(places, 'tr.ngettext("one tap", "{n} taps", n)')
    extract(places)
    change(places, 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "bomba moja"\nmsgstr[1] "bomba {n}"')
    assert list(problems(places)) == []
    change(places, '"bomba {n}"', '"bomba nyingi"')
    assert "the fields differ" in only_problem(places)


def test_a_missing_word_about_the_review_is_caught(places: Places) -> None:
    change(places, f'"{REVIEWED}: no\\n"\n', "")
    assert only_problem(places) == f"sw: the header {REVIEWED} is missing"


def test_a_catalogue_that_is_not_there_is_caught(places: Places) -> None:
    places.catalogue("sw").unlink()
    assert len(list(problems(places))) == 6


def test_gathering_again_changes_nothing(places: Places) -> None:
    before = places.catalogue("sw").read_bytes(), places.template.read_bytes()
    extract(places)
    assert (places.catalogue("sw").read_bytes(), places.template.read_bytes()) == before


def test_gathering_again_keeps_the_review_and_who_made_it(places: Places) -> None:
    change(places, f"{REVIEWED}: no", f'{REVIEWED}: yes\\n"\n"Last-Translator: Asha')
    add_code(places, 'tr.gettext("Bill everyone")')
    extract(places)
    text = places.catalogue("sw").read_text(encoding="utf-8")
    assert f"{REVIEWED}: yes" in text
    assert "Last-Translator: Asha" in text
    assert "Pokea malipo" in text


def test_what_was_compiled_is_read_by_gettext(places: Places) -> None:
    assert main(["compile"], places) == 0
    swahili = gettext.translation("imt_desktop", places.locales, ["sw"])
    assert swahili.gettext("Receive payment") == "Pokea malipo"
    assert swahili.pgettext("rail", "Home") == "Mwanzo"
    assert swahili.ngettext("{n} household", "{n} households", 3) == "kaya {n}"
    assert swahili.info()[REVIEWED.lower()] == "no"


def test_french_signs_stay_with_their_word() -> None:
    kept = "Où est « {place}\u00a0» ? 70 % : non ; oui !"
    whole = "Où est «\u00a0{place}\u00a0»\u00a0? 70\u00a0%\u00a0: non\u00a0; oui\u00a0!"
    assert kept_together(kept) == whole == kept_together(whole)
    french = gettext.translation("imt_desktop", LOCALES, ["fr"])
    assert french.gettext("Who decided it?") == "Qui l'a décidé\u00a0?"


def test_the_command_says_what_is_wrong(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], places) == 0
    change(places, '"Pokea malipo"', '""')
    assert main(["check"], places) == 1
    assert "Receive payment" in capsys.readouterr().err
    assert main(["chekc"], places) == 2


def test_no_french_month_stands_behind_a_word_that_it_would_shorten() -> None:
    """It is "d'avril" and "d'octobre", which no sentence with a gap can say of every month."""
    said = " ".join(str(one.string) for one in load(Places().catalogue("fr"), "fr"))
    assert re.findall(r"\b(?:de|que|jusque) \{(?:month|period)\}", said) == []


def test_in_french_the_stick_is_never_told_like_a_key() -> None:
    told = [
        french
        for message in load(Places().catalogue("fr"), "fr")
        if message.id and "stick" in str(message.id) and "key" not in str(message.id)
        for french in texts_of(message.string)
    ]
    assert [one for one in told if re.search(r"\bclés?\b(?! USB)", one)] == []
