"""Help for the tariffs."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

TARIFFS = Help(
    mark(
        "What water costs and who decided it. A tariff is a decision with a date: it holds from its "
        "month on, and bills of earlier months keep the one they were made with."
    ),
    (("Left Right", mark("another part, while the parts at the top have the focus")),),
    (
        (
            mark("The price changes next year. When do I write it down?"),
            mark("Today: it is used from its month on, and until then the old one stays."),
        ),
        (
            mark("There is a mistake in a tariff."),
            mark(
                "As long as nobody was billed by it, cancel it and enter it again. Afterwards adopt "
                "another one from the next month on."
            ),
        ),
        (
            mark("Why do two officers have to sign a tariff?"),
            mark(
                "What everybody pays is never one person's word. The minute of the assembly stands "
                "behind it, and the papers name it."
            ),
        ),
    ),
)
