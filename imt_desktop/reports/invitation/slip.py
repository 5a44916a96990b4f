"""The invitation as slips, eight to an A4, to carry from house to house."""

from __future__ import annotations

from imt_desktop.i18n import capital
from imt_desktop.reports.attendance.facts import Invited
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import words as said
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.anchor import SLIP
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fit import NARROWEST, Fitted, beside, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.gateway import ELLIPSIS
from imt_desktop.reports.paper.ink import SOFT, TERRACOTTA
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import EACH, INNER, PAD, TALL
from imt_desktop.wording.kinds import post_name


def draw(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw a sheet of slips, all the same; the name is written on by hand."""

    def one(sheet: Sheet, slip: InvitationFacts, x: float, y: float) -> None:
        draw_one(sheet, slip, words, anchor, x, y)

    return slips.draw([facts] * EACH, facts.heading, words, said.title(words.main), one)


def draw_one(
    sheet: Sheet,
    facts: InvitationFacts,
    words: Bilingual,
    anchor: Anchor | None,
    x: float,
    y: float,
    whom: Invited | None = None,
) -> None:
    """Draw a slip whose inside begins at x, y. Without ``whom`` the name is written on by hand."""
    bottom, meeting = y + TALL - 2 * PAD, facts.meeting
    y = slips.top(sheet, facts.heading, words.both(said.title), words, x, y)
    which = words.both(lambda tr: said.which(meeting, tr))
    y = sheet.pair(x, y + 14, which, 11.5, INNER, lines=1, second=8.5, shrink=0.7)
    for icon, pair in said.when_and_where(meeting, words):
        sheet.icon(icon, x, y + 3.5, 9, TERRACOTTA)
        fitted = beside(pair, BOLD, 9.5, INNER - 14)
        y = sheet.lines(x + 14, y + 11.5, fitted, BOLD)
    alone = facts.heading.one_signature
    height = anchors.height(words, anchor, SLIP, alone=alone)
    block = anchors.draw(sheet, words, anchor, x + INNER, bottom - height, SLIP, alone=alone)
    if meeting.agenda and bottom - height - y > 12:
        lines = 2 if bottom - height - y > 24 else 1
        sheet.lines(x, y + 10, _points(meeting.agenda, words, lines), REGULAR, SOFT, leading=1.15)
    room = block.left - x - 10
    if whom is None:
        name = words.both(lambda tr: tr.gettext("Name"))
        slips.blank(sheet, x, bottom - 13, name, room)
    else:
        _whom(sheet, words, whom, x, bottom - height, room)


def _whom(sheet: Sheet, words: Bilingual, whom: Invited, x: float, y: float, room: float) -> None:
    """Write who is invited, and where they live or which post they hold."""
    names = " / ".join(name for name in (whom.name, whom.second_adult) if name)
    fitted = fit(names, BOLD, 11, room, 3, narrowest=NARROWEST)
    y = sheet.lines(x, y + (10 if len(fitted.lines) > 2 else 14), fitted, BOLD, leading=1.1)
    post = words.both(lambda tr: capital(post_name(whom.post, {}, tr))) if whom.post else Pair("")
    where = DOT.join(part for part in (post.main, whom.member, whom.zone, whom.house) if part)
    fitted = fit(where, REGULAR, 8.5, room, 2, narrowest=NARROWEST)
    sheet.lines(x, y + 11, fitted, REGULAR, SOFT, leading=1.15)


def _points(agenda: tuple[str, ...], words: Bilingual, lines: int) -> Fitted:
    """Fit as many whole points as there is room for, and say how many there are besides."""
    for many in range(len(agenda), 0, -1):
        left_out = len(agenda) - many
        said = DOT.join(agenda[:many])
        if left_out:
            more = words.main.ngettext("and {n} more", "and {n} more", left_out)
            said = f"{said} {more.format(n=words.main.number(left_out))}"
        fitted = fit(said, REGULAR, 8, INNER, lines)
        if not fitted.text.endswith(ELLIPSIS):
            break
    return fitted
