"""Drawing by lot and writing checks down: the forms behind the steps that draw."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.community.audit.auditing import (
    CheckLine,
    ChecksRequest,
    ListRequest,
    SampleRequest,
)
from imt_desktop.community.audit.entries import ChecksWritten, SampleDrawn
from imt_desktop.community.audit.queries import Check
from imt_desktop.money import Money
from imt_desktop.oversight import sampling
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.actions import AUDITED
from imt_desktop.ui.pages.audit.names import results_of
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.community import result_words

DIFFERS: Final = "differs"


def fix_list(page: QWidget, desk: Desk, audit: int, what: str) -> None:
    """Fix a list, so that nobody can choose it to fit the dice."""
    wanted = ListRequest(audit=audit, what=what)
    said = desk.tr.gettext("The list is fixed. Read its code out before anybody throws dice.")
    desk.write(
        lambda book: sampling.fix(book, wanted),
        guarded(page, lambda _done: desk.said.emit(said)), AUDITED,
        guarded(page, desk.refused.emit),
    )  # fmt: skip


def draw(page: QWidget, desk: Desk, audit: int, what: str, count: int, usual: int) -> Form:
    """Draw from a list with what the dice gave."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("What did the dice give?"), tr.gettext("Draw by lot"),
        tr.gettext("Throw them in front of everybody, and write the digits one after another."),
    )  # fmt: skip
    form.row(
        form.line("seed", tr.gettext("Digits of the dice"), hint=tr.gettext("such as: 3 6 1 5 2")),
        form.line(
            "size", tr.gettext("How many to draw"), str(usual),
            hint=tr.gettext("of {n}").format(n=tr.number(count)),
        ),
    )  # fmt: skip
    form.asks(
        lambda: SampleRequest(
            audit=audit, what=what, seed="".join(form.words_of("seed").split()),
            size=form.whole_of("size"),
        ),
        sampling.draw_sample, AUDITED, tr.gettext("It is drawn. Anybody can draw the same again."),
        kind=SampleDrawn.KIND,
    ).open()  # fmt: skip
    return form


def write(page: QWidget, desk: Desk, audit: int, line: CheckLine) -> None:
    """Write a check down at once."""
    wanted = ChecksRequest(audit=audit, lines=(line,))
    desk.write(
        lambda book: sampling.write_checks(book, wanted), lambda _done: None, AUDITED,
        guarded(page, desk.refused.emit),
    )  # fmt: skip


def write_with_words(
    page: QWidget, desk: Desk, audit: int, what: str, item: str, title: str, book_says: Money | None,
    before: Check | None, result: str,
) -> Form:  # fmt: skip
    """Write a check down with what the paper shows, where it differs, and a note."""
    tr = desk.tr
    says = (
        tr.gettext("The book says {amount}.").format(amount=tr.money(book_says))
        if book_says
        else ""
    )
    form = Form(page, desk, title, tr.gettext("Write it down"), says)
    choices = [Choice(result_words(code, tr), code) for code in results_of(what)]
    shows = form.amount("lines/1/differs_by", tr.gettext("The paper shows"))
    form.row(form.choice("lines/1/result", tr.gettext("What was seen?"), choices, result), shows)
    form.row(form.line("words", tr.gettext("Note"), before.words if before else ""))
    form.fields.when("lines/1/result", lambda code: shows.setVisible(code == DIFFERS))
    shows.setVisible(result == DIFFERS)

    def request() -> ChecksRequest:
        result = form.value_of("lines/1/result")
        differs = None
        if result == DIFFERS:
            known = book_says.decimal if book_says else Decimal(0)
            differs = form.decimal_of("lines/1/differs_by") - known
        line = CheckLine(
            what=what, item=item, result=result, differs_by=differs, words=form.words_of("words")
        )
        return ChecksRequest(audit=audit, lines=(line,))

    form.asks(
        request,
        sampling.write_checks,
        AUDITED,
        tr.gettext("It is written down."),
        kind=ChecksWritten.KIND,
    ).open()
    return form
