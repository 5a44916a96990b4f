"""Help for the trail."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

TRAIL = Help(
    mark(
        "Every entry of the book, with the officer who made it and the time. Nothing in this list can "
        "be taken out or changed, not even by this program."
    ),
    (
        ("Enter", mark("open the entry that is chosen")),
        ("Ctrl+C", mark("copy the entry that is chosen")),
        ("Esc", mark("close what was opened")),
    ),
    (
        (
            mark("What does “The clock was wrong” mean?"),
            mark(
                "The computer's clock had jumped when the entry was made, or its battery is empty. The "
                "order of the entries is still right: look whether the day is."
            ),
        ),
        (
            mark("What does “unsigned” mean?"),
            mark(
                "Nobody had typed a PIN. The name is that of the officer who was chosen at the "
                "beginning, and it could have been another person."
            ),
        ),
        (
            mark("An auditor asks about one household."),
            mark(
                "Choose the household above: all that was billed, paid, changed and cancelled for it "
                "is listed. Open an entry to see its lines, and what each settled."
            ),
        ),
    ),
)
