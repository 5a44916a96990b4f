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
                "What the law asks is looked through in a round of the toolbox. The papers that were "
                "named there stand here with the day until which they are good."
            ),
        ),
    ),
)
