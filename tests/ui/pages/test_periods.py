"""Any period at the window: a price by the week, two months, quarter or harvest is adopted and billed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from imt_desktop.journal import Signing
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine, join
from imt_desktop.ledger.register import members
from imt_desktop.period import Month, Period
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm
from imt_desktop.ui.pages.tariffs.view import NEW
from imt_desktop.ui.widgets import MonthEdit
from imt_desktop.ui.widgets.chips import ActChip
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, opened, press, save, write
from tests.ui.pages.spreadsheets import Sitting
from tests.ui.pages.test_tariff_editor import named


def adopted(fresh: Sitting, every: str, way: str, since: Month, **due: str) -> None:
    """Type a price at the window: 47, rounded up to 10."""
    with fresh.book.write(Signing()) as writing:
        lines = tuple(MemberLine(adults=(AdultLine(name=name),)) for name in ("A", "B"))
        join(writing, JoinRequest(lines=lines, on=date(2026, 1, 1)))
    fresh.window.go("tariffs", NEW)
    idle(fresh.qtbot, fresh.window.desk)
    form = opened(fresh.window, TariffForm)
    month = form.fields["effective_from"].editor
    assert isinstance(month, MonthEdit)
    month.set_value(since)
    write(form, **{named(form, "fixed"): "47"})
    press(form.others._buttons["round"])
    write(form, **{named(form, "to"): "10"})  # the first price of a book begins with a fixed fee
    choose(form, named(form, "how"), "up")
    choose(form, "every", every)
    choose(form, "due", way)
    write(form, **{f"due/{name}": words for name, words in due.items()}, minute="7")
    save(form, fresh.qtbot)


@pytest.mark.parametrize(
    ("every", "way", "typed", "shown", "period", "due"),
    [
        ("week", "after", {"days_after": "3"}, "2026-10", "2026-10-12..2026-10-18", "2026-10-21"),
        ("two-months", "day", {"day": "20", "months_after": "1"}, "2026-09", "2026-09-01..2026-10-31", "2026-11-20"),
        ("quarter", "end", {}, "2026-08", "2026-Q3", "2026-09-30"),
        ("year", "seasons", {"seasons": "30/6, 15/12"}, "2026-10", "2026", "2027-06-30"),
    ],
)  # fmt: skip
def test_a_price_of_any_period_is_typed_and_billed(
    fresh: Sitting, every: str, way: str, typed: dict[str, str], shown: str, period: str, due: str
) -> None:
    adopted(fresh, every, way, Month(2026, 1), **typed)
    fresh.window.go("billing", Month.parse(shown))
    idle(fresh.qtbot, fresh.window.desk)
    page = fresh.window.page("billing")
    assert isinstance(page, BillingPage)
    fresh.qtbot.waitUntil(page.bill.isEnabled)
    page.bill.click()
    idle(fresh.qtbot, fresh.window.desk)
    with fresh.book.read() as reading:
        made = reading.driver.execute("SELECT period, amount, due_on FROM bill").fetchall()
    assert made == [(period, 5000, due)] * 2
    assert page.stages.stage == "print" and page.made.isVisible()


def test_home_names_the_week_that_is_to_be_billed_and_those_that_were_forgotten(
    fresh: Sitting,
) -> None:
    adopted(fresh, "week", "end", Month(2026, 10))
    tr, today = fresh.window.desk.tr, fresh.window.desk.today
    monday = today - timedelta(days=today.weekday())
    home = fresh.window.page("home")
    assert isinstance(home, HomePage)
    fresh.window.go("home")
    idle(fresh.qtbot, fresh.window.desk)
    titles = [row.said.title for row in home.to_do.rows]
    assert any(tr.day_and_month(monday) in title for title in titles), titles
    (forgotten,) = [row for row in home.to_do.rows if isinstance(row.said.what, Period)]
    assert forgotten.said.what.days == 7
    forgotten.button.click()
    idle(fresh.qtbot, fresh.window.desk)
    page = fresh.window.page("billing")
    assert isinstance(page, BillingPage)
    fresh.qtbot.waitUntil(page.bill.isEnabled)
    assert page.when.day is not None and page.when.day in forgotten.said.what
    page.print_preview.click()
    idle(fresh.qtbot, fresh.window.desk)
    notices = fresh.window.page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.period) == ("charging", forgotten.said.what)
    notices.look.set_paper("notice")
    wanted = notices.look.wanted()
    assert wanted is not None and wanted.period is not None and wanted.period.whole_months


def test_the_till_offers_bills_and_not_months_where_bills_come_by_the_quarter(
    fresh: Sitting,
) -> None:
    adopted(fresh, "quarter", "end", Month(2026, 1))
    with fresh.book.write(Signing()) as writing:
        for month in ("2026-03", "2026-06", "2026-09"):
            bill_everyone(writing, BillEveryoneRequest(month=month))
    with fresh.book.read() as reading:
        (first, *_others) = members(reading)
    fresh.window.go("receive", first)
    idle(fresh.qtbot, fresh.window.desk)
    chips = fresh.window.page("receive").findChildren(ActChip)
    assert [one.text() for one in chips] == ["1 bill 50", "2 bills 100", "All 150"]
