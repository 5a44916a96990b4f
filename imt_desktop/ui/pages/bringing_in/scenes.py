"""Pictures of bringing in a spreadsheet: what is in it, and every row before it is booked."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.bringing_in.page import BringingInPage

_EXPENSES = """Date,What for,Amount,Paid to,Voucher
2026-01-10,Diesel for the pump,12500,Practice Filling Station,V001
2026-01-20,Wages of the guard in January,6000,Peter Lesson,V002
2026-01-30,Valve and glue,3480.50,Hardware of the market,V003
2026-02-19,Fare to the county office,600,,
"""

_PAYMENTS = """Date,Member number,Amount,How,Receipt
2026-01-05,1,450,cash,2001
2026-01-05,2,four hundred and fifty,cash,2002
2026-02-31,3,450,cash,2003
2026-01-06,999,450,cash,2004
"""

_MEMBERS = """No.,Name,Zone,Connection,People,Phone,Remark
201,Practice Household Wambui Kamau,Lower village,household,6,0700000201,
202,Practice Household Otieno,Upper village,household,4,0700000202,moved away in March
203,Practice Kiosk of the market,Market,kiosk,,0700000203,
"""


def _taken(stage: Stage, text: str, kind: str) -> BringingInPage:
    page = stage.page("bringing-in")
    assert isinstance(page, BringingInPage)
    with TemporaryDirectory() as folder:
        path = Path(folder, "practice.csv")
        path.write_text(text, encoding="utf-8")
        page.take(path)
        stage.settle()
    page.work.set_kind(kind)
    stage.settle()
    return page


def _columns(stage: Stage) -> None:
    _taken(stage, _EXPENSES, "expenses")


def _preview(stage: Stage, text: str, kind: str) -> None:
    _taken(stage, text, kind).go_on()
    stage.settle()


SCENES = (
    Scene("bringing-in", lambda stage: stage.go("bringing-in")),
    Scene("bringing-in-columns", _columns),
    Scene("bringing-in-rows", lambda stage: _preview(stage, _EXPENSES, "expenses")),
    Scene("bringing-in-members", lambda stage: _preview(stage, _MEMBERS, "members")),
    Scene("bringing-in-wrong", lambda stage: _preview(stage, _PAYMENTS, "payments")),
)
