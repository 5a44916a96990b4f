"""A round of the toolbox, gone through step by step at the window."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.cli import main
from imt_desktop.i18n import Translator
from imt_desktop.plan import management, packs, rounds
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.registration import PaperRequest, keep_paper
from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports.worksheets.build import build_worksheets
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.deciding import NEW
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.round.beans import Beans
from imt_desktop.ui.pages.round.compliance import ComplianceView
from imt_desktop.ui.pages.round.compliance_forms import model_form, point_form
from imt_desktop.ui.pages.round.follow import FollowView, end_form, visit_form
from imt_desktop.ui.pages.round.integrity import IntegrityView
from imt_desktop.ui.pages.round.look import RoundLook, look
from imt_desktop.ui.pages.round.page import RoundPage
from imt_desktop.ui.pages.round.prepare import PrepareView
from imt_desktop.ui.pages.round.problem_forms import lay_form, study_form
from imt_desktop.ui.pages.round.problems import ProblemsView
from imt_desktop.ui.pages.round.shelf import Shelf
from imt_desktop.ui.pages.round.tools import ToolsView, own_form
from imt_desktop.ui.shell.help_panel import HelpPanel
from imt_desktop.ui.theme import em, scale
from imt_desktop.ui.widgets import Button, CheckBox, ComboBox, ConfirmDialog, Note, Words
from imt_desktop.wording.plan import pack_words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, press, refused, said, save, write

TODAY = date.today()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> RoundPage:
    """A round that has just begun."""
    window.go("round")
    idle(qtbot, window.desk)
    made = window.page("round")
    assert isinstance(made, RoundPage)
    press(made._begin)
    idle(qtbot, window.desk)
    idle(qtbot, window.desk)
    return made


def now(page: RoundPage) -> RoundLook:
    with page.desk.book.read() as book:
        return look(book, page.desk.today)


def count(beans: Beans, number: int) -> None:
    beans.setFocus()
    QTest.keyClicks(beans, str(number))
    assert beans.count() == number


def test_whoever_comes_back_to_a_number_types_it_anew(page: RoundPage) -> None:
    page.go_to(1)
    view = page.view
    assert isinstance(view, IntegrityView)
    heap, other = view.cards[0].heaps[:2]
    count(heap, 8)
    other.setFocus()
    heap.setFocus()
    QTest.keyClicks(heap, "12")
    assert heap.count() == 12, "neither 81 nor 812"
    QTest.keyClick(heap, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(heap, "7")
    assert heap.count() == 7
    QTest.keyClick(heap, Qt.Key.Key_Delete)
    assert heap.count() == 0
    count(heap, 99)
    heap.set_wrong(True)
    QTest.keyClicks(heap, "4")
    assert heap.count() == 4, "what was refused is typed anew"


def test_tab_goes_from_the_steps_through_the_step_to_the_foot(page: RoundPage) -> None:
    for step in (1, 2, 1):
        page.go_to(step)
    page.steps.setFocus()
    window = page.window()
    walked: list[QWidget] = []
    while not walked or walked[-1] is not page.save:
        here = window.focusWidget()
        assert here is not None and len(walked) < 100
        QTest.keyClick(here, Qt.Key.Key_Tab)
        walked.append(window.focusWidget() or page)
    assert page.view.isAncestorOf(walked[0]) and page.view.isAncestorOf(walked[-4])
    assert walked[-3:] == [page.back, page.on, page.save]


def said_by(box: CheckBox) -> str:
    card = box.parentWidget()
    assert card is not None
    said = (box.accessibleName(), *(one.text() for one in card.findChildren(Words)))
    return " ".join(said).casefold()


def prepare(page: RoundPage, qtbot: QtBot, women: int = 6, men: int = 4) -> None:
    page.go_to(0)
    view = page.view
    assert isinstance(view, PrepareView)
    form = view.ask()
    assert form is not None
    for name, number in (("women", women), ("men", men), ("users", 30)):
        editor = form.fields[name].editor
        assert isinstance(editor, Beans)
        count(editor, number)
    write(form, system="Borehole and kiosk", **{"tasks/1/person": "Amina"})
    save(form, qtbot)
    idle(qtbot, page.desk)


def press_save(page: RoundPage, qtbot: QtBot) -> None:
    press(page.save)
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)


def save_again(page: RoundPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)


def head(page: RoundPage) -> int:
    with page.desk.book.read() as book:
        return book.head().seq


def lay(page: RoundPage, qtbot: QtBot, *codes: str) -> ProblemsView:
    page.go_to(3)
    view = page.view
    assert isinstance(view, ProblemsView)
    for code in codes:
        form = lay_form(view, page.desk, now(page))
        choose(form, "card", code)
        save(form, qtbot)
        idle(qtbot, page.desk)
    return view


def choose_problems(page: RoundPage, qtbot: QtBot) -> ProblemsView:
    prepare(page, qtbot)
    view = lay(page, qtbot, "no-receipts", "cash-in-house", "arrears", "loans")
    for card, number in zip(view.cards, (3, 7, 9, 5), strict=True):
        count(card.beans, number)
    press_save(page, qtbot)
    return view


def test_enter_begins_the_first_round_and_the_arrows_walk_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("round")
    idle(qtbot, window.desk)
    page = window.page("round")
    assert isinstance(page, RoundPage)
    assert page._begin.hasFocus(), "no hidden step keeps the keys"
    QTest.keyClick(page._begin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.steps.hasFocus())
    QTest.keyClick(page.steps, Qt.Key.Key_Right)
    assert isinstance(page.view, IntegrityView)
    idle(qtbot, window.desk)


def test_the_blank_sheet_of_a_step_is_one_key_away(page: RoundPage, qtbot: QtBot) -> None:
    page.go_to(STEPS.index("integrity"))
    QTest.keyClick(page.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage) and notices.isVisible()
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.step) == ("worksheets", "integrity")
    idle(qtbot, page.desk)


def test_it_opens_at_the_first_step_that_is_not_done(page: RoundPage, qtbot: QtBot) -> None:
    assert isinstance(page.view, PrepareView)
    prepare(page, qtbot)
    found = now(page).now.prepared
    assert found is not None
    assert (found.women, found.men, found.users, found.tasks[0].person) == (6, 4, 30, "Amina")
    assert now(page).done("prepare") and not now(page).done("integrity")
    page.go_to(0)
    words = next(one for one in page.view.findChildren(QLabel) if one.text() == "Amina")
    words.setFocus()  # as a click does, to copy it
    prepare(page, qtbot, women=7)
    assert page.view.isVisible()


def test_any_step_can_be_opened_with_the_keys(page: RoundPage) -> None:
    page.steps.setFocus()
    for at in range(1, len(STEPS)):
        QTest.keyClick(page.steps, Qt.Key.Key_Right)
        assert page.view is page.views[at] and page.view.isVisible()
    assert not page.on.isVisible() and page.back.isVisible()


def test_beans_are_counted_and_the_spread_is_kept(page: RoundPage, qtbot: QtBot) -> None:
    prepare(page, qtbot)
    page.go_to(1)
    view = page.view
    assert isinstance(view, IntegrityView) and view.present is not None
    assert view.present.count() == 10
    for heap, number in zip(view.cards[0].heaps, (5, 1, 3), strict=True):
        count(heap, number)
    assert "1 did not vote" in view.cards[0].says.text()
    press_save(page, qtbot)
    voted = now(page).now.voted
    assert voted is not None and voted.lines[0].votes == (5, 1, 3)
    assert len(voted.lines) == 1  # questions that nobody asked are not answered
    before, told = head(page), list[str]()
    page.desk.said.connect(told.append)
    save_again(page, qtbot)
    assert head(page) == before and told == ["This is in the book already."]
    count(view.cards[0].heaps[2], 4)
    save_again(page, qtbot)
    assert head(page) == before + 1


def test_more_votes_than_people_are_told_beside_the_question_and_nothing_is_lost(
    page: RoundPage, qtbot: QtBot
) -> None:
    prepare(page, qtbot)
    page.go_to(1)
    view = page.view
    assert isinstance(view, IntegrityView)
    count(view.cards[2].heaps[1], 11)
    press_save(page, qtbot)
    assert "11" in view.cards[2].mistake.text() and view.cards[2].mistake.isVisible()
    assert view.cards[2].votes() == (0, 11, 0)
    page.load()
    idle(qtbot, page.desk)
    assert view.cards[2].votes() == (0, 11, 0)
    assert now(page).now.voted is None


def test_questions_of_our_own_are_asked_kept_and_asked_again(page: RoundPage, qtbot: QtBot) -> None:
    prepare(page, qtbot)
    page.go_to(1)
    view = page.view
    assert isinstance(view, IntegrityView)
    count(view.cards[0].heaps[0], 4)
    press(view.own.make)  # nothing is written: nothing is added
    packed = len(view.cards)
    for words in ("Do the herders pay?", *HOSTILE[:2]):
        view.own.words.setText(words)
        press(view.own.make)
    own = view.cards[packed]
    assert view.cards[-1].heaps[0].hasFocus(), "its votes are counted next"
    assert own.question.words == "Do the herders pay?"
    assert view.cards[0].votes() == (4, 0, 0), "what is counted stays"
    count(own.heaps[2], 10)
    press(view.cards[-1].out)
    press_save(page, qtbot)
    found = now(page).now.voted
    assert found is not None
    assert [(one.words, one.votes) for one in found.lines][1:] == [
        ("Do the herders pay?", (0, 0, 10)), (" ".join(HOSTILE[0].split()), (0, 0, 0)),
    ]  # fmt: skip
    assert [card.question.code for card in view.cards].count("") == 2, "they are still there"
    with page.desk.book.read() as book:
        sheet = build_worksheets(book, "integrity")
    assert "Do the herders pay?" in [one.text for one in sheet.questions]


def test_gaps_of_the_checklist_become_actions(page: RoundPage, qtbot: QtBot) -> None:
    page.go_to(2)
    view = page.view
    assert isinstance(view, ComplianceView)
    point = toolbox().points_of("KE")[0]
    form = point_form(view, page.desk, now(page), point)
    write(form, expires="31/02/2027")
    choose(form, "state", "partly")
    assert refused(form, qtbot, "expires")
    write(form, expires="28/02/2027", paper="No. 77")
    save(form, qtbot)
    idle(qtbot, page.desk)
    (found,) = now(page).compliance
    assert (found.line.state, found.line.expires) == ("partly", date(2027, 2, 28))
    gap = next(
        one for one in view.findChildren(Button) if one.words == "Make it an action"
    )  # fmt: skip
    press(gap)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    idle(qtbot, page.desk)
    action = opened(window, Form)
    save(action, qtbot)
    idle(qtbot, page.desk)
    planned = now(page).plan.actions[0]
    assert (planned.origin, planned.origin_about) == ("compliance", point.code)
    assert "Make it an action" not in ways(view), "it is one already"
    with qtbot.waitSignal(page.desk.go) as went:
        press(ways(view)["Open the board"])
    assert went.args == ["plan", planned.id]
    idle(qtbot, page.desk)


def words_of(view: QWidget) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view))


def comply(page: RoundPage, qtbot: QtBot, expires: date, paper: str = "No. 77") -> None:
    """Write down that the first point is met by a paper."""
    form = point_form(page.views[2], page.desk, now(page), toolbox().points_of("KE")[0])
    choose(form, "state", "met")
    write(form, expires=f"{expires:%d/%m/%Y}", paper=paper)
    save(form, qtbot)
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)


def ways(view: QWidget) -> dict[str, Button]:
    return {one.words: one for one in view.findChildren(Button) if one.isVisibleTo(view)}


def test_a_paper_that_ran_out_meets_nothing_and_may_become_an_action(
    page: RoundPage, qtbot: QtBot
) -> None:
    page.go_to(2)
    view = page.view
    comply(page, qtbot, TODAY)
    assert "Make it an action" not in ways(view)
    assert "Not met" not in words_of(view), "it is good until tonight"
    comply(page, qtbot, TODAY - timedelta(days=1))
    day = page.desk.tr.short_date(TODAY - timedelta(days=1))
    qtbot.waitUntil(lambda: f"No longer met: ran out on {day}" in words_of(view))
    assert words_of(view).count(day) == 1
    press(ways(view)["Make it an action"])
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    save(opened(window, Form), qtbot)
    qtbot.waitUntil(lambda: "Open the board" in ways(view))
    assert "Make it an action" not in ways(view)


def test_the_next_round_keeps_what_was_written_down_about_papers(
    page: RoundPage, qtbot: QtBot
) -> None:
    page.go_to(2)
    comply(page, qtbot, TODAY + timedelta(days=400))
    view = page.view
    assert "earlier round" not in words_of(view)
    save(end_form(view, page.desk, now(page)), qtbot)
    page.desk.write(
        lambda book: rounds.begin(book, rounds.RoundRequest()), lambda _done: None, PLANNED
    )
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    page.go_to(2)
    day = page.desk.tr.short_date(TODAY)
    qtbot.waitUntil(lambda: "No. 77 · good until" in words_of(view))
    assert f"from an earlier round, {day}" in words_of(view)
    other = point_form(view, page.desk, now(page), toolbox().points_of("KE")[1])
    save(other, qtbot)
    idle(qtbot, page.desk)
    kept, new = now(page).compliance
    assert (kept.line.paper, kept.round, new.round) == ("No. 77", 1, 2)
    form = point_form(view, page.desk, now(page), toolbox().points_of("KE")[0])
    assert form.words_of("paper") == "No. 77"


def test_a_paper_of_their_own_stands_on_the_list_and_ticks_no_step(
    page: RoundPage, qtbot: QtBot
) -> None:
    page.desk.write(
        lambda book: keep_paper(book, PaperRequest(words="Licence", issued_by="The authority")),
        lambda _done: None, PLANNED,
    )  # fmt: skip
    idle(qtbot, page.desk)
    page.go_to(2)
    day = page.desk.tr.short_date(TODAY)
    qtbot.waitUntil(lambda: f"The authority · written down on {day}" in words_of(page.view))
    assert "Licence" in words_of(page.view) and not now(page).done("compliance")


def test_a_model_that_is_carried_over_ticks_no_step_before_it_is_confirmed(
    page: RoundPage, qtbot: QtBot
) -> None:
    page.go_to(2)
    comply(page, qtbot, TODAY + timedelta(days=400))
    wanted = management.ModelRequest(described="ours")
    page.desk.write(lambda book: management.choose_model(book, wanted), lambda _done: None, PLANNED)
    idle(qtbot, page.desk)
    assert now(page).done("compliance")
    save(end_form(page.view, page.desk, now(page)), qtbot)
    page.desk.write(
        lambda book: rounds.begin(book, rounds.RoundRequest()), lambda _done: None, PLANNED
    )
    idle(qtbot, page.desk)
    page.load()
    idle(qtbot, page.desk)
    page.go_to(2)
    found = now(page)
    assert found.earlier_model is not None and not found.done("compliance")
    view = page.view
    assert isinstance(view, ComplianceView)
    view.confirm(found.earlier_model[1])
    idle(qtbot, page.desk)
    assert now(page).done("compliance")


def test_what_is_written_down_is_named_in_the_language_of_the_screen(
    page: RoundPage, qtbot: QtBot
) -> None:
    point = toolbox().points_of("KE")[0]
    page.desk.tr = Translator("es")
    form = point_form(page.views[2], page.desk, now(page), point)
    with qtbot.waitSignal(page.desk.said) as told:
        save(form, qtbot)
    assert told.args[0].endswith(pack_words(point.title, page.desk.tr)), told.args
    idle(qtbot, page.desk)


def test_the_choice_of_a_model_is_written_down(page: RoundPage, qtbot: QtBot) -> None:
    found = now(page)
    form = model_form(page.views[2], page.desk, found, toolbox().models_of("KE"))
    assert refused(form, qtbot, "today")
    choose(form, "today", "community")
    choose(form, "chosen", "community-agreement")
    write(form, reason="The county helps")
    save(form, qtbot)
    model = now(page).now.model
    assert model is not None and (model.today, model.chosen) == ("community", "community-agreement")
    assert model.decision is None


def test_the_choice_of_a_model_has_its_minute(page: RoundPage, qtbot: QtBot) -> None:
    form = model_form(page.views[2], page.desk, now(page), toolbox().models_of("KE"))
    choose(form, "chosen", "community-agreement")
    choose(form, "decision", NEW)
    write(form, minute="17/2026")
    save(form, qtbot)
    found = now(page)
    made = found.decisions[0]
    assert found.now.model is not None and found.now.model.decision == made.id
    assert (made.minute, made.what) == ("17/2026", "The management model")
    assert any("17/2026" in one.words() for one in page.views[2].findChildren(Words))
    again = model_form(page.views[2], page.desk, found, toolbox().models_of("KE"))
    assert again.value_of("decision") == made.id
    again.leave()


def test_the_next_round_begins_with_the_model_that_was_described(
    page: RoundPage, qtbot: QtBot
) -> None:
    form = model_form(page.views[2], page.desk, now(page), toolbox().models_of("KE"))
    choose(form, "today", "community")
    write(form, described="Eight people and a pump", reason="The county helps")
    save(form, qtbot)
    first = now(page)
    save(end_form(page.views[6], page.desk, first), qtbot)
    press(page._begin)
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    page.go_to(2)
    view = page.view
    assert isinstance(view, ComplianceView) and first.round is not None
    shown = " ".join(one.text() for one in view.findChildren(Words))
    assert f"From the round “{first.round.name}”" in shown and "Eight people and a pump" in shown
    again = model_form(view, page.desk, now(page), toolbox().models_of("KE"))
    assert again.value_of("today") == "community"
    again.reject()
    assert now(page).now.model is None
    (still,) = [one for one in view.findChildren(Button) if one.words == "It is still so"]
    press(still)
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    model = now(page).now.model
    assert model is not None and model.described == "Eight people and a pump"
    shown = " ".join(one.text() for one in view.findChildren(Words) if one.isVisibleTo(view))
    assert "From the round" not in shown and "Eight people and a pump" in shown


def test_the_three_with_most_beans_are_the_key_problems(page: RoundPage, qtbot: QtBot) -> None:
    choose_problems(page, qtbot)
    assert [one.card for one in now(page).chosen] == ["arrears", "cash-in-house", "loans"]


def test_more_beans_than_people_are_refused_beside_the_card(page: RoundPage, qtbot: QtBot) -> None:
    prepare(page, qtbot)
    view = lay(page, qtbot, "no-receipts")
    count(view.cards[0].beans, 11)
    press_save(page, qtbot)
    assert view.cards[0].mistake.isVisible() and not now(page).chosen


def test_an_own_card_needs_a_title(page: RoundPage, qtbot: QtBot) -> None:
    view = page.views[3]
    form = lay_form(view, page.desk, now(page))
    choose(form, "card", "")
    assert refused(form, qtbot, "title")
    write(form, title="<b>Jose takes it")
    save(form, qtbot)
    assert now(page).problems[0].title == "<b>Jose takes it"


def test_whys_follow_one_another_and_beans_are_weights(page: RoundPage, qtbot: QtBot) -> None:
    view = choose_problems(page, qtbot)
    problem = now(page).chosen[0]
    form = study_form(view, page.desk, now(page), problem)
    write(form, **{"causes/1/words": "No pads", "causes/3/words": "No rule"})
    choose(form, "bad", 5)
    save(form, qtbot)
    found = now(page).studied[problem.id]
    assert [(one.words, one.of) for one in found.causes] == [("No pads", 0), ("No rule", 1)]
    assert (found.likely, found.bad) == (3, 5)


def test_what_is_written_of_a_problem_is_shown_beside_a_vote_that_is_not_saved(
    page: RoundPage, qtbot: QtBot
) -> None:
    view = choose_problems(page, qtbot)
    beans = view.cards[0].beans
    QTest.keyClick(beans, Qt.Key.Key_PageDown)
    assert not view.touched()  # the page moves, the vote does not
    beans.move_by(1)
    counted = beans.count()
    problem = now(page).chosen[0]
    form = study_form(view, page.desk, now(page), problem)
    write(form, **{"causes/1/words": "No pads"})
    save(form, qtbot)
    qtbot.waitUntil(lambda: any("No pads" in one.text() for one in view.findChildren(QLabel)))
    assert view.touched() and view.cards[0].beans.count() == counted


def test_votes_that_are_not_saved_are_asked_about_before_the_window_closes(
    page: RoundPage, qtbot: QtBot
) -> None:
    left: list[bool] = []
    assert page.may_close(lambda: left.append(True))
    count(lay(page, qtbot, "no-receipts").cards[0].beans, 2)
    assert not page.may_close(lambda: left.append(True)) and not left
    opened(page.window(), ConfirmDialog).accept()
    assert left == [True]


def test_a_tree_of_causes_is_typed_and_opens_again_as_it_was(page: RoundPage, qtbot: QtBot) -> None:
    view = choose_problems(page, qtbot)
    problem = now(page).chosen[0]
    form = study_form(view, page.desk, now(page), problem)
    answers = ("No pads", "No money", "Nobody asked", "No rule", "No meeting", "Far to walk")
    (more,) = [one for one in form.findChildren(Button) if one.words == "One more why"]
    press(more)
    for n, words in enumerate(answers, 1):
        write(form, **{f"causes/{n}/words": words})
    form.fields["causes/2/words"].editor.setFocus()
    QTest.keyClick(form.fields["causes/2/words"].editor, Qt.Key.Key_Return)
    assert form.focusWidget() is form.fields["causes/3/words"].editor
    choose(form, "causes/3/of", 1)
    choose(form, "causes/4/of", 0)
    choose(form, "causes/6/of", 4)
    save(form, qtbot)
    tree = list(zip(answers, (0, 1, 1, 0, 4, 4), strict=True))
    assert [(one.words, one.of) for one in now(page).studied[problem.id].causes] == tree
    again = study_form(view, page.desk, now(page), problem)
    write(again, **{"causes/2/words": ""})
    save(again, qtbot)
    shown = [(one.words, one.of) for one in now(page).studied[problem.id].causes]
    assert shown == [
        ("No pads", 0), ("Nobody asked", 1), ("No rule", 0), ("No meeting", 3), ("Far to walk", 3),
    ]  # fmt: skip


def test_tools_are_suggested_by_the_problem_and_own_ones_added(
    page: RoundPage, qtbot: QtBot
) -> None:
    choose_problems(page, qtbot)
    page.go_to(4)
    view = page.view
    assert isinstance(view, ToolsView)
    form = own_form(view, page.desk, now(page))
    assert refused(form, qtbot, "name")
    write(form, name="Song about receipts", cost="a drum")
    save(form, qtbot)
    idle(qtbot, page.desk)
    qtbot.waitUntil(lambda: "some work, a drum" in words_of(view))
    problem = now(page).chosen[0]
    suggested = {one.code for one in toolbox().tools_for(problem.card)}
    assert set(view.boxes[problem.id]) == suggested | {"own-1"}
    view.boxes[problem.id]["own-1"].setChecked(True)
    press_save(page, qtbot)
    assert now(page).chosen[0].tools == ("own-1",)


def test_an_own_tool_is_shown_beside_a_tick_that_is_not_saved(
    page: RoundPage, qtbot: QtBot
) -> None:
    choose_problems(page, qtbot)
    page.go_to(4)
    view = page.view
    assert isinstance(view, ToolsView)
    problem = now(page).chosen[0].id
    code, box = next(iter(view.boxes[problem].items()))
    box.setChecked(True)
    form = own_form(view, page.desk, now(page))
    write(form, name="Song about receipts")
    save(form, qtbot)
    qtbot.waitUntil(lambda: "own-1" in view.boxes[problem])
    assert view.touched() and view.boxes[problem][code].isChecked()
    press_save(page, qtbot)
    assert now(page).chosen[0].tools == (code,) and not view.touched()


def test_any_tool_that_was_ticked_on_paper_can_be_ticked_here(
    page: RoundPage, qtbot: QtBot
) -> None:
    prepare(page, qtbot)
    laid = lay(page, qtbot, "loans")
    form = lay_form(laid, page.desk, now(page))
    choose(form, "card", "")
    write(form, title="Goats at the tank")
    save(form, qtbot)
    idle(qtbot, page.desk)
    for card, number in zip(laid.cards, (5, 4), strict=True):
        count(card.beans, number)
    press_save(page, qtbot)
    page.go_to(4)
    view = page.view
    assert isinstance(view, ToolsView)
    every = {one.code for one in toolbox().tools}
    own, ready = (next(x.id for x in now(page).chosen if x.card == card) for card in ("", "loans"))
    assert set(view.boxes[own]) == every
    less = {one.code for one in toolbox().tools_for("loans")}
    assert set(view.boxes[ready]) == less
    for button in [one for one in view.findChildren(Button) if one.words == "All tools"]:
        press(button)
    assert set(view.boxes[ready]) == every and not view.touched()
    other = min(every - less)
    shelf = next(
        one for one in view.findChildren(Shelf) if one.isAncestorOf(view.boxes[ready][other])
    )
    assert shelf.search.hasFocus(), "thirty tools are searched rather than read"
    with qtbot.waitSignal(shelf.search.searched):
        QTest.keyClicks(shelf.search, "BOOK cash")
    left = [box for box in shelf.findChildren(CheckBox) if box.isVisible()]
    assert left and all("book" in said_by(box) and "cash" in said_by(box) for box in left)
    with qtbot.waitSignal(shelf.search.searched):
        QTest.keyClick(shelf.search, Qt.Key.Key_Escape)
    view.boxes[ready][other].setChecked(True)
    view.boxes[own][other].setChecked(True)
    press_save(page, qtbot)
    assert {one.id: one.tools for one in now(page).chosen if one.tools} == {
        own: (other,), ready: (other,),
    }  # fmt: skip
    assert set(view.boxes[ready]) == {*less, other}


def test_an_action_is_begun_from_the_step_with_its_problem_and_tool(
    page: RoundPage, qtbot: QtBot
) -> None:
    choose_problems(page, qtbot)
    page.go_to(5)
    press(next(one for one in page.view.findChildren(Button) if one.words == "Another action"))
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    form = opened(window, Form)
    write(form, **{"plan/title": "Ask each debtor"})
    save(form, qtbot)
    assert now(page).plan.actions[0].problem == now(page).chosen[0].id
    assert page.isVisible()


def test_a_visit_needs_somebody_who_came_and_something_seen(page: RoundPage, qtbot: QtBot) -> None:
    view = page.views[6]
    form = visit_form(view, page.desk, now(page))
    assert refused(form, qtbot, "by")
    write(form, by="Coaches")
    assert refused(form, qtbot, "decided")
    write(form, decided="Come again", next_on="99/99/2030")
    assert refused(form, qtbot, "next_on")
    write(form, next_on="09/09/2030")
    assert "at least one" in refused(form, qtbot, "women")
    women = form.fields["women"].editor
    assert isinstance(women, Beans)
    count(women, 1)
    write(form, next_on=f"{TODAY:%d/%m/%Y}")
    assert "does not come after" in refused(form, qtbot, "next_on")
    write(form, next_on="09/09/2030")
    save(form, qtbot)
    assert now(page).visits[0][2].next_on == date(2030, 9, 9)


def test_the_next_round_carries_on_and_shows_before_and_after(
    page: RoundPage, qtbot: QtBot
) -> None:
    prepare(page, qtbot)
    page.go_to(1)
    first = page.view
    assert isinstance(first, IntegrityView)
    count(first.cards[0].heaps[0], 8)
    press_save(page, qtbot)
    page.desk.go.emit("plan", "new")
    idle(qtbot, page.desk)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    form = opened(window, Form)
    write(form, **{"plan/title": "Pads"})
    save(form, qtbot)
    page.desk.go.emit("round", "follow")
    idle(qtbot, page.desk)
    ends = [one for one in page.view.findChildren(Button) if one.words == "End this round"]
    qtbot.waitUntil(ends[-1].isVisible)  # what was built anew is shown a moment later
    ends[-1].setFocus()
    ending = end_form(page.view, page.desk, now(page))
    write(ending, words="Pads run out in March")
    save(ending, qtbot)
    idle(qtbot, page.desk)
    follow = page.views[6]
    assert "Pads run out in March" in said(follow)
    here = page.window().focusWidget()
    assert here is not None and follow.isAncestorOf(here), "the keys stay on the step"
    assert isinstance(follow, FollowView)
    follow.begin(now(page))
    with qtbot.waitSignal(page.desk.changed):
        opened(window, ConfirmDialog).accept()
    idle(qtbot, page.desk)
    found = now(page)
    assert found.round is not None and found.round.id == 2
    assert page.view is page.views[0], "the next round begins at its first step"
    assert [one.title for one in found.plan.actions] == ["Pads"]
    assert found.before is not None and found.before.voted is not None
    page.go_to(6)
    page.grab()
    shown = said(page.view)
    assert "Pads run out in March" in shown and {"No", "Partly", "Yes"} <= set(shown)
    assert "Not answered yet" in shown, "nobody has voted in this round"


def test_the_wall_is_larger_and_everything_comes_back(page: RoundPage, qtbot: QtBot) -> None:
    before, window = scale(), page.window()
    assert isinstance(window, MainWindow)
    page.go_to(1)
    view = page.view
    assert isinstance(view, IntegrityView)
    page.set_projected(True)
    assert scale() > before and not window.shell.sidebar.isVisible()
    # At 3 m: 36 body letters fill the wall from top to bottom, unless they would then be too wide for it.
    assert em(14) >= round(min(window.height() / 36, window.width() / 640 * 14))
    heap = view.cards[0].heaps[0]
    assert heap.sizeHint().width() == em(168)
    QTest.keyClick(page.steps, Qt.Key.Key_Escape)
    assert scale() == before and window.shell.sidebar.isVisible() and em(10) > 0


def test_only_what_hangs_on_the_wall_is_dressed_anew(page: RoundPage, qtbot: QtBot) -> None:
    window, restyled = page.window(), list[QWidget]()
    assert isinstance(window, MainWindow)
    home = window.page("home")

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
                restyled.append(home)
            return False

    watch = Watch()
    for part in (home, *home.findChildren(QWidget)):
        part.installEventFilter(watch)
    page.set_projected(True)
    QTest.keyClick(window, Qt.Key.Key_F1)
    (help_,) = window.findChildren(HelpPanel)
    words = next(one for one in help_.findChildren(Words) if len(one.text()) > 20)
    assert words.fontInfo().pixelSize() == em(14)
    window.shell.help.close_it()  # type: ignore[union-attr]
    page.view.grab()
    shown = [one for one in page.view.findChildren(Words) if one.isVisible()]
    assert shown and min(one.fontInfo().pixelSize() for one in shown) >= em(12)
    large = em(14)
    window.go("home")
    assert em(14) < large and not page.projected and not page.styleSheet()
    assert not restyled


def test_ready_cards_are_picked_by_their_drawings_too(page: RoundPage) -> None:
    form = lay_form(page.views[3], page.desk, now(page))
    cards = form.fields["card"].editor
    assert isinstance(cards, ComboBox)
    assert cards.count() == len(toolbox().problems) + 1
    drawn = [cards.itemIcon(at) for at in range(cards.count())]
    assert not any(one.isNull() for one in drawn) and cards.iconSize().width() >= em(28)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_stay_inside_the_page(page: RoundPage, qtbot: QtBot, words: str) -> None:
    form = lay_form(page.views[3], page.desk, now(page))
    choose(form, "card", "")
    for name in ("title", "words"):
        editor = form.fields[name].editor
        editor.setText(words)  # type: ignore[attr-defined]  # a line
    save(form, qtbot)
    idle(qtbot, page.desk)
    page.go_to(3)
    page.grab()
    assert page.minimumSizeHint().width() <= 1024


def test_a_list_of_the_program_that_is_broken_is_named(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = tmp_path / "packs"
    shutil.copytree(packs.PACK, folder)
    (folder / "indicators.toml").write_text("unknown = 1", encoding="utf-8")
    (folder / "problems.toml").write_text("unknown = 1", encoding="utf-8")
    monkeypatch.setattr(packs, "toolbox", lambda: packs.read_toolbox(folder))
    for page in ("round", "plan", "questions"):
        window.go(page)
        idle(qtbot, window.desk)
        assert any("indicators.toml" in words for words in said(window.page(page)))
    window.go("round")
    round_ = window.page("round")
    assert isinstance(round_, RoundPage)
    press(round_._begin)
    idle(qtbot, window.desk)
    assert any(note.isVisible() for note in round_.findChildren(Note))
    round_.set_projected(True)  # before the assembly only the step
    assert not any(note.isVisible() for note in round_.findChildren(Note))
    round_.set_projected(False)
    assert any(note.isVisible() for note in round_.findChildren(Note))
    path = window.desk.book.path
    for what in ("indicators", "questions", "board"):
        assert main(["show", str(path), what]) == 0
        assert "indicators.toml" in capsys.readouterr().out
