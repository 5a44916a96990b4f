"""Help for notices and statements."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

NOTICES = Help(
    mark(
        "Papers for the wall, for the assembly, for a household and for the file. Choose which "
        "paper, look at it, and print it or save it. The button Excel gives lists as spreadsheets, "
        "and a whole year in one for an accountant or auditor."
    ),
    (
        ("F7", mark("come here from anywhere")),
        ("Tab", mark("go on to the next thing")),
        ("Ctrl+G", mark("under Issued before: print together what waits for a printer")),
    ),
    (
        (
            mark("Does the notice name who owes money?"),
            mark(
                "No, unless an assembly decided it and Settings say so. It says how many households are "
                "behind and how much. A household's own statement is only for that household; who is "
                "behind is a list for the committee."
            ),
        ),
        (
            mark("We have no large printer."),
            mark(
                "Choose 4 x A4: the notice is spread over four usual sheets that are glued "
                "together. Or save it as a picture and send it by telephone."
            ),
        ),
        (
            mark("What is the code at the lower right?"),
            mark(
                "It proves the book up to that paper: whoever holds the paper can later compare it "
                "with the book. So each paper that is made is written into the book."
            ),
        ),
    ),
)
