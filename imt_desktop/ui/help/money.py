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
        ("Ctrl+O", mark("money out: something was bought or paid")),
        ("Ctrl+M", mark("move money, such as cash to the bank")),
        ("F5", mark("write down a count of the cash")),
    ),
    (
        (
            mark("Is banking the cash money out?"),
            mark("No. The money is still yours: use Move money. Only its charges are money out."),
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
                "Write down what you counted, and why it may differ. The difference is not hidden: "
                "it stands on the notice. Look first for a payment that was not typed."
            ),
        ),
    ),
)
