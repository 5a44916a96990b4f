"""Help for the meetings."""

from imt_desktop.i18n import mark
from imt_desktop.ui.help.text import Help

MEETINGS = Help(
    mark(
        "Assemblies, meetings of the committee, and meetings with the families of a zone: who is asked "
        "to come and why, who came, what was said and decided, and what still waits for an answer."
    ),
    (
        ("Ctrl+N", mark("call a meeting")),
        ("Ctrl+Enter", mark("do what comes next with the meeting that is shown")),
        ("F10", mark("all that can be done with it")),
    ),
    (
        (
            mark("Not enough people came."),
            mark(
                "Write it down all the same. The program says that the meeting could not decide; call "
                "the next one as your rules say."
            ),
        ),
        (
            mark("A decision was wrong. How is it deleted?"),
            mark(
                "Never: what was done by it would stand on nothing. Write down the new decision, open "
                "“Decisions”, choose the old one and revoke it. Everybody can read both."
            ),
        ),
        (
            mark("Where do the signed minutes go?"),
            mark(
                "Print them, let everybody sign, photograph the paper and keep the photo with “Write "
                "the minutes”. The paper itself goes into an envelope; write down which one."
            ),
        ),
    ),
)
