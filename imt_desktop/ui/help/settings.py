"""Help for the settings."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

SETTINGS = Help(
    mark(
        "What the program looks like on this laptop, and what the committee says of itself: its "
        "name, its officers, whom to ask. It stands on every receipt and notice."
    ),
    (
        ("Tab", mark("go on to the next thing")),
        ("Enter", mark("edit the officer who is chosen in the list")),
    ),
    (
        (
            mark("There was an election. What do I do?"),
            mark(
                "Write down who was elected, choose who leaves, and press Hand over. "
                "A paper of the handover comes by itself: print it, and let both sign it by hand too. "
                "What was booked before keeps the old name."
            ),
        ),
        (
            mark("Who sees the telephone number of an officer?"),
            mark(
                "Only who uses this computer, unless the officer agreed that it may stand on "
                "papers. Ask first."
            ),
        ),
        (
            mark("What is a PIN for, and what if somebody forgets it?"),
            mark(
                "It signs: the entries carry the name, and for what matters a second officer types "
                "another one. It does not lock the file away. Who forgot it sets a new one here, "
                "with Set PIN, while another officer is present; each closing of a month tells it."
            ),
        ),
    ),
)
