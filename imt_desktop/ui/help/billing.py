"""Help for billing everyone."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

BILLING = Help(
    mark(
        "Once a month every connection gets its bill, with one button, late fees and fines with it. "
        "First you see who will be billed how much and how it is worked out, what looks strange, and "
        "who is left out and why."
    ),
    (
        ("Left Right", mark("another month or step, whichever has the focus")),
        ("Ctrl+P", mark("print the preview, or the bills that are made")),
        ("Ctrl+H", mark("hide from the queue who pays less, who is late and how much")),
        ("F10", mark("contributions, labour days, absences")),
        ("Ctrl+Enter", mark("make the bills that are shown")),
    ),
    (
        (
            mark("Whom do the bills of an earlier month go to? And if I press it twice?"),
            mark(
                "To those who were members and held a connection on the last day of that month. Who "
                "joined later gets none, who left later gets one. This month goes by today. Nobody "
                "is billed twice: whoever has the bill is left out."
            ),
        ),
        (
            mark(
                "Somebody was absent, worked, or pays by the head or the cart. Where do I say so?"
            ),
            mark(
                "Behind the three dots; absences and work also on the member's card. The fine comes with "
                "the next bills; a day worked lessens what is owed at once, and is no cash. How many there "
                "are is also asked with Count them, beside those who are left out. Who sends or pays another "
                "person has worked: the card asks who came. Who pays the committee instead gets a single "
                "bill there."
            ),
        ),
        (
            mark("One household should pay less this month."),
            mark("Make all bills, then correct that one bill on the household's card and say why."),
        ),
    ),
)
