"""A new tariff: lines by kind, blocks, sentences while one types, the test bill, and the decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.queries import decisions
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import members
from imt_desktop.ledger.charging.asked import BlockLine, EachLine
from imt_desktop.ledger.charging.asked_again import as_request
from imt_desktop.ledger.members import ConnectionLine, ConnectRequest
from imt_desktop.ledger.tariffs import forms_of, prices, tariff_for
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm
from imt_desktop.ui.pages.tariffs.editor.other_parts import OtherParts
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.tariff.example import every_form
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView
from imt_desktop.ui.pages.tariffs.view import NEW, TariffsWish
from imt_desktop.ui.widgets import ConfirmDialog, IconButton, LineEdit, MonthEdit
from tests.builders import TODAY
from tests.officers import CHAIR, PINS
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, press, refused, said, save, write
from tests.ui.pages.office import Office


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot) -> TariffForm:
    """A new tariff, begun from the one in force: 450 a month for households."""
    window.go("tariffs", NEW)
    idle(qtbot, window.desk)
    return opened(window, TariffForm)


def named(form: Form, what: str, number: int = 0) -> str:
    """Return the name of the n-th field of a sort."""
    return [name for name in form.fields if name.startswith(f"{what}#")][number]


def type_into(form: Form, name: str, words: str) -> None:
    write(form, **{name: words})


def metered(form: TariffForm, qtbot: QtBot) -> None:
    """Up to 6 m³ 300, then 50, above 20 m³ 80."""
    card = form.cards[0]
    type_into(form, named(form, "fixed"), "300")
    press(card.add_meter_button)
    type_into(form, named(form, "included"), "6")
    type_into(form, named(form, "price"), "50")
    blocks = card._blocks
    assert blocks is not None
    press(blocks.more)
    type_into(form, named(form, "to"), "20")
    type_into(form, named(form, "price", 1), "80")
    qtbot.waitUntil(lambda: "KSh\u00a080" in card.said.text())


def test_blocks_are_said_in_words_and_a_test_bill_explains_itself(
    form: TariffForm, qtbot: QtBot
) -> None:
    metered(form, qtbot)
    assert form.cards[0].said.text().replace("\u00a0", " ") == (
        "Up to 6 m³ KSh 300, then KSh 50 a m³ up to 20 m³, then KSh 80 a m³"
    )
    assert form.bill.total.text() == "To pay: KSh\u00a0450"
    form.bill.used.setText("22")
    qtbot.waitUntil(lambda: form.bill.total.text() == "To pay: KSh\u00a01,160")
    assert form.bill.lines.text().startswith("22 m³: 6 within the minimum")
    form.bill.percent.setText("35")
    qtbot.waitUntil(lambda: form.bill.total.text() == "To pay: KSh\u00a0754")
    form.bill.holders.setText("2")
    qtbot.waitUntil(lambda: form.bill.total.text() == "To pay: KSh\u00a0377")
    form.leave()


def test_a_test_bill_shows_no_sum_while_a_field_is_wrong(form: TariffForm, qtbot: QtBot) -> None:
    metered(form, qtbot)
    form.bill.used.setText("9x")
    qtbot.waitUntil(lambda: not form.bill.total.isVisible())
    assert form.bill.lines.text() == ""
    form.bill.used.setText("9")
    qtbot.waitUntil(lambda: form.bill.total.isVisible())
    form.bill.percent.setText("10550")
    qtbot.waitUntil(lambda: form.bill._percent.error is not None)
    assert form.bill._percent.error == "10550 % cannot be: write more than 0 and up to 100."
    form.leave()


def test_tab_goes_through_blocks_that_were_added_as_one_reads(
    form: TariffForm, qtbot: QtBot
) -> None:
    metered(form, qtbot)
    idle(qtbot, form.desk)
    form.fields["name"].editor.setFocus()
    names = {field.editor: name.partition("#")[0] for name, field in form.fields.items()}
    gone: list[str] = []
    while "every" not in gone and len(gone) < 20:
        QTest.keyClick(focused(form), Qt.Key.Key_Tab)
        gone += [names[focused(form)]] if focused(form) in names else []
    assert gone == ["fixed", "unit", "included", "to", "price", "to", "price", "every"]
    form.leave()


def focused(form: TariffForm) -> QWidget:
    widget = form.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(("to", "sentence"), (("3", "backwards"), ("x", ""), ("20.12345", "")))
def test_a_wrong_block_is_said_beside_it_while_one_types(
    form: TariffForm, qtbot: QtBot, to: str, sentence: str
) -> None:
    metered(form, qtbot)
    name = named(form, "to")
    type_into(form, name, to)
    qtbot.waitUntil(lambda: form.fields[name].error is not None)
    assert sentence in (form.fields[name].error or "")
    assert not form.bill.total.isVisible()
    refused(form, qtbot, name)
    type_into(form, name, "20")
    qtbot.waitUntil(lambda: form.fields[name].error is None)
    form.leave()


def test_a_block_after_the_one_without_end_is_refused(form: TariffForm, qtbot: QtBot) -> None:
    metered(form, qtbot)
    type_into(form, named(form, "to"), "")
    refused(form, qtbot, named(form, "to"))
    form.leave()


def test_every_mistake_is_beside_its_field_and_nothing_is_booked(
    form: TariffForm, qtbot: QtBot
) -> None:
    press(form.others._buttons["late"])
    type_into(form, named(form, "percent"), "120")
    assert refused(form, qtbot, named(form, "percent"))
    assert form.fields["minute"].error
    type_into(form, named(form, "percent"), "5")
    press(form.others._buttons["one_off"])
    type_into(form, named(form, "instalments"), "5")
    refused(form, qtbot, named(form, "amount", 1))
    type_into(form, named(form, "amount", 1), "3,000")
    type_into(form, named(form, "instalments"), "400")
    refused(form, qtbot, named(form, "instalments"))
    type_into(form, named(form, "instalments"), "5")
    choose(form, "due", "seasons")
    type_into(form, "due/seasons", "31/2")
    refused(form, qtbot, "due/seasons")
    type_into(form, "due/seasons", "30/6, 15/12")
    since = form.fields["effective_from"].editor
    assert isinstance(since, MonthEdit)
    since.set_value(form.desk.committee.first_month)
    assert "Another water price begins" in refused(form, qtbot, "effective_from")
    assert form.fields["minute"].error
    form.leave()


def test_adopting_keeps_the_decision_its_votes_and_the_photo(
    form: TariffForm, window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    metered(form, qtbot)
    press(form.cards[0].add_each_button)
    choose(form, named(form, "each"), "person")
    type_into(form, named(form, "price", 2), "5")
    press(form.others._buttons["round"])
    type_into(form, named(form, "to", 2), "5")
    write(
        form, minute="11/2026", in_favour="86", against="9", abstained="4", envelope="envelope 12"
    )
    photo = form.fields["attachment"].editor
    assert isinstance(photo, VoucherField)
    Image.new("RGB", (80, 60), "white").save(tmp_path / "minute.png")
    photo.take(tmp_path / "minute.png")
    qtbot.waitUntil(lambda: photo.voucher() is not None)
    save(form, qtbot)
    with book.read() as reading:
        (now, _before) = prices(reading)
        line = as_request(forms_of(reading, now.tariff), reading.currency)
        decided = decisions(reading)[0]
        assert decided.attachment is not None and book.file(decided.attachment) is not None
    (household,) = line.types
    assert household.fixed == 300 and household.included == 6
    assert household.blocks == (
        BlockLine(price=Decimal(50), to=Decimal(20)), BlockLine(price=Decimal(80)),
    )  # fmt: skip
    assert household.each == (EachLine(unit="person", price=Decimal(5)),)
    assert line.round is not None and line.round.to == 5
    assert decided.votes is not None and decided.envelope == "envelope 12"
    assert (decided.votes.in_favour, decided.votes.against, decided.votes.abstained) == (86, 9, 4)
    assert now.decision == decided
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    view = page.view
    qtbot.waitUntil(lambda: "86 for" in view.decision.votes.text())
    assert any("up to 20" in words for words in said(view.says))
    assert view.decision.photo.isVisible()
    view.decision.look()
    idle(qtbot, window.desk)


def test_types_without_a_price_are_named_when_it_is_adopted(
    form: TariffForm, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        members.connect(writing, ConnectRequest(("1", "2"), ConnectionLine(type="clinic")))
    said: list[str] = []
    form.desk.said.connect(said.append)
    write(form, minute="11/2026")
    save(form, qtbot)
    assert said[-1] == "The tariff is adopted. No price for: clinic, 1 connection"


def test_a_tariff_that_was_voted_down_is_refused_beside_the_votes(
    form: TariffForm, qtbot: QtBot
) -> None:
    write(form, minute="11/2026", in_favour="0", abstained="20")
    assert "was not adopted" in refused(form, qtbot, "in_favour")
    write(form, in_favour="3", against="5")
    assert "3 for and 5 against" in refused(form, qtbot, "in_favour")
    form.leave()


def test_a_tariff_for_which_no_more_than_half_voted_is_asked_about(
    form: TariffForm, qtbot: QtBot, book: Book
) -> None:
    write(form, minute="11/2026", in_favour="5", against="2", abstained="3")
    press(form.do)
    idle(qtbot, form.desk)
    (asked,) = form.findChildren(ConfirmDialog)
    assert "5 of the 10 who were there voted for it: that is no more than half." in said(asked)
    press(asked.leave)
    write(form, in_favour="6")
    save(form, qtbot)
    with book.read() as reading:
        assert decisions(reading)[0].minute == "11/2026"


def test_a_new_tariff_begins_from_the_one_in_force_whatever_it_says(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    month = Month.of(date.today())
    with book.read() as reading:
        currency = reading.currency
    wanted = as_request(every_form(currency, month.shift(1)), currency)
    window.go("tariffs", TariffsWish("tariff", wanted))
    idle(qtbot, window.desk)
    form = opened(window, TariffForm)
    write(form, minute="12/2026")
    save(form, qtbot)
    with book.read() as reading:
        adopted = tariff_for(reading, month.shift(1))
        assert adopted is not None
        again = as_request(forms_of(reading, adopted), currency)
    assert again.types == wanted.types
    assert (again.late, again.fines, again.labour) == (wanted.late, wanted.fines, wanted.labour)
    assert (again.one_offs, again.due, again.round) == (wanted.one_offs, wanted.due, wanted.round)


def test_lines_and_types_come_and_go_and_leave_nothing_behind(
    form: TariffForm, qtbot: QtBot
) -> None:
    card = form.cards[0]
    metered(form, qtbot)
    card._meter_gone()
    card._fixed_gone()
    assert not [name for name in form.fields if name.startswith(("to#", "included#", "fixed#"))]
    write(form, minute="7")
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    assert form.isVisible()
    form.add_type()
    kind = form.fields[named(form, "type")].editor
    assert form.focusWidget() is kind
    form.cards[1].add_fixed_button.click()
    choose(form, named(form, "type"), "")
    assert kind.value() == ""  # type: ignore[attr-defined]
    for evil in HOSTILE:
        own = form.fields[named(form, "own")].editor
        assert isinstance(own, LineEdit)
        own.setText(evil)
        form.follow()
    form._card_gone(form.cards[1])
    assert len(form.cards) == 1
    form.leave()


def test_a_slip_of_a_type_is_asked_about_beside_it(form: TariffForm, qtbot: QtBot) -> None:
    form.add_type()
    choose(form, named(form, "type"), "")
    write(form, minute="11/2026", **{named(form, "own"): "Houshold"})
    form.cards[1].add_fixed_button.click()
    write(form, **{form.cards[1]._fixed: "300"})
    asked = refused(form, qtbot, named(form, "own"))
    assert asked.startswith("“Houshold” is almost “household”, which is known here.")
    form.leave()


def test_lines_that_are_taken_away_leave_nothing_behind(form: TariffForm, qtbot: QtBot) -> None:
    card, others = form.cards[0], form.findChildren(OtherParts)[0]
    for _ in range(12):
        for button in (card.add_each_button, *others._buttons.values()):
            if not button.isHidden():
                press(button)
        for row in [*card._each, *others._lines]:
            cross = row.widget.findChild(IconButton)
            assert isinstance(cross, IconButton)
            cross.setFocus()
            QTest.keyClick(cross, Qt.Key.Key_Space)
        qtbot.wait(20)
        form.resize(form.width() + 1, form.height())
        form.grab()
    assert card._each == [] and others._lines == []
    form.leave()


def test_a_tariff_waits_on_the_laptop_for_the_second_officer(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    office.sign_in()
    office.window.go("tariffs", NEW)
    idle(qtbot, office.desk)
    form = opened(office.window, TariffForm)
    write(form, minute="11/2026", in_favour="20", **{named(form, "fixed"): "475"})
    choose(form, "body", "committee")
    Image.new("RGB", (80, 60), "white").save(tmp_path / "minute.png")
    _photo(form).take(tmp_path / "minute.png")
    idle(qtbot, office.desk)
    with qtbot.waitSignal(office.desk.said) as told:
        QTest.keyClick(form.do, Qt.Key.Key_Space)
        office.dialog().reject()
    assert "is kept on this laptop" in told.args[0]
    form.leave()
    office.window.go("tariffs", NEW)
    idle(qtbot, office.desk)
    again = opened(office.window, TariffForm)
    assert "This is what waits for the second officer." in said(again)
    assert again.words_of(named(again, "fixed")) == "475"
    assert (again.words_of("minute"), again.words_of("in_favour")) == ("11/2026", "20")
    assert again.value_of("body") == "committee"
    kept = _photo(again).voucher()
    assert kept is not None and kept.name == "minute.png"
    QTest.keyClick(again.do, Qt.Key.Key_Space)
    office.sign(PINS[CHAIR])
    assert office.last_hand() == (1, (CHAIR,), "pin")
    assert not [*(tmp_path / "config").rglob("tariff-*")], "what is adopted waits no longer"
    with office.book.read() as reading:
        assert decisions(reading)[0].attachment is not None


def test_a_tariff_that_waits_keeps_the_decision_that_was_chosen(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    wanted = DecisionRequest(minute="9", what="Price", body="assembly", decided_on=TODAY)
    decision = office.hand.do(record_decision, wanted).entry.decision
    office.sign_in()
    office.window.go("tariffs", NEW)
    idle(qtbot, office.desk)
    form = opened(office.window, TariffForm)
    choose(form, "decision", decision)
    with qtbot.waitSignal(office.desk.said):
        QTest.keyClick(form.do, Qt.Key.Key_Space)
        office.dialog().reject()
    form.leave()
    office.window.go("tariffs", NEW)
    idle(qtbot, office.desk)
    again = opened(office.window, TariffForm)
    assert again.value_of("decision") == decision
    assert not again.fields["minute"].isVisible()
    again.leave()


def _photo(form: TariffForm) -> VoucherField:
    photo = form.fields["attachment"].editor
    assert isinstance(photo, VoucherField)
    return photo
