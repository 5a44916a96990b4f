"""Cards, facts, badges, steps, words and the rows that wrap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import (
    Avatar,
    Badge,
    Button,
    Card,
    Choice,
    ChoiceCards,
    ChoosableSteps,
    Column,
    ComboBox,
    EvenRow,
    Fact,
    FlowRow,
    Note,
    Panes,
    PeopleList,
    PersonLine,
    StateLine,
    StateWord,
    Steps,
    Table,
    Words,
    states,
    steps_until,
)
from imt_desktop.ui.widgets.avatar import initials
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.tips import plain_tip

LEFT = Qt.MouseButton.LeftButton


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_fact_is_pressed_and_read_out_whole(qtbot: QtBot, window) -> None:
    fact = Fact("wallet", "In hand", "KSh 186,150", ("Cash box 12,350", "Bank 168,400"))
    window.put(fact)
    assert name_of(fact) == "In hand, KSh 186,150, Cash box 12,350, Bank 168,400"
    with qtbot.waitSignal(fact.clicked):
        qtbot.mouseClick(fact, LEFT)
    fact.set_figure("KSh 5", states.late("over the limit"))
    assert name_of(fact) == "In hand, KSh 5, over the limit"


def test_a_fact_grows_with_its_lines(qtbot: QtBot) -> None:
    fact = Fact("wallet", "In hand", "KSh 186,150", ("Cash box 12,350", "Bank 168,400"))
    assert fact.heightForWidth(190) > fact.heightForWidth(400)
    assert fact.minimumSizeHint().width() < 220


def test_a_chosen_account_stays_chosen(qtbot: QtBot, window) -> None:
    fact = Fact("wallet", "Cash box", "KSh 1", choosable=True)
    window.put(fact)
    qtbot.mouseClick(fact, LEFT)
    assert fact.isChecked()


def test_a_state_is_shape_and_word(qtbot: QtBot) -> None:
    badge = Badge(states.late("2 late"))
    assert (badge.state.shape, badge.state.ink) == ("triangle-alert", "bad")
    assert name_of(badge) == "2 late"
    wide = badge.sizeHint().width()
    badge.set_state(states.under_way("14 under way at the moment"))
    assert badge.sizeHint().width() > wide
    shapes = [
        make("x").shape
        for make in (
            states.done, states.due, states.late, states.refused, states.under_way, states.not_yet,
            states.cut_off, states.history_changed, states.older_copy, states.question,
        )
    ]  # fmt: skip
    assert len(set(shapes)) == len(shapes)
    assert StateWord(states.done("Done")).sizeHint().height() == 24


def test_a_state_as_a_sentence_wraps(qtbot: QtBot) -> None:
    line = StateLine(states.done("Paid"))
    qtbot.addWidget(line)
    line.set_state(states.late("Broken: 2 instalments are late, since the last day of October"))
    assert line.minimumSizeHint().width() < 200
    assert line.heightForWidth(160) > line.heightForWidth(600) > 0
    assert line.state.tone == "bad"


def test_steps_say_where_one_is() -> None:
    steps = Steps(steps_until(("Readings", "Preview", "Bill"), 1))
    assert steps.accessibleName() == "Preview"
    assert steps.minimumSizeHint().width() < steps.sizeHint().width()
    assert [step.state for step in steps_until(("a", "b"), 1)] == ["done", "now"]


def test_words_are_never_markup(qtbot: QtBot) -> None:
    words = Words("<b>Jose</b> & sons")
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert plain_tip("<b>Jose") == "<p>&lt;b&gt;Jose</p>"
    assert plain_tip("") == ""


def test_words_wrap_but_amounts_do_not() -> None:
    words = Words("Bring in the list you have, or type the first household")
    assert words.minimumSizeHint().width() < words.sizeHint().width() / 3
    assert words.heightForWidth(120) > words.sizeHint().height()
    amount = Words("KSh 1,017.50", "title", right=True)
    assert amount.minimumSizeHint().width() == amount.sizeHint().width()


def test_a_card_has_a_foot_once_asked_for(qtbot: QtBot, window) -> None:
    card = Card("To do", "4 open", ruled=True, flush=True)
    card.add(Note("Nothing is booked yet."))
    foot = card.foot()
    assert card.foot() is foot
    foot.addStretch()
    foot.addWidget(Button("The whole year", "quiet"))
    window.put(card)
    assert card.accessibleName() == "To do"
    card.set_title("Done")
    assert card.accessibleName() == "Done"


def test_initials() -> None:
    assert [initials(name) for name in ("Amina Wanjiru", "Rose M. Ndunge", "Kiboko", "")] == [
        "AW", "RN", "K", "",
    ]  # fmt: skip
    assert name_of(Avatar("Amina Wanjiru")) == "Amina Wanjiru"


def _shown(qtbot: QtBot, widget: QWidget, wide: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(wide, 300)
    widget.show()
    return widget


def test_a_flow_wraps(qtbot: QtBot) -> None:
    buttons = [Button("Print this preview") for _ in range(3)]
    row = _shown(qtbot, FlowRow(buttons), 800)
    assert len({button.y() for button in buttons}) == 1
    row.resize(250, 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 3)


def test_even_columns_become_fewer(qtbot: QtBot) -> None:
    facts = [Fact("wallet", "In hand", "KSh 186,150") for _ in range(4)]
    row = _shown(qtbot, EvenRow(facts), 900)
    assert len({fact.y() for fact in facts}) == 1
    assert len({fact.width() for fact in facts}) == 1
    row.resize(500, 300)
    qtbot.waitUntil(lambda: len({fact.y() for fact in facts}) == 2)
    row.resize(200, 600)
    qtbot.waitUntil(lambda: len({fact.y() for fact in facts}) == 4)


def test_a_panel_goes_below(qapp: QApplication, qtbot: QtBot) -> None:
    main, panel = Card("Main"), Card("Panel")
    panes = Panes(main, panel, 304)
    _shown(qtbot, panes, 900)
    assert panes.is_beside
    assert (panel.x(), panel.width()) == (900 - 304, 304)
    panes.resize(790, 600)
    qtbot.waitUntil(lambda: panel.width() == 790 - 16 - 480)
    panes.resize(700, 600)
    qtbot.waitUntil(lambda: panel.y() > main.y())
    assert panel.width() == 700
    panes.resize(900, 600)
    apply(qapp, "light", 2.0)
    assert not panes.is_beside


def test_a_bar_parts_left_and_right_and_wraps(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    bar = BarLayout()
    leave, save = Button("Leave", "quiet"), Button("Save and print the receipt", "primary")
    bar.addWidget(leave)
    bar.addStretch()
    bar.addWidget(save)
    column.addLayout(bar)
    _shown(qtbot, holder, 600)
    assert (leave.x(), save.x() + save.width()) == (0, 600)
    holder.resize(180, 300)
    qtbot.waitUntil(lambda: save.y() > leave.y())


def test_the_main_pane_takes_what_a_hidden_panel_leaves(window) -> None:
    main, panel = Card("Main"), Card("Panel")
    panes = Panes(main, panel, 304)
    window.put(panes)
    panel.hide()
    panes.layout().activate()
    assert main.width() == panes.width()


def test_a_title_has_a_line_of_its_own_before_it_stands_word_by_word(window) -> None:
    room = QWidget()
    bar = BarLayout(room, gap=12)
    title = Words("Avisos y estados de cuenta", "title", wrap=True)
    bar.addWidget(title, 1)
    bar.addStretch()
    buttons = [
        Button(words, listen=False) for words in ("Elija una hoja", "Emitidas antes", "Excel")
    ]
    for button in buttons:
        bar.addWidget(button)
    window.put(room)
    beside = sum(button.sizeHint().width() + 12 for button in buttons)
    for width, lines in ((beside + 200, 1), (beside + 60, 2)):
        bar.place(QRect(0, 0, width, bar.heightForWidth(width)), move=True)
        tops = {button.geometry().center().y() for button in buttons}
        assert len(tops) == 1, "the buttons stand beside each other"
        assert (title.geometry().bottom() < min(b.geometry().top() for b in buttons)) == (
            lines == 2
        )


def test_the_name_of_the_step_keeps_its_distance_from_the_next_ring(qtbot: QtBot) -> None:
    names = ("Preparing", "Preview", "Bill", "Print")
    steps = ChoosableSteps(steps_until(names, 1), "Step")
    qtbot.addWidget(steps)
    steps.resize(steps.minimumSizeHint())
    drawn = steps.grab().toImage()
    ground = drawn.pixelColor(0, 0)
    dark = [
        any(drawn.pixelColor(x, y) != ground for y in range(drawn.height()))
        for x in range(drawn.width())
    ]
    last = max(x for x, on in enumerate(dark) if on)
    gaps, run = [], 0
    for on in dark[: last + 1]:
        if on and run >= 10:
            gaps.append(run)
        run = 0 if on else run + 1
    assert len(gaps) == len(names), "a gap of 10 pixels or more on both sides of each ring"
    assert not dark[0] and last < drawn.width() - 1, "room for a frame round them"


def test_states_begin_with_a_capital_wherever_their_words_come_from(window) -> None:
    assert states.late("late by 2 weeks").shown == "Late by 2 weeks"
    assert states.done("").shown == ""
    line = StateLine(states.due("à payer"))
    window.put(line)
    assert line.findChild(Words).words() == "À payer"


def test_an_icon_that_gives_way_loses_its_key_and_all_the_room_of_it(qtbot: QtBot, window) -> None:
    bar = QWidget()
    layout = BarLayout(bar)
    find = Button("", icon="search", key="Ctrl+K", says="Find")
    layout.addWidget(Words("A title of some words", "title"), 1)
    layout.addWidget(find)
    layout.give_way(find)
    window.put(bar)
    whole = layout.wish().width()
    for width, least in ((whole, False), (whole - 4, True)):
        layout.place(QRect(0, 0, width, 48), move=True)
        wanted = find.minimumSizeHint() if least else find.sizeHint()
        assert (find.width(), find.shows_key) == (wanted.width(), not least)


@pytest.mark.parametrize(
    "make",
    [
        Words,
        lambda name: Button(name, "quiet"),
        lambda name: Fact("wallet", name, name, (name,)),
        lambda name: Badge(states.done(name)),
        lambda name: ComboBox([Choice(name, 1)]),
        lambda name: ChoiceCards([Choice(name, 1, "wallet", name)]),
        lambda name: _list(PersonLine(name, second=name)),
        lambda name: _table(name),
    ],
    ids=["words", "button", "fact", "badge", "box", "card", "list", "table"],
)
def test_a_sign_that_turns_letters_round_turns_none_on_screen(
    window, make: Callable[[str], QWidget]
) -> None:
    plain, turning = make("Ann Eve, no. 12"), make("Ann\u202e Eve\u2066, no. 12")
    window.put(plain, turning)
    turning.resize(plain.size())
    assert turning.grab().toImage() == plain.grab().toImage()


def _list(line: PersonLine) -> PeopleList:
    made = PeopleList(lambda row: row)
    made.set_rows([line])
    return made


def _table(name: str) -> Table:
    made = Table([Column(name, lambda row: row, stretch=1)])
    made.set_rows([name])
    return made


def test_a_name_from_right_to_left_turns_no_sentence_round(window) -> None:
    latin, arabic = (
        Words(f"{name} paid KSh 450, receipt 12.", wrap=False) for name in ("Jose", "محمد علي")
    )
    window.put(latin, arabic)
    assert arabic.words() == "محمد علي paid KSh 450, receipt 12."
    blank = QRect(window.width() - 80, 0, 80, latin.height())
    window.resize(600, 200)
    assert arabic.grab(blank).toImage() == latin.grab(blank).toImage()
