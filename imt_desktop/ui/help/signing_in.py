"""Help for the choice of who is using the computer."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

SIGNING_IN = Help(
    mark(
        "Choose your own name: everything that is written into the book from now on carries it. Where "
        "you have a PIN, type it as well; it stands for your signature."
    ),
    (
        ("Tab", mark("go to the next thing")),
        ("Enter", mark("take it")),
        ("Ctrl+O", mark("open a book")),
    ),
    (
        (
            mark("My name is not here."),
            mark(
                "Whoever is in post is offered. Let somebody who is here sign in and name you under "
                "Settings, with your post and your term."
            ),
        ),
        (
            mark("I forgot my PIN."),
            mark(
                "Nobody can read it out of the book. Let another officer sign in; then you set a new "
                "one under Settings, while that officer is present."
            ),
        ),
        (
            mark("I only want to look at the book."),
            mark(
                "Sign in under your own name all the same: looking writes nothing. Whoever holds no "
                "post looks on together with somebody who does."
            ),
        ),
    ),
)
