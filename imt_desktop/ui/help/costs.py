"""Help for the costs."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

COSTS = Help(
    mark(
        "What the water costs in a year and what covers it: the costs by group, the budget with what "
        "came of it, what wears out, savings with their target, and what was given that is no money."
    ),
    (
        ("Left Right", mark("another tab, while the tabs have the focus")),
        ("Ctrl+N", mark("write the budget, something that wears out, or a gift")),
        ("Ctrl+P", mark("print the list that is shown")),
    ),
    (
        (
            mark("We bought a pump. Is that not a cost?"),
            mark(
                "Not of one year: it lasts many. Write it down under “What wears out”: what a new one "
                "costs, over the years it lasts, is the cost of each year."
            ),
        ),
        (
            mark("Where do I put the money that is set aside?"),
            mark(
                "Into savings, an account of their own. Move it there under Money: it is neither income "
                "nor expense. The target says how much is to lie there."
            ),
        ),
        (
            mark("People worked for nothing, and the school gave sand. Does it count?"),
            mark(
                "Yes, in a block of its own on the notice and the statement. It is never added to the "
                "money, so that the cash box always agrees."
            ),
        ),
    ),
)
