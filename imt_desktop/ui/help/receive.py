"""Help for the till."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

RECEIVE = Help(
    mark(
        "The till. Find the household, type what was handed over, press Enter: the payment is in "
        "the book and has its receipt number. The oldest debt is paid first."
    ),
    (
        ("F2", mark("begin with the next household")),
        ("Enter", mark("choose the household; then save the payment")),
        ("Esc", mark("leave this household without saving")),
        ("Alt+1 Alt+2 Alt+3", mark("paid in cash, by telephone, at the bank")),
        ("Alt+K", mark("keep what is too much as paid ahead, or give it back")),
        ("Alt+M", mark("who brought it, and the number on the paper pad")),
        ("Del", mark("cancel the receipt that is marked in the list")),
        ("Alt+P", mark("print all of the day's receipts that were not printed yet")),
        ("Ctrl+H", mark("hide from the queue what others owe, or show it")),
    ),
    (
        (
            mark("Somebody pays more than is owed. What then?"),
            mark(
                "Say whether the rest goes back as change or stays as paid ahead. What is paid "
                "ahead pays the next bills by itself."
            ),
        ),
        (
            mark("I typed a wrong amount. How do I correct it?"),
            mark(
                "Nothing in the book is changed. Mark the receipt in today's list, press Del, say "
                "why, and take the payment again. An earlier day's receipt is cancelled in the cash "
                "book (Money). The number of the cancelled receipt stays used."
            ),
        ),
        (
            mark("Mobile money came and I do not know whose it is."),
            mark(
                "Book it under Money, Money in, as “not yet known whose”. When you know, give it "
                "to the household."
            ),
        ),
    ),
)
