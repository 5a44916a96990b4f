"""Help for complaints."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

COMPLAINTS = Help(
    mark(
        "What people complain about or suggest, by when they get an answer, and what came of it. "
        "Those that wait stand first."
    ),
    (
        ("Ctrl+N", mark("write down a complaint or a suggestion")),
        ("Ctrl+Enter", mark("answer the one that is chosen, or write down whether that is enough")),
        ("Ctrl+P", mark("the poster that tells everybody how to complain")),
        ("F10", mark("pass it on, ask again, or erase what it says")),
    ),
    (
        (
            mark("Somebody does not want to give a name."),
            mark(
                "Then none is needed. Where only the committee should not know it, the name stays on "
                "paper with the oversight committee, and the book does not have it."
            ),
        ),
        (
            mark("It is about one of us."),
            mark(
                "Say so when you write it down. While that person sits at the computer the complaint "
                "is not shown, and it cannot be given to that person. The file itself is not locked: "
                "what must stay secret stays on paper."
            ),
        ),
        (
            mark("Where does the deadline come from?"),
            mark(
                "From what your country asks, weekends and holidays left out, or from what your "
                "committee decided. Passed on, it begins anew for whoever has to answer then."
            ),
        ),
    ),
)
