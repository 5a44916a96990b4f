"""What can be wrong with a request about the committee itself."""

from dataclasses import dataclass

from imt_desktop.errors import UserError


@dataclass(eq=False)
class NameMissingError(UserError):
    """A name is needed and none was given."""


@dataclass(eq=False)
class NoSuchOfficerError(UserError):
    """Nobody of that name or number is an officer."""

    name: str


@dataclass(eq=False)
class NoSuchDecisionError(UserError):
    """No decision of that number was recorded."""

    decision: int


@dataclass(eq=False)
class NoSuchWaterSystemError(UserError):
    """The committee has no water system of that number."""

    system: int


@dataclass(eq=False)
class TermEndsEarlyError(UserError):
    """A term ends before it begins. Both are ISO dates."""

    since: str
    until: str


@dataclass(eq=False)
class TooManyLanguagesError(UserError):
    """A paper carries one language or two."""

    given: int


@dataclass(eq=False)
class UnknownPostError(UserError):
    """Officers hold one of the known posts."""

    post: str
    known: tuple[str, ...]


@dataclass(eq=False)
class LanguageCodeError(UserError):
    """A language is named by two or three small letters."""

    code: str


@dataclass(eq=False)
class PaperNeedsError(UserError):
    """A paper cannot be made without something: ``receipt`` (its number) or ``member``."""

    paper: str
    needs: str


@dataclass(eq=False)
class NotAPaperError(UserError):
    """An entry issued no paper."""

    entry: int


@dataclass(eq=False)
class PaperForgottenError(UserError):
    """What a paper said was erased from the book, so that it cannot be printed again."""

    entry: int


@dataclass(eq=False)
class LanguageTakenError(UserError):
    """The program itself has a language of this code."""

    code: str


@dataclass(eq=False)
class UnknownPhraseError(UserError):
    """No paper says this sentence."""

    english: str


@dataclass(eq=False)
class PhraseFieldsError(UserError):
    """The words must have the same places for names and figures, such as ``{name}``, once each."""

    english: str
    fields: tuple[str, ...]


@dataclass(eq=False)
class PhraseTooLongError(UserError):
    """The words have more letters than a paper has room for."""

    most: int
