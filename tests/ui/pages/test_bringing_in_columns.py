"""What the file holds: columns found or chosen by hand, and what is asked once and never guessed."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from imt_desktop.ui.pages.bringing_in.columns_card import NOTHING, ColumnPicker
from imt_desktop.ui.widgets import ChoiceCard, ConfirmDialog
from tests.ui.pages.spreadsheets import Sitting


def picker(sitting: Sitting, name: str) -> ColumnPicker:
    found = sitting.page.views.what.columns.fields[name].editor
    assert isinstance(found, ColumnPicker)
    return found


def member(sitting: Sitting, *names: str, path: Path) -> None:
    """Bring members in, so that there is somebody who pays."""
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(names, 1))
    sitting.csv(path, f"No,Name\n{rows}", "members.csv")
    sitting.go()
    sitting.go()
    QTest.keyClick(sitting.window, Qt.Key.Key_Escape)


def test_a_missing_column_is_said_beside_its_field_and_chosen_by_hand(
    fresh: Sitting, tmp_path: Path
) -> None:
    fresh.csv(tmp_path, "No,Who lives there,Where\n1,Ann,Juu\n2,Ben,Chini\n")
    columns = fresh.page.views.what.columns
    assert columns.fields["name"].error == "Choose the column: it is needed."
    fresh.go()
    assert fresh.step is fresh.page.views.what
    assert fresh.page.bar.told.text() == "1 thing is missing"
    fresh.pick(picker(fresh, "name").boxes[0], 1)
    assert columns.fields["name"].error is None
    assert picker(fresh, "name").samples.text() == "Ann, Ben"
    fresh.pick(picker(fresh, "zone").boxes[0], 2)
    fresh.go()
    assert [fresh.cells(at)[1:4] for at in (0, 1)] == [["1", "Ann", "Juu"], ["2", "Ben", "Chini"]]


def test_a_name_spread_over_columns_is_put_together_by_hand(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,Name,Clan,And\n1,Ann,x,Kilonzo\n")
    names = picker(fresh, "name")
    fresh.press(names.more)
    assert len(names.boxes) == 2
    assert fresh.window.focusWidget() is names.boxes[1]
    fresh.pick(names.boxes[1], 3)
    assert names.value() == (1, 3)
    fresh.go()
    assert fresh.cells(0)[2] == "Ann Kilonzo"
    assert "nothing is taken: Clan" in fresh.page.views.preview.notices.words()
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.pick(names.boxes[0], NOTHING)
    assert names.value() == (3,)
    assert len(names.boxes) == 1


def test_what_was_mapped_by_hand_stands_on_its_card_once_it_is_in_the_book(
    fresh: Sitting, tmp_path: Path
) -> None:
    fresh.csv(tmp_path, "a,b,c\n1,Ann,x\n", "odd.csv")
    what = fresh.page.views.what
    fresh.choose(what.kinds, "members")
    fresh.pick(picker(fresh, "name").boxes[0], 2)
    fresh.go()
    fresh.go()
    fresh.take(tmp_path / "odd.csv")
    fresh.choose(what.kinds, "members")
    card = next(one for one in what.kinds.findChildren(ChoiceCard) if one.choice.value == "members")
    assert card.choice.second.startswith("in the book: entry ")


def test_first_names_and_surnames_are_found_by_themselves(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,First name,Surname\n1,Ann,Kilonzo\n")
    assert picker(fresh, "name").value() == (1, 2)


def test_the_row_with_the_headers_can_be_another_one(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,Name\nNo,Jina\n1,Ann\n")
    what = fresh.page.views.what
    fresh.pick(what.header.editor, 2)
    fresh.go()
    assert len(fresh.page.views.preview.table.rows()) == 1
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.pick(what.header.editor, 0)
    assert what.columns.fields["name"].error is not None
    fresh.pick(picker(fresh, "name").boxes[0], 1)
    fresh.go()
    assert len(fresh.page.views.preview.table.rows()) == 3


def test_words_that_no_list_knows_are_asked_once(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,Name,Status\n1,Ann,Hapo\n2,Ben,hapo\n3,Cleo,imekatwa\n")
    words = fresh.page.views.what.questions.words
    ((key, field),) = words.fields.items()
    assert (key, field.label) == (("status", "hapo"), "“Hapo”")
    fresh.go()
    assert len(fresh.wrong()) == 2
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.pick(words.fields[key].editor, "active")
    assert words.fields[key].isVisible()
    fresh.go()
    fresh.go()
    assert [row.status for row in fresh.members()] == ["active", "active", "cut-off"]


def test_a_state_within_a_remark_is_proposed_and_can_be_put_right(
    fresh: Sitting, tmp_path: Path
) -> None:
    fresh.csv(
        tmp_path,
        "Na,Jina,Maelezo\n1,Ann,alihama Kitui 2025\n2,Ben,by the left gate\n3,Cleo,pays late\n",
    )
    fields = fresh.page.views.what.questions.words.fields
    assert [field.label for field in fields.values()] == [
        "“alihama Kitui 2025”",
        "“by the left gate”",
    ]
    fresh.pick(fields["note", "by the left gate"].editor, "active")
    fresh.go()
    table = fresh.page.views.preview.table
    shown = [[column.text(row) for column in table.rows_model.columns[-2:]] for row in table.rows()]
    assert shown == [["Left", "from the remark"], ["Active", "ready"], ["", "ready"]]
    fresh.go()
    assert [row.status for row in fresh.members()] == ["left", "active", "active"]


def test_telephones_are_left_out_unless_members_agreed(fresh: Sitting, tmp_path: Path) -> None:
    questions = fresh.page.views.what.questions
    fresh.csv(tmp_path, "No,Name,Phone\n1,Ann,0712000001\n")
    assert questions.told_phones() == "1 telephone number is left out."
    fresh.go()
    fresh.go()
    assert [(row.phone, row.phone_consent) for row in fresh.members()] == [("", False)]
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.csv(tmp_path, "No,Name,Phone\n2,Ben,0712000002\n", "second.csv")
    QTest.mouseClick(questions.phones, Qt.MouseButton.LeftButton)
    assert questions.told_phones() == ""
    fresh.go()
    fresh.go()
    assert fresh.members()[1].phone == "0712000002"


def test_telephones_that_lost_their_zero_are_asked_about_once(
    fresh: Sitting, tmp_path: Path
) -> None:
    questions = fresh.page.views.what.questions
    fresh.csv(tmp_path, "No,Name,Phone\n1,Ann,712000001\n2,Ben,0712000002\n3,Eva,+254712000003\n")
    assert not questions.zero.isVisible()  # they are left out as long as nobody agreed
    QTest.mouseClick(questions.phones, Qt.MouseButton.LeftButton)
    fresh.settle()
    assert questions.zero.isVisible() and not questions.zero.isChecked()
    fresh.go()
    said = fresh.page.views.preview.notices.words()
    assert said == "1 telephone number has no 0 in front: 712000001 (row 2)."
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    QTest.mouseClick(questions.zero, Qt.MouseButton.LeftButton)
    fresh.settle()
    fresh.go()
    assert not fresh.page.views.preview.notices.isVisible()
    fresh.go()
    phones = [row.phone for row in fresh.members()]
    assert phones == ["0712000001", "0712000002", "+254712000003"]


def test_payments_that_do_not_say_how_go_where_somebody_says(
    fresh: Sitting, tmp_path: Path
) -> None:
    member(fresh, "Ann", path=tmp_path)
    fresh.csv(tmp_path, "Date,Member no,Amount,Receipt\n2026-01-05,1,450,7\n")
    questions = fresh.page.views.what.questions
    assert fresh.page.views.what.kinds.value() == "payments"
    fresh.pick(questions.method, "bank")
    fresh.go()
    assert "Bank" in fresh.cells(0)
    fresh.go()
    with fresh.book.read() as reading:
        line = reading.driver.execute("SELECT account, old_receipt FROM money_line").fetchone()
    assert line == (2, "7")


def test_dates_and_amounts_are_never_guessed(fresh: Sitting, tmp_path: Path) -> None:
    member(fresh, "Ann", path=tmp_path)
    fresh.csv(tmp_path, 'Date,Member no,Amount,Receipt\n05/01/2026,1,"1,350",7\n')
    questions = fresh.page.views.what.questions
    assert set(questions.asked) == {"dates"}
    assert questions.seen["decimal"].words() == (  # there are no three decimals
        "The point stands before the cents: “1,350” in row 2 can be read in no other way."
    )
    fresh.go()
    assert fresh.step is fresh.page.views.what
    assert questions.asked["dates"].error == "Choose one."
    fresh.answer("dates", "mdy")
    assert questions.asked["dates"].error is None
    fresh.go()
    assert fresh.cells(0)[1:5] == ["1 May", "1", "Ann", "1,350"]


def test_what_the_file_proves_is_told_and_can_be_changed(fresh: Sitting, tmp_path: Path) -> None:
    member(fresh, "Ann", path=tmp_path)
    rows = "05/01/2026,1,450,7\n13/01/2026,1,450,8\n"
    fresh.csv(tmp_path, f"Date,Member no,Amount,Receipt\n{rows}")
    questions = fresh.page.views.what.questions
    seen = questions.seen["dates"]
    assert questions.asked == {} and seen.isVisible() and "13/01/2026" in seen.words()
    fresh.go()
    assert fresh.cells(0)[1] == "5 Jan"
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.press(seen.change)
    assert not seen.isVisible()
    fresh.answer("dates", "mdy")
    fresh.go()
    assert fresh.wrong() == [("A3", "13/01/2026")]


def test_an_expense_without_a_voucher_is_a_question_that_stops_nothing(
    fresh: Sitting, tmp_path: Path
) -> None:
    header = "Date,Details,Payee,Amount,Voucher"
    fresh.csv(tmp_path, f"{header}\n2026-01-05,Diesel,Shop,60,V1\n2026-01-06,Bus,Driver,40,\n")
    preview = fresh.page.views.preview
    fresh.go()
    assert [fresh.cells(at)[-1] for at in (0, 1)] == ["ready", "no voucher?"]
    assert preview.notices.words().startswith("1 expense names no voucher (row 3).")
    fresh.go()
    with fresh.book.read() as reading:
        assert reading.driver.execute("SELECT count(*) FROM money_line").fetchone() == (2,)


def test_a_file_that_was_put_right_is_read_again(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,Name,People\n1,Ann,4\n2,Ben,many\n")
    fresh.go()
    assert fresh.wrong() == [("C3", "many")]
    (tmp_path / "list.csv").write_text("No,Name,People\n1,Ann,4\n2,Ben,6\n", encoding="utf-8")
    QTest.keyClick(fresh.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    fresh.settle()
    assert fresh.step is fresh.page.views.preview
    assert fresh.page.bar.go.words == "Bring in 2 members"
    fresh.go()
    assert [row.people for row in fresh.members()] == [4, 6]


def test_rows_that_an_earlier_file_brought_in_are_named(fresh: Sitting, tmp_path: Path) -> None:
    member(fresh, "Ann", path=tmp_path)
    head = "Date,Member no,Amount,Receipt\n2026-01-05,1,450,7\n"
    fresh.csv(tmp_path, head)
    fresh.go()
    fresh.go()
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.csv(tmp_path, head + "2026-02-05,1,450,8\n", "grown.csv")
    fresh.go()
    (problem,) = fresh.page.views.preview.wrong.rows()
    assert problem.row == 2
    fresh.leave_out_and_book()
    assert fresh.page.views.done.title.text() == "1 payment is in the book, KSh\u00a0450"


def test_leaving_asks_once_something_was_chosen(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "No,Name,Phone\n1,Ann,0712000001\n")
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    assert fresh.step is fresh.page.views.start
    fresh.csv(tmp_path, "No,Name,Phone\n1,Ann,0712000001\n")
    fresh.pick(picker(fresh, "phone").boxes[0], NOTHING)
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    assert fresh.step is fresh.page.views.what
    dialog = fresh.page.window().findChild(ConfirmDialog)
    assert dialog is not None
    fresh.press(dialog.leave)
    assert fresh.step is fresh.page.views.what
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    dialog = next(one for one in fresh.page.window().findChildren(ConfirmDialog) if one.isVisible())
    fresh.press(dialog.do)
    assert fresh.step is fresh.page.views.start


def test_leaving_a_file_says_what_of_it_is_booked(fresh: Sitting, tmp_path: Path) -> None:
    views = fresh.page.views
    fresh.csv(tmp_path, "No,Name,Phone,Arrears\n1,Ann,0712000001,450\n")
    fresh.pick(picker(fresh, "phone").boxes[0], NOTHING)
    fresh.go()
    fresh.go()
    fresh.press(views.done.go_on)
    assert views.what.kinds.value() == "opening"
    views.what.questions.day.set_value(date(2025, 12, 31))
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    dialog = fresh.page.window().findChild(ConfirmDialog)
    assert dialog is not None
    assert any(
        one.text().startswith("What was booked of it") for one in dialog.findChildren(QLabel)
    )
    fresh.press(dialog.leave)
    fresh.go()
    fresh.go()
    assert fresh.step is views.done
    assert not views.done.go_on.isVisible()

    fresh.page.work.set_kind("members")  # looked at once more
    fresh.settle()
    fresh.page.work.set_kind("opening")
    fresh.settle()
    views.what.questions.day.set_value(date(2025, 12, 31))
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.settle()
    assert fresh.step is views.start


def test_an_empty_book_leads_here(fresh: Sitting) -> None:
    for key in ("members", "receive"):
        fresh.window.go(key)
        fresh.settle()
        page = fresh.window.page(key)
        (button,) = (
            one for one in page.findChildren(QPushButton) if one.text() == "Bring in a spreadsheet"
        )
        fresh.press(button)
        assert fresh.window.shell.page_key() == "bringing-in"


def test_payments_of_nobody_say_that_members_come_first(fresh: Sitting, tmp_path: Path) -> None:
    fresh.csv(tmp_path, "Date,Member no,Amount,Receipt\n2026-01-05,1,450,7\n")
    fresh.go()
    assert "no members in the book yet" in fresh.page.views.preview.told.text()
    QTest.mouseClick(fresh.page.bar.leave_out, Qt.MouseButton.LeftButton)
    assert not fresh.page.bar.go.isEnabled()


def test_a_queue_does_not_read_what_members_owe_in_the_preview(
    fresh: Sitting, tmp_path: Path
) -> None:
    member(fresh, "Ann Mwende", "Ben Kilonzo", path=tmp_path)
    fresh.csv(tmp_path, "No,Name,Owed\n1,Ann Mwende,4731\n", "owed.csv")
    fresh.choose(fresh.page.views.what.kinds, "opening")
    fresh.page.views.what.questions.day.set_value(date(2025, 12, 31))
    fresh.go()
    assert any("4,731" in cell for cell in fresh.cells(0))
    fresh.window.desk.hide_balances(True)
    assert not any("4,731" in cell for cell in fresh.cells(0))
    assert "Ann Mwende" in fresh.cells(0)
    fresh.window.desk.hide_balances(False)
    assert any("4,731" in cell for cell in fresh.cells(0))
