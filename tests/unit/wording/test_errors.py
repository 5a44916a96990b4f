"""Every error that a person can put right has a sentence."""

import importlib
import pkgutil
from collections.abc import Iterator

import imt_desktop
from imt_desktop.errors import UserError
from imt_desktop.wording.errors import SENTENCES

BASES = {"UserError", "BookError"}


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
