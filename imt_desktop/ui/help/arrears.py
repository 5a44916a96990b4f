"""Help for the arrears."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

ARREARS = Help(
    mark(
        "Here you see who is behind, and which of the assembly's steps comes next. The program "
        "proposes; the committee decides and says why. Nothing happens by itself."
    ),
    (
        ("Up Down", mark("go through the list")),
        ("Space", mark("tick a household, to take the same step with several")),
        ("Ctrl+A", mark("tick all with the same step")),
        ("Ctrl+Enter", mark("take the step with the household that is shown")),
        ("Ctrl+H", mark("hide it all from the queue")),
    ),
    (
        (
            mark("Somebody says that a bill is wrong. What now?"),
            mark(
                "Press More and mark the bill as disputed. It stands outside the steps until you have "
                "looked into it together."
            ),
        ),
        (
            mark("Somebody cannot pay all at once. What can we do?"),
            mark(
                "Press Instalments. The debt is cut into parts with a day each, and you print an "
                "agreement to sign. As long as it is kept, no step is taken."
            ),
        ),
        (
            mark("What is asked before somebody is cut off?"),
            mark(
                "Why they do not pay, who lives there, which water is left to them, and which "
                "decision stands behind it. Without all of it nothing is written down."
            ),
        ),
    ),
)
