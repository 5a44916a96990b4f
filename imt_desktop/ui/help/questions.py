"""Help for the questions of the book."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

QUESTIONS = Help(
    mark(
        "The book looks at itself and asks the committee what is worth a second look, in the last twelve "
        "months. A question is no accusation: most have a good answer, and then it is written down."
    ),
    (
        ("Ctrl+N", mark("answer the question in writing")),
        ("Ctrl+B", mark("watch it for now")),
        ("Ctrl+J", mark("make an action of it")),
        ("Enter", mark("open the entry that is chosen")),
    ),
    (
        (
            mark("A question that was answered is back."),
            mark(
                "Something new of the same kind was booked since then. What was said before is shown "
                "beside it."
            ),
        ),
        (
            mark("Who sees these questions?"),
            mark("Whoever may open the book. No poster carries them, and no question says a name."),
        ),
        (
            mark("Where do the limits come from?"),
            mark(
                "Under each question stands the source. Most are rules of thumb that nobody has "
                "confirmed; they only say from where on the book asks."
            ),
        ),
    ),
)
