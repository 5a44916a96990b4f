"""What is charged by number is counted at the window: who was left out gets a bill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.members import ConnectionLine, ConnectRequest, connect
from imt_desktop.ledger.tariffs import TariffRequest, adopt
from imt_desktop.period import Month
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.charges.counting import CountForm
from imt_desktop.ui.widgets import ComboBox
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose
from tests.ui.pages.metered import metered_book
from tests.ui.pages.test_charges import form_of, submit, write
from tests.ui.pages.test_readings import window_over


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """From this month on a trough pays 0.75 a head and 4 a cart, rounded up to 5; two have one."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = metered_book(tmp_path)
    with made.write(Signing(1)) as writing:
        now = Month.of(writing.today)
        wanted = {
            "name": "Troughs", "effective_from": str(now), "decision": 1,
            "round": {"to": "5", "how": "up"},
            "types": [{"connection_type": "livestock", "each": [
                {"unit": "head", "price": "0.75"}, {"unit": "cart", "price": "4"},
            ]}],
        }  # fmt: skip
        adopt(writing, msgspec.convert(wanted, TariffRequest))
        for number in ("3", "2"):
            trough = ConnectionLine(type="livestock")
            connect(writing, ConnectRequest(connection=trough, holders=(number,), on=now.first))
    yield made
    made.close()


@pytest.fixture
def page(book: Book, qapp: QApplication, qtbot: QtBot) -> Iterator[BillingPage]:
    window = window_over(book, qapp, qtbot)
    window.go("billing")
    idle(qtbot, window.desk)
    made = window.page("billing")
    assert isinstance(made, BillingPage)
    yield made


def chosen(form: CountForm) -> str:
    editor = form.fields["connection"].editor
    assert isinstance(editor, ComboBox)
    return editor.currentText()


def test_who_was_left_out_is_counted_and_gets_a_bill(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    window = page.window()
    left = {(one.number, one.reason) for one in page.left_out.list.rows_model.rows}
    assert {("2", "no-count"), ("3", "no-count")} <= left
    page.left_out.count.click()
    form = form_of(window, qtbot)
    assert isinstance(form, CountForm) and chosen(form).startswith("2 Peter Musyoka")
    write(form, **{"count/head": "7", "count/cart": "2"})
    with qtbot.waitSignal(page.desk.changed):
        form._again.click()
    idle(qtbot, page.desk)
    following = form_of(window, qtbot)
    assert isinstance(following, CountForm) and chosen(following).startswith("3 Rose Ndunge")
    write(following, **{"count/head": "x"})
    following.do.click()
    assert following.fields["count/head"].error
    write(following, **{"count/head": "", "count/cart": ""})
    following.do.click()
    qtbot.waitUntil(lambda: following.fields["count/head"].error is not None)
    write(following, **{"count/head": "40", "count/cart": "0"})
    submit(window, following, qtbot)
    rows = {row.number: row.amount.minor for row in page.bills.table.rows()}
    assert rows == {"2": 1500, "3": 3000}  # 5.25 + 8 = 13.25; 30
    assert not page.left_out.count.isVisible()


def test_what_was_counted_stands_there_and_is_put_right(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    window = page.window()
    for heads in ("7", "9"):
        page.count()
        form = form_of(window, qtbot)
        choose(form, "connection", 5)  # Peter's trough
        write(form, **{"count/head": heads, "count/cart": "0"})
        submit(window, form, qtbot)
    page.count()
    form = form_of(window, qtbot)
    choose(form, "connection", 5)
    assert form.words_of("count/head") == "9" and form.words_of("count/cart") == "0"
    assert {row.number: row.amount.minor for row in page.bills.table.rows()} == {"2": 1000}
    form.leave()
