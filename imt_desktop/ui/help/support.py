"""Help for duty bearers and support."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

SUPPORT = Help(
    mark(
        "Who outside has a duty towards the water system, what was asked of them and by when they answer, "
        "which reports are owed, and which papers run out."
    ),
    (
        ("Ctrl+N", mark("write down what is asked of somebody")),
        ("F10", mark("write down a contact, a report that is owed, or a visit")),
    ),
    (
        (
            mark("Nobody answers."),
            mark(
                "Once the day is over the request stands on Home, and the contact says whom to ask then. "
                "Write “No answer” down when nobody waits for one any more."
            ),
        ),
        (
            mark("What is a report that is owed?"),
            mark(
                "What the county, the regulator or a donor gets from the committee, once or again and "
                "again. Write down that it was sent, and the next one gets its day."
            ),
        ),
        (
            mark("Where are the registration papers?"),
            mark(
                "Here: each with its number, who issued it, until when it is good, and a photo. Home and "
                "the calendar tell before one runs out, and a round of the toolbox goes on with the list."
            ),
        ),
    ),
)
