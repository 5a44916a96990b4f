"""Every error that a person can put right, in a sentence that says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from imt_desktop import errors as base
from imt_desktop.committee import errors as committee
from imt_desktop.community import errors as community
from imt_desktop.community.audit import errors as audit
from imt_desktop.community.complaints import errors as complaints
from imt_desktop.community.meetings import errors as meetings
from imt_desktop.community.service import errors as service
from imt_desktop.community.support import errors as support
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.i18n.languages import UnknownLanguageError
from imt_desktop.journal import errors as journal
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import errors as charging
from imt_desktop.ledger.importing.cell_errors import (
    AmbiguousColumnsError,
    MissingColumnsError,
    MissingValueError,
    NoFittingSheetError,
    OwnListError,
    UnknownWordError,
)
from imt_desktop.ledger.importing.errors import DelimiterUnknownError, NotASpreadsheetError
from imt_desktop.ledger.recovery import errors as recovery
from imt_desktop.money import Currency, Money
from imt_desktop.oversight import errors as oversight
from imt_desktop.period import Month
from imt_desktop.plan import errors as plan
from imt_desktop.wording.arrears import missing_words
from imt_desktop.wording.charges import connection_said, reading_question
from imt_desktop.wording.closings import question_words
from imt_desktop.wording.community import parameter_words
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.fields import code_name, data_name, field_name
from imt_desktop.wording.kinds import account_name, connection_name, method_name, post_name
from imt_desktop.wording.misread import misread_words
from imt_desktop.wording.signing import act_words, too_many_tries, wrong_pin
from imt_desktop.wording.spreadsheet_errors import DELIMITERS, LOOKS_LIKE, SPREADSHEETS
from imt_desktop.wording.states import item_words, step_words

_NEEDED: Final = {
    "member": mark("the number of the member"),
    "receipt": mark("the number of the receipt"),
    "expense": mark("the entry by which money was paid out"),
    "complaint": mark("the number of the complaint"),
    "meeting": mark("the number of the meeting"),
    "request": mark("the number of the request for support"),
}
"""What a paper cannot do without, by the field of its request."""

_MINOR: Final = ("minor", "wanted", "there", "ceiling", "arrears", "fee")
"""Facts that are amounts in minor units."""

_DAYS: Final = (
    "day", "today", "since", "until", "open_from", "clock", "last", "first", "month", "period",
    "due", "start", "deadline", "begins",
)  # fmt: skip
"""Facts that are ISO days, moments or months, and are read in words."""

SENTENCES: Final[dict[type[UserError], str]] = {
    base.AmountError: mark("“{text}” is not an amount. Write it in digits, such as 450 or 450.50."),
    base.CountError: mark("“{text}” is not a whole number. Write it in digits, such as 12."),
    base.PeopleCountError: mark("“{text}” is not a number of people. Write it in digits, such as 12."),
    base.AmountNotPositiveError: mark("The amount must be more than nothing."),
    base.AmountTooLargeError: mark("“{text}” is too large an amount."),
    base.TooManyDecimalsError: mark("“{text}” has more decimals than this money has."),
    base.CurrencyMismatchError: mark("{one} and {other} cannot be added up."),
    base.IsoDateError: mark("“{text}” is not a date. Write year, month and day, such as 2026-10-14."),
    base.DateError: mark("“{text}” is not a date. Write day, month and year, such as 14/10/2026."),
    base.MonthError: mark("“{text}” is not a month. Write it such as 2026-10."),
    base.PeriodError: mark("“{text}” is not a month, quarter or year. Write 2026-10, 2026-Q4 or 2026."),
    base.PeriodOrderError: mark("The period ends before it begins: {first} to {last}."),
    base.WorkStoppedError: mark("Stopped. No file was written."),
    base.CannotWriteError: mark("{path} cannot be written. Is the folder there, may it be written to, and is there room on the disk?"),
    base.NoPrinterHereError: mark("No printer is set up on this computer. Save the papers as PDF instead."),
    base.NoPrinterError: mark("No printer is set up on this computer. The paper can be saved as a PDF on the page Notices."),
    base.PrinterError: mark("The printer “{printer}” did not take it. Is it switched on and connected, and is there paper in it?"),
    base.PaperError: mark("What the book says for this paper contradicts itself, so the paper was not made. Verify the book: it names what was changed. If nothing was, the mistake is the program's."),
    UnknownLanguageError: mark("There is no language “{code}” here."),
    journal.BookMissingError: mark("There is no book at {path}."),
    journal.BookGoneError: mark("The file of the book is no longer at {path}: nothing was booked. Put the stick back in, or close the program and bring the newest copy back."),
    journal.BookExistsError: mark("There is a file at {path} already. Choose another name."),
    journal.NotABookError: mark("{path} is not a book of this program. It was left as it is."),
    journal.SealedBookError: mark("{path} is a sealed copy. Open it first with its words or its key: under “Copies” in the window, or with the command open-sealed."),
    journal.GuardsChangedError: mark("In {path} what protects the journal was taken out or changed. Verify says what; bring a copy from before back."),
    journal.ChangedJournalError: mark("Entry {entry} of the journal is not as it was written, so nothing is worked out from it. Verify says more; bring a copy from before back."),
    journal.DamagedBookError: mark("{path} is damaged or was copied only in part. It was left as it is: use a backup."),
    journal.NotWholeError: mark("No copy was made: the book itself is not as it was written. Check the book says where; the newest copy from before may be whole."),
    journal.BrokenChainError: mark("In {path}, entry {entry} is missing, was changed, or does not follow from the one before it. Verify says more; take another copy."),
    journal.NewerBookError: mark("{path} was written by a newer version of this program. Install that version."),
    journal.BookBusyError: mark("The book is open in another window. Close it there first."),
    journal.FolderMissingError: mark("There is no folder {path}. Make it first, or choose another one."),
    journal.ReadOnlyBookError: mark("{path} cannot be written: the folder or the file is read-only."),
    journal.UnknownKindsError: mark("The book holds entries that this version does not know; it can only be read."),
    journal.CopyOnlyError: mark("{path} is a copy that left something out: it is for reading, or to bring a book back from."),
    journal.AnotherBooksCopyError: mark("{path} belongs to another committee's book."),
    journal.DamagedCopyError: mark("{path} is not as it was when it was made, so it was not used. Places that are wrong or missing: {problems}. Take another copy."),
    journal.SameCopyError: mark("{path} holds just what the book holds. There is nothing to do."),
    journal.NotAheadError: mark("{path} does not continue the book: they are the same up to entry {common} only. Compare the two, and decide which one to bring back."),
    journal.ReceiptBehindError: mark("The copy itself has receipt {last}, so the highest number that anybody holds cannot be {number}."),
    journal.LastReceiptError: mark("Ask which is the highest receipt number that anybody holds, and write it: numbers go on after it. Write 0 if nobody holds one."),
    journal.SealKeyError: mark("“{key}” is not a key to seal for. It begins with age1."),
    journal.KeyFileError: mark("{path} holds no secret key."),
    journal.NotSealedError: mark("{path} is not a sealed copy, or only a part of one. It was left as it is."),
    journal.SealShutError: mark("{path} does not open with that. Is it the right key, or are these the words of another copy?"),
    journal.SealWordsMissingError: mark("Type the words that were written down when it was made."),
    journal.SealWordError: mark("“{word}” is not one of the words: compare them with the paper, letter by letter."),
    journal.TracesLeftError: mark("The words are erased and stay so, but free places of {path} may still hold them. Make room on the disk, close other windows, and work the tables out again."),
    journal.DiskFullError: mark("The disk is full, so nothing was saved. Make room and try again."),
    journal.DiskFailedError: mark("The disk or stick does not answer. Is it still plugged in? Nothing was saved."),
    journal.ClockBehindError: mark("The computer's clock says {clock}, but the last entry was made on {last}. Which day is it?"),
    journal.LettersError: mark("“{text}” has signs in it that cannot be kept. Type it again."),
    journal.NoSuchEntryError: mark("There is no entry {seq}."),
    journal.CodeLettersError: mark("“{typed}” is not a code: it has 16 letters and digits."),
    journal.CodeSlipError: mark("“{typed}” was copied wrongly: compare it with the paper, letter by letter."),
    committee.NameMissingError: mark("A name is missing."),
    committee.DecidedOnMissingError: mark("Write the day of this minute, on which it was decided."),
    committee.MinuteMissingError: mark(
        "Write the number under which the decision stands in the minute book, such as 07/2026."
    ),
    committee.SameLanguageError: mark("That is the language on paper already. Choose another one, or none."),
    committee.SeveralOfficersError: mark("Several officers are called {name}. Give the number: {numbers}."),
    committee.NoSuchOfficerError: mark("Nobody called “{name}” is an officer of this committee."),
    committee.VotesError: mark("Write how many voted, in whole numbers."),
    committee.AttachmentMissingError: mark("The photo or PDF {sha256} is not in the book. Add it again."),
    committee.NoSuchDecisionError: mark("There is no decision {decision}. Write the decision down first."),
    committee.NoSuchWaterSystemError: mark("There is no water system {system}."),
    committee.TermEndsEarlyError: mark("The term ends before it begins: {since} to {until}."),
    committee.TooManyLanguagesError: mark("A paper carries one language or two."),
    committee.LanguageCodeError: mark("There is no language “{code}” here."),
    committee.LanguageShapeError: mark("“{code}” is not the code of a language. Write two or three small letters, such as tzh."),
    committee.LanguageTakenError: mark("“{code}” is a language that the program has already."),
    committee.UnknownPhraseError: mark("No paper says “{english}”."),
    committee.PhraseFieldsError: mark("Leave these places in the words, once each: {fields}."),
    committee.PhraseTooLongError: mark("That is too long for a paper; {most} letters are the most."),
    committee.PostReadsOnlyError: mark("{name} ({post_name}) reads the book and cannot book this."),
    committee.TermOverError: mark("The term of {name} has not begun or is over ({day}), so {name} cannot sign. Write down the election first."),
    committee.NoPinError: mark("{name} has no PIN yet. Set one first, with another officer present."),
    committee.PinNotTypedError: mark("The PIN of {name} was not typed. Type it where it is asked; a program gives it with --pin-stdin, on a line of its own."),
    committee.PinNotKeptError: mark("This copy of the book came without the PINs. {name} has to set one again."),
    committee.PinChangedError: mark("The PIN of {name} in this file is not the one that {name} set: somebody changed the file, or it is damaged. Bring the book back from a backup."),
    committee.WrongPinError: mark("That was not the PIN."),
    committee.WrongPinSetAnewError: mark("That was not the PIN."),
    committee.TooManyTriesError: mark("Too many wrong PINs."),
    committee.PinDigitsError: mark("A PIN is made of digits only."),
    committee.PinLengthError: mark("A PIN has {least} digits or more, and at most {most}."),
    committee.PinRepeatedError: mark("That was not the same PIN twice. Type it again."),
    committee.PinTrivialError: mark("Anybody would try this PIN first. Take digits that do not repeat or count, without the year or your telephone number."),
    committee.SamePersonError: mark("{name} has signed already. The second signature is another person's."),
    committee.CannotSignError: mark("{name} ({post_name}) does not sign for others."),
    committee.WitnessNeededError: mark("Another officer has to be present and type their own PIN before {name} sets one."),
    committee.PostMayNotApproveError: mark("The post of {name} ({post_name}) may not sign this beside you. {act_words} needs two officers who approve: ask another one to type the PIN."),
    committee.SecondOfficerNeededError: mark("{act_words} needs two officers. Ask a second one to type the PIN."),
    committee.HandoverReasonMissingError: mark("Write the reason."),
    committee.HandoverSignaturesError: mark("The handover from {leaves} is signed by both, the one who leaves and the one who takes over. If {leaves} does not come, the chair and an auditor sign, and it is written so."),
    committee.RebuiltLaterError: mark("{day} is still to come."),
    committee.RebuiltEarlierError: mark("The book begins with {month}: nothing before it can be put together again."),
    committee.UnknownPostError: mark("“{post}” is not a post. Use one of: {known}."),
    committee.PaperNeedsError: mark("Say which one is to be printed: {asked}."),
    committee.NoHandoverError: mark(
        "No post was handed over by that entry. A handover begins under Settings, at the officer who leaves."
    ),
    committee.NotAPaperError: mark("Entry {entry} issued no paper."),
    committee.PaperForgottenError: mark("What the paper of entry {entry} said was erased. It cannot be printed again."),
    ledger.NoSuchMemberError: mark("There is no member with the number “{number}”."),
    ledger.TypedTwiceError: mark("“{text}” stands on more than one line of this sheet."),
    ledger.NotOnThisWalkError: mark(
        "Member {number} does not lie in zone “{zone}”, or was named twice."
    ),
    ledger.NumberTakenError: mark("Another member has the number {number}."),
    ledger.MemberNameMissingError: mark("A member needs a name."),
    ledger.TooManyAdultsError: mark("A household has up to two adults with a vote."),
    ledger.PhoneConsentError: mark("Ask whether the telephone number may be kept, and mark that it may."),
    ledger.TypeMissingError: mark("Say what type of connection it is."),
    ledger.NoSuchConnectionError: mark("There is no connection {connection}."),
    ledger.NotHolderError: mark("Member {number} does not hold connection {connection}."),
    ledger.PeopleError: mark("{people} is not a number of people."),
    ledger.HolderLeftError: mark("Member {number} has left. Take the household in again first, or choose another."),
    ledger.HolderMissingError: mark("Say which member holds the connection."),
    ledger.NoSuchAccountError: mark("There is no account {account}."),
    ledger.NoAccountForError: mark("There is no account for this yet: {method}. Open one under Settings, “New account”, and read the file again."),
    ledger.UnknownCodeError: mark("“{code}” is not known. Use one of: {known}."),
    ledger.FutureDayError: mark("{day} is in the future; today is {today}."),
    ledger.ClosedMonthError: mark("The month of {day} is closed. Book it on {open_from} or later, and say that it concerns {day}."),
    ledger.ConcernsError: mark("“{text}” is not a day or a month. Write 2026-09-14 or 2026-09."),
    ledger.NoSuchTariffError: mark("There is no tariff {tariff}."),
    ledger.NoTariffError: mark("No water price is set for {month}. Set the water price first."),
    ledger.TariffDayTakenError: mark(
        "Another water price begins in {month}. Choose a later month, or keep its prices and add a type."
    ),
    ledger.FeesMissingError: mark("Say what at least one type of connection pays."),
    ledger.FeeRepeatedError: mark("“{connection_type}” stands there twice."),
    ledger.DueDayError: mark("The due day is a day of the month, 1 to 31."),
    ledger.NobodyToBillError: mark("Nobody is left to bill for {month}."),
    ledger.NobodyYetError: mark(
        "Nobody was a member when {month} ended; in this book the first joined on {day}."
    ),
    ledger.NoSuchBillError: mark("There is no bill {bill}, or it was cancelled."),
    ledger.SameAmountError: mark("The bill has this amount already."),
    ledger.ReferenceUsedError: mark("The reference {reference} was used before, in entry {entry}."),
    ledger.ReferenceMissingError: mark("Write the reference of the mobile money message."),
    ledger.NotEnoughError: mark("{wanted} is too much: {there} is left."),
    ledger.DebtMovedError: mark(
        "{there} of this bill went to another household with the connection, so it cannot come to less. "
        "Correct what that household owes."
    ),
    ledger.LoanUnnamedError: mark(
        "Say which loan is paid back: choose it under We owe, or name it with “owed-paid”. Owed are: {loans}."
    ),
    ledger.NoSuchOpenItemError: mark("There is nothing open at {ref}."),
    ledger.SameAccountError: mark("Money cannot move from an account to itself."),
    ledger.PayeeMissingError: mark("Say who was paid."),
    ledger.ReasonMissingError: mark("Write the reason."),
    ledger.VoucherFileError: mark("“{name}” is neither a photo (JPEG or PNG) nor a PDF. Choose another file, or write where the paper lies."),
    ledger.VoucherDamagedError: mark("“{name}” is damaged: not all of it is there. Copy it once more, or write where the paper lies."),
    ledger.VoucherHeicError: mark("“{name}” is a photo in HEIC, which cannot be read here. Share it from the telephone as JPEG, or write where the paper lies."),
    ledger.VoucherTooLargeError: mark("“{name}” is far too large: at most {most} MB can be kept. Take a smaller photo, or write where the paper lies."),
    ledger.VoucherUnreadableError: mark("“{name}” cannot be read. Is it still there?"),
    ledger.NothingToCancelError: mark("There is nothing in entry {entry} that can be cancelled, or it was cancelled before."),
    ledger.ReliedOnError: mark("Later entries rely on entry {entry}. Cancel these first: {later}."),
    ledger.NothingWaitingError: mark("No expense of entry {entry} waits for a signature."),
    ledger.PiecesError: mark("{count} pieces of {value} cannot be: count them again."),
    ledger.PiecesDifferError: mark("The notes and coins come to {there}, but {wanted} was typed as the total."),
    ledger.TwoCountersError: mark("Money is counted by two people. Write both names."),
    ledger.CommitteeCountsTooError: mark(
        "An auditor counts together with somebody of the committee. Write both names."
    ),
    ledger.ExplanationMissingError: mark("Counted {wanted}, but the book says {there}. Count again; if it stays so, write why."),
    ledger.NoSuchBankLineError: mark("The line {ref} is not open for this account, or an earlier paper of the bank showed it."),
    ledger.BankDiffersError: mark("The bank's paper says {wanted}, the ticked lines come to {there}. Tick what the paper shows, book what is missing in the book, or write why they differ."),
    ledger.MonthOrderError: mark("Months are closed in their order: next comes {due}, not {month}."),
    ledger.MonthNotOverError: mark("{month} can be closed after {last}."),
    ledger.NotCountedError: mark("This money was not counted after its last entry: {account_words}. Count it first."),
    ledger.UnansweredError: mark("Answer first: {question_words}"),
    ledger.NoDifferenceError: mark("Entry {entry} is no count with a difference that is still to be booked."),
    ledger.MonthNotClosedError: mark("{month} is not closed yet, so there is no certificate of it."),
    ledger.PadRangeError: mark("The numbers {first} to {last} are no range, or they are in another pad."),
    ledger.PayerNameError: mark("“{typed}” is no name. Write who brought the money, or leave it empty."),
    ledger.PadNumberError: mark("“{typed}” is no number. Write the number on the paper pad, or leave it empty."),
    ledger.PadNumberTwiceError: mark("Number {pad} of the paper pad stands in two lines here."),
    ledger.PadNumberUsedError: mark("Number {pad} of the paper pad was used before, in entry {entry}."),
    ledger.FileKnownError: mark("{file} was brought in before, in entry {entry}."),
    ledger.EmptyRequestError: mark("There is nothing to book."),
    ledger.BilledAlreadyError: mark("Member {number} was billed for {period} before."),
    ledger.NameMissingError: mark("A name is missing."),
    ledger.CodeTakenError: mark("Another kind of money is called “{code}”."),
    ledger.NobodyInZoneError: mark("There is no household here, so there is nothing to print."),
    ledger.NoSuchExpenseError: mark("No money was paid out by the entry or voucher “{expense}”."),
    ledger.ExpenseAmbiguousError: mark("Several expenses fit “{expense}”: entries {entries}. Write the entry."),
    ledger.NoSuchReceiptError: mark("There is no receipt {number}."),
    ledger.NameAmbiguousError: mark("Several members are called “{name}”: numbers {numbers}. Write the number."),
    ledger.NoSuchNameError: mark("No member is called “{name}”."),
    ledger.BroughtInBeforeError: mark("This row is in the book already: it was brought in with entry {entry}."),
    ledger.DateOrderAskedError: mark("Say in which order day, month and year stand in this file, as in “{example}”."),
    ledger.DecimalMarkAskedError: mark("Say which mark stands before the decimals in this file, as in “{example}”."),
    ledger.BadRowsError: mark("Nothing was booked. Rows that are wrong: {count}, the first is row {first}. Fix them, or leave them out."),
    ledger.MemberStaysError: mark("Member {number} has not left. Only somebody who has left can be forgotten."),
    ledger.MemberOwesError: mark("Member {number} still owes {minor}. Settle that first; then the name is no longer needed."),
    ledger.MemberPaidAheadError: mark("Member {number} has paid {minor} ahead. Give that back first; then the name is no longer needed."),
    charging.DecisionMissingError: mark("Say which decision of the assembly this is. One that the book does not know yet is written down first."),
    charging.TermsMissingError: mark("“{connection_type}” would pay nothing. Write a fixed fee, blocks or a price for each."),
    charging.TypeSlipError: mark("“{connection_type}” is almost “{near}”, which is known here. Did you mean that one? Another type needs a name that differs plainly."),
    charging.FeesAndTypesError: mark("The prices stand there twice: as flat fees and as types. Leave one of them out."),
    charging.BlockOverlapError: mark("This block begins at {begins}, but the one before it goes up to {ends}: they overlap."),
    charging.BlockHoleError: mark("This block begins at {begins}, but the one before it ends at {ends}: what lies between has no price."),
    charging.BlockBackwardsError: mark("This block runs backwards: from {begins} to {ends}."),
    charging.KioskBackwardsError: mark("The meter cannot go back from {before} to {after}. If it was replaced, write how much was sold."),
    charging.BlockOpenError: mark("Only the last block is without end, and it has to be: what lies above {ends} needs one price."),
    charging.UnitMissingError: mark("Say what is measured: m3, litre or jerrican."),
    charging.SoldMissingError: mark("Write how much was sold, or what the meter said before and after."),
    charging.CommissionError: mark("The attendant cannot keep {commission} of {expected}."),
    charging.QuantityError: mark("“{text}” is no quantity. Write 0 or more, with up to three decimals."),
    charging.ShareError: mark("{percent} % cannot be: write more than 0 and up to 100."),
    charging.ShareOrAmountError: mark("Write either a percentage or an amount."),
    charging.DueTwiceError: mark("Say in one way when bills are due: a day of a month, some days after the period, or days of the year."),
    charging.PeriodCutError: mark("{month} lies in the middle of {first} to {last}, which is charged as a whole. A price can begin in {begins}."),
    charging.MonthNeededError: mark("“{text}” is not a month. Write one month of the period that is billed, such as 2026-10."),
    charging.PeriodStartError: mark("No period of this length begins in {month}: two months begin in January, March and so on, a quarter in January, April, July or October, a year in January."),
    charging.WeekNeededError: mark("Bills are made by the week here. Write a day of that week, such as 2026-10-05."),
    charging.DueError: mark("“{text}” is no day on which bills can be due. Write a day such as 05-31, or a number of days."),
    ledger.MoneyNegativeError: mark("An amount cannot be less than nothing."),
    charging.InstalmentsError: mark("The instalments come to {there}, but {wanted} is owed. They have to add up to it."),
    charging.InstalmentCountError: mark("{count} instalments cannot be. Write how many there are, and a first one that leaves something for the others."),
    charging.InstalmentPastError: mark("On {day} nothing was owed yet. An instalment is due on {since} or later."),
    charging.CeilingError: mark("The late fee of {minor} is more than its ceiling of {ceiling}."),
    charging.NotInTariffError: mark("The water price of {month} says nothing of this: {item_name}. The assembly decides it with the next water price."),
    charging.ExpiryError: mark("It would end in {until}, before it begins in {since}."),
    charging.ReadingFutureError: mark("{day} is still to come; today is {today}. A meter is read before it is written down."),
    charging.ReadingCutOffError: mark("Connection {connection} is cut off or was taken away. Reconnect it first, or leave the reading out."),
    charging.ReadingOrderError: mark("Connection {connection} was read later already, on {day}."),
    charging.ReadingBilledError: mark("Connection {connection} was billed for {period} already. Cancel that bill first, or write the reading down for the next one."),
    charging.ReadingAskedError: mark("{question_words} Answer with one of: {answers}."),
    charging.ReadingMissingError: mark("Write what the meter of connection {connection} says. The first time, and when it is replaced, nothing can be estimated."),
    charging.NotMeteredError: mark("Member {number} has {count} connections. Write the number of the connection."),
    charging.LabourUnknownError: mark("The water price of {month} does not say what a labour day is worth."),
    charging.ArrearsNotPaidError: mark("Of the arrears {wanted} has to be paid before a reconnection; {there} was paid so far."),
    charging.TariffFileError: mark("The file cannot be understood: {detail}"),
    charging.AbsenceRepeatedError: mark("Member {number} was written down as absent on {day} already."),
    charging.ColumnMissingError: mark("The file has no column “{column}”."),
    charging.DayUnclearError: mark("Row {row}: “{text}” could be several days. Write the year first, such as 2026-10-15, or the month as a word."),
    charging.CellError: mark("Row {row}: “{text}” is no number or no day that can be read."),
    charging.NotBilledError: mark("There is no bill for {period} yet. Bill everyone first."),
    charging.LadderOrderError: mark("The steps have to grow: {step} comes no earlier than the step before it."),
    charging.DaysBetweenError: mark("{days} days cannot lie between two steps: write 0 to 366."),
    charging.StepEmptyError: mark("Say after how many bills or days this step may be taken."),
    charging.StepTooEarlyError: mark("Member {number} has not come to this step: {proposed_words}."),
    charging.NoLadderError: mark("The assembly has not decided any steps for {day}. Write them down first."),
    charging.HeardMissingError: mark("Write what the member said before a step like this is taken."),
    charging.WarningMissingError: mark("Write when they were warned last: nobody loses the water without a warning."),
    charging.StepWaitsError: mark("“{step}” may be taken with member {number} from {until} on: the assembly wants some days between two steps."),
    charging.StepsPassedOverError: mark("The assembly put other steps first, and they were not taken: {steps}."),
    charging.KioskBilledError: mark("This kiosk's meter was billed for {period} already. Say whether these sales are other water; the same water is paid for once."),
    charging.SupplyMissingError: mark("Before somebody is cut off, write who lives there and which water is left to them."),
    plan.NoRoundError: mark("No round of the toolbox is under way. Begin one first."),
    plan.RoundOpenError: mark("Round {name} is under way. End it first."),
    plan.NoSuchProblemError: mark("There is no problem card {problem}."),
    plan.NoSuchActionError: mark("There is no action {action}."),
    committee.TitleMissingError: mark("A few words are missing here."),
    committee.ChoiceError: mark("“{code}” is not one of: {known}."),
    committee.TwiceError: mark("“{what}” stands in the list twice."),
    committee.PeopleError: mark("{number} people cannot be."),
    plan.VotesError: mark("{votes} votes are more than the {present} people who were present."),
    plan.AnswersError: mark("Count {asked} answers, one figure for each: {given} were written down."),
    plan.NoAnswerError: mark("Answer at least one of the questions, or leave."),
    plan.NoVotesError: mark("Nobody has voted yet."),
    plan.WeightError: mark("{number} is not between 1 and 5."),
    plan.CauseError: mark("A cause stands under the problem or under a cause before it, not under {of}."),
    plan.ResponsibleMissingError: mark("Write who does it: an officer, or a name."),
    plan.DeadlineError: mark("The deadline {deadline} lies before the start {start}."),
    plan.NobodyCameError: mark("Count the women and the men who were here: there was at least one."),
    plan.NextVisitError: mark("The next visit on {day} does not come after this one on {since}."),
    plan.TargetError: mark("“{text}” is not a target: write a whole number, or for a share 0 to 100."),
    plan.TargetMissingError: mark("Write the target, or choose no figure of the book."),
    plan.DropReasonError: mark("Write why it is dropped; the reason stays on the board."),
    plan.NotMovedError: mark("The card stands there already."),
    committee.NothingSaidError: mark("Write a few words, or add the paper that shows it."),
    plan.CostKnownError: mark("This expense belongs to action {action} already."),
    complaints.NoSuchComplaintError: mark("There is no complaint {complaint}."),
    community.BeforeItError: mark("{day} is before {since}, and it cannot have happened before that."),
    community.DueBeforeItError: mark("That day is too early: choose {since} or a later day."),
    audit.ProofMissingError: mark(
        "Write in a few words what shows that it was put right: what was seen, or which paper."
    ),
    complaints.AboutOfficerError: mark("The complaint is about {name}, so {name} cannot take it up. Choose somebody else."),
    complaints.AboutSignerError: mark(
        "Complaint {complaint} is about {name}, so {name} signs nothing of it. Choose somebody else."
    ),
    complaints.StageBackError: mark("The complaint has gone further than that already, and does not go back."),
    complaints.AnsweredError: mark("Complaint {complaint} was answered. Take it up again first."),
    complaints.NotAnsweredError: mark("Complaint {complaint} has no answer yet. Write the answer down first."),
    complaints.NameWithoutNameError: mark("Leave the name away, or say that it may stand in the book."),
    complaints.DaysError: mark("{number} days cannot be: write 1 to 365."),
    complaints.ErasedError: mark("No word of complaint {complaint} is left in the book."),
    meetings.NoSuchMeetingError: mark("There is no meeting {meeting}."),
    meetings.NoSuchQuestionError: mark("There is no question {question}."),
    community.HourError: mark("“{text}” is not an hour. Write it as 15:00."),
    meetings.QuorumError: mark("{number} people cannot be a quorum: write 1 or more, or nothing."),
    meetings.QuorumTooHighError: mark("{number} cannot have to come where only {members} can. Write {members} or fewer."),
    meetings.WasPresentError: mark("Member {member} was ticked as present at the meeting of that day."),
    meetings.AbsentAndPresentError: mark(
        "That makes {absent} absent and {came} who came: more than the {members} who could come to the meeting of"
        " that day. Tick only who was absent."
    ),
    meetings.HeldError: mark("Meeting {meeting} was held already."),
    meetings.NotHeldError: mark("Meeting {meeting} was not held yet. Write down first who came."),
    meetings.MeetingOffError: mark("Meeting {meeting} was called off."),
    meetings.AttendanceError: mark("{came} who came are more than the {members} who could come. A household counts once."),
    meetings.TicksError: mark("{ticked} are ticked in the list, but {came} came. Count again."),
    meetings.OtherZoneError: mark("Member {member} does not belong to zone {zone}. Count those of other zones among the guests."),
    meetings.SpokeError: mark("{spoke} who spoke are more than the {came} who came."),
    meetings.TooManyVotesError: mark("{votes} votes are more than the {came} who came."),
    service.NoSuchBreakdownError: mark("There is no breakdown {breakdown}."),
    service.NoSuchTaskError: mark("There is no maintenance task {task}."),
    service.RepairedError: mark("Breakdown {breakdown} was repaired already."),
    service.BackMissingError: mark("There was no water. Write the first day with water again."),
    service.ExpenseUsedError: mark("The expense {expense} belongs to another breakdown or task already."),
    community.MonthsError: mark("Every {number} months cannot be: write 1 to 600."),
    service.StockError: mark("There cannot be {number} of a part."),
    service.WeekdayError: mark("{number} is no day of the week: 1 is Monday, 7 is Sunday."),
    service.TurnError: mark("A turn ends after it begins, and before the next one of the day: {first} and {last} do not fit."),
    service.HoursError: mark("“{text}” hours do not fit into a day."),
    service.VolumeError: mark("“{text}” is not a volume in m³, such as 12.5."),
    service.MeasureError: mark("“{text}” cannot be measured as {what}: that goes from 0 to {most}. Is it what a meter says?"),
    audit.NoSuchAuditError: mark("There is no audit {audit}."),
    audit.AuditNotReadError: mark("Audit {audit} is hung up after its result was read out in the assembly."),
    audit.NoSuchFindingError: mark("There is no finding {finding}."),
    audit.AuditorIsOfficerError: mark("{name} ({post_name}) is an officer and cannot audit. The assembly names somebody else."),
    audit.AuditorAgainError: mark("{name} audited the last time. The assembly names somebody else."),
    audit.AuditReadError: mark("The result of audit {audit} was read out, so nothing of it changes any more."),
    audit.EmptyListError: mark("There is nothing of that in the period, so nothing can be drawn."),
    audit.ListMissingError: mark("Write down the code of the list first, before the dice are thrown."),
    audit.ListDrawnError: mark("It was drawn from this list already, and a drawing counts once."),
    audit.ListNotDrawnError: mark("Nothing was drawn from this list yet. Throw the dice first, then write down what was seen."),
    audit.ListChangedError: mark("The book has changed since the code of this list was written down. Print the list again, and throw the dice again."),
    audit.SeedError: mark("“{text}” is not what dice give: write their digits, each from 1 to 6, one after another."),
    audit.NotListedError: mark("“{item}” is not in the list of the audited period. Look at its number."),
    audit.SampleSizeError: mark("{size} cannot be drawn from {population}."),
    audit.DifferenceError: mark("Write by how much it differs, and only where it does."),
    audit.OfficerNamedError: mark("Leave the name of {name} away: a finding is about the post ({post_name})."),
    audit.MemberNamedError: mark("Leave the name of {name} away: this is read out and hangs on the wall."),
    audit.WordNamesError: mark(
        "“{word}” is the name of somebody in the book. Leave it away; where the word means something else, begin it"
        " with a small letter."
    ),
    audit.FindingUnansweredError: mark("The committee has not answered these findings yet: {findings}."),
    support.NoSuchContactError: mark("There is no contact {contact}."),
    support.CircleError: mark("That one leads back to this contact. Choose somebody else to ask next."),
    support.NoSuchSupportError: mark("There is no request {request} for help."),
    support.SupportAnsweredError: mark("Request {request} for help was answered already."),
    support.NoSuchReportError: mark("There is no report {report}."),
    support.NothingDueError: mark("Nothing more is owed of report {report}."),
    committee.DecisionRevokedError: mark("Decision {minute} was revoked by {by}. Choose that one."),
    committee.AssemblyNeededError: mark("Decision {minute} is of the committee. Only an assembly can decide this: choose a decision of an assembly, or bring it before the next one."),
    committee.DecidedInZoneError: mark("Decision {minute} is of the families of one zone. The assembly or the committee decides this for all."),
    committee.DecisionLostError: mark("Minute {minute} says {in_favour} for and {against} against: that was not adopted. Look at the votes, or choose another decision."),
    committee.RevokesItselfError: mark("A decision is revoked by a later one; {minute} is not."),
    ledger.DecisionStaysError: mark("A decision is not cancelled. Write down the decision that revokes it."),
    committee.PackError: mark("The list {file} of the program cannot be read, so nothing of it is offered: {detail}."),
    committee.PackLineError: mark("In the list {file} of the program line {line} is broken, so what stands there is not offered: {detail}."),
    committee.NotYetError: mark("{day} is still to come: today is {today}."),
    charging.StepTakenTodayError: mark("“{step}” was written down for member {number} today already. If it was done once more, say so with “again”."),
    charging.MeasureMissingError: mark("Say which measure the committee takes, as the assembly decided it."),
    charging.ConditionsNotMetError: mark("{missing} Only a decision lets the water flow again before that."),
    charging.CutOffStandsError: mark("Member {number} was cut off on the assembly's steps. {missing} Then, or by a decision, reconnect them under Arrears, or with “reconnect”."),
    charging.StepsFirstError: mark("Member {number} owes overdue bills: cut them off on the assembly's steps, under Arrears, where it is asked what was heard and who lives there. A connection that is closed for something else, such as a leak, says for what."),
    charging.NoAgreementError: mark("Member {number} has no agreement to pay in instalments."),
    charging.NotCutOffError: mark("Member {number} is not cut off."),
    recovery.YearError: mark("{year} is not a year of a budget."),
    recovery.LifeError: mark("{years} years cannot be: write how long such a thing lasts, 1 to 200 years."),
    recovery.NoSuchAssetError: mark("Nothing in use has the number {asset}."),
    recovery.OutBeforeBoughtError: mark("It was bought on {since}: it cannot be out of use on {day}."),
    recovery.NotAReserveError: mark("Only a savings account can have a target. Open one first, under Money."),
    recovery.NobodyPaysError: mark("No household pays: say how many there are, and it can be worked out."),
    recovery.NoScenarioError: mark("No price is kept yet. In the workshop, keep one as A, B or C first."),
    recovery.PaidShareError: mark("{percent} % cannot pay: write 0 to 100."),
    recovery.PlannedTwiceError: mark("“{kind}” stands in the budget twice."),
    charging.CountMissingError: mark("Say how many of these there are: {unit}."),
    charging.NothingOwedError: mark("Member {number} owes nothing here."),
    ledger.MentionsUnsaidError: mark("The name of member {member} also stands in notes of these entries: {entries}. Say whether they are erased, too: later nobody can find them."),
    ledger.PerhapsMeantError: mark("A part of the name of member {member}, or the nickname, stands in notes of these entries: {entries}. Perhaps somebody else is meant. Read them and say which are erased, too: later nobody can find them."),
    ledger.NotMeantError: mark("No note of entry {entry} has a part of the name of member {member} in it."),
    ledger.NothingToForgetError: mark("Nothing is known of member {number} any more."),
    oversight.RequestError: mark("Line {line} is not a request: {detail}"),
    oversight.NeverAskedError: mark("The book does not ask “{question}” about “{about}”."),
    oversight.NoExpenseError: mark("{entry} is no expense of this book. Only money out that was not cancelled can belong to an action."),
    oversight.PictureError: mark("{path} is not a picture or scan that can be read."),
    oversight.PictureTooLargeError: mark("{path} is too large a picture. Take a smaller one, of the code alone."),
    oversight.NoCodeError: mark("No code was found on {path}. Take the photo closer, straight from above and in good light, or type the code. Of several sheets the last has it."),
    oversight.NobodyChosenError: mark("Tick for whom the copy is sealed."),
    oversight.VerifierMissingError: mark("The small verifier is missing: {path}."),
    **SPREADSHEETS,
}  # fmt: skip
"""One sentence for each error; its facts stand in it by their names."""


_DATES: Final = ("{day}", "{month}")
"""What begins with a date begins with a capital: ``octubre de 2026`` has none by itself."""


def sentence(error: UserError, tr: Translator, currency: Currency | None = None) -> str:
    """Put an error into words."""
    if isinstance(error, committee.WrongPinError):
        return wrong_pin(error, tr)
    if isinstance(error, committee.TooManyTriesError):
        return too_many_tries(error, tr)
    if isinstance(error, base.AmountError) and error.meanings:
        unsure = tr.gettext("“{text}” is not clear. Which amount do you mean?")
        return unsure.format(text=error.text)
    if isinstance(error, ledger.ReferenceUsedError) and error.on:
        return reference_used(error, tr)
    for kind in type(error).__mro__:
        if kind in SENTENCES:
            words = tr.gettext(SENTENCES[kind]).format(**_facts(error, tr, currency))
            return capital(words) if SENTENCES[kind].startswith(_DATES) else words
    raise KeyError(type(error))


def reference_used(error: ledger.ReferenceUsedError, tr: Translator) -> str:
    """Say which payment came with a reference before, as somebody at the table knows it."""
    words = tr.gettext("The reference {reference} was used before: {who}, {day}.")
    receipt = ""
    if error.receipt is not None:
        words = tr.gettext(
            "The reference {reference} was used before: receipt {receipt}, {who}, {day}."
        )
        receipt = str(error.receipt)
    day = _in_words(error.on, tr)
    who = error.who[:60] or tr.gettext("no name")
    return words.format(reference=error.reference, receipt=receipt, who=who, day=day)


def with_times(error: journal.ClockBehindError, clock: str, last: str) -> tuple[str, str]:
    """Add the times to the days that the clock and the last entry say, where both are the same day."""
    if error.clock[:10] != error.last[:10]:
        return clock, last
    return f"{clock}, {error.clock[11:19]}", f"{last}, {error.last[11:19]}"


def _loans(
    error: ledger.LoanUnnamedError, tr: Translator, currency: Currency | None
) -> Iterator[str]:
    for ref, who, left in error.loans:
        amount = tr.money(Money(left, currency)) if currency else str(left)
        yield f"{who[:60] or tr.gettext('no name')} ({amount}, {ref})"


def _facts(error: UserError, tr: Translator, currency: Currency | None) -> dict[str, Any]:
    facts = dict(vars(error)) | _named_facts(error, tr)
    if isinstance(error, ledger.OfConnectionError) and error.whose is not None:
        facts["connection"] = connection_said(error, tr)
    for name in _MINOR:
        if currency and isinstance(facts.get(name), int):
            facts[name] = tr.money(Money(facts[name], currency))
    if isinstance(error, ledger.LoanUnnamedError):
        facts["loans"] = tuple(_loans(error, tr, currency))
    if isinstance(error, charging.ConditionsNotMetError):
        facts["missing"] = missing_words(error, facts["arrears"], facts["fee"], tr)
    for name, fact in facts.items():
        if isinstance(fact, tuple):
            facts[name] = ", ".join(str(part) for part in fact)
        elif isinstance(fact, str) and name in _DAYS:
            facts[name] = _in_words(fact, tr)
    if isinstance(error, journal.ClockBehindError):
        facts["clock"], facts["last"] = with_times(error, facts["clock"], facts["last"])
    return facts


def _in_words(fact: str, tr: Translator) -> str:
    """Write a day, a month or a moment as people do; anything else stays as it is."""
    if re.fullmatch(r"\d{4}-\d{2}", fact):
        return tr.month(Month.parse(fact))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(T.*)?", fact):
        return tr.date(datetime.fromisoformat(fact).date())
    return fact


def _later(error: ledger.ReliedOnError, tr: Translator) -> Iterator[str]:
    """Name entries by what they are: nobody knows their numbers by heart."""
    for seq, kind in zip(error.later, error.kinds, strict=False):
        yield f"{kind_words(kind, tr)} ({tr.gettext('entry {n}').format(n=seq)})"


def _named_facts(error: UserError, tr: Translator) -> dict[str, Any]:
    """Return the facts that are codes, by the words for them."""
    match error:
        case ledger.ReliedOnError() if error.kinds:
            return {"later": tuple(_later(error, tr))}
        case ledger.NoAccountForError():
            return {"method": method_name(error.method, tr)}
        case oversight.RequestError() | charging.TariffFileError() | committee.PackError():
            return {"detail": misread_words(error.detail, tr)}
        case service.MeasureError():
            most = f"{error.most} {error.unit}".strip()
            return {"what": parameter_words(error.parameter, tr), "most": most}
        case committee.PaperNeedsError():
            return {"asked": _named(_NEEDED, error.needs, tr)}
        case MissingValueError():
            return {"wanted_field": field_name(error.wanted, tr)}
        case AmbiguousColumnsError():
            return {"field_name": field_name(error.field_name, tr)}
        case OwnListError():
            return {"data": tuple(data_name(kind, tr) for kind in error.kinds)}
        case NoFittingSheetError():
            return {"data": data_name(error.kind, tr)}
        case MissingColumnsError():
            groups = ([field_name(name, tr) for name in group] for group in error.groups)
            return {"groups": "; ".join("/".join(names) for names in groups)}
        case UnknownWordError():
            named = (code_name(error.field_name, code, tr) for code in error.choices)
            return {"choices": tuple(named)}
        case NotASpreadsheetError():
            return {"thing": _named(LOOKS_LIKE, error.looks_like, tr)}
        case DelimiterUnknownError():
            return {"choices": tuple(_named(DELIMITERS, each, tr) for each in error.choices)}
        case (
            committee.PostReadsOnlyError()
            | committee.CannotSignError()
            | audit.AuditorIsOfficerError()
            | audit.OfficerNamedError()
        ):
            return {"post_name": post_name(error.post, {}, tr)}
        case committee.PostMayNotApproveError():
            return {
                "act_words": act_words(error.act, tr),
                "post_name": post_name(error.post, {}, tr),
            }
        case committee.SecondOfficerNeededError():
            return {"act_words": act_words(error.act, tr)}
        case charging.StepsPassedOverError():
            return {"steps": tuple(step_words(step, tr) for step in error.steps)}
        case (
            charging.LadderOrderError() | charging.StepTakenTodayError() | charging.StepWaitsError()
        ):
            return {"step": step_words(error.step, tr)}
        case charging.StepTooEarlyError():
            nothing = tr.gettext("there is nothing to be done")
            return {"proposed_words": step_words(error.proposed, tr) if error.proposed else nothing}
        case charging.TypeSlipError():
            name = connection_name(error.near, {}, tr)
            return {"near": name if name == error.near else f"{error.near} ({name})"}
        case charging.NotInTariffError():
            return {"item_name": item_words(error.item, None, tr)}
        case charging.ReadingAskedError():
            return {"question_words": reading_question(error, tr)}
        case ledger.UnansweredError():
            asked = (question_words(code, tr) for code in error.questions)
            return {"question_words": " ".join(asked)}
        case ledger.NotCountedError():
            own = {error.kind: error.name}
            return {"account_words": account_name(error.kind, own, tr)}
        case _:
            return {}


def _named(words: Mapping[str, str], code: str, tr: Translator) -> str:
    return tr.gettext(words[code]) if code in words else code
