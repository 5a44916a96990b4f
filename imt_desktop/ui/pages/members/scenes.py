"""Scenes of the members page: the register, its forms, and what stands behind a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imt_desktop.ledger.charging.arrears_list import arrears_list
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.members import balances, bills, connections, household, states
from imt_desktop.ui.pages.members.member_card import AGREED, DETAILS
from imt_desktop.ui.pages.members.page import MembersPage

Open = Callable[[MembersPage, Desk], object]


def _over(open_form: Open) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        page = stage.page("members")
        assert isinstance(page, MembersPage)
        open_form(page, page.desk)
        stage.settle()

    return play


def _wrong(stage: Stage) -> None:
    _over(lambda page, desk: household.new_member(page, desk, page.known()))(stage)
    stage.submit()


def _edit(page: MembersPage, desk: Desk) -> object:
    return household.edit(page, desk, page.known(), page.row())


def _connect(page: MembersPage, desk: Desk) -> object:
    return connections.connect(page, desk, page.known(), page.row())


def _tab(stage: Stage, number: int) -> None:
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.view.tabs.set_value(number)
    page.view.tabs.chosen.emit(number)
    stage.settle()


def _agreed(stage: Stage) -> None:
    """The household that pays in instalments."""
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    today = page.desk.today
    with page.desk.book.read() as book:
        with_plan = [one for one in arrears_list(book, today) if one.agreement]
    if with_plan:
        page.show_what(with_plan[0].member)
        stage.settle()
    _tab(stage, AGREED)


SCENES: Final = (
    Scene("members", lambda stage: stage.go("members")),
    Scene("members-connections", lambda stage: _tab(stage, 1)),
    Scene("members-agreed", _agreed),
    Scene("members-more", lambda stage: _tab(stage, DETAILS)),
    Scene("member-new", _over(lambda page, desk: household.new_member(page, desk, page.known()))),
    Scene("member-new-wrong", _wrong),
    Scene("member-edit", _over(_edit)),
    Scene("member-status", _over(lambda page, desk: states.change_status(page, desk, page.row()))),
    Scene("member-mistake", _over(lambda page, desk: household.take_out(page, desk, page.shown()))),
    Scene("connection-new", _over(_connect)),
    Scene(
        "connection-handed-over",
        _over(
            lambda page, desk: connections.hand_over(
                page, desk, page.known(), page.row(), page.shown().connections[0]
            )
        ),
    ),
    Scene("bill-new", _over(lambda page, desk: bills.new_bill(page, desk, page.shown()))),
    Scene("refund", _over(lambda page, desk: balances.refund(page, desk, page.known(), page.row()))),
    Scene("old-balance", _over(lambda page, desk: balances.old_balance(page, desk, page.row()))),
    Scene("confirm-balances", _over(lambda page, _desk: page.confirm.click())),
)  # fmt: skip
"""In the order of a year."""
