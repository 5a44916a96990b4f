"""Scenes of the money page: the cash book, its forms and lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.money import (
    advances,
    bank_paper,
    counting,
    incoming,
    lists,
    moving,
    openings,
    outgoing,
)
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.page import MoneyPage


def _over(form: Callable[..., object]) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        page = stage.page("money")
        assert isinstance(page, MoneyPage)
        form(page, page.desk, page.known())
        stage.settle()

    return play


def _pay_owed(page: MoneyPage, desk: Desk, known: MoneyLook) -> object:
    return outgoing.pay_owed(page, desk, known, known.owed[0])


def _wrong(stage: Stage) -> None:
    _over(outgoing.money_out)(stage)
    stage.write(amount="1.350")
    stage.submit()


def _count_pieces(stage: Stage) -> None:
    _over(counting.count_cash)(stage)
    form = stage.form()
    assert isinstance(form, counting.CountForm)
    form.way.set_value(counting.PIECES)
    form.way.chosen.emit(counting.PIECES)
    for name in [name for name in form.fields if name.startswith("note/")][:3]:
        stage.write(**{name: "4"})
    stage.write(second="Joseph Sample")


def _count_alone(stage: Stage) -> None:
    _over(counting.count_cash)(stage)
    stage.write(counted="1250", by="Amina Practice", explanation="")
    stage.submit()


def _bank_paper(stage: Stage) -> None:
    _over(bank_paper.hold_paper)(stage)
    form = stage.form()
    assert isinstance(form, bank_paper.PaperForm)
    form.lines.all.click()
    form.lines.table.turned.emit(form.lines.table.rows()[-1])
    stage.write(balance="56000")
    stage.submit()


def _whose(page: MoneyPage, desk: Desk, known: MoneyLook) -> None:
    incoming.identify(page, desk, known, known.unknown[0])


def _line(stage: Stage) -> None:
    stage.go("money")
    page = stage.page("money")
    assert isinstance(page, MoneyPage)
    page.book.table.choose(next(row for row in page.book.table.rows() if row.went and not row.came))
    stage.settle()


def _first_month(stage: Stage) -> None:
    """The month in which the old book handed over what there was."""
    stage.go("money")
    page = stage.page("money")
    assert isinstance(page, MoneyPage)
    committee = page.desk.committee
    page.month.set_value(committee.first_month)
    stage.settle()


SCENES: Final = (
    Scene("money", lambda stage: stage.go("money")),
    Scene("money-line", _line),
    Scene("money-first-month", _first_month),
    Scene("money-in", _over(incoming.money_in)),
    Scene("money-out", _over(outgoing.money_out)),
    Scene("money-out-wrong", _wrong),
    Scene("wages", _over(partial(outgoing.money_out, kind="wages"))),
    Scene("move-money", _over(moving.move_money)),
    Scene("count-cash", _over(counting.count_cash)),
    Scene("count-pieces", _count_pieces),
    Scene("count-alone", _count_alone),
    Scene("bank-paper", _bank_paper),
    Scene("bank-papers", _over(bank_paper.show_papers)),
    Scene("advance", _over(advances.give_advance)),
    Scene("old-book", _over(openings.old_book)),
    Scene("pads", _over(lambda page, desk, _known: lists.show_pads(page, desk))),
    Scene("kinds-of-money", _over(lambda page, desk, _known: lists.show_kinds(page, desk))),
    Scene("counts", _over(lists.show_counts)),
    Scene("pay-owed", _over(_pay_owed)),
    Scene(
        "settle-advance",
        _over(
            lambda page, desk, known: advances.settle_advance(page, desk, known, known.advances[0])
        ),
    ),
    Scene("whose-money", _over(_whose)),
)  # fmt: skip
"""In the order of a day."""
