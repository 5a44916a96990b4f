"""What can be wrong with a request about the committee itself."""

from imt_desktop.committee.misread import Misread
from imt_desktop.errors import UserError


class MinuteMissingError(UserError):
    """A decision needs the number of its minute, under which it is found in the minute book."""


class DecidedOnMissingError(UserError):
    """A decision that is typed needs the day of its minute."""


class NameMissingError(UserError):
    """A name is needed and none was given."""


class SameLanguageError(UserError):
    """The second language on paper is the first one once more."""


class SeveralOfficersError(UserError):
    """Several officers have that ``name``: their ``numbers`` tell them apart."""

    name: str
    numbers: tuple[int, ...]


class NoSuchOfficerError(UserError):
    """Nobody of that name or number is an officer."""

    name: str


class NoSuchDecisionError(UserError):
    """No decision of that number was recorded."""

    decision: int


class VotesError(UserError):
    """Votes are counted in whole numbers, and somebody voted."""

    given: int


class NoSuchWaterSystemError(UserError):
    """The committee has no water system of that number."""

    system: int


class TermEndsEarlyError(UserError):
    """A term ends before it begins. Both are ISO dates."""

    since: str
    until: str


class TooManyLanguagesError(UserError):
    """A paper carries one language or two."""

    given: int


class UnknownPostError(UserError):
    """Officers hold one of the known posts."""

    post: str
    known: tuple[str, ...]


class LanguageCodeError(UserError):
    """Neither the program nor the committee has a language of this code."""

    code: str


class LanguageShapeError(UserError):
    """A language is named by two or three small letters."""

    code: str


class PaperNeedsError(UserError):
    """A paper cannot be made without something: ``receipt`` (its number) or ``member``."""

    paper: str
    needs: str


class NoHandoverError(UserError):
    """No post was handed over yet, or not by that entry."""


class NotAPaperError(UserError):
    """An entry issued no paper."""

    entry: int


class PaperForgottenError(UserError):
    """What a paper said was erased from the book, so that it cannot be printed again."""

    entry: int


class LanguageTakenError(UserError):
    """The program itself has a language of this code."""

    code: str


class UnknownPhraseError(UserError):
    """No paper says this sentence."""

    english: str


class PhraseFieldsError(UserError):
    """The words must have the same places for names and figures, such as ``{name}``, once each."""

    english: str
    fields: tuple[str, ...]


class PhraseTooLongError(UserError):
    """The words have more letters than a paper has room for."""

    most: int


class PostReadsOnlyError(UserError):
    """The holder of this post reads, and does not book this."""

    name: str
    post: str


class TermOverError(UserError):
    """The term of an officer has not begun or is over. ``day`` is when it begins or ended, ISO."""

    name: str
    day: str


class NoPinError(UserError):
    """An officer has not set a PIN yet."""

    name: str


class PinNotTypedError(UserError):
    """A PIN is needed, and nothing was typed or could be asked."""

    name: str


class PinNotKeptError(UserError):
    """This copy of the book came without the PINs, so the officer has to set one again."""

    name: str


class PinChangedError(UserError):
    """The kept PIN is not the one that the officer's own entry commits to: the file was changed."""

    name: str


class WrongPinError(UserError):
    """That was not the PIN. ``left`` are the tries before the next wait of so many ``minutes``."""

    left: int
    minutes: int


class WrongPinSetAnewError(WrongPinError):
    """The same, where the PIN was last set anew without the old one: perhaps by others.

    ``day`` says when, ``witness`` who stood beside; empty where nobody did.
    """

    day: str
    witness: str


class TooManyTriesError(UserError):
    """After too many wrong PINs the officer has to wait so many minutes."""

    minutes: int


class PinDigitsError(UserError):
    """A PIN is made of digits."""


class PinLengthError(UserError):
    """A PIN has too few or too many digits."""

    least: int
    most: int


class PinTrivialError(UserError):
    """A PIN that anybody would try first: repeated, counting, the year, the own telephone."""


class SamePersonError(UserError):
    """The second signature has to be another person's."""

    name: str


class CannotSignError(UserError):
    """The holder of this post does not sign as the second officer."""

    name: str
    post: str


class WitnessNeededError(UserError):
    """A first or forgotten PIN is set in the presence of another officer, who types theirs."""

    name: str


class SecondOfficerNeededError(UserError):
    """This needs the signatures of two officers. ``act`` says what, by a code."""

    act: str


class PostMayNotApproveError(SecondOfficerNeededError):
    """A second officer signed whose post does not allow it; another one is needed."""

    name: str
    post: str


class PinRepeatedError(UserError):
    """A new PIN was typed twice, and not the same."""


class HandoverReasonMissingError(UserError):
    """Why the old officer did not come, or why the book was rebuilt, has to be said."""


class HandoverSignaturesError(UserError):
    """A handover is signed by both, or for somebody who does not come by the chair and an auditor."""

    leaves: str
    forced: bool


class RebuiltLaterError(UserError):
    """Days that are still to come cannot have been rebuilt."""

    day: str


class RebuiltEarlierError(UserError):
    """Days before the book's first ``month`` cannot have been rebuilt."""

    month: str


class AttachmentMissingError(UserError):
    """A photo or PDF that is to be kept with an entry is not there. ``sha256`` is its name."""

    sha256: str


class DecisionRevokedError(UserError):
    """A decision was revoked by another one, to which new entries point instead."""

    minute: str
    by: str


class AssemblyNeededError(UserError):
    """A decision of the committee, where only an assembly can decide."""

    minute: str


class DecidedInZoneError(UserError):
    """A decision of the families of one zone, where it has to be one for all."""

    minute: str


class DecisionLostError(UserError):
    """More voted against a decision than for it: nothing can point to it."""

    minute: str
    in_favour: int
    against: int


class RevokesItselfError(UserError):
    """A decision is revoked by a later one, not by itself and not by an earlier one."""

    minute: str


class TitleMissingError(UserError):
    """A card needs a title, or one of the ready cards."""


class ChoiceError(UserError):
    """A code of a list is not known. ``known`` are those that are."""

    code: str
    known: tuple[str, ...]


class TwiceError(UserError):
    """Something stands in a list twice."""

    what: str


class PeopleError(UserError):
    """A number of people below nothing."""

    number: int


class NothingSaidError(UserError):
    """Words, a photo or the number of an envelope are needed."""


class NotYetError(UserError):
    """A day that is still to come. ISO dates."""

    day: str
    today: str


class PackError(UserError):
    """A list that ships with the program is broken; the book opens all the same."""

    file: str
    detail: Misread


class PackLineError(PackError):
    """A line of such a list is broken; the rest of the list is offered."""

    line: int
