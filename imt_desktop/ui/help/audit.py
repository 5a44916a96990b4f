"""Help for the community audit."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

AUDIT = Help(
    mark(
        "People whom the assembly names compare the book with what is outside of it: receipts in the "
        "houses, vouchers, cash, the bank, and what was bought. The page leads through fourteen steps."
    ),
    (
        ("Ctrl+N", mark("write a finding down")),
        ("Ctrl+P", mark("save all papers of the period in one file, at “Books and papers”")),
        ("Ctrl+L", mark("fix a list, or draw from it")),
        ("1 2 3 4", mark("say what was seen, in a list that was drawn")),
        ("Ctrl+Enter", mark("next step")),
        ("F10", mark("earlier audits, or a new one")),
    ),
    (
        (
            mark("Why is the list fixed before the dice are thrown?"),
            mark(
                "So that nobody can choose a list to fit the dice. Its code stands on the board; whoever "
                "has the list, the code and the digits can draw again and finds the same."
            ),
        ),
        (
            mark("A finding is refused because of a name."),
            mark(
                "Findings are about posts. Write “the treasurer” in place of the name, and ask rather "
                "than accuse. The committee answers before anything is printed."
            ),
        ),
        (
            mark("The result was read out, and something was wrong."),
            mark(
                "It stays as it was read out. Say so at the next assembly, and in the next audit."
            ),
        ),
    ),
)
