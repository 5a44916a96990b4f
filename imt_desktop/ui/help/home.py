"""Help for Home."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

HOME = Help(
    mark(
        "Home shows how much money there is, who owes what, and what is to be done this month. "
        "Press one of the large buttons to begin a job."
    ),
    (
        ("Tab", mark("go on to the next thing")),
        ("Enter", mark("press what has the ring round it")),
        ("Left Right", mark("go from month to month in the chart; Enter opens the month")),
        ("Ctrl+C", mark("copy the figures of the chart")),
    ),
    (
        (
            mark("Where does a figure come from?"),
            mark(
                "Press the figure: the entries behind it are shown. With Ctrl+K you find any receipt, "
                "payee, amount or member from everywhere."
            ),
        ),
        (
            mark("Must I do everything that is listed?"),
            mark(
                "No. The list only says what the book knows: bills not made, cash not counted, a "
                "notice not printed. It goes away by itself when the thing is done."
            ),
        ),
        (
            mark("What does “not on paper yet” mean?"),
            mark(
                "Every receipt and every notice carries a code that proves the book up to that day. "
                "Entries made after the newest paper are not proved by any paper yet. That is "
                "normal: the next receipt proves them."
            ),
        ),
    ),
)
