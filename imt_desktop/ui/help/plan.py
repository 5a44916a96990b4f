"""Help for the action plan."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

PLAN = Help(
    mark(
        "The board that hangs in the meeting place: what the community agreed to do against its key "
        "problems, who does it, by when, and what shows that it is done."
    ),
    (
        ("Ctrl+N", mark("write a new action")),
        ("Space", mark("pick a card up, and put it down in another column")),
        ("Enter", mark("open the card that is chosen")),
        ("Ctrl+P", mark("print the board for the wall")),
    ),
    (
        (
            mark("Who moves the cards?"),
            mark(
                "Whoever the committee asked to, best in front of everybody. Each move is an entry with "
                "its day; open a card to read its history."
            ),
        ),
        (
            mark("What does “not enough months” mean?"),
            mark(
                "The card watches a figure of the book, and the book has nothing yet to work it out "
                "from. That is not nothing: it is not known."
            ),
        ),
        (
            mark("An action turned out to be useless."),
            mark(
                "Move its card to “Dropped” and write why. It stays on the board with its reason, and "
                "does not count against what is done."
            ),
        ),
    ),
)
