"""Help for the collection sheet."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

COLLECTION_SHEET = Help(
    mark(
        "A whole zone in one list, in the order in which the houses are walked. Type only what was "
        "paid. What is ready is booked together as one entry, with a receipt for each household."
    ),
    (
        ("Enter", mark("go to the next household")),
        ("Alt+1 2 3", mark("say how it was paid: cash, mobile money, bank")),
        ("Tab", mark("go to the reference, then out of the list")),
        ("Alt+M", mark("write who brought the money, and the number on the paper pad")),
        ("Ctrl+F", mark("find a household by name or number")),
        ("Alt+Up Down", mark("move the household on the way; then keep the order with Ctrl+S")),
        ("Ctrl+Enter", mark("save what is ready")),
        ("Ctrl+H", mark("hide from the queue what others owe, or show it")),
    ),
    (
        (
            mark("I have to stop half-way. Is what I typed lost?"),
            mark(
                "No. This laptop keeps it, also when the program is closed, until it is saved or "
                "thrown away. It is not in the book before that."
            ),
        ),
        (
            mark("One line is wrong. Are the others saved?"),
            mark(
                "Yes. Lines that are ready are saved together; the wrong one stays on the sheet "
                "with a sentence under it. Put it right and save again."
            ),
        ),
        (
            mark("A receipt of the sheet was a mistake."),
            mark(
                "Go to One at a time, choose the receipt in today's list, and cancel it with a "
                "reason. The other receipts of the sheet stay."
            ),
        ),
    ),
)
