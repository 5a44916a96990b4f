"""Compile the catalogues that are newer than what was compiled of them; quick when none is."""

from pathlib import Path

LOCALES = Path(__file__).resolve().parents[1] / "locales"


def stale() -> list[tuple[Path, Path]]:
    """Return each catalogue whose compiled form is missing or older."""
    pairs = [(po, po.with_suffix(".mo")) for po in LOCALES.glob("*/LC_MESSAGES/*.po")]
    return [
        (po, mo) for po, mo in pairs if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime
    ]


def compile_all() -> None:
    """Compile what is stale."""
    work = stale()
    if not work:
        return
    from babel.messages.mofile import write_mo  # seldom needed
    from babel.messages.pofile import read_po

    for po, mo in work:
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source))


if __name__ == "__main__":
    compile_all()
