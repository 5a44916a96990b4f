"""Every error that a person can put right has a sentence."""

import importlib
import pkgutil
from collections.abc import Iterator

import imt_desktop
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.ledger.errors import FutureDayError, NoTariffError
from imt_desktop.wording.errors import SENTENCES, sentence

EN, ES = Translator("en", "KE"), Translator("es", "MX")
BASES = {"UserError", "OfConnectionError", "BookError"}


def kinds(base: type[UserError]) -> Iterator[type[UserError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_error_has_a_sentence() -> None:
    for found in pkgutil.walk_packages(imt_desktop.__path__, "imt_desktop."):
        if (
            ".ui" not in found.name
            and "__main__" not in found.name
            and found.name != "imt_desktop.app"
        ):
            importlib.import_module(found.name)
    missing = {
        kind.__name__
        for kind in kinds(UserError)
        if kind not in SENTENCES and kind.__name__ not in BASES
    }
    assert not missing


def test_days_and_months_are_read_in_words() -> None:
    future = sentence(FutureDayError("2026-10-15", "2026-10-14"), EN)
    assert future == "15 October 2026 is in the future; today is 14 October 2026."
    assert "octubre" in sentence(NoTariffError("2026-10"), ES).lower()
    clock = ClockBehindError("2020-01-01T08:00:00+03:00", "2026-10-14T09:12:00+03:00")
    said = sentence(clock, EN)
    assert "1 January 2020" in said and "14 October 2026" in said


def test_a_clock_that_is_behind_on_the_same_day_is_said_with_the_time() -> None:
    clock = ClockBehindError("2026-11-30T09:12:05+03:00", "2026-11-30T09:12:40+03:00")
    said = sentence(clock, EN)
    assert "30 November 2026, 09:12:05" in said and "30 November 2026, 09:12:40" in said
