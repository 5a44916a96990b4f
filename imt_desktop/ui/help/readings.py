"""Help for the grid of readings."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

READINGS = Help(
    mark(
        "All meters of a zone, in the order in which the houses are walked, with the last reading "
        "and the usual use beside. Type only what each meter says. What is strange is asked in its "
        "row, and nobody is billed by a guess."
    ),
    (
        ("Enter", mark("go to the next meter, or to the answer where something is asked")),
        ("1 2 3", mark("answer the question of the row; Alt+1, 2, 3 from the reading itself")),
        ("Alt+E", mark("the meter could not be read: it is estimated, and made good next time")),
        ("Alt+M", mark("write what the old meter said where it was replaced, and a remark")),
        ("Ctrl+F", mark("find a meter by name or number")),
        ("Ctrl+P", mark("print a sheet to carry from meter to meter")),
        ("Ctrl+Enter", mark("save what is ready")),
    ),
    (
        (
            mark("The numbers lie in a spreadsheet."),
            mark(
                "Press From a spreadsheet. It needs a column with the number of the member or the "
                "connection, and one with the reading. The rows are typed in for you; what is strange "
                "is asked as if you had typed it."
            ),
        ),
        (
            mark("I have to stop half-way. Is what I typed lost?"),
            mark(
                "No. This laptop keeps it, also when the program is closed, until it is saved or "
                "thrown away. It is not in the book before that."
            ),
        ),
        (
            mark("A reading that is saved was wrong."),
            mark(
                "Go to Who did what, open the entry of the readings and cancel it with a reason. "
                "Then type it again."
            ),
        ),
    ),
)
