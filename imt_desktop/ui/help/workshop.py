"""Help for the tariff workshop."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

WORKSHOP = Help(
    mark(
        "Drag a number, or type it, and the bars answer: what a year costs, what comes in if everybody "
        "pays and as people really pay, and what is missing. Nobody is billed by it."
    ),
    (
        ("Left Right", mark("move the number that has the focus")),
        ("F11", mark("the bars alone and twice as large, for a projector")),
        ("Ctrl+S", mark("keep the price as A, B or C")),
        ("Ctrl+P", mark("print the three prices beside each other")),
    ),
    (
        (
            mark("Where do the numbers come from?"),
            mark(
                "From the book: the costs of the last 12 whole months by group, the households that "
                "are charged, and how much of the fees that fell due was paid. Type what you know better."
            ),
        ),
        (
            mark("What is set aside a year?"),
            mark(
                "What the pump, the tank and the pipes cost again, over the years they last, and what the "
                "assembly puts aside for what nobody foresees. See under Costs."
            ),
        ),
        (
            mark("Why two pairs of bars?"),
            mark(
                "A price that covers the cost only if everybody pays does not cover it. Both are shown, "
                "and both remedies: a higher fee, or more who pay."
            ),
        ),
        (
            mark("What does 3 to 5 % mean?"),
            mark(
                "A rule of thumb of the field: water should take no more than that of what a household "
                "earns. The poorest earn less than the middle."
            ),
        ),
        (
            mark("The assembly has chosen. What now?"),
            mark(
                "Show that price and press “Make it the tariff”: it asks from when on it holds and which "
                "decision stands behind it. All else of today's tariff stays as it is."
            ),
        ),
    ),
)
