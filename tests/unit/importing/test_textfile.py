"""Text files: nothing is guessed, nothing is swallowed."""

import pytest

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.errors import (
    DelimiterUnknownError,
    EmptySpreadsheetError,
    EncodingUnknownError,
    NotASpreadsheetError,
    NulBytesError,
    TextTooLongError,
    TooManyColumnsError,
    TooManyRowsError,
    UnclosedQuoteError,
    UnknownDelimiterError,
    UnknownEncodingError,
    WrongEncodingError,
)
from imt_desktop.ledger.importing.textfile import Table, read_table

TEXT = "No,Jina,Deni\n1,José Peña,450\n2,Nyong'o,900\n"


def table(data: bytes | str, encoding: str = "", delimiter: str = "") -> Table:
    return read_table(
        data.encode() if isinstance(data, str) else data, "x.csv", encoding, delimiter
    )


@pytest.mark.parametrize(
    ("data", "used"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_marked_and_valid_encodings_are_known(data: bytes, used: str) -> None:
    read = table(data)
    assert read.encoding == used
    assert read.rows[1] == ("1", "José Peña", "450")


def test_any_other_encoding_is_asked_with_a_line_as_each_would_read_it() -> None:
    with pytest.raises(EncodingUnknownError) as caught:
        table(TEXT.encode("cp1252"))
    assert caught.value.choices == ("cp1252", "latin-1", "cp850")
    assert caught.value.samples[0] == "1,José Peña,450"
    assert caught.value.samples[2] != caught.value.samples[0]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp850", "utf-16-le"])
def test_a_chosen_encoding_is_used(encoding: str) -> None:
    assert table(TEXT.encode(encoding), encoding).rows[1][1] == "José Peña"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "cp1252"),  # it is UTF-8: José would become JosÃ©
        (TEXT.encode(), "latin-1"),
        (b"No,Jina\n1,a\x81b\n", "cp1252"),
        (b"No,Jina\n1,don\x92t\n", "latin-1"),
        (TEXT.encode("cp1252"), "utf-8"),
        (b"\xef\xbb\xbfNo,Jina\n1,\xe9\n", ""),
        (b"\xff\xfeN\0o", ""),
    ],
)
def test_what_would_be_mojibake_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises((WrongEncodingError, UserError)) as caught:
        table(data, encoding)
    assert isinstance(caught.value, WrongEncodingError)


def test_an_encoding_nobody_offers_is_refused() -> None:
    with pytest.raises(UnknownEncodingError):
        table(TEXT, "rot13")


@pytest.mark.parametrize(
    "data", [b"No,Jina\n1,a\0b\n", TEXT.encode("utf-16-le"), "No,J\n".encode("utf-16-be")]
)
def test_nul_bytes_are_refused(data: bytes) -> None:
    with pytest.raises((NulBytesError, NotASpreadsheetError)):
        table(data)


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(NotASpreadsheetError):
        table(bytes(range(256)) * 3)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_columns_is_told_by_all_lines(mark: str) -> None:
    read = table(TEXT.replace(",", mark))
    assert read.delimiter == mark
    assert read.rows[2] == ("2", "Nyong'o", "900")


def test_decimal_commas_do_not_part_columns() -> None:
    read = table("Kamati ya maji\nNo;Jina;Deni\n1;Otieno;450,50\n2;Auma;900,00\n")
    assert read.delimiter == ";"
    assert read.rows[2] == ("1", "Otieno", "450,50")


def test_an_open_choice_of_mark_is_asked() -> None:
    with pytest.raises(DelimiterUnknownError) as caught:
        table("a,b;c,d\n1,2;3,4\n")
    assert set(caught.value.choices) == {",", ";"}
    assert table("a,b;c,d\n1,2;3,4\n", delimiter=";").rows[0] == ("a,b", "c,d")


def test_excels_own_first_line_names_the_mark() -> None:
    assert table("sep=;\r\nNo;Jina\r\n1;Otieno, Mary\r\n").rows == (
        ("No", "Jina"),
        ("1", "Otieno, Mary"),
    )


def test_a_mark_nobody_offers_is_refused() -> None:
    with pytest.raises(UnknownDelimiterError):
        table(TEXT, delimiter="x")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('No,Jina\n1,"Otieno\n2,Auma\n', 2),
        ('No,Jina\n1,"Otieno" x\n2,Auma\n', 2),
        ('No,Jina\n1,"Otieno\n2,"Auma"\n3,Juma\n', 2),
        ('No,Jina\n1,Ali\n2,"Otieno\n3,Auma"\n4,Juma\n5,Ali\n', 3),  # closed by somebody else's
        ('No,Jina\n1,"' + "Otieno\n" * 9000, 2),
    ],
)
def test_an_unclosed_quote_never_swallows_rows(text: str, line: int) -> None:
    with pytest.raises(UnclosedQuoteError) as caught:
        table(text)
    assert caught.value.line == line


def test_a_newline_in_a_name_is_allowed() -> None:
    read = table('No,Jina,Deni\n1,"Otieno\nMary",450\n2,"a, ""b""",5\n')
    assert read.rows[1:] == (("1", "Otieno\nMary", "450"), ("2", 'a, "b"', "5"))


def test_blank_lines_keep_their_numbers() -> None:
    assert table("No,Jina\n\n1,Otieno\n").rows == (("No", "Jina"), (), ("1", "Otieno"))


@pytest.mark.parametrize("text", [" ", "\n\n", ",,,\n,,,\n", "\ufeff"])
def test_nothing_at_all_is_said(text: str) -> None:
    with pytest.raises(EmptySpreadsheetError):
        table(text.strip(" ") or "\n")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a,b\n" * (limits.MOST_ROWS + 1), TooManyRowsError),
        ("a," * limits.MOST_COLUMNS + "b\n", TooManyColumnsError),
        ("No,Jina\n1," + "x" * 40_000 + "\n", TextTooLongError),
    ],
)
def test_too_much_is_refused(text: str, error: type[UserError]) -> None:
    with pytest.raises(error):
        table(text)


def test_five_thousand_letters_are_a_name() -> None:
    assert len(table("No,Jina\n1," + "x" * 5000 + "\n").rows[1][1]) == 5000
