"""Help for checking a paper."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

CHECK_PAPER = Help(
    mark(
        "Anybody with a receipt or a notice can ask whether the book still says what the paper says. "
        "The code on it stands for its entry and all before it."
    ),
    (
        ("Enter", mark("check the code that is typed")),
        ("Ctrl+O", mark("choose a photo of the paper")),
    ),
    (
        (
            mark("It says that the code was copied wrongly. Is somebody cheating?"),
            mark(
                "No. A letter was read or typed wrongly, or two changed places. Compare it with the "
                "paper again, in groups of four."
            ),
        ),
        (
            mark("The book is shorter than the paper. What now?"),
            mark(
                "Most likely an older copy was brought back, or the work went on on another computer. "
                "Enter nothing; find the newest book first."
            ),
        ),
        (
            mark("Something was changed. What now?"),
            mark(
                "Keep the paper and this laptop as they are, and check older papers: between the "
                "last that matches and the first that does not, something was changed. Show it to "
                "the chair and to those who support you."
            ),
        ),
    ),
)
