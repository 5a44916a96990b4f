"""Compile the catalogues that are newer than what was compiled of them; quick when none is."""

import ast
import os
import re
from pathlib import Path

LOCALES = Path(__file__).resolve().parents[1] / "locales"


def stale(locales: Path = LOCALES) -> list[tuple[Path, Path]]:
    """Return each catalogue whose compiled form is missing or older."""
    pairs = [(po, po.with_suffix(".mo")) for po in locales.glob("*/LC_MESSAGES/*.po")]
    return [
        (po, mo) for po, mo in pairs if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime
    ]


def compile_all(locales: Path = LOCALES) -> None:
    """Compile what is stale; a program that is reading meanwhile sees the old or the new one."""
    for po, mo in stale(locales):
        part = mo.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(compiled(po.read_bytes()))
        part.replace(mo)


def compiled(text: bytes) -> bytes:
    """Return a catalogue in the form that gettext reads."""
    import io  # like Babel's parts, needed only after a catalogue has changed

    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    class AsWritten(Catalog):
        """A catalogue with its own header: Babel drops fields it does not know, such as the review."""

        @property
        def mime_headers(self) -> list[tuple[str, str]]:
            return header_fields(text)

    catalog = AsWritten(charset="utf-8")
    french = dict(header_fields(text)).get("Language") == "fr"
    for message in read_po(io.BytesIO(text), charset="utf-8"):
        if message.id:
            if french:
                said = message.string
                if isinstance(said, str):
                    message.string = kept_together(said)
                elif said:
                    message.string = tuple(map(kept_together, said))
            catalog[message.id] = message
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def kept_together(words: str) -> str:
    """Tie French signs to their word, so that no line begins with a “?” or ends with a “«”.

    Apostrophes become those of the keyboard, as most sentences and what people type have them.
    """
    return re.sub(r" (?=[?!;:»%])|(?<=«) ", "\u00a0", words).replace("\u2019", "'")


def header_fields(text: bytes) -> list[tuple[str, str]]:
    """Return the fields of a catalogue's header, in order."""
    block = text.decode("utf-8").replace("\r\n", "\n").partition("\n\n")[0]
    quoted = [line for line in block.splitlines() if line.startswith('"')]
    lines = "".join(ast.literal_eval(line) for line in quoted).splitlines()
    return [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]


if __name__ == "__main__":
    compile_all()
