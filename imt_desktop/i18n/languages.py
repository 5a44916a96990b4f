"""The languages that the program knows, by their own names."""

from msgspec import Struct

from imt_desktop.errors import UserError


class Language(Struct, frozen=True):
    """A language: its code, its own name, and the locale that formats it where none fits better."""

    code: str
    name: str
    locale: str


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "en_KE"),
    Language("es", "Español", "es_MX"),
    Language("sw", "Kiswahili", "sw_KE"),
    Language("fr", "Français", "fr"),
)


class UnknownLanguageError(UserError):
    """No catalogue of the program has this language."""

    code: str


def language(code: str) -> Language:
    """Find a language by its code. Raises UnknownLanguageError."""
    for known in LANGUAGES:
        if known.code == code:
            return known
    raise UnknownLanguageError(code)
