"""Names that would turn the words around them: signs are taken out, letters are set apart."""

import re
from pathlib import Path

import imt_desktop
from imt_desktop.i18n.turning import isolated, unturned


def test_signs_that_turn_are_taken_out_and_letters_from_right_to_left_set_apart() -> None:
    assert isolated("Cancel Ann\u202eeve 12?") == "Cancel Anneve 12?"
    assert isolated("Cancel \u2067محمد\u2069 12?") == "Cancel \u2068محمد\u2069 12?"
    assert unturned("\u200fשלום\u202e") == "שלום"
    assert unturned("=HYPERLINK(1)") == "=HYPERLINK(1)"


def test_all_painted_words_are_written_in_one_place() -> None:
    ui = Path(imt_desktop.__file__).parent / "ui"
    there = {
        path.name
        for path in ui.rglob("*.py")
        if re.search(r"\.drawText\(", path.read_text(encoding="utf-8"))
    }
    assert there == {"draw.py"}
