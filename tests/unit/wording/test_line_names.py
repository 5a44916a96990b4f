"""Lines of money are named by their kind, and never by a code."""

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.wording.proof import line_name


@pytest.mark.parametrize(
    ("what", "code", "name"),
    [
        ("agreed", "agreed", "Put into instalments"),
        ("moved", "moved", "Debt went to another member"),
        ("opening", "opening", "From the old book"),
        ("count", "", "Cash counted"),
        ("payment", "in:fee", "Water fees"),
        ("out", "out:own-1", "Raffle"),
    ],
)
def test_a_line_has_a_name(what: str, code: str, name: str) -> None:
    assert line_name(what, code, {"own-1": "Raffle"}, Translator("en")) == name
