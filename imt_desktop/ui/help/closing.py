"""Help for closing the month."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

CLOSING = Help(
    mark(
        "Once a month two officers look everything over, sign, and close the month. From then on "
        "nobody can put anything into it, and its figures are carried forward."
    ),
    (
        ("F5", mark("write down a count of the cash")),
        ("Ctrl+Enter", mark("close the month")),
        ("Ctrl+P", mark("print the certificate of a closed month")),
        ("Ctrl+S", mark("save it as a PDF")),
    ),
    (
        (
            mark("The bank gives its paper only every three months."),
            mark(
                "Tick that it is not yet obtained. The month is closed, and the certificate says so. "
                "Compare the paper when it comes."
            ),
        ),
        (
            mark("A payment of a closed month turns up."),
            mark(
                "Book it today and say for which day it is. The form offers that beside the day. It "
                "stands in the open month, and the next certificate counts it as late."
            ),
        ),
        (
            mark("We closed it with a mistake in it."),
            mark(
                "A closed month is not opened again. Cancel the entry with a reason: the correction "
                "stands in the open month, and both can be read."
            ),
        ),
    ),
)
