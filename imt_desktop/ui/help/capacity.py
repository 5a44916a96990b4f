"""Help for the capacity sheet."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

CAPACITY = Help(
    mark(
        "What the committee is able to do: three levels for administration, finance and maintenance, and a "
        "grade. The book answers what it knows; the rest the committee answers itself."
    ),
    (("Ctrl+N", mark("answer what the book cannot know")),),
    (
        (
            mark("Why does the book say no, although we do it?"),
            mark(
                "It says what was written down in it. Count the cash, close the month, write down the "
                "meeting: then it says yes by itself."
            ),
        ),
        (
            mark("An answer of the committee is no longer true."),
            mark(
                "Answer the question again: the newest answer counts, and the older one stays in the book."
            ),
        ),
        (
            mark("Who has invented these levels?"),
            mark(
                "The three levels come from a survey of rural water points in nine countries. The letters A "
                "to D are like those of SIASAR; which questions count for them is this program's choice."
            ),
        ),
    ),
)
