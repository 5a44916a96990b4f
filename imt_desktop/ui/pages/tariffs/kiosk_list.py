"""What kiosks sold in the last year: the water, what it makes, what was handed in, and the difference."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QDialog, QWidget

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.kiosks import KioskSale, kiosk_sales, kiosks_of
from imt_desktop.period import Month, Period
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.kiosk_form import KioskForm, KiosksLook, read_kiosks
from imt_desktop.ui.widgets import PersonLine
from imt_desktop.ui.widgets.states import done, late
from imt_desktop.wording.charges import quantity_words
from imt_desktop.wording.proof import difference_words

_MONTHS = 12


class _Row(Struct, frozen=True):
    sale: KioskSale
    kiosk: str
    """Its name; empty where it is not in the register."""


class KioskSheet(ListSheet):
    """Reads with its rows what the form for another day sheet begins with: the last reading, the cash."""

    known: KiosksLook

    def _reload(self, changes: object = None) -> None:
        super()._reload(changes)
        month = Month.of(self._desk.today)
        self._desk.read(lambda book: read_kiosks(book, month), guarded(self, self._learn))

    def _learn(self, known: KiosksLook) -> None:
        self.known = known


def show_kiosks(page: QWidget, desk: Desk) -> None:
    """Show the sales, once it is known what the form for another day sheet needs."""
    month = Month.of(desk.today)
    desk.read(
        lambda book: read_kiosks(book, month),
        guarded(page, lambda known: _list(page, desk, known)),
    )


def _list(page: QWidget, desk: Desk, known: KiosksLook) -> ListSheet:
    tr = desk.tr
    year = Period(Month.of(desk.today).shift(1 - _MONTHS).first, Month.of(desk.today).last)

    def read(book: Reading) -> list[_Row]:
        names = {one.connection: one.name for one in kiosks_of(book)}
        return [_Row(one, names.get(one.connection or 0, "")) for one in kiosk_sales(book, year)]

    def line(row: _Row) -> PersonLine:
        sale = row.sale
        said = difference_words(sale.difference, tr) if sale.difference else tr.gettext("agrees")
        return PersonLine(
            ", ".join(part for part in (tr.date(sale.on), row.kiosk) if part),
            state=late(said) if sale.difference else done(said),
            second=quantity_words(sale.sold, sale.unit, tr),
            amount=tr.amount(sale.handed),
        )

    def details(row: _Row) -> list[tuple[str, str]]:
        sale = row.sale
        said = [
            (tr.gettext("Kiosk"), row.kiosk or tr.gettext("A kiosk that is not in the register")),
            (tr.gettext("Sold"), quantity_words(sale.sold, sale.unit, tr)),
            (tr.gettext("Price of one"), tr.money(sale.price)),
            (tr.gettext("Water sold for"), tr.money(sale.expected)),
            (tr.gettext("The attendant keeps"), tr.money(sale.commission)),
            (tr.gettext("To hand in"), tr.money(sale.expected - sale.commission)),
            (tr.gettext("Handed in"), tr.money(sale.handed)),
            (tr.gettext("Why it differs"), sale.text),
            (tr.gettext("Attendant"), sale.attendant),
            (tr.gettext("Number of the day sheet"), sale.pad),
            (tr.gettext("Entry"), tr.number(sale.entry)),
        ]
        return [row for row in said if row[1]]

    sheet = KioskSheet(
        page,
        desk,
        tr.gettext("Kiosk sales"),
        tr.gettext("What was sold by the day sheet or the meter, against the cash handed in."),
        read,
        line,
        tr.gettext("Nothing was sold at a kiosk in the last twelve months."),
    )
    sheet.known = known
    sheet.with_details(details)
    wish = Wish("kiosks", Month.of(desk.today).period)
    list_ = ListWanted("kiosks", Period.year(desk.today.year))
    print_, excel = tr.gettext("Print"), tr.gettext("Excel")
    sheet.with_leaving(print_, "printer", lambda _row: desk.go.emit("notices", wish), "Ctrl+P")
    sheet.with_leaving(excel, "file-spreadsheet", lambda _row: list_in_excel(page, desk, list_))
    sheet.with_new(
        tr.gettext("One more day sheet"), lambda: _opened(KioskForm(page, desk, sheet.known))
    )
    sheet.open()
    return sheet


def _opened(form: QDialog) -> QDialog:
    form.open()
    return form
