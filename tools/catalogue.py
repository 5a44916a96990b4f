"""Catalogues of sentences: gather them from the code, and check that every language has them.

python -m tools.catalogue extract    gather new sentences into every catalogue
python -m tools.catalogue check      fail on anything missing, fuzzy or malformed
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "imt_desktop"
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "imt_desktop.pot"
LANGUAGES = ("es", "sw", "fr")
REVIEWED = "X-Reviewed-By-Native-Speaker"

KEYWORDS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "mark": None,
}
"""Calls whose literal text is gathered; ``mark`` is for tables translated at the moment of use."""


def gathered() -> Catalog:
    """Return every sentence that the code asks for."""
    catalog = Catalog(project="IMT Desktop", charset="utf-8")
    for name, _line, message, comments, context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords=KEYWORDS
    ):
        catalog.add(message, None, [(f"imt_desktop/{name}", 1)], auto_comments=comments,
                    context=context)  # fmt: skip
    return catalog


def catalogue_file(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / "imt_desktop.po"


def load(path: Path, language: str | None = None) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def text_of(catalog: Catalog) -> bytes:
    """Return a catalogue as it is stored: no line numbers, so that changes stay small."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=True, omit_header=False, sort_output=True,
             ignore_obsolete=True)  # fmt: skip
    dated = re.compile(rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator'
                       rb'|Report-Msgid-Bugs-To|Language-Team): .*"\n', re.M)  # fmt: skip
    return dated.sub(b"", out.getvalue())


def extract() -> None:
    """Gather the code's sentences and add the new ones to every catalogue, untranslated."""
    template = gathered()
    LOCALES.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(text_of(template))
    for language in LANGUAGES:
        path = catalogue_file(language)
        catalog = load(path, language)
        catalog.update(template, no_fuzzy_matching=True)
        if REVIEWED.lower() not in {key.lower() for key, _value in catalog.mime_headers}:
            catalog.mime_headers = [*catalog.mime_headers, (REVIEWED, "no")]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(with_review_header(text_of(catalog)))


def with_review_header(data: bytes) -> bytes:
    """Say in the header that no native speaker has reviewed it, where nothing says so yet."""
    if REVIEWED.encode() in data:
        return data
    return data.replace(b'"MIME-Version:', f'"{REVIEWED}: no\\n"\n"MIME-Version:'.encode(), 1)


def problems() -> Iterator[str]:
    """Say everything that is wrong with the catalogues and with the calls in the code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for line, what in bad_calls(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT)}:{line}: {what}"
    template = gathered()
    for language in LANGUAGES:
        path = catalogue_file(language)
        if not path.exists() or REVIEWED.encode() not in path.read_bytes():
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
    texts = _texts(found.string) if found else []
    if not found or not texts or not all(texts):
        yield "not translated"
        return
    if found.fuzzy:
        yield "marked as fuzzy"
    wanted = {frozenset(placeholders(text)) for text in _texts(message.id)}
    allowed = frozenset().union(*wanted)
    for text in texts:
        given = frozenset(placeholders(text))
        if given != allowed and given not in wanted:
            yield f"placeholders differ, {sorted(allowed)} and {sorted(given)}"


def placeholders(text: str) -> list[str]:
    """Return the named fields of a sentence."""
    return re.findall(r"\{(\w*)[^}]*\}", text)


def bad_calls(source: str) -> Iterator[tuple[int, str]]:
    """Find calls whose sentence no catalogue can hold: put together, or formatted too early."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in KEYWORDS:
            continue
        for argument in node.args[:2]:
            if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call):
                yield node.lineno, f"{name}() needs a literal sentence"


def _texts(text: str | Iterable[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def main(words: list[str]) -> int:
    """Run as a command."""
    if words == ["extract"]:
        extract()
        return 0
    if words == ["check"]:
        found = list(problems())
        sys.stderr.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    sys.stderr.write("extract or check?\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
