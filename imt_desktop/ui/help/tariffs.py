"""Help for the tariffs."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

TARIFFS = Help(
    mark(
        "What water costs and who decided it. A tariff is a decision with a date: it holds from its "
        "month on, and bills of earlier months keep the one they were made with. Each one of the "
        "history can be read."
    ),
    (
        ("Ctrl+N", mark("a new tariff, begun from the one in force")),
        ("Ctrl+P", mark("print its poster")),
        ("Left Right", mark("another part, while the parts at the top have the focus")),
    ),
    (
        (
            mark("The price changes next year. When do I write it down?"),
            mark(
                "Today: it is used from its month on, and until then the old one stays. The test bill "
                "shows beforehand what anybody will pay."
            ),
        ),
        (
            mark("There is a mistake in a tariff."),
            mark(
                "As long as nobody was billed by it, cancel it and enter it again. Afterwards adopt "
                "another one from the next month on."
            ),
        ),
        (
            mark("The kiosk's attendant handed in too little."),
            mark(
                "Write down what was sold and what was handed in, under Kiosk sales. The difference "
                "is told before it is saved, and stays in the book; it is never booked away."
            ),
        ),
    ),
)
