"""Languages: translated sentences, amounts and dates in words, and amounts and dates typed in."""

from imt_desktop.i18n.languages import LANGUAGES, Language, language
from imt_desktop.i18n.translator import Translator, capital, mark

__all__ = ["LANGUAGES", "Language", "Translator", "capital", "language", "mark"]
