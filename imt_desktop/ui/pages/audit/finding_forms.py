"""Forms of findings: one is written down, answered, and looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import POSTS
from imt_desktop.community.audit import auditing
from imt_desktop.community.audit.auditing import (
    FindingAnswerRequest,
    FindingRequest,
    FollowRequest,
)
from imt_desktop.community.audit.entries import FindingFollowed, FindingWritten
from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.oversight import nameless
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit import actions
from imt_desktop.ui.pages.audit.actions import AUDITED
from imt_desktop.ui.pages.audit.look import Found
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.widgets import Choice, TextArea, shortened
from imt_desktop.wording.kinds import post_name

ANSWER_IN: Final = timedelta(days=30)
"""What is proposed for putting something right."""
_LETTERS: Final = 240


def post_words(post: str, tr: Translator) -> str:
    """Name a post; nothing where there is none."""
    return capital(post_name(post, {}, tr)) if post else ""


def _posts(tr: Translator) -> list[Choice]:
    none = Choice(tr.gettext("No post in particular"), "")
    return [none, *(Choice(post_words(one, tr), one) for one in POSTS)]


def find(page: QWidget, desk: Desk, audit: int, evidence: str = "") -> Form:
    """Write a finding down."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("New finding"), tr.gettext("Write it down"),
        tr.gettext("Word it as a question, and leave names away: it is about the post."), wide=640,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("What was found?"), TextArea(lines=2)))
    form.row(form.put("evidence", tr.gettext("What shows it?"), TextArea(evidence, lines=3)))
    form.row(form.choice("post", tr.gettext("Which post is it about?"), _posts(tr), ""))
    form.row(photo_field(form, "attachment"))
    form.fields["attachment"].set_label(tr.gettext("Photo"))

    def request() -> tuple[FindingRequest, Voucher | None]:
        wanted = FindingRequest(
            audit=audit, words=form.text_of("words"), evidence=form.text_of("evidence"),
            post=form.value_of("post"),
        )  # fmt: skip
        return wanted, voucher_of(form, "attachment")

    form.asks(
        request, actions.find, AUDITED, tr.gettext("The finding is written down."),
        again=lambda: find(page, desk, audit), kind=FindingWritten.KIND,
    ).open()  # fmt: skip
    return form


def answer(page: QWidget, desk: Desk, one: Found) -> Form:
    """Write down what the committee says to a finding and does about it."""
    tr, told = desk.tr, one.told
    form = Form(
        page, desk, tr.gettext("What does the committee say?"), tr.gettext("Save the answer"),
        shortened(told.words, _LETTERS), wide=640,
    )  # fmt: skip
    form.row(form.put("words", tr.gettext("The answer"), TextArea(told.answer, lines=3)))
    form.row(form.line("action", tr.gettext("What is done?"), told.action))
    form.row(
        form.choice("post", tr.gettext("Who does it?"), _posts(tr), told.does),
        form.fields.day(
            "due_on", tr.gettext("By when?"), one.finding.due_on or desk.today + ANSWER_IN
        ),
    )
    form.asks(
        lambda: FindingAnswerRequest(
            finding=one.finding.id, words=form.text_of("words"), action=form.words_of("action"),
            post=form.value_of("post"), due_on=form.day_of("due_on"),
        ),
        nameless.answer, AUDITED, tr.gettext("The answer is written down."),
    ).open()  # fmt: skip
    return form


def follow(page: QWidget, desk: Desk, one: Found) -> Form:
    """Say what came of a finding."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Was it put right?"), tr.gettext("Write it down"),
        shortened(one.told.words, _LETTERS), wide=560,
    )  # fmt: skip
    choices = [Choice(tr.gettext("Yes"), True), Choice(tr.gettext("Not yet"), False)]
    form.row(
        form.choice("fixed", tr.gettext("Put right"), choices, True),
        form.day("on", tr.gettext("Seen on")),
    )
    form.row(form.line("words", tr.gettext("What shows it?")))
    form.asks(
        lambda: FollowRequest(
            finding=one.finding.id, fixed=form.value_of("fixed"), words=form.words_of("words"),
            on=form.day_of("on"),
        ),
        auditing.follow, AUDITED, tr.gettext("It is written down."), kind=FindingFollowed.KIND,
    ).open()  # fmt: skip
    return form
