"""Help for the service."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

SERVICE = Help(
    mark(
        "What broke and when it was repaired, how long the water ran, what tests of it said, and what is "
        "looked after before it breaks."
    ),
    (
        ("Ctrl+N", mark("write down that something broke")),
        ("F10", mark("write down hours, water produced, a test, maintenance or spare parts")),
    ),
    (
        (
            mark("What do the days without water count?"),
            mark(
                "Each day without water in a month once, however much was broken; the day on which it is "
                "back no longer. The notice on the wall says the same figure."
            ),
        ),
        (
            mark("What is water that no meter saw?"),
            mark(
                "What was produced less what the meters of the users counted: leaks, water that is not "
                "billed, and meters that stand still. It needs both figures of the same months."
            ),
        ),
        (
            mark("What does the guideline ask?"),
            mark(
                "It stands beside each field of a test. A value outside it is written down all the same, "
                "and told: what cannot be measured at all is refused."
            ),
        ),
    ),
)
