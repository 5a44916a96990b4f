"""Help for bringing in a spreadsheet."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

BRINGING_IN = Help(
    mark(
        "Bring in the list that you have today: members, what they owe, payments, expenses or meter "
        "readings. The file is only read, never changed, and nothing is booked before you have seen it."
    ),
    (
        ("Ctrl+Shift+I", mark("come here from anywhere")),
        ("Ctrl+Enter", mark("go on")),
        ("Esc", mark("go one step back")),
    ),
    (
        (
            mark("Which files can be brought in?"),
            mark(
                "Spreadsheets (.xlsx) and lists as text (.csv). Save any other sort as one of these "
                "first, without a password. Without a list of your own, begin with one of the empty "
                "spreadsheets that are offered here."
            ),
        ),
        (
            mark("Some rows are wrong."),
            mark(
                "Put them right in your file and bring it in again, or leave them out: the others are "
                "booked, and you can bring in the rest later. What is in the book is not taken twice."
            ),
        ),
        (
            mark("I brought in the wrong file."),
            mark(
                "Cancel the import as a whole: choose it in the list of what was brought in "
                "before. That works as long as nothing else relies on it."
            ),
        ),
    ),
)
