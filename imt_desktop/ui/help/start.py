"""Help for the first page, and for the questions that found a book."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

START = Help(
    mark(
        "Begin here: set up your own committee, open a book that is on this laptop, or practise with "
        "a made-up committee. In practice nothing is real, and nothing can be broken."
    ),
    (
        ("Tab", mark("go to the next thing")),
        ("Enter", mark("take it")),
        ("Ctrl+O", mark("open a book")),
    ),
    (
        (
            mark("I am not sure yet."),
            mark(
                "Practise with the made-up committee first: take payments, bill everyone, print. Your "
                "own book is not touched by it."
            ),
        ),
        (
            mark("We have kept our book on paper or in a spreadsheet."),
            mark(
                "Set up your committee; it takes six short steps. At the end you say whether members "
                "are brought in from a spreadsheet or typed."
            ),
        ),
        (
            mark("Our old laptop is broken."),
            mark(
                "Bring a book from a copy: put the stick in, choose the newest copy on it, and type the "
                "words from the paper where it was sealed."
            ),
        ),
    ),
)

SETTING_UP = Help(
    mark(
        "Six short steps found your committee's book. Nothing is made before the last one, and what "
        "you type stays when you go back."
    ),
    (
        ("Enter", mark("go to the next field, and after the last one to the next step")),
        ("Ctrl+Enter", mark("go to the next step")),
        ("Alt+Left", mark("go one step back")),
        ("Esc", mark("leave")),
    ),
    (
        (
            mark("I do not know an answer."),
            mark(
                "Leave the field empty where you may, or write what you know. Officers, prices and "
                "what is printed can be changed in Settings later."
            ),
        ),
        (
            mark("Which month comes first?"),
            mark(
                "The first month whose money you want to keep in this book. What members owe from "
                "before is brought in as their balances."
            ),
        ),
        (
            mark("What is the money of today?"),
            mark(
                "Count the cash box and look at the bank's paper. These sums are the beginning of the "
                "book; everything after them is written down as it happens."
            ),
        ),
    ),
)

ARRIVING = Help(
    mark(
        "Bring a book to this laptop from a copy: one that the program made beside the book, or one on "
        "a stick. The copy itself is only read, and it is checked before you agree."
    ),
    (
        ("Enter", mark("go on")),
        ("Alt+Left", mark("go one step back")),
        ("Esc", mark("leave")),
    ),
    (
        (
            mark("Which copy should I take?"),
            mark("The newest one. What was written after it was made is not in it."),
        ),
        (
            mark("It asks for words or for a key."),
            mark(
                "The copy was sealed. Its words were written on paper when it was made, or somebody has "
                "the key on a stick of their own; without them nobody can open the copy."
            ),
        ),
        (
            mark("What happens to the book that is here?"),
            mark("It is not deleted. You see both beside each other before anything is changed."),
        ),
    ),
)
