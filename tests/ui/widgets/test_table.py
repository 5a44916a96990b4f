"""Tables and lists of people."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import LIGHT, apply, em
from imt_desktop.ui.widgets import Card, Column, PeopleList, PersonLine, RowsModel, Table
from imt_desktop.ui.widgets.cell_look import CellLook
from imt_desktop.ui.widgets.column_widths import share_out
from imt_desktop.ui.widgets.draw import lines_of
from imt_desktop.ui.widgets.states import State, late, question
from imt_desktop.ui.widgets.wrapped import WrappedCell

LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True, slots=True)
class Entry:
    number: int
    what: str
    amount: int
    kind: str = ""


ROWS = [
    Entry(0, "Brought forward", 6800, "forward"),
    Entry(213, "Diesel, 40 litres", 7240),
    Entry(214, "Pipe fittings", 3450, "void"),
    Entry(215, "Pipe fittings", 3450),
]


def columns() -> list[Column[Entry]]:
    return [
        Column("Number", lambda row: str(row.number), strikes=True, key=lambda row: row.number),
        Column(
            "What for",
            lambda row: row.what,
            note=lambda row: "Cancelled: wrong payee" if row.kind == "void" else "",
            second=lambda row: question("more than usual") if row.number == 213 else "",
            strikes=True,
            stretch=1,
        ),
        Column("State", lambda row: "", state=lambda row: late("late") if row.kind else None),
        Column("Out", lambda row: f"{row.amount:,}", right=True, bold=True),
    ]


@pytest.fixture
def table(window) -> Table:
    made = Table(
        columns(),
        "Cash book",
        forward=lambda row: row.kind == "forward",
        struck=lambda row: row.kind == "void",
        identity=lambda row: row.number,
    )
    made.set_rows(ROWS)
    card = Card(flush=True)
    card.add(made, 1)
    window.put(card)
    return made


def test_the_first_press_into_a_list_that_stands_at_its_end_chooses_the_row_under_it(
    table: Table, qtbot: QtBot
) -> None:
    table.set_rows([Entry(number, "Diesel", 10) for number in range(300)])
    table.scrollToBottom()
    place = QPoint(20, table.viewport().height() // 2)
    under = table.rows_model.rows[table.rowAt(place.y())]
    assert not table.hasFocus()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert table.hasFocus() and table.row() == under


def test_who_comes_in_by_tab_stands_on_the_first_row_in_sight(table: Table) -> None:
    table.set_rows([Entry(number, "Diesel", 10) for number in range(300)])
    table.scrollToBottom()
    first = table.rowAt(0)
    assert first > 0
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.currentIndex().row() == first and table.row() is None


@pytest.mark.parametrize("kind", ["table", "people"])
def test_the_first_click_meets_the_row_under_the_pointer(window, qtbot: QtBot, kind: str) -> None:
    """Where the list stands at its end and has not had the focus yet."""
    rows = [Entry(at, f"Row {at}", at) for at in range(200)]
    made = Table(columns()) if kind == "table" else PeopleList(lambda row: PersonLine(row.what))
    other = QPushButton()
    window.put(other, made)
    other.setFocus()
    made.set_rows(rows)
    qtbot.waitUntil(lambda: made.verticalScrollBar().maximum() > 0)
    made.scrollToBottom()
    middle = made.viewport().rect().center()
    wanted = made.indexAt(middle).row()
    with qtbot.waitSignal(made.clicked) as heard:
        qtbot.mouseClick(window.windowHandle(), LEFT, pos=made.viewport().mapTo(window, middle))
    assert heard.args[0].row() == wanted > 100
    assert made.currentIndex().row() == wanted


def test_the_model_obeys_qt(qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns())
    model.set_rows(ROWS)
    qtmodeltester.check(model)


def test_the_list_model_obeys_qt(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    people = PeopleList(lambda row: PersonLine(row.what))
    qtbot.addWidget(people)
    people.set_rows(ROWS)
    qtmodeltester.check(people.rows_model)


def test_a_click_chooses_a_row(qtbot: QtBot, table: Table) -> None:
    where = table.visualRect(table.rows_model.index(1, 1)).center()
    with qtbot.waitSignal(table.chosen) as heard:
        qtbot.mouseClick(table.viewport(), LEFT, pos=where)
    assert heard.args == [ROWS[1]]
    assert table.row() == ROWS[1]


def test_arrows_move_and_enter_opens(qtbot: QtBot, table: Table) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.row() == ROWS[2]
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [ROWS[2]]


def test_the_chosen_row_survives_a_refresh(qtbot: QtBot, table: Table) -> None:
    table.choose(ROWS[3])
    changed = Entry(215, "Pipe fittings, corrected", 3450)
    with qtbot.assertNotEmitted(table.chosen):
        table.set_rows([ROWS[0], changed])
    assert table.row() == changed
    with qtbot.waitSignal(table.chosen) as heard:
        table.set_rows(ROWS[:1])
    assert heard.args == [None]


def test_a_head_sorts_by_its_key_and_the_row_stays_chosen(qtbot: QtBot, table: Table) -> None:
    table.choose(ROWS[1])
    head = table.horizontalHeader()
    for expected in ([0, 213, 214, 215], [215, 214, 213, 0]):
        qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(20, 10))
        assert [row.number for row in table.rows()] == expected
    assert table.row() == ROWS[1]


def test_rows_are_as_high_as_their_lines(table: Table) -> None:
    assert [table.rowHeight(n) for n in range(4)] == [36, 48, 36, 36]
    assert table.content_height() == 33 + 36 * 3 + 48


def test_a_row_is_not_as_high_as_the_one_that_stood_there_before(table: Table) -> None:
    table.set_rows([ROWS[1], ROWS[0], *ROWS[2:]])
    assert [table.rowHeight(n) for n in range(4)] == [48, 36, 36, 36]


def test_what_finds_no_room_goes_on_over_empty_cells(window) -> None:
    """As in a spreadsheet: the names of those who counted, where no amount stands."""
    long = "Counted by Grace Example and Joseph Sample"
    shown = {}
    for spreads in (lambda _row: False, lambda _row: True):
        first = Column[Entry]("What for", lambda row: row.what, width=90, spreads=spreads)
        out = Column[Entry]("Out", lambda row: str(row.amount or ""), right=True, width=300)
        made = Table([first, out], "Cash book")
        made.set_rows([Entry(1, long, 0), Entry(2, long, 7)])
        window.put(made)
        image = made.viewport().grab().toImage()
        for at in (0, 1):
            cell = made.visualRect(made.rows_model.index(at, 1)).adjusted(4, 2, -60, -3)
            inks = {image.pixel(x, y) for x in range(cell.left(), cell.right(), 2)
                    for y in range(cell.top(), cell.bottom())}  # fmt: skip
            shown[spreads(None), at] = len(inks) > 1
    assert shown == {(False, 0): False, (False, 1): False, (True, 0): True, (True, 1): False}


def test_a_screen_reader_hears_note_and_second_line(table: Table) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    model = table.rows_model
    assert model.data(model.index(2, 1), spoken) == "Pipe fittings, Cancelled: wrong payee"
    assert model.data(model.index(1, 1), spoken) == "Diesel, 40 litres, more than usual"


def test_a_row_is_copied(qtbot: QtBot, table: Table) -> None:
    table.choose(ROWS[3])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "215\tPipe fittings\t\t3,450"


def _pixel(table: Table, row: int, x: int = 2) -> str:
    image: QImage = table.viewport().grab().toImage()
    return QColor(
        image.pixel(x, table.visualRect(table.rows_model.index(row, 0)).center().y())
    ).name()


def test_rows_are_painted_by_their_kind(qtbot: QtBot, table: Table) -> None:
    table.choose(ROWS[1])
    assert _pixel(table, 1) == LIGHT.teal.lower()
    assert _pixel(table, 1, 6) == LIGHT.teal_tint.lower()
    assert _pixel(table, 0) == LIGHT.sunk.lower()
    assert _pixel(table, 3) == LIGHT.card.lower()


def test_columns_fill_the_width_and_amounts_are_not_cut(qtbot: QtBot, table: Table) -> None:
    def widths() -> list[int]:
        return [table.columnWidth(n) for n in range(4)]

    qtbot.waitUntil(lambda: sum(widths()) == table.viewport().width())
    amount = widths()[3]
    table.window().resize(340, 480)
    qtbot.waitUntil(lambda: sum(widths()) == table.viewport().width())
    assert widths()[3] == amount


def test_sharing_out_takes_from_words_only() -> None:
    shared = share_out(columns(), [60, 300, 100, 80], 340, 64)
    assert sum(shared) == 340
    assert shared[3] == 80
    assert sum(share_out(columns(), [60, 300, 100, 80], 100, 64)) > 100
    firm = [Column[Entry](head, str, firm=True) for head in ("How", "Result")]
    wrapping = [Column[Entry]("What", str, wraps=True), *firm]
    assert share_out(wrapping, [400, 150, 150], 440, 64) == [140, 150, 150], "before firm ones"
    assert share_out(columns(), [60, 100, 100, 80], 400, 64) == [60, 160, 100, 80]


def test_sharing_out_takes_from_the_widest_first_and_from_names_of_bills_last() -> None:
    narrow = [Column("Date", str), Column("Who", str), Column("Why", str)]
    assert share_out(narrow, [90, 300, 200], 400, 64) == [90, 155, 155]
    firm = [Column("Bill", str, firm=True), Column("State", str), Column("Owed", str, right=True)]
    assert share_out(firm, [200, 250, 70], 420, 64) == [200, 150, 70]
    assert share_out(firm, [5000, 100, 70], 420, 64) == [250, 100, 70]


def test_double_text_doubles_the_rows(qapp: QApplication, table: Table) -> None:
    apply(qapp, "dark", 2.0)
    assert table.rowHeight(0) == 72
    assert _pixel(table, 3) != LIGHT.card.lower()


@pytest.fixture
def people(window) -> PeopleList:
    def show(row: Entry) -> PersonLine:
        state = State("bad", "late") if row.kind else None
        return PersonLine(row.what, str(row.number), state, amount=str(row.amount))

    made = PeopleList(show, "Members", identity=lambda row: row.number)
    made.set_rows(ROWS)
    window.put(made)
    return made


def test_a_long_list_is_laid_out_bit_by_bit_and_a_far_row_comes_into_view(
    qtbot: QtBot, window
) -> None:
    measured = []

    def show(row: int) -> PersonLine:
        measured.append(row)
        return PersonLine(f"Household {row}")

    people = PeopleList(show, "Members")
    window.put(people)
    people.set_rows(range(3000))
    people.choose(2500)
    assert len(set(measured)) < 1000, "the window may go on before all have their place"
    far = people.currentIndex()
    qtbot.waitUntil(lambda: people.viewport().rect().intersects(people.visualRect(far)))


def test_a_person_is_chosen_and_opened(qtbot: QtBot, people: PeopleList) -> None:
    where = people.visualRect(people.rows_model.index(1, 0)).center()
    with qtbot.waitSignal(people.chosen) as heard:
        qtbot.mouseClick(people.viewport(), LEFT, pos=where)
    assert heard.args == [ROWS[1]]
    with qtbot.waitSignal(people.opened):
        qtbot.keyClick(people, Qt.Key.Key_Return)


def test_a_long_name_wraps_and_is_never_cut(qtbot: QtBot, people: PeopleList) -> None:
    people.set_rows([Entry(1, "Rose Ndunge Mwende wa Kilonzo na Mutinda", 3)])
    assert people.visualRect(people.rows_model.index(0, 0)).height() == 64
    people.window().resize(200, 480)
    qtbot.waitUntil(lambda: people.visualRect(people.rows_model.index(0, 0)).height() > 64)


def test_a_long_reason_is_read_in_full(qtbot: QtBot, window) -> None:
    why = "No reading: the meter was not read; a late fee or a fine only, and what comes of it"
    made = PeopleList(
        lambda row: PersonLine(row, second=why if row == "B" else "left"), compact=True
    )
    window.put(made)
    window.resize(260, 300)
    made.set_rows(["A", "B"])
    short, long = (made.visualRect(made.rows_model.index(at, 0)).height() for at in range(2))
    lines = lines_of(why, CellLook().small.font, made.viewport().width() - 32, 4)
    assert len(lines) > 1 and " ".join(lines) == why
    assert long == short + (len(lines) - 1) * CellLook().small.height


def test_what_stands_under_a_tall_row_is_drawn(qtbot: QtBot, window) -> None:
    made = PeopleList(
        lambda row: PersonLine("Amina", "Treasurer", under="signs with a PIN" if row == "B" else "")
    )
    window.put(made)
    made.set_rows(["A", "B"])
    plain, more = (made.visualRect(made.rows_model.index(at, 0)) for at in range(2))
    assert more.height() == plain.height() + CellLook().second.height
    picture = made.viewport().grab().toImage()
    below = range(more.bottom() - 26, more.bottom() - 4)
    inks = {picture.pixel(x, y) for x in range(16, 120) for y in below}
    assert len(inks) > 2  # words, not only the ground


def test_the_chosen_person_survives_a_refresh(qtbot: QtBot, people: PeopleList) -> None:
    people.choose(ROWS[1])
    with qtbot.assertNotEmitted(people.chosen):
        people.set_rows(ROWS[1:])
    assert people.row() == ROWS[1]
    with qtbot.waitSignal(people.chosen) as heard:
        people.set_rows([])
    assert heard.args == [None]


def test_a_person_is_read_out() -> None:
    line = PersonLine("Rose", "031", State("warn", "1 month"), amount="140")
    assert line.spoken() == "Rose, 031, 1 month, 140"


def test_the_end_of_the_list_asks_for_the_next_rows_once(qtbot: QtBot) -> None:
    model = RowsModel([Column[int]("Number", str)])
    with qtbot.waitSignal(model.more_wanted):
        model.set_rows([1, 2], more=True)
        assert model.canFetchMore()
        model.fetchMore()
    assert not model.canFetchMore()  # they are on their way
    model.add_rows([3], more=True)
    assert model.rows == [1, 2, 3] and model.rowCount() == 3 and model.canFetchMore()
    model.add_rows([], more=False)
    assert not model.canFetchMore()
    model.set_rows([9])
    assert model.rows == [9] and not model.canFetchMore()


def test_an_explanation_takes_as_many_lines_as_it_needs(window) -> None:
    said = "9 m³: 7 within the minimum of S/\xa015.00, 2 at S/\xa02.50 = S/\xa020.00"
    made = Table(
        [
            Column("No.", lambda row: str(row), width=40),
            Column("How", lambda row: said if row else "short", stretch=1, wraps=True,
                   second=lambda row: question("more than usual, " * 4) if row else ""),
            Column("S/", lambda row: "20.00", right=True),
        ],
        "Bills",
    )  # fmt: skip
    card = Card(flush=True)
    card.add(made, 1)
    window.put(card)
    window.resize(360, 400)
    made.set_rows(range(60))

    def drawn() -> WrappedCell:
        look, column = CellLook(), made.rows_model.columns[1]
        return WrappedCell(look, look.body, column, 1, made.columnWidth(1) - 24)

    assert " ".join(drawn().lines) == said  # no sum is parted from its currency
    assert "…" not in "".join((*drawn().lines, *drawn().under))
    assert len(drawn().lines) > 1 and len(drawn().under) > 1
    assert made.rowHeight(0) < made.rowHeight(1) == drawn().height
    made.choose(59)
    assert made.rowHeight(59) == drawn().height
    assert made.visualRect(made.rows_model.index(59, 1)).bottom() <= made.viewport().height()
    narrow = drawn().height
    window.resize(2400, 400)
    made.scrollToTop()
    assert made.rowHeight(1) == drawn().height < narrow


def test_the_second_lines_of_a_long_table_are_asked_for_as_they_come_into_sight(window) -> None:
    asked: set[int] = set()

    def second(row: int) -> str:
        asked.add(row)
        return "under it" if row % 2 else ""

    made = Table([Column("How", str, second=second, stretch=1, wraps=True)], "Bills")
    window.put(made)
    window.resize(360, 400)
    made.set_rows(range(100_000))
    assert len(asked) < 1000
    made.choose(99_999)
    assert 99_999 in asked and len(asked) < 1000
    assert made.rowHeight(99_998) < made.rowHeight(99_999)


def test_dates_and_amounts_far_down_in_a_long_table_are_whole(window) -> None:
    asked: set[int] = set()

    def amount(row: int) -> str:
        asked.add(row)
        return "−1,234,567,890.00" if row == 7_777 else "0"

    made = Table(
        [
            Column(
                "Date",
                lambda row: "30 September 2026" if 99_990 < row < 99_999 else "1 May",
                firm=True,
            ),
            Column("What for", lambda row: "water " * 9, stretch=1, wraps=True),
            Column("Balance", amount, right=True, bold=True),
        ],
        "History",
    )
    window.put(made)
    window.resize(460, 400)
    made.set_rows(range(100_000))
    assert made.columnWidth(2) < CellLook().bold.width("−1,234,567,890.00")
    made.scrollTo(made.rows_model.index(7_777, 0))
    assert made.columnWidth(2) >= CellLook().bold.width("−1,234,567,890.00") + 24
    made.scrollToBottom()
    assert made.columnWidth(0) >= CellLook().body.width("30 September 2026") + 24
    assert len(asked) < 1000


def test_under_a_state_that_wraps_nothing_is_cut(window) -> None:
    long = "KSh 450 is disputed, warned on 7 November 2026"
    made = Table(
        [
            Column("Household", lambda row: row.what, stretch=1),
            Column(
                "Where they stand", lambda row: "", state=lambda row: late("last warning is reached"),
                second=lambda row: long if row.number else "", stretch=1, wraps=True,
            ),
        ],
        "Behind", 56,
    )  # fmt: skip
    made.set_rows(ROWS)
    window.put(made)
    window.resize(400, 400)
    look, column = CellLook(), made.rows_model.columns[1]
    drawn = WrappedCell(look, look.body, column, ROWS[1], made.columnWidth(1) - 24)
    assert " ".join(drawn.lines) == "Last warning is reached"
    assert " ".join(drawn.under) == long and len(drawn.under) > 1
    assert made.rowHeight(0) == made._row_height < made.rowHeight(1) == drawn.height


def test_a_second_line_that_yields_takes_no_room_from_names_and_states(window) -> None:
    long = "KSh 450 is disputed, warned on 7 November 2026"
    made = Table(
        [
            Column("Household", lambda row: row.what, second=lambda row: long, stretch=1, yields=True),
            Column(
                "Where they stand", lambda row: "", state=lambda row: late("last warning is reached"),
                second=lambda row: long, stretch=1, yields=True,
            ),
            Column("Overdue", lambda row: f"{row.amount:,}", right=True),
        ],
        "Behind",
    )  # fmt: skip
    made.set_rows(ROWS)
    made.resize(480, 300)
    window.put(made)
    window.resize(480, 300)
    state = made.rows_model.columns[1]
    assert made.columnWidth(1) >= made._cells.look.state.width(state.state(ROWS[0]).shown) + 22
    assert made.columnWidth(0) >= made._cells.look.body.width("Brought forward")
    assert sum(made.columnWidth(at) for at in range(3)) <= made.viewport().width()


def test_a_note_that_finds_no_room_goes_below_and_is_not_cut(qtbot: QtBot) -> None:
    column = Column[int](
        "What for", lambda _: "Sales at the kiosk", note=lambda _: "County office of water",
        icon=lambda _: "coins", wraps=True,
    )  # fmt: skip
    look = CellLook()
    wide, narrow = (WrappedCell(look, look.body, column, 1, room) for room in (600, 200))
    assert narrow.height > wide.height
    assert wide.height == em(36)
    drawn = WrappedCell(look, look.body, column, 1, 200)
    assert drawn.below == ["County office of water"]
