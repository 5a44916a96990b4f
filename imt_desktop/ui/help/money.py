"""Help for money."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

MONEY = Help(
    mark(
        "The cash book: what came in, what went out, and what lies where. Choose a cash box or a "
        "bank account at the top to see only its lines."
    ),
    (
        ("Ctrl+I", mark("money in that comes from no member")),
        ("F3", mark("money out: something was bought or paid")),
        ("Ctrl+M", mark("move money, such as cash to the bank; only its charges are money out")),
        ("F5", mark("write down a count of the cash")),
        ("F10", mark("all that is done more seldom")),
    ),
    (
        (
            mark("The bank's paper has come. What do I do with it?"),
            mark(
                "Press F10 and choose The bank's papers, then A new paper: type its balance and "
                "tick each line that it shows. What is left was not at the bank yet, or is a slip."
            ),
        ),
        (
            mark("We bought something and have not paid yet."),
            mark(
                "Book the expense and say “Not paid yet: we owe it”. It stands under We owe until "
                "you pay it there."
            ),
        ),
        (
            mark("The count is not what the book says."),
            mark(
                "Look first for a payment that was not typed. Then write down what you counted, and "
                "why it may differ. What nobody can explain is booked as the assembly decides: F10, "
                "Counts."
            ),
        ),
    ),
)
