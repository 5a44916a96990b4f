"""The planning board: cards moved by mouse and by keys, opened, written, dropped, shown to be late."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Signing
from imt_desktop.journal.anchor import anchor_of, in_fours
from imt_desktop.oversight.action_costs import spent
from imt_desktop.period import Month
from imt_desktop.plan import actions, problems, queries, rounds
from imt_desktop.plan.actions import ActionRequest, CardLine, WatchLine
from imt_desktop.reports.board.build import build_board
from imt_desktop.reports.board.card import figure_said
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.exporting.sheet import ExcelSheet
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.plan.card_sheet import CardSheet
from imt_desktop.ui.pages.plan.face import FigureFace, faces, lanes
from imt_desktop.ui.pages.plan.figures import LEADS
from imt_desktop.ui.pages.plan.laying import (
    card_height,
    figure_below,
    lay,
    reason_lines,
    title_lines,
    when_lines,
)
from imt_desktop.ui.pages.plan.look import PlanLook, look
from imt_desktop.ui.pages.plan.page import PlanPage
from imt_desktop.ui.pages.plan.wish import LATE, MINE
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.theme import em, scale
from imt_desktop.ui.widgets import Button, ConfirmDialog, Words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, press, refused, save, write

TODAY = date.today()


def card(
    title: str, days: int = 30, officer: str = "1", watch: WatchLine | None = None
) -> CardLine:
    return CardLine(
        title=title, deadline=TODAY + timedelta(days=days), officer=officer, problem=1,
        start=TODAY - timedelta(days=90), watch=watch,
    )  # fmt: skip


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[PlanPage]:
    """A round with one problem and three actions: on time, late, and one that watches a figure."""
    vouchers = WatchLine("vouchers", "share", Decimal(90))
    with window.desk.book.write(Signing(1)) as book:
        rounds.begin(book, rounds.RoundRequest(name="1"))
        problems.lay(book, problems.ProblemRequest(card="no-receipts"))
        lines = (problems.BeansLine(problem=1, votes=3),)
        wanted = problems.ProblemsVotedRequest(present=5, lines=lines, chosen=(1,))
        problems.vote(book, wanted)
        for line in (card("Pads"), card("Bank", -20, "2"), card("Vouchers", watch=vouchers)):
            actions.plan(book, ActionRequest(plan=line))
    window.go("plan")
    idle(qtbot, window.desk)
    made = window.page("plan")
    assert isinstance(made, PlanPage)
    yield made


def plan(page: PlanPage) -> PlanLook:
    with page.desk.book.read() as book:
        return look(book, page.desk.today)


def state(page: PlanPage, number: int) -> str:
    action = plan(page).action(number)
    assert action is not None
    return action.state


def settle(page: PlanPage, qtbot: QtBot) -> None:
    idle(qtbot, page.desk)


def test_the_keys_are_on_the_board_as_the_page_opens(page: PlanPage) -> None:
    assert page.window().focusWidget() is page.board


def test_keys_pick_a_card_up_carry_it_and_put_it_down(page: PlanPage, qtbot: QtBot) -> None:
    board = page.board
    board.setFocus()
    board.choose(1)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(board, key)
    settle(page, qtbot)
    assert state(page, 1) == "under-way"
    assert board.at == 1 and "Under way" in board.accessibleDescription()


def test_esc_puts_a_card_back_where_it_was(page: PlanPage, qtbot: QtBot) -> None:
    board = page.board
    board.setFocus()
    board.choose(1)
    where = board.rect_of(1)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(board, key)
    assert board.rect_of(1) != where
    QTest.keyClick(board, Qt.Key.Key_Escape)
    settle(page, qtbot)
    assert board.rect_of(1) == where and state(page, 1) == "not-started"


def test_arrows_choose_from_card_to_card(page: PlanPage, qtbot: QtBot) -> None:
    board = page.board
    page.move_card(1, "done")
    settle(page, qtbot)
    board.setFocus()
    board.choose(2)
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert board.at == 3
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert board.at == 1
    QTest.keyClick(board, Qt.Key.Key_Left)
    assert board.at in (2, 3)


def drag(page: PlanPage, number: int, column: int) -> None:
    board = page.board
    start = board.rect_of(number).center()
    there = board.laid().cells[0][column].center().toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(board, start + QPoint(30, 4))
    QTest.mouseMove(board, there)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=there)


def test_a_card_is_dragged_to_another_column(page: PlanPage, qtbot: QtBot) -> None:
    drag(page, 2, 2)
    settle(page, qtbot)
    assert state(page, 2) == "done"
    assert "1 of 3 done" in page.headline.words.text()


def test_dropping_asks_for_the_reason_and_leaving_puts_the_card_back(
    page: PlanPage, qtbot: QtBot
) -> None:
    drag(page, 1, 3)
    form = _form(page)
    press(form.do)
    settle(page, qtbot)
    error = form.fields["reason"].error
    assert error is not None and "why it is dropped" in error
    form.leave()
    settle(page, qtbot)
    assert state(page, 1) == "not-started"
    drag(page, 1, 3)
    form = _form(page)
    write(form, reason="The school has a safe")
    save(form, qtbot)
    settle(page, qtbot)
    action = plan(page).action(1)
    assert action is not None and action.reason == "The school has a safe"
    assert "0 of 2 done" in page.headline.words.text()


def _form(page: PlanPage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def test_late_ones_are_told_by_words_and_can_be_shown_alone(page: PlanPage, qtbot: QtBot) -> None:
    assert page.late.isVisible() and page.late.state.words == "1 late"
    found = faces(page.desk, plan(page), plan(page).actions)
    assert [one.when.words for one in found if one.late] == ["2 weeks late"]
    page.filter.set_value(LATE)
    page.filter.chosen.emit(LATE)
    assert [one.face.id for one in page.board.laid().cards if one.face] == [2]
    page.filter.set_value(MINE)
    page.filter.chosen.emit(MINE)
    assert {one.face.id for one in page.board.laid().cards if one.face} == {1, 3}


def test_what_the_keys_do_stays_in_view_while_a_card_is_lifted(
    page: PlanPage, qtbot: QtBot
) -> None:
    page.window().resize(1024, 560)
    with page.desk.book.write(Signing(1)) as book:
        for at in range(12):
            actions.plan(book, ActionRequest(plan=card(f"Action {at}")))
    page.load()
    settle(page, qtbot)
    page.board.choose(1)
    page.board.setFocus()
    QTest.keyClick(page.board, Qt.Key.Key_Space)
    QTest.keyClick(page.board, Qt.Key.Key_Right)
    keys = page.keys
    qtbot.waitUntil(lambda: page.board.height() > page.height())
    qtbot.waitUntil(lambda: keys.visibleRegion().boundingRect() == keys.rect())
    QTest.keyClick(page.board, Qt.Key.Key_Escape)


def test_nothing_that_stands_on_a_narrow_card_is_cut(page: PlanPage) -> None:
    words = (
        "Agree in the assembly how much may lie in the cash box over night, and who keeps its key"
    )
    figure = FigureFace("98 %, reached on 30 September 2026", (1, 2), 1, True)
    (face, *_) = faces(page.desk, plan(page), plan(page).actions)
    full = replace(face, title=words, reason=words, figure=figure, evidence=3)
    for wide in (em(150), em(110)):
        parts = (
            title_lines(words, wide, scale()), reason_lines(words, wide, scale()),
            figure_below(full, wide), when_lines(full, wide),
        )  # fmt: skip
        assert not [line for part in parts for line in part if "…" in line]
        less = replace(full, title="Agree", figure=None)
        lines = len(parts[0]) - 1
        assert card_height(full, wide + 22) - card_height(less, wide + 22) >= lines * em(18)


def test_a_figure_without_months_is_not_known_rather_than_nothing(page: PlanPage) -> None:
    found = faces(page.desk, plan(page), plan(page).actions)
    figure = next(one.figure for one in found if one.id == 3)
    assert figure is not None and figure.words == "not enough months" and not figure.past


def test_a_new_action_says_what_is_wrong_beside_each_field(page: PlanPage, qtbot: QtBot) -> None:
    form = page.begin_action()
    assert form is not None
    choose(form, "plan/officer", "")
    assert refused(form, qtbot, "plan/title")
    write(form, **{"plan/title": "Vouchers"})
    assert "who does it" in refused(form, qtbot, "plan/person")
    write(form, **{"plan/person": "Peter", "plan/deadline": "01/01/2020"})
    assert "lies before the start" in refused(form, qtbot, "plan/deadline")
    write(form, **{"plan/deadline": (TODAY + timedelta(days=9)).strftime("%d/%m/%Y")})
    choose(form, "plan/watch/figure", "vouchers")
    for typed in ("all", "101"):
        write(form, **{"plan/watch/target": typed})
        assert "not a target" in refused(form, qtbot, "plan/watch/target")
    write(form, **{"plan/watch/target": ""})
    assert refused(form, qtbot, "plan/watch/target").startswith("Write the target")
    write(form, **{"plan/watch/target": "95"})
    save(form, qtbot)
    action = plan(page).actions[1]
    assert (action.title, action.responsible) == ("Vouchers", "Peter")
    assert action.watch is not None and action.watch.target == 9500


def sheet_of(page: PlanPage, qtbot: QtBot, number: int) -> CardSheet:
    page.open_card(number)
    settle(page, qtbot)
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, CardSheet)


def test_the_day_on_which_a_figure_was_reached_is_said_before_the_card_is_moved(
    page: PlanPage, qtbot: QtBot
) -> None:
    watch = WatchLine("arrears-90", "money", Decimal(1_000_000), upward=False)
    with page.desk.book.write(Signing(1)) as book:
        actions.plan(book, ActionRequest(plan=card("Debts", watch=watch)))
    page.load()
    settle(page, qtbot)
    said = [one.text() for one in sheet_of(page, qtbot, 4).findChildren(Words)]
    tr = page.desk.tr
    assert any(words.endswith(f" First reached on {tr.date(TODAY)}.") for words in said), said
    (face,) = (one for one in faces(page.desk, plan(page), plan(page).actions) if one.id == 4)
    assert face.figure is not None and face.figure.words.endswith(f"reached on {tr.day(TODAY)}")
    with page.desk.book.read() as reading:
        found = build_board(reading, TODAY)
    (figure,) = (one.figure for lane in found.lanes for one in lane.cards if one.figure)
    assert figure_said(figure, tr).endswith(f"reached on {tr.short_date(TODAY)}")


def test_a_target_that_is_not_the_fields_guide_is_said(page: PlanPage, qtbot: QtBot) -> None:
    sheet = sheet_of(page, qtbot, 3)  # its target is 90 %
    ninety, all_ = (page.desk.tr.percent(Decimal(n)) for n in ("0.9", "1"))
    said = [one.text() for one in sheet.findChildren(Words)]
    guide = f"The field's guide is another one: at least {all_}."
    assert f"Target: at least {ninety}. {guide}" in said
    sheet.change.emit()
    settle(page, qtbot)
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    assert f"the field's guide {all_}" in " ".join(
        one.text() for one in form.fields["plan/watch/target"].findChildren(Words)
    )
    form.leave()
    sheet.reject()
    page.show_view("figures")
    cards = {one.figure.indicator.code: one for one in page.figures.cards}
    own = [one.text() for one in cards["vouchers"].findChildren(Words)]
    assert f"Our own target: at least {ninety}" in own
    assert not [one for one in cards["collected"].findChildren(Words) if "Our own" in one.text()]


def test_what_the_book_says_is_evidence_with_its_code(page: PlanPage, qtbot: QtBot) -> None:
    watch = WatchLine("arrears-90", "money", Decimal(1_000_000), upward=False)
    with page.desk.book.write(Signing(1)) as book:
        actions.plan(book, ActionRequest(plan=card("Debts", watch=watch)))
    page.load()
    settle(page, qtbot)
    page.move_card(4, "done")
    settle(page, qtbot)
    with page.desk.book.read() as reading:
        moved = plan(page).action(4)
        assert moved is not None and moved.reached_entry is not None
        code = anchor_of(reading.recorded(moved.reached_entry)).code
        facts = build_board(reading, TODAY)
    shown = [one.text() for one in sheet_of(page, qtbot, 4).findChildren(Words)]
    assert f"The book says so. Its code then: {in_fours(code)}." in shown
    (lane,) = [one for one in facts.lanes if any(each.code for each in one.cards)]
    assert [each.code for each in lane.cards if each.code] == [code], "on the wall, too"


def test_the_history_of_a_card_is_read_by_keys(page: PlanPage, qtbot: QtBot) -> None:
    page.window().resize(1024, 560)
    sheet = sheet_of(page, qtbot, 3)
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(sheet.first, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(sheet.first, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_photo_is_kept_and_stands_on_the_card(
    page: PlanPage, qtbot: QtBot, tmp_path: Path
) -> None:
    photo, no_photo = tmp_path / "board.png", tmp_path / "letter.jpg"
    Image.new("RGB", (400, 200), "teal").save(photo)
    no_photo.write_text("no picture")
    half, heic, huge = (tmp_path / name for name in ("half.png", "IMG_1.HEIC", "film.jpg"))
    half.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2])
    heic.write_bytes(b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic")
    with huge.open("wb") as file:
        file.truncate(31 * 1024 * 1024)
    sheet_of(page, qtbot, 1).prove.emit()
    form = _form_beside_sheet(page)
    field = form.fields["attachment"].editor
    assert isinstance(field, VoucherField)
    field.take(no_photo)
    settle(page, qtbot)
    assert form.fields["attachment"].error
    field.take(photo)
    settle(page, qtbot)
    write(form, words="It hangs at the kiosk")
    for odd, wanted in (
        (no_photo, "neither a photo"), (tmp_path, "neither a photo"), (half, "damaged"),
        (heic, "as JPEG"), (huge, "at most 30 MB"), (tmp_path / "gone.jpg", "still there"),
    ):  # fmt: skip
        field.take(odd)
        settle(page, qtbot)
        assert wanted in (form.fields["attachment"].error or "")
        assert refused(form, qtbot, "attachment")
    press(field.remove)  # what was refused goes, the photo that was good stays
    assert field.voucher() is not None and not form.fields["attachment"].error
    save(form, qtbot)
    settle(page, qtbot)
    action = plan(page).action(1)
    assert action is not None and action.evidence == 1 and action.photo in plan(page).photos


def _form_beside_sheet(page: PlanPage) -> Form:
    return next(one for one in page.window().findChildren(Form) if one.isVisible())


def test_an_expense_booked_from_a_card_counts_as_its_cost(page: PlanPage, qtbot: QtBot) -> None:
    sheet_of(page, qtbot, 1).spend.emit()
    settle(page, qtbot)
    form = _form_beside_sheet(page)
    write(form, amount="450", payee="Hardware shop")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    with qtbot.waitSignal(page.desk.changed):  # there is no cash: it asks
        next(one for one in form.findChildren(ConfirmDialog) if one.isVisible()).accept()
    settle(page, qtbot)
    settle(page, qtbot)
    with page.desk.book.read() as book:
        assert {number: str(money.decimal) for number, money in spent(book).items()} == {
            1: "450.00"
        }
    following = _form_beside_sheet(page)
    assert following is not form and following.words_of("text") == "Pads", "it is for the card too"


def test_another_page_opens_a_card_by_its_number(page: PlanPage, qtbot: QtBot) -> None:
    page.desk.go.emit("plan", 2)
    settle(page, qtbot)
    assert page.board.at == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_titles_stay_inside_their_cards(page: PlanPage, qtbot: QtBot, words: str) -> None:
    with page.desk.book.write(Signing(1)) as book:
        actions.plan(book, ActionRequest(plan=card(words)))
    page.load()
    settle(page, qtbot)
    for one in page.board.laid().cards:
        assert one.rect.height() < 200
    page.board.grab()


def test_two_hundred_cards_move_within_fifty_milliseconds(page: PlanPage, qtbot: QtBot) -> None:
    with page.desk.book.write(Signing(1)) as book:
        for at in range(200):
            actions.plan(book, ActionRequest(plan=card(f"Action number {at} of very many", at)))
    page.load()
    settle(page, qtbot)
    board = page.board
    board.setFocus()
    board.choose(100)
    QTest.keyClick(board, Qt.Key.Key_Space)
    began = time.perf_counter()
    QTest.keyClick(board, Qt.Key.Key_Right)
    QApplication.processEvents()
    assert time.perf_counter() - began < 0.25  # 50 ms on a quiet machine: bench measures it
    QTest.keyClick(board, Qt.Key.Key_Escape)


@pytest.mark.parametrize("width", [560, 888, 1110])
def test_nothing_on_the_board_lies_over_another(page: PlanPage, width: int) -> None:
    found = plan(page)
    laid = lay(width, lanes(found, found.actions, page.desk.tr),
               faces(page.desk, found, found.actions), set())  # fmt: skip
    rects = [one.rect for one in laid.cards]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    for one in laid.cards:
        assert laid.cells[one.lane][one.column].contains(one.rect)


def test_a_new_book_offers_to_begin_a_round(window: MainWindow, qtbot: QtBot) -> None:
    window.go("plan")
    idle(qtbot, window.desk)
    made = window.page("plan")
    assert isinstance(made, PlanPage) and not made.new.isVisible()
    made.begin_round()
    idle(qtbot, window.desk)
    with window.desk.book.read() as book:
        assert [one.id for one in queries.rounds(book)] == [1]


def test_its_cards_are_printed_and_its_list_goes_to_excel(page: PlanPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    press(page.excel)
    asked = opened(window, ExcelSheet)
    assert asked.wanted().what == "plan"
    asked.reject()
    press(page.cards)
    settle(page, qtbot)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage) and notices.isVisible()
    settle(page, qtbot)
    wanted = notices.look.wanted()
    assert wanted is not None and wanted.paper == "cards"
    settle(page, qtbot)


def test_a_figure_becomes_an_action_that_watches_it(page: PlanPage, qtbot: QtBot) -> None:
    page.show_view("figures")
    shown = {one.figure.indicator.code: one for one in page.figures.cards}
    assert shown["vouchers"].value.text() == "–"  # nothing was spent: not known, and not 0 %
    press(
        next(
            one
            for one in shown["collected"].findChildren(Button)
            if one.words == "Make it an action"
        )
    )
    form = _form(page)
    assert form.value_of("plan/watch/figure") == "collected"
    assert form.words_of("plan/watch/target") == "95"
    save(form, qtbot)
    action = next(one for one in plan(page).actions if one.origin)
    assert (action.origin, action.origin_about) == ("figure", "collected")


def test_each_figure_says_of_which_month_it_is(page: PlanPage) -> None:
    page.show_view("figures")
    now, tr = Month.of(TODAY), page.desk.tr
    known = {
        one.figure.indicator.code: one.when.words()
        for one in page.figures.cards
        if one.figure.value is not None
    }
    assert known["unbanked"] == tr.month(now.shift(-1))
    assert known["arrears-90"] == tr.date(TODAY)
    unknown = [one for one in page.figures.cards if one.figure.value is None]
    assert unknown and not any(one.when.words() for one in unknown)


def test_each_figure_leads_to_what_it_is_made_of(page: PlanPage, qtbot: QtBot) -> None:
    page.show_view("figures")
    window = page.window()
    assert isinstance(window, MainWindow)
    shown = {one.figure.indicator.code: one for one in page.figures.cards}
    assert set(shown) <= set(LEADS)
    (lead,) = (one for one in shown["collected"].findChildren(Button) if one.words == "Open")
    lead.click()
    idle(qtbot, window.desk)
    members = window.page("members")
    assert isinstance(members, MembersPage) and members.list.chips.value() == "behind"
    window.go("plan", "figures")
    with qtbot.waitSignal(window.desk.go) as gone:
        (lead,) = (one for one in shown["vouchers"].findChildren(Button) if one.words == "Open")
        lead.click()
    page_key, wish = gone.args or (None, None)
    last = Month.of(window.desk.today).shift(-1)
    assert (page_key, wish) == (
        "trail",
        TrailWish(kind="money-out", first=last.first, last=last.last),
    )


def test_home_makes_a_figure_an_action(page: PlanPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("home")
    settle(page, qtbot)
    home = window.page("home")
    assert isinstance(home, HomePage)
    home._more()[0].do()
    settle(page, qtbot)
    assert _form(page).value_of("plan/watch/figure") == "arrears-90"
