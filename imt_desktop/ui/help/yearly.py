"""Help for the year at a glance."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

YEARLY = Help(
    mark(
        "What is due in the next twelve months, from all parts of the book: meetings, closings, answers, "
        "terms, maintenance, reports. What is late stands first. Enter goes where it is done."
    ),
    (("Ctrl+P", mark("print it for the wall")),),
    (
        (
            mark("Something is missing here."),
            mark(
                "It comes from where it is written down: a meeting that was called, a plan of maintenance, "
                "a report that is owed, an action with its deadline. Write it down there."
            ),
        ),
        (
            mark("How does something go away?"),
            mark(
                "By being done: the answer written down, the month closed, the action moved to done."
            ),
        ),
        (
            mark("Why do complaints have no words here?"),
            mark(
                "Because the sheet may hang on a wall. Who may read them finds them on their own page."
            ),
        ),
    ),
)
