"""The first-run wizard: steps, mistakes beside their fields, and what the book says at the end."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.tariffs import tariff_for
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import ComboBox, ConfirmDialog, DateEdit, IconButton, LineEdit, Words
from imt_desktop.ui.wizard import Wizard

TODAY = date(2026, 10, 14)


@pytest.fixture
def wizard(qapp: Any, qtbot: QtBot, tmp_path: Path) -> Wizard:
    apply(qapp, "light")
    made = Wizard(Translator("en"), tmp_path / "books", TODAY)
    qtbot.addWidget(made)
    made.resize(966, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.begin()
    return made


def write(wizard: Wizard, **words: str) -> None:
    for name, text in words.items():
        editor = wizard.fields[name].editor
        assert isinstance(editor, LineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)


def choose(wizard: Wizard, name: str, value: object) -> None:
    editor = wizard.fields[name].editor
    assert isinstance(editor, ComboBox)
    editor.set_value(value)
    editor.chosen.emit(value)


def have(wizard: Wizard, kind: str) -> None:
    """Say that there is such an account, as a click on the second segment does."""
    wizard.fields[f"has_{kind}"].editor.findChildren(QAbstractButton)[-1].click()


def go(wizard: Wizard, step: int) -> None:
    while wizard.at < step:
        before = wizard.at
        QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
        assert wizard.at == before + 1
    while wizard.at > step:
        QTest.mouseClick(wizard.back, Qt.MouseButton.LeftButton)


def founded(wizard: Wizard, qtbot: QtBot) -> tuple[Book, str]:
    go(wizard, 5)
    with qtbot.waitSignal(wizard.founded, timeout=20_000) as heard:
        QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    book, begin = heard.args
    assert isinstance(book, Book)
    return book, begin


def test_it_begins_with_the_committee_and_the_language_is_done(wizard: Wizard) -> None:
    assert wizard.at == 1
    assert [one.state for one in wizard.items()][:3] == ["done", "now", "open"]
    assert wizard.focusWidget() is wizard.fields["name"].editor


def test_everything_that_was_asked_stands_in_the_book(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Kiboko Water Project", area="Makueni")
    wizard.committee.small.set_value("sw")
    go(wizard, 2)
    write(wizard, officer1="Amina Wanjiru", officer2="Joseph Mutua",
          since="01/01/2026", until="31/12/2028")  # fmt: skip
    go(wizard, 3)
    write(wizard, fee1="450", minute="07/2026", decided_on="20/12/2025")
    QTest.mouseClick(wizard.price.more, Qt.MouseButton.LeftButton)
    write(wizard, fee2="1,500")
    choose(wizard, "type2", "institution")
    go(wizard, 4)
    write(wizard, cash="1,200.50")
    have(wizard, "bank")
    write(wizard, bank="64000", bank_name="Village Bank")
    book, begin = founded(wizard, qtbot)
    assert begin == "type"
    assert book.path.name == "Kiboko Water Project.imt"
    with book.read() as reading:
        committee = queries.committee(reading)
        officers = queries.officers(reading)
        tariff = tariff_for(reading, Month(2026, 10))
        places = accounts(reading)
        decision = queries.decision(reading, 1)
    assert committee is not None
    assert (committee.name, committee.area) == ("Kiboko Water Project", "Makueni")
    assert (committee.languages, committee.country) == (("en", "sw"), "KE")
    assert [(one.name, one.post) for one in officers] == [
        ("Amina Wanjiru", "treasurer"), ("Joseph Mutua", "chair"),
    ]  # fmt: skip
    assert {(one.since, one.until) for one in officers} == {(date(2026, 1, 1), date(2028, 12, 31))}
    assert tariff is not None and tariff.decision == 1
    assert {kind: fee.minor for kind, fee in tariff.fees.items()} == {
        "household": 45000, "institution": 150000,
    }  # fmt: skip
    assert (decision.minute, decision.body, decision.decided_on) == (
        "07/2026", "assembly", date(2025, 12, 20),
    )  # fmt: skip
    assert [(one.type, one.name, one.balance.minor) for one in places] == [
        ("cash", "", 120050), ("bank", "Village Bank", 6400000),
    ]  # fmt: skip
    book.close()


def test_prices_that_were_added_are_walked_through_refused_twice_and_taken_away(
    wizard: Wizard, qtbot: QtBot
) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 3)
    write(wizard, fee1="450")
    for _ in range(2):
        QTest.mouseClick(wizard.price.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(wizard.fields["fee3"].editor.isVisible)
    for at in (1, 2):
        for name in ("fee", "type"):
            wizard.fields[f"{name}{at}"].editor.setFocus()
            QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
            after = f"type{at}" if name == "fee" else f"fee{at + 1}"
            assert wizard.focusWidget() is wizard.fields[after].editor
    wizard.fields["type2"].editor.setFocus()
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(wizard.focusWidget(), IconButton)
    write(wizard, fee2="700", fee3="900")
    choose(wizard, "type2", "kiosk")
    choose(wizard, "type3", "household")
    wizard.next.click()
    assert wizard.at == 3 and wizard.fields["type3"].error is not None
    QTest.keyClick(wizard.price.crosses[2], Qt.Key.Key_Space)
    assert "fee3" not in wizard.fields
    assert (wizard.price.text("fee2"), wizard.price.value("type2")) == ("900", "household")
    choose(wizard, "type2", "institution")
    go(wizard, 4)


def test_enter_walks_through_the_officers_and_their_term(wizard: Wizard) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 2)
    for at in (*(f"{name}{n}" for n in (1, 2, 3) for name in ("officer", "post")), "since"):
        assert wizard.focusWidget() is wizard.fields[at].editor
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
        assert wizard.at == 2
    assert wizard.focusWidget() is wizard.fields["until"].editor


def test_enter_walks_through_the_price_and_its_decision(wizard: Wizard) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 3)
    for words, at in (
        ("450", "fee1"),
        ("", "type1"),
        ("07/2026", "minute"),
        ("20/12/2025", "decided_on"),
    ):
        assert wizard.focusWidget() is wizard.fields[at].editor
        QTest.keyClicks(wizard.focusWidget(), words)
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
        assert wizard.at == 3
    assert wizard.fields["body"].editor.isAncestorOf(wizard.focusWidget())
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.at == 4
    assert wizard.price.text("minute") == "07/2026"


def test_a_committee_without_a_bank_account_has_none(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 4)
    assert not wizard.fields["bank"].isVisible()
    have(wizard, "mobile")
    assert wizard.fields["mobile"].isVisible() and not wizard.fields["bank"].isVisible()
    book, _begin = founded(wizard, qtbot)
    with book.read() as reading:
        assert [one.type for one in accounts(reading)] == ["cash", "mobile"]
    book.close()


def test_nothing_in_the_box_may_be_written_as_0(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 4)
    write(wizard, cash="0")
    book, _begin = founded(wizard, qtbot)
    with book.read() as reading:
        assert [one.balance.minor for one in accounts(reading)] == [0]
    book.close()


def test_the_smallest_committee_needs_only_a_name(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Pump 3")
    book, _begin = founded(wizard, qtbot)
    with book.read() as reading:
        assert queries.officers(reading) == ()
        assert tariff_for(reading, Month(2026, 10)) is None
    book.close()


def test_the_country_brings_its_money_and_another_can_be_chosen(
    wizard: Wizard, qtbot: QtBot
) -> None:
    write(wizard, name="Kiboko")
    choose(wizard, "country", "UG")
    assert wizard.committee.currency == Currency("UGX", 0)
    choose(wizard, "money", Currency("USD", 2))
    go(wizard, 4)
    write(wizard, cash="12.50")
    book, _begin = founded(wizard, qtbot)
    assert (book.currency, book.founded.country) == (Currency("USD", 2), "UG")
    with book.read() as reading:
        assert accounts(reading)[0].balance.minor == 1250
    book.close()


def test_money_is_read_with_the_marks_of_the_country(wizard: Wizard) -> None:
    write(wizard, name="Kiboko")
    choose(wizard, "country", "UG")
    go(wizard, 4)
    write(wizard, cash="12.50")
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.at == 4
    assert wizard.fields["cash"].error  # shillings of Uganda have no decimals


@pytest.mark.parametrize(
    ("step", "field", "typed"),
    (
        (1, "name", ""),
        (2, "until", "31/02/2026"),
        (3, "fee1", "4x0"),
        (3, "decided_on", "soon"),
        (3, "fee1", "0"),
        (4, "cash", "-5"),
        (4, "counted_on", "99/99/9999"),
    ),
)
def test_a_mistake_stands_beside_its_field_and_stops_there(
    wizard: Wizard, step: int, field: str, typed: str
) -> None:
    if step > 1:
        write(wizard, name="Kiboko")
        go(wizard, step)
    editor = wizard.fields[field].editor
    assert isinstance(editor, LineEdit)
    editor.clear()
    write(wizard, **{field: typed})
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.at == step
    assert wizard.fields[field].error
    assert wizard.focusWidget() is editor
    assert not any(other.error for name, other in wizard.fields.items() if name != field)


def test_a_minute_needs_the_day_on_which_it_was_decided(wizard: Wizard) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 3)
    write(wizard, fee1="450", minute="07/2026")
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.at == 3
    assert wizard.fields["decided_on"].error == (
        "Write the day of this minute, on which it was decided."
    )
    assert wizard.focusWidget() is wizard.fields["decided_on"].editor
    write(wizard, decided_on="20/12/2025")
    assert wizard.fields["decided_on"].error is None
    go(wizard, 4)


def test_a_mistake_goes_as_soon_as_it_is_put_right(wizard: Wizard) -> None:
    write(wizard, name="Kiboko Water Project")
    go(wizard, 4)
    have(wizard, "bank")
    write(wizard, bank="KCB Makindu")
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.at == 4 and wizard.fields["bank"].error
    write(wizard, bank="50000")
    assert wizard.fields["bank"].error is None


def test_what_the_book_refuses_is_shown_on_its_step(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 2)
    write(wizard, officer1="Amina")
    go(wizard, 3)
    write(wizard, fee1="450", minute="7/2030", decided_on="01/01/2099")
    go(wizard, 5)
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.at == 3)
    assert wizard.fields["decided_on"].error
    assert wizard.officers.text("officer1") == "Amina"
    assert not list((wizard.books).glob("*.imt"))


def test_going_back_and_leaving_lose_nothing(wizard: Wizard, qtbot: QtBot) -> None:
    write(wizard, name="Kiboko")
    go(wizard, 4)
    write(wizard, cash="77")
    have(wizard, "bank")
    write(wizard, bank="88")
    go(wizard, 1)
    with qtbot.assertNotEmitted(wizard.left):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)
    asked = wizard.findChild(ConfirmDialog)
    assert asked is not None
    with qtbot.waitSignal(wizard.left):
        QTest.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    wizard.begin()
    assert wizard.committee.text("name") == "Kiboko"
    go(wizard, 4)
    assert (wizard.money.text("cash"), wizard.money.text("bank")) == ("77", "88")
    assert wizard.fields["bank"].isVisible()


def test_leaving_asks_nothing_where_nothing_was_typed(wizard: Wizard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.left):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)


def test_the_key_on_the_main_button_is_the_one_that_presses_it(wizard: Wizard) -> None:
    wizard.committee.fields["name"].editor.setFocus()
    assert wizard.next.key == "Ctrl+Enter"
    while True:
        focused = wizard.focusWidget()
        says = wizard.next.key
        QTest.keyClick(focused, Qt.Key.Key_Return)
        if says == "Enter" or wizard.at != 1:
            break
    assert says == "Enter"
    assert wizard.fields["name"].error  # it was pressed, and the name is missing


def test_the_keyboard_alone_founds_a_book(wizard: Wizard, qtbot: QtBot) -> None:
    def enter() -> None:
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)

    QTest.keyClicks(wizard.focusWidget(), "Kiboko")
    while wizard.at == 1:
        enter()
    QTest.keyClicks(wizard.focusWidget(), "Amina Wanjiru")
    while wizard.at == 2:
        enter()
    QTest.keyClicks(wizard.focusWidget(), "450")
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.at == 4
    while wizard.at == 4:
        enter()
    assert wizard.at == 5
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(wizard.founded, timeout=20_000) as heard:
        enter()
    book, begin = heard.args
    assert begin == "later"
    with book.read() as reading:
        assert queries.officers(reading)[0].name == "Amina Wanjiru"
        assert tariff_for(reading, Month(2026, 10)) is not None
    book.close()


def test_a_book_that_begins_in_the_past_is_opened_on_its_first_day(wizard: Wizard) -> None:
    editor = wizard.fields["counted_on"].editor
    assert isinstance(editor, DateEdit)
    assert editor.value() == TODAY
    wizard.committee.beginning.set_value(Month(2026, 1))
    assert editor.value() == date(2026, 1, 1)
    wizard.committee.beginning.set_value(Month(2026, 10))
    assert editor.value() == TODAY


def test_the_book_may_not_begin_in_the_future(wizard: Wizard) -> None:
    wizard.committee.beginning.set_value(Month(2030, 1))
    assert wizard.committee.month == Month(2026, 10)


@pytest.mark.parametrize(
    "name", ("<b>Jose</b>", '=HYPERLINK("x")', "م" * 40, "💧💧", "../../etc/passwd", "x" * 5000)
)
def test_hostile_names_become_a_book_and_stay_plain_text(
    wizard: Wizard, qtbot: QtBot, name: str
) -> None:
    editor = wizard.fields["name"].editor
    assert isinstance(editor, LineEdit)
    editor.setText(name)
    book, _begin = founded(wizard, qtbot)
    assert book.path.parent == wizard.books
    with book.read() as reading:
        committee = queries.committee(reading)
    assert committee is not None and committee.name == editor.text()
    book.close()


def test_where_no_folder_can_be_made_nothing_typed_is_lost(
    qapp: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "books").write_text("a file where the folder should be")
    wizard = Wizard(Translator("en"), tmp_path / "books" / "deep", TODAY)
    qtbot.addWidget(wizard)
    wizard.show()
    write(wizard, name="Kiboko")
    go(wizard, 5)
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.mistake.isVisible())
    assert "cannot be written" in wizard.mistake.text()
    assert wizard.next.isEnabled()
    assert wizard.committee.text("name") == "Kiboko"


def test_the_same_language_twice_is_said_beside_it(wizard: Wizard) -> None:
    write(wizard, name="Kiboko")
    wizard.committee.large.set_value("en")
    wizard.committee.small.set_value("en")
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.at == 1
    assert wizard.fields["second"].error


def test_a_term_that_ends_before_it_begins_is_said_at_its_step(
    wizard: Wizard, qtbot: QtBot
) -> None:
    wizard.resize(1024, 560)
    write(wizard, name="Kiboko")
    go(wizard, 2)
    write(wizard, officer1="Grace", since="1/1/2026", until="1/1/2025")
    QTest.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    field = wizard.fields["until"]
    assert wizard.at == 2 and "ends before it begins" in (field.error or "")
    sentence = field.findChildren(Words)[-1]
    qtbot.waitUntil(lambda: not sentence.visibleRegion().isEmpty())


def test_tab_goes_down_the_prices_and_officers_before_what_comes_after_them(wizard: Wizard) -> None:
    price, officers = wizard.price, wizard.officers
    QTest.mouseClick(price.more, Qt.MouseButton.LeftButton)
    assert _after(price.crosses[2], price.more, price.fields["minute"].editor)
    assert _after(officers.fields["post3"].editor, officers.more, officers.fields["since"].editor)


def _after(*widgets: QWidget) -> bool:
    """Whether Tab comes to these in this order, nothing else that takes it between them."""
    for before, wanted in pairwise(widgets):
        one = before.nextInFocusChain()
        while not one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            one = one.nextInFocusChain()
        if one is not wanted:
            return False
    return True
