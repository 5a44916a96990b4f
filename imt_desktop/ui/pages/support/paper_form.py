"""The form of a registration paper: what it is, its number, who issued it, until when it is good, a photo."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.plan.entries import Complied
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.registration import PaperRequest, keep_paper
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.round.compliance_forms import day_or_none
from imt_desktop.ui.widgets import Choice, DateEdit, shortened
from imt_desktop.wording.plan import pack_words, point_name


def paper_form(page: QWidget, desk: Desk, known: Complied | None = None) -> Form:
    """Write a paper down, or one that is known anew."""
    tr = desk.tr
    title = shortened(point_name(known, tr), 80) if known else tr.gettext("Registration paper")
    form = Form(page, desk, title, tr.gettext("Save it"), wide=600)
    if known is None:
        points = toolbox().points_of(desk.committee.country)
        kinds = [Choice(pack_words(one.title, tr), one.code) for one in points]
        other = Choice(tr.gettext("Another paper"), "")
        form.row(form.choice("item", tr.gettext("What it is"), [other, *kinds], ""))
        form.row(form.line("words", tr.gettext("What another paper is called")))
    form.row(
        form.line("paper", tr.gettext("Number"), known.paper if known else ""),
        form.line("issued_by", tr.gettext("Issued by"), known.issued_by if known else ""),
    )
    expires = DateEdit(tr, known.expires if known else None)
    form.row(form.put("expires", tr.gettext("Good until"), expires, tr.gettext("if it runs out")))
    form.row(photo_field(form, "attachment"))
    form.fields["attachment"].set_label(tr.gettext("Photo or PDF"))
    if known is not None:
        form.add(form.tick("ended", tr.gettext("It is not needed any more")))

    def request() -> tuple[PaperRequest, Voucher | None]:
        item = known.item if known else form.value_of("item")
        words = known.words if known else form.words_of("words")
        wanted = PaperRequest(
            item=item, words="" if item else words,
            paper=form.words_of("paper"), issued_by=form.words_of("issued_by"),
            expires=day_or_none(form, "expires"), attachment=known.attachment if known else None,
            ended=form.ticked("ended") if known else False,
        )  # fmt: skip
        return wanted, voucher_of(form, "attachment")

    return form.asks(request, _keep, PLANNED, tr.gettext("It is written down."))


def _keep(book: Writing, wanted: tuple[PaperRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and write the paper down."""
    request, photo = wanted
    if photo is not None:
        request = replace(request, attachment=book.keep(photo.data, photo.media))
    return keep_paper(book, request)
