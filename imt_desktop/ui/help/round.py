"""Help for a round of the toolbox."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

ROUND = Help(
    mark(
        "A round leads the users through the integrity toolbox: who we are, how honest our work is, "
        "what is asked of us, our three key problems, tools, a plan, and what becomes of it."
    ),
    (
        ("F11", mark("show the step alone, for the wall")),
        ("Alt+Right Alt+Left", mark("the next step, and the step before")),
        ("Ctrl+S", mark("save what was counted")),
        ("+ –", mark("one bean more or less, while a number has the focus")),
    ),
    (
        (
            mark("Must we do the steps in their order?"),
            mark(
                "No. The order is the toolbox's own, but you can go to any step at any time, and come "
                "back. A tick says what is done."
            ),
        ),
        (
            mark("Why do we count beans and take no average?"),
            mark(
                "Because the spread tells more: if half say yes and half say no, people see different "
                "things, and that is what to talk about."
            ),
        ),
        (
            mark("Who decides?"),
            mark(
                "The community. The lists of the program are suggestions, marked where nobody has "
                "confirmed them; own questions, cards and tools count as much."
            ),
        ),
    ),
)
