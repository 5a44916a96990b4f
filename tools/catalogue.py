"""Catalogues of sentences: gather them from the code, and check that every language has them.

python -m tools.catalogue extract    gather new sentences into the template and every catalogue
python -m tools.catalogue compile    compile the catalogues that changed (./run does so at each start)
python -m tools.catalogue check      fail on anything missing, fuzzy or malformed

The sentences that papers say are listed once more in the phrasebook's own list: a committee can give its
own words for each of them.

The code is read as a syntax tree and not with Babel's own extractor, which joins the two texts of
``tr.gettext("a" if x else "b")`` into one and takes the key in ``tr.gettext(NAMES["key"])`` for a sentence.
"""

from __future__ import annotations

import ast
import io
import json
import string
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tools.compile_catalogues import compile_all

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("es", "sw", "fr")
REVIEWED = "X-Reviewed-By-Native-Speaker"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that names sentences: where its texts and its context stand among the arguments."""

    texts: tuple[int, ...]
    context: int | None = None
    table: bool = False
    """Whether it marks a text of a table, which must stand there literally."""


CALLS = {
    "gettext": Call((0,)),
    "ngettext": Call((0, 1)),
    "pgettext": Call((1,), context=0),
    "npgettext": Call((1, 2), context=0),
    "mark": Call((0,), table=True),
    "pmark": Call((1,), context=0, table=True),
}
"""Calls whose literal text is gathered; ``mark`` and ``pmark`` are for tables translated at the
moment of use, where ``tr.gettext`` is then given a name, an attribute or an item of the table."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the code asks for: one text, or one and many."""

    texts: tuple[str, ...]
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A call whose sentence no catalogue can hold."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where the code and its catalogues lie."""

    package: Path = ROOT / "imt_desktop"
    locales: Path = ROOT / "locales"
    languages: tuple[str, ...] = LANGUAGES

    @property
    def template(self) -> Path:
        """The sentences without a translation."""
        return self.locales / "imt_desktop.pot"

    @property
    def phrases(self) -> Path:
        """The sentences that papers say, for the phrasebook."""
        return self.package / "packs" / "phrases.json"

    def catalogue(self, language: str) -> Path:
        """The sentences of one language."""
        return self.locales / language / "LC_MESSAGES" / "imt_desktop.po"


def read_code(source: str) -> Iterator[Sentence | Fault]:
    """Find the sentences that a module asks for, and the calls that no catalogue can answer."""
    tree = ast.parse(source)
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("imt_desktop.i18n")
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            call = CALLS.get(name)
            if call and (not call.table or (isinstance(node.func, ast.Name) and name in imported)):
                yield from _read_call(name, call, node)


def _read_call(name: str, call: Call, node: ast.Call) -> Iterator[Sentence | Fault]:
    places = (*call.texts, *(() if call.context is None else (call.context,)))
    if len(node.args) <= max(places):
        yield Fault(node.lineno, f"{name}() takes its sentence by position")
        return
    arguments = [node.args[place] for place in places]
    looked_up = [isinstance(a, ast.Name | ast.Attribute | ast.Subscript) for a in arguments]
    if all(looked_up) and not call.table:
        return
    values = [a.value if isinstance(a, ast.Constant) else None for a in arguments]
    literal = [value for value in values if isinstance(value, str) and value]
    if len(literal) < len(values):
        yield Fault(node.lineno, f"{name}() needs a literal sentence, put together nowhere")
        return
    count = len(call.texts)
    yield Sentence(tuple(literal[:count]), *literal[count:])


PACKS = (
    "words", "title", "what", "cost", "first_step", "works", "owns", "operates", "tariff",
    "registration",
)  # fmt: skip
"""The fields of the toolbox's rows that people read."""


def read_packs(places: Places) -> Iterator[tuple[Path, str]]:
    """Find the sentences of the toolbox's files, and the sources of rules that stand beside a figure."""
    packs = places.package / "packs"
    for path in sorted((packs / "toolbox").glob("*.toml")):
        yield from _fields(path, PACKS)
    for path in (packs / "toolbox" / "indicators.toml", packs / "oversight" / "questions.toml"):
        yield from _fields(path, ("source",))


def _fields(path: Path, names: Sequence[str]) -> Iterator[tuple[Path, str]]:
    if path.exists():
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("row", []):
            yield from ((path, row[name]) for name in names if row.get(name))


def faults(places: Places) -> Iterator[str]:
    """Say which calls in the code no catalogue can answer."""
    for path in sorted(places.package.rglob("*.py")):
        for found in read_code(path.read_text(encoding="utf-8")):
            if isinstance(found, Fault):
                yield f"{path.relative_to(places.package.parent)}:{found.line}: {found.what}"


PAPERS = ("reports/", "wording/kinds.py")
"""Where the sentences of papers stand."""


def phrases(places: Places) -> bytes:
    """Return the list of what papers say: each sentence with its plural and its context, if any."""
    catalog = gathered(places, PAPERS)
    said = sorted({(texts_of(one.id), one.context or "") for one in catalog if one.id})
    listed = [{"texts": texts} | ({"context": of} if of else {}) for texts, of in said]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in listed)
    return f"[\n{lines}\n]\n".encode()


def gathered(places: Places, within: tuple[str, ...] = ("",)) -> Catalog:
    """Return every sentence that the code and the packs have, or only that of some folders and files."""
    catalog = Catalog(project="IMT Desktop", charset="utf-8", fuzzy=False)
    for path in sorted(places.package.rglob("*.py")):
        if not path.relative_to(places.package).as_posix().startswith(within):
            continue
        where = path.relative_to(places.package.parent).as_posix()
        for found in read_code(path.read_text(encoding="utf-8")):
            if isinstance(found, Sentence):
                texts = found.texts if len(found.texts) > 1 else found.texts[0]
                catalog.add(texts, None, [(where, 1)], context=found.context)
    for path, text in read_packs(places):
        where = path.relative_to(places.package.parent).as_posix()
        if where.startswith(tuple(f"{places.package.name}/{part}" for part in within)):
            catalog.add(text, None, [(where, 1)])
    return catalog


def load(path: Path, language: str) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def text_of(catalog: Catalog, header: str) -> bytes:
    """Return a catalogue as it is stored: sorted, one line a text, no line numbers and no dates."""
    out = io.BytesIO()
    write_po(out, catalog, width=0, no_location=True, omit_header=True, sort_output=True,
             ignore_obsolete=True)  # fmt: skip
    return header.encode() + b"\n" + out.getvalue().rstrip(b"\n") + b"\n"


def fresh_header(language: str | None = None) -> str:
    """Return the header of a catalogue that nobody has worked on, or of the template."""
    fields = {"Project-Id-Version": "IMT Desktop"}
    title = "The sentences of IMT Desktop."
    if language:
        name = Locale.parse(language).english_name
        title = f"The sentences of IMT Desktop: {name}. A draft until a native speaker has read it."
        fields["Language"] = language
        fields["Plural-Forms"] = Catalog(locale=language).plural_forms
        fields[REVIEWED] = "no"
    fields |= {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    lines = "".join(f'"{field}: {value}\\n"\n' for field, value in fields.items())
    return f'# {title}\nmsgid ""\nmsgstr ""\n{lines}'


def header_of(path: Path, language: str) -> str:
    """Return a catalogue's header as people left it: Babel would forget who has reviewed it."""
    if path.exists():
        header = path.read_text(encoding="utf-8").partition("\n\n")[0] + "\n"
        if REVIEWED in header and "PROJECT VERSION" not in header:
            return header
    return fresh_header(language)


def extract(places: Places) -> None:
    """Gather the code's sentences and add the new ones to every catalogue, untranslated."""
    template = gathered(places)
    places.locales.mkdir(exist_ok=True)
    places.template.write_bytes(text_of(template, fresh_header()))
    places.phrases.parent.mkdir(exist_ok=True)
    places.phrases.write_bytes(phrases(places))
    for language in places.languages:
        path = places.catalogue(language)
        catalog = load(path, language)
        catalog.update(template, no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text_of(catalog, header_of(path, language)))


def problems(places: Places) -> Iterator[str]:
    """Say everything that is wrong with the calls in the code and with the catalogues."""
    yield from faults(places)
    template = gathered(places)
    wanted = text_of(template, fresh_header())
    if not places.template.exists() or places.template.read_bytes() != wanted:
        yield "the template is out of date: python -m tools.catalogue extract"
    if not places.phrases.exists() or places.phrases.read_bytes() != phrases(places):
        yield "the list of phrases is out of date: python -m tools.catalogue extract"
    for language in places.languages:
        path = places.catalogue(language)
        if not path.exists() or f'"{REVIEWED}: '.encode() not in path.read_bytes():
            yield f"{language}: the header {REVIEWED} is missing"
        catalog = load(path, language)
        for message in template:
            if message.id:
                yield from (
                    f"{language}: {what}: {message.id!r}" for what in wrong(message, catalog)
                )


def wrong(message: Message, catalog: Catalog) -> Iterator[str]:
    """Say what is wrong with one translation."""
    found = catalog.get(message.id, message.context)
    given = texts_of(found.string or "") if found else ()
    asked = texts_of(message.id)
    forms = catalog.num_plurals if len(asked) > 1 else 1
    if not found or len(given) != forms or not all(given):
        yield "not translated"
        return
    if found.fuzzy:
        yield "marked as fuzzy"
    one, many = fields_of(asked[0]), fields_of(asked[-1])
    for number, text in enumerate(given):
        has = fields_of(text)
        if has != many and not (number == 0 and has == one):
            yield f"the fields differ, {sorted(many or ())} and {sorted(has or ())}"


def fields_of(text: str) -> frozenset[str] | None:
    """Return the named fields of a sentence, or None where a brace stands alone."""
    try:
        return frozenset(
            name for _, name, _, _ in string.Formatter().parse(text) if name is not None
        )
    except ValueError:
        return None


def texts_of(text: str | Iterable[str]) -> tuple[str, ...]:
    """Return a message's texts: one, or one a plural form."""
    return (text,) if isinstance(text, str) else tuple(text)


def main(words: list[str], places: Places | None = None) -> int:
    """Run as a command; the answer is the exit status."""
    places = places or Places()
    match words:
        case ["extract"]:
            extract(places)
        case ["compile"]:
            compile_all(places.locales)
        case ["check"]:
            found = list(problems(places))
            sys.stderr.write("".join(f"{line}\n" for line in found))
            return 1 if found else 0
        case _:
            sys.stderr.write("extract, compile or check?\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
