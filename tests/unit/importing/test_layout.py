"""Where a table stands and what its columns hold."""

import pytest

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.cell_errors import (
    AmbiguousColumnsError,
    MissingColumnsError,
    NoFittingSheetError,
    UnknownColumnError,
    UnknownFieldError,
    UnknownKindError,
    UnknownRowError,
    UnknownSheetError,
)
from imt_desktop.ledger.importing.layout import Layout, choose_sheet, fitting_sheets, lay_out
from imt_desktop.ledger.importing.sheets import Sheet, Workbook

from .builders import sheet


def letters(layout: Layout) -> dict[str, str]:
    return {name: "".join(c.letter for c in columns) for name, columns in layout.fields.items()}


def book(**sheets: list[list[str]]) -> Workbook:
    made = (Sheet(name, tuple(map(tuple, rows))) for name, rows in sheets.items())
    return Workbook("x.xlsx", tuple(made), "")


def test_a_header_is_found_below_titles_and_right_of_empty_columns() -> None:
    layout = lay_out(
        sheet(
            ["KIBOKO WATER PROJECT"],
            ["Members and what they owe", None, "2025"],
            [],
            [None, None, "No.", "Name", None, "Phone"],
            [None, None, 1, "Otieno", None, 726496156],
        ),
        "members",
    )
    assert layout.header_row == 4
    assert letters(layout) == {"number": "C", "name": "D", "phone": "F"}
    assert layout.unmapped == ()


@pytest.mark.parametrize(
    ("kind", "headers", "fields"),
    [
        ("members", "N° d'abonné|Nom et prénom|Téléphone|Quartier|Statut",
         {"number", "name", "phone", "zone", "status"}),
        ("members", "No. de usuario|Nombre completo|Teléfono|Barrio|Estado",
         {"number", "name", "phone", "zone", "status"}),
        ("opening", "Nombre|Adeudo|Saldo a favor", {"name", "owed", "ahead"}),
        ("opening", "Account No|Balance b/f", {"number", "balance"}),
        ("payments", "Fecha|Recibo No.|Usuario|Importe|Forma de pago",
         {"on", "old_receipt", "name", "amount", "method"}),
        ("payments", "Date|N° d'abonné|Montant (FCFA)|Mode de paiement",
         {"on", "number", "amount", "method"}),
        ("expenses", "Date|Particulars|Payee|Voucher No.|Amount (KSh)|Category",
         {"on", "what", "payee", "voucher", "amount", "category"}),
        ("expenses", "Date|Libellé|Bénéficiaire|Montant|N° pièce",
         {"on", "what", "payee", "amount", "voucher"}),
    ],
)  # fmt: skip
def test_headers_of_four_languages(kind: str, headers: str, fields: set[str]) -> None:
    layout = lay_out(sheet(headers.split("|")), kind)
    assert set(layout.fields) == fields
    assert layout.complete


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (["No", "Surname", "First name", "Phone"], "CB"),
        (["No", "First name", "Middle name", "Surname"], "BCD"),
        (["No", "Nombre", "Apellido paterno", "Apellido materno"], "BCD"),
        (["No", "Nom", "Prénom"], "CB"),
        (["No", "Nom"], "B"),
        (["No", "Nom", "Père"], "BC"),
        (["No", "Jina", "Jina la kwanza", "Jina la ukoo"], "B"),  # the whole name stands beside
    ],
)
def test_a_name_may_be_spread_over_columns(headers: list[str], name: str) -> None:
    assert letters(lay_out(sheet(headers), "members"))["name"] == name


def test_columns_are_mapped_by_hand_before_all_else() -> None:
    page = sheet(["No", "Name", "Old no", "Remark", "x"], [1, "a", 2, "b", "c"])
    layout = lay_out(page, "members", {"number": "old no", "nickname": "e", "note": ""})
    assert letters(layout) == {"number": "C", "nickname": "E", "name": "B"}
    assert [column.header for column in layout.unmapped] == ["No", "Remark"]


def test_a_name_is_put_together_by_hand() -> None:
    page = sheet(["A", "Name", "Dit", "B"], ["x", "y", "z", "w"])
    assert letters(lay_out(page, "members", {"name": "D + Dit"}))["name"] == "DC"


def test_headers_nobody_knows_are_found_by_hand() -> None:
    page = sheet(["Something else"], ["Kodi", "Mtu", "Lini"], ["1", "Otieno", "x"])
    layout = lay_out(page, "members", {"number": "kodi", "name": "Mtu"})
    assert layout.header_row == 2
    assert letters(layout) == {"number": "A", "name": "B"}


def test_a_table_without_headers_is_mapped_by_letters() -> None:
    page = sheet([1, "Otieno", 450], [2, "Auma", None])
    layout = lay_out(page, "opening", {"number": "A", "name": "B", "owed": "c"}, header_row=0)
    assert layout.header_row == 0
    assert layout.complete
    assert letters(layout) == {"number": "A", "name": "B", "owed": "C"}


def test_the_header_row_can_be_said() -> None:
    page = sheet(["No", "Name"], [1, "a"], ["No", "Name", "Phone"], [1, "b", 712345678])
    assert lay_out(page, "members").header_row == 3
    assert lay_out(page, "members", header_row=1).header_row == 1
    with pytest.raises(UnknownRowError):
        lay_out(page, "members", header_row=5)


@pytest.mark.parametrize(
    ("mapping", "error"),
    [
        ({"colour": "A"}, UnknownFieldError),
        ({"name": "Colour"}, UnknownColumnError),
        ({"name": "ZZ"}, UnknownColumnError),
        ({"name": "B+Q"}, UnknownColumnError),
    ],
)
def test_a_wrong_mapping_is_refused(mapping: dict[str, str], error: type[UserError]) -> None:
    with pytest.raises(error):
        lay_out(sheet(["No", "Name"], [1, "a"]), "members", mapping)


def test_two_columns_of_one_name_are_not_chosen_between() -> None:
    page = sheet(["Date", "Member no", "Amount", "Amount"], ["x", 1, 2, 3])
    layout = lay_out(page, "payments")
    with pytest.raises(AmbiguousColumnsError) as caught:
        layout.require_complete()
    assert caught.value.columns == ("C", "D")
    assert lay_out(page, "payments", {"amount": "D"}).complete


def test_a_missing_column_is_named_with_the_headers_there_are() -> None:
    with pytest.raises(MissingColumnsError) as caught:
        lay_out(sheet(["Date", "Member no", "Colour"]), "payments").require_complete()
    assert caught.value.groups == (("amount",),)
    assert caught.value.headers == ("Date", "Member no", "Colour")


def test_one_word_that_is_a_header_too_makes_no_headers_of_a_row_of_data() -> None:
    page = sheet(["1", "Anna Otieno", "A", "household"], ["2", "Ben Kamau", "A", "household"])
    with pytest.raises(MissingColumnsError) as caught:
        lay_out(page, "members").require_complete()
    assert caught.value.headers == ()


def test_a_list_of_one_column_has_its_header() -> None:
    layout = lay_out(sheet(["Name"], ["Anna Otieno"], ["Ben Kamau"]), "members")
    assert layout.header_row == 1
    assert letters(layout) == {"name": "A"}


def test_a_balance_beside_arrears_only_repeats_them() -> None:
    layout = lay_out(sheet(["No", "Arrears", "Advance", "Balance"]), "opening")
    assert set(layout.fields) == {"number", "owed", "ahead"}


def test_the_sheet_that_fits_best_is_taken() -> None:
    workbook = book(
        Notes=[["hello", "world"]],
        Malipo=[["Date", "Member no", "Amount"], ["x", "1", "2"]],
        List=[["No", "Name", "Phone", "Arrears"], ["1", "a", "b", "c"]],
        Costs=[["Date", "Details", "Amount"], ["x", "y", "3"]],
    )
    chosen = {kind: choose_sheet(workbook, kind).name for kind in ("members", "opening")}
    assert chosen == {"members": "List", "opening": "List"}
    assert choose_sheet(workbook, "payments").name == "Malipo"
    assert choose_sheet(workbook, "expenses").name == "Costs"
    assert choose_sheet(workbook, "expenses", "malipo").name == "Malipo"
    with pytest.raises(UnknownSheetError):
        choose_sheet(workbook, "expenses", "x")


def test_the_name_of_a_sheet_breaks_a_tie() -> None:
    rows = [["Date", "Member no", "Amount"], ["x", "1", "2"]]
    assert choose_sheet(book(Other=rows, Malipo=rows), "payments").name == "Malipo"


def test_no_sheet_fits() -> None:
    with pytest.raises(NoFittingSheetError):
        choose_sheet(book(A=[["x", "y"]], B=[["z", "w"]]), "members")
    with pytest.raises(MissingColumnsError):
        choose_sheet(book(A=[["x", "y"]]), "members")
    with pytest.raises(UnknownKindError):
        choose_sheet(book(A=[["x", "y"]]), "cattle")


def test_one_sheet_may_hold_several_kinds() -> None:
    page = sheet(["No", "Name", "Phone", "Arrears"], [1, "a", 2, 3])
    assert set(lay_out(page, "members").fields) == {"number", "name", "phone"}
    assert set(lay_out(page, "opening").fields) == {"number", "name", "owed"}


def test_a_table_far_down_is_found() -> None:
    rows = [["some", "words"]] * 700
    page = sheet(*rows, ["No", "Name"], [1, "a"])
    assert lay_out(page, "members").header_row == 701


def test_columns_can_be_chosen_by_their_place_whatever_their_headers_say() -> None:
    page = sheet(["No", "B", "A"], [1, "Ann", "Kilonzo"])
    layout = lay_out(page, "members", {"name": (1, 2)}, 1)
    assert letters(layout) == {"number": "A", "name": "BC"}
    assert letters(lay_out(page, "members", {"name": (1, 9), "house": (9,)}, 1)) == {
        "number": "A", "name": "B",
    }  # fmt: skip
    assert letters(lay_out(page, "members", {"number": ()}, 1)) == {}


def test_sheets_that_fit_come_best_first() -> None:
    made = book(
        Other=[["a", "b"]],
        Short=[["No", "Name"]],
        Long=[["No", "Name", "Phone", "Zone"]],
    )
    assert [each.name for each in fitting_sheets(made, "members")] == ["Long", "Short"]
    assert fitting_sheets(made, "payments") == ()


def test_a_column_without_a_cell_claims_nothing() -> None:
    """Two columns for one thing are asked about only where both say something."""
    head = ("Date", "Member no", "Amount", "Receipt no", "Old receipt no")
    one = lay_out(sheet(head, (None, 1, 5, 17, None), (None, 2, 5, 18, None)), "payments")
    assert [column.letter for column in one.fields["old_receipt"]] == ["D"]
    both = lay_out(sheet(head, (None, 1, 5, 17, None), (None, 2, 5, None, 18)), "payments")
    assert [column.letter for column in both.doubtful["old_receipt"]] == ["D", "E"]
