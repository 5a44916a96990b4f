"""Help for the members."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

MEMBERS = Help(
    mark(
        "A member is a household. Here you find one, see what it was billed and what it paid, and "
        "write down what has changed."
    ),
    (
        ("Ctrl+N", mark("take in a new household")),
        ("Up Down", mark("go through the list")),
        ("F2", mark("take a payment of the household that is shown")),
        ("Ctrl+H", mark("hide from the queue what others owe, or show it")),
    ),
    (
        (
            mark("By what can I search?"),
            mark(
                "By name, nickname, house or parent's name, number, the old number, or telephone. "
                "A part of the word is enough."
            ),
        ),
        (
            mark("A household has moved away. Do I delete it?"),
            mark(
                "No, nobody is deleted: the payments of the past belong to somebody. Press Another "
                "state and say that the household has left. It gets no more bills."
            ),
        ),
        (
            mark("Two households share one tap. How is that written?"),
            mark(
                "Make one connection and name both households. Its price is divided between them. "
                "Old debt that goes over with a connection is owed by the first one named."
            ),
        ),
    ),
)
