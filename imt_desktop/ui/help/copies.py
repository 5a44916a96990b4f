"""Help for copies of the book."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

COPIES = Help(
    mark(
        "A laptop can be stolen or fall into the water. A copy holds the whole book; one of them "
        "should lie in another house."
    ),
    (
        ("Ctrl+S", mark("make a copy now")),
        ("Enter", mark("look at the copy that is chosen in the list")),
    ),
    (
        (
            mark("Can bringing a copy back lose something?"),
            mark(
                "The page says first what the copy lacks. Your book is not overwritten: it is kept "
                "beside the new one, and its entries can be read there and entered again."
            ),
        ),
        (
            mark("How does the book go to another laptop?"),
            mark(
                "Press Take the book to another laptop; the steps are told there. Write on one laptop "
                "only. Where two have gone on by themselves, compare them, decide together which one "
                "stays, and enter there again what the other has more."
            ),
        ),
        (
            mark("Who can read a copy on a stick?"),
            mark(
                "A sealed one only who has its words, on paper and apart from the stick, or the "
                "secret key for which it was sealed. A copy in a folder can be read by everybody who "
                "has it, names and telephones too."
            ),
        ),
    ),
)
