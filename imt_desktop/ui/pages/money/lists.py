"""Lists behind the money page: paper pads, the committee's own kinds of money, counts."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger import accounts, payments, voids
from imt_desktop.ledger.accounts import CategoryRequest, Counted, OwnKind, counts, own_categories
from imt_desktop.ledger.closing.counts import Count, open_differences
from imt_desktop.ledger.entries import CategoryAdded, PadRegistered
from imt_desktop.ledger.pads import Pad, pads
from imt_desktop.ledger.payments import PadRequest
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet, RowAct
from imt_desktop.ui.pages.money.counting import book_difference
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.widgets import Choice, PersonLine
from imt_desktop.ui.widgets.states import done, late, question
from imt_desktop.wording.proof import difference_words

MOST_MISSING = 8
"""Missing numbers that are named one by one."""


def show_pads(page: QWidget, desk: Desk) -> ListSheet:
    """Show who has which paper receipt pad, and which of its numbers are missing."""
    tr = desk.tr

    def line(pad: Pad) -> PersonLine:
        numbers = tr.gettext("{first} to {last}").format(first=pad.first, last=pad.last)
        typed = tr.ngettext("{n} typed in", "{n} typed in", len(pad.used))
        state = None
        if pad.missing:
            state = question(tr.gettext("missing: {numbers}").format(numbers=_some(pad, tr)))
        second = f"{numbers}, {typed.format(n=tr.number(len(pad.used)))}"
        return PersonLine(pad.holder, state=state, second=second)

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Receipt pads"),
        tr.gettext("Paper pads for the kiosk, a collector, or a day without power."),
        pads,
        line,
        tr.gettext("No pad is registered."),
    )
    sheet.with_new(tr.gettext("Register a pad"), lambda: register_pad(page, desk))
    unused = RowAct(
        tr.gettext("Cancel it"), "ban", lambda pad: _cancel_pad(page, desk, pad),
        fits=lambda pad: not pad.used, danger=True,
    )  # fmt: skip
    sheet.with_act(unused).open()
    return sheet


def _some(pad: Pad, tr: Translator) -> str:
    shown = ", ".join(str(number) for number in pad.missing[:MOST_MISSING])
    more = len(pad.missing) - MOST_MISSING
    if more <= 0:
        return shown
    return tr.gettext("{numbers} and {n} more").format(numbers=shown, n=tr.number(more))


def register_pad(page: QWidget, desk: Desk) -> Form:
    """Write down who was handed which pad."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Register a pad"), tr.gettext("Register it"))
    form.row(
        form.line("first", tr.gettext("First number")), form.line("last", tr.gettext("Last number"))
    )
    form.row(form.line("holder", tr.gettext("Who has it"), hint=tr.gettext("such as: kiosk")))

    def request() -> PadRequest:
        return PadRequest(
            first=form.whole_of("first") or 0,
            last=form.whole_of("last") or 0,
            holder=form.words_of("holder"),
        )

    form.asks(
        request,
        payments.register_pad,
        BOOKED,
        tr.gettext("The pad is registered."),
        kind=PadRegistered.KIND,
    ).open()
    return form


def _cancel_pad(page: QWidget, desk: Desk, pad: Pad) -> Form:
    tr = desk.tr
    title = tr.gettext("Cancel the pad {first} to {last}?").format(first=pad.first, last=pad.last)
    form = Form(page, desk, title, tr.gettext("Cancel it"), danger=True)
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(entry=pad.entry, reason=form.words_of("reason")),
        voids.void,
        BOOKED,
        tr.gettext("The pad is cancelled; its numbers are free again."),
    ).open()
    return form


def show_kinds(page: QWidget, desk: Desk) -> ListSheet:
    """Show the committee's own kinds of money."""
    tr = desk.tr

    def line(kind: OwnKind) -> PersonLine:
        came = kind.direction == "in"
        return PersonLine(
            kind.name,
            second=tr.gettext("Money in") if came else tr.gettext("Money out"),
            icon="banknote-arrow-up" if came else "banknote-arrow-down",
        )

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Kinds of money in your own words"),
        tr.gettext("They stand in the lists of money in and money out, and on the notices."),
        own_categories,
        line,
        tr.gettext("None yet: the usual kinds are there without them."),
    )
    sheet.with_new(tr.gettext("Add a kind"), lambda: add_kind(page, desk)).open()
    return sheet


def add_kind(page: QWidget, desk: Desk) -> Form:
    """Name a kind of money in the committee's own words."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Add a kind of money"), tr.gettext("Add it"))
    sides = [Choice(tr.gettext("Money out"), "out"), Choice(tr.gettext("Money in"), "in")]
    form.row(form.line("name", tr.gettext("Its name")))
    form.row(form.choice("direction", tr.gettext("Stands under"), sides))
    form.asks(
        lambda: CategoryRequest(direction=form.value_of("direction"), name=form.words_of("name")),
        accounts.add_category,
        BOOKED,
        tr.gettext("The kind is added."),
        again=lambda: add_kind(page, desk),
        kind=CategoryAdded.KIND,
    ).open()
    return form


class _Row(Struct, frozen=True):
    """A count, and where its difference is still to be booked, the same for booking it."""

    counted: Counted
    to_book: Count | None


def _rows(book: Reading) -> tuple[_Row, ...]:
    to_book = {one.entry: one for one in open_differences(book)}
    return tuple(_Row(one, to_book.get(one.entry)) for one in counts(book))


def show_counts(page: QWidget, desk: Desk, look: MoneyLook) -> ListSheet:
    """Show all counts, and whether they agreed with the book; book what nobody could explain."""
    tr, names = desk.tr, look.names

    def line(row: _Row) -> PersonLine:
        one = row.counted
        said = difference_words(one.difference, tr)
        return PersonLine(
            tr.date(one.on),
            state=late(said) if one.difference else done(said),
            second=names.accounts.get(one.account, ""),
            amount=tr.amount(one.counted),
        )

    def details(row: _Row) -> list[tuple[str, str]]:
        one = row.counted
        return [
            (tr.gettext("Counted by"), ", ".join(one.by)),
            (tr.gettext("The book said"), tr.money(one.expected)),
            (tr.gettext("Why it differs"), one.explanation),
            (tr.gettext("Entry"), tr.number(one.entry)),
        ]

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Counts"),
        tr.gettext("What lay there when it was counted, held against the book."),
        _rows,
        line,
        tr.gettext("Nothing was counted yet."),
    )
    booking = RowAct(
        tr.gettext("Book the difference"),
        "stamp",
        lambda row: book_difference(page, desk, look, row.to_book),
        lambda row: row.to_book is not None,
    )
    sheet.with_leaving(
        tr.gettext("Cash book"), "book-open",
        lambda row: desk.go.emit("money", CashBookWish(Month.of(row.counted.on), row.counted.account)),
        fits=lambda _row: True,
    )  # fmt: skip
    sheet.with_details(details).with_act(booking).open()
    return sheet
