"""Papers from the command line, and the published books printed with the figures of their pages."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.cli import main
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Month, Period
from imt_desktop.reports.income.build import build_income
from imt_desktop.reports.income.facts import Difference
from imt_desktop.reports.packs.parts import PACKS
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import PAPERS, Sheet, bilingual, draw
from tests.book.faults import change
from tests.reports.reading import text

from .desk import CASES, Desk
from .test_cases import creek

MONTHS = ("--period", "2020-01")


@pytest.fixture(autouse=True)
def laptop(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture
def january(desk: Desk) -> Desk:
    """A book with a bill, a payment and an expense in January 2020."""
    desk.found()
    on = {"on": "2020-01-20"}
    status, _out, err = desk.post(
        {"kind": "decision", "minute": "1", "what": "Water price", "body": "assembly",
         "decided_on": "2020-01-01"},
        {"kind": "tariff", "name": "", "decision": 1, "effective_from": "2020-01",
         "fees": [{"connection_type": "household", "amount": "450"}]},
        {"kind": "members", "on": "2020-01-01",
         "lines": [{"adults": [{"name": "Mwikali"}]}, {"adults": [{"name": "<b>Jose"}]}]},
        {"kind": "bill-everyone", "month": "2020-01", "on": "2020-01-02"},
        {"kind": "payment", "lines": [{"member": "1", "amount": "500", **on}]},
        {"kind": "payment", "lines": [{"member": "2", "amount": "450", "on": "2020-02-03"}]},
        {"kind": "money-out", "lines": [{"payee": "shop", "category": "fuel", "amount": "120", **on}]},
    )  # fmt: skip
    assert status == 0, err
    return desk


@pytest.mark.parametrize(
    ("what", "more", "figures"),
    [
        ("poster", MONTHS, ("500", "120", "380", "450")),
        ("poster", (*MONTHS, "--paper", "A3"), ("500", "120", "380", "450")),
        ("aloud", MONTHS, ("500", "120", "380")),
        ("tariff", (), ("450", "What we pay for water")),
        ("tariff", ("--tariff", "1", "--paper", "A3", "--languages", "es,sw"), ("450",)),
        ("tariff-aloud", (), ("450",)),
        ("complaint-poster", (), ("A complaint? Tell us.", "14")),
        ("complaint-aloud", (), ("within 14 working days",)),
        ("statement", (*MONTHS, "--member", "1"), ("450", "500", "Mwikali")),
        ("receipt", ("--number", "2"), ("450", "<b>Jose")),
        ("cashbook", MONTHS, ("500", "120", "380")),
        ("cashbook", (*MONTHS, "--account", "1"), ("500", "120", "380")),
        ("income", MONTHS, ("450", "50", "120", "380")),
        ("behind", ("--day", "2020-01-31"), ("450", "<b>Jose", "Never for the wall")),
        ("members", (), ("Mwikali", "<b>Jose", "not for the wall")),
        ("board", ("--paper", "tiled"), ("No round of the toolbox has begun",)),
        ("capacity", ("--paper", "A3"), ("What the committee is able to do", "Together")),
        ("before-after", (), ("Before and after", "No round of the toolbox has begun")),
        ("cards", (), ("What will be done", "Responsible", "Deadline")),
        ("worksheets", ("--step", "prepare"), ("Who are we, and who is here?", "Runs the pump")),
        ("slips", (), ("No household has anything to pay",)),
        ("confirmations", (), ("Every balance from the old book is confirmed",)),
        ("letters", ("--day", "2020-01-31"), ("No step was taken on this day",)),
        ("visits", (), ("There is no household to decide about",)),
        ("daylist", (), ("Mwikali", "<b>Jose", "shop", "500", "450", "120", "950")),
        ("voucher", ("--expense", "12"), ("shop", "120", "Thumb", "Witness")),
        ("wages", MONTHS, ("No wages were paid",)),
        ("budget", ("--period", "2020"), ("950", "What came of it")),
        ("assets", (), ("Nothing that wears out",)),
        ("receipts", ("--day", "2020-02-03", "--paper", "roll", "--saving"), ("450", "<b>Jose")),
        ("pad", ("--day", "2020-01-20"), ("1", "500", "Mwikali")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_paper(
    january: Desk, tmp_path: Path, what: str, more: tuple[str, ...], figures: tuple[str, ...]
) -> None:
    out = tmp_path / "paper.pdf"
    before = january.ask("verify")["totals"]["entries"]
    said = january.ask("print", what, "--out", str(out), "--languages", "en,sw", *more)
    assert said["totals"]["entry"] == before + 1
    assert said["rows"] == [{"file": str(out)}]
    found = text(out.read_bytes())
    for figure in figures:
        assert figure in found, figure
    assert january.ask("verify")["totals"]["problems"] == 0


@pytest.mark.parametrize("ending", [".pdf", ".png"])
def test_what_a_paper_does_not_show_whole_is_told(
    january: Desk, tmp_path: Path, ending: str
) -> None:
    out, names = tmp_path / f"paper{ending}", ("Wanjiru " * 100, "ขวัญ Juma")
    lines = [{"adults": [{"name": name}]} for name in names]
    status, _out, err = january.post({"kind": "members", "lines": lines})
    assert status == 0, err
    said = january.ask("print", "members", "--out", str(out))
    cut, boxed = said["rows"][0]["not_whole"]
    assert boxed.endswith("Juma")  # our fonts have no Thai: whoever prints it hears of it
    assert cut.startswith("Wanjiru") and cut.endswith("…")
    entry = str(said["totals"]["entry"])
    _status, plain, _err = january.run("print-again", entry, "--out", str(out))
    told = [line for line in plain.splitlines() if line.startswith("Not whole")]
    assert told == [f"Not whole on the paper: {one}" for one in (cut, boxed)]


def test_the_paper_of_a_handover(january: Desk, tmp_path: Path) -> None:
    status, _out, err = january.post(
        {"kind": "officer", "name": "Amina", "post": "treasurer", "since": "2020-01-01"},
        {"kind": "officer", "name": "Halima <b>", "post": "treasurer", "since": "2020-01-01"},
        {"kind": "count", "account": 1, "counted": "830", "by": ["A. B.", "C. D."]},
        {"kind": "handover", "leaves": "Amina", "takes_over": "Halima <b>",
         "papers": [{"what": "keys"}, {"what": "stamp", "handed": False}]},
    )  # fmt: skip
    assert status == 0, err
    out = tmp_path / "paper.pdf"
    entry = january.ask("verify")["totals"]["entries"]
    for more in ((), ("--entry", str(entry))):
        january.ask("print", "handover", "--out", str(out), "--languages", "fr,es", *more)
        found = text(out.read_bytes())
        for words in ("Amina", "Halima <b>", "830", "keys", "stamp"):
            assert words in found, (words, found)


def test_pictures_of_several_pages(january: Desk, tmp_path: Path) -> None:
    out = tmp_path / "aloud.png"
    words = ("print", "aloud", *MONTHS, "--languages", "en,sw", "--out", str(out))
    status, told, _err = january.run(*words)
    second = tmp_path / "aloud-2.png"
    assert status == 0
    assert told.startswith(f"{out} is ready.\n{second}\n")
    assert {file.read_bytes()[:4] for file in (out, second)} == {b"\x89PNG"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("statement",), "Say which one is to be printed: the number of the member."),
        (("statement",), "Add --member 12, or another."),
        (("minutes",), "Say which one is to be printed: the number of the meeting."),
        (("statement", "--member", "9"), "There is no member with the number “9”."),
        (("receipt",), "Say which one is to be printed: the number of the receipt."),
        (("receipt", "--number", "9"), "There is no receipt 9."),
        (("cashbook", "--account", "9"), "There is no account 9."),
        (("voucher",), "Say which one is to be printed: the entry by which money was paid out."),
        (("voucher", "--expense", "x"), "No money was paid out by the entry or voucher “x”."),
        (("agreement",), "Say which one is to be printed: the number of the member."),
        (("agreement", "--member", "1"), "Member 1 has no agreement to pay in instalments."),
        (("handover",), "No post was handed over by that entry."),
        (("behind", "--day", "2098-01-01"), "1 January 2098 is in the future"),
        (("behind", "--day", "nonsense"), "nonsense"),
        (("poster", "--period", "2098"), "1 January 2098 is in the future"),
        (("poster", "--period", "nonsense"), "is not a month, quarter or year"),
        (("poster", "--languages", "en,xx"), "xx"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_booked(
    january: Desk, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = january.ask("verify")["totals"]["entries"]
    out = tmp_path / "paper.pdf"
    status, told, err = january.run("print", *words, "--out", str(out))
    assert status == 1
    assert sentence in told + err
    assert not out.exists()
    assert january.ask("verify")["totals"]["entries"] == before


def test_a_receipt_of_a_changed_entry_is_refused_in_a_sentence(
    january: Desk, tmp_path: Path
) -> None:
    other = """CAST(replace(CAST(stored AS TEXT), '"amount":50000', '"amount":90000') AS BLOB)"""
    change(january.book, f"UPDATE journal SET stored={other}")
    out = tmp_path / "paper.pdf"
    status, _told, err = january.run("print", "receipt", "--number", "1", "--out", str(out))
    assert (status, out.exists()) == (1, False)
    assert "contradicts itself" in err and "Verify the book" in err


def test_a_voucher_is_printed_by_the_number_on_it(january: Desk, tmp_path: Path) -> None:
    shop = {"category": "fuel", "payee": "shop"}
    lines = [{"amount": "30", "voucher": "V-9"}, {"amount": "40", "voucher": "12"},
             {"amount": "50", "voucher": "V-10"}, {"amount": "60", "voucher": "V-10"}]  # fmt: skip
    status, _out, err = january.post(
        {"kind": "money-out", "lines": [{**shop, **line} for line in lines]}
    )
    assert status == 0, err
    entry, out = january.ask("verify")["totals"]["entries"], tmp_path / "paper.pdf"
    january.ask("print", "voucher", "--expense", "v-9", "--out", str(out))
    assert "30" in text(out.read_bytes())
    for typed, both in (
        ("12", f"entries 12/1, {entry}/2."), ("V-10", f"entries {entry}/3, {entry}/4."),
    ):  # fmt: skip
        status, _out, err = january.run("print", "voucher", "--expense", typed, "--out", str(out))
        assert status == 1 and both in err, err
    january.ask("print", "voucher", "--expense", "12/1", "--out", str(out))
    assert "120" in text(out.read_bytes())


def test_a_wrong_word_names_the_nearest_first(january: Desk) -> None:
    for words, near in (
        (("tarif", "--out", "x.pdf"), "no paper “tarif”, but tariff, "),
        (("poster", "--paper", "A44", "--out", "x.pdf"), "poster has no “A44”, but A"),
    ):
        status, _out, err = january.run("print", *words)
        assert status == 2 and near in " ".join(err.split()), err


def test_wrong_calls(january: Desk, tmp_path: Path) -> None:
    for words in (("flag", "--out", "x.pdf"), ("poster", "--out", "x.doc"),
                  ("income", "--paper", "A3", "--out", "x.pdf"),
                  ("income", "--languages", "en,sw,fr", "--out", "x.pdf")):  # fmt: skip
        assert january.run("print", *words)[0] == 2


def test_what_was_owed_at_the_end_of_january(january: Desk) -> None:
    then = january.ask("show", "arrears", "--to", "2020-01-31")
    assert (then["as_of"], then["totals"]) == ("2020-01-31", {"members": 1, "owed": "450.00"})
    assert january.ask("show", "arrears")["totals"] == {"members": 0, "owed": "0.00"}
    money = january.ask("show", "income", "--from", "2020-01-01", "--to", "2020-01-31")["totals"]
    assert (money["owed_to_us"], money["closing"]) == ("450.00", "380.00")
    members = january.ask("show", "members", "--to", "2020-01-31")["totals"]
    assert (members["owed"], members["ahead"]) == ("450.00", "50.00")
    for what in ("accounts", "cashbook", "income", "members"):
        asked = january.ask("show", what, "--from", "2020-01-01", "--to", "2020-01-31")
        assert asked["as_of"] == "2020-01-31", what
    assert january.ask("show", "accounts", "--to", "2020-01-31")["totals"]["balance"] == "380.00"


# Published books


def printed(
    desk: Desk, period: str, currency: Currency, differences: dict[str, tuple[int, int]]
) -> str:
    """Print money in and money out of a period, with what the source's own page says otherwise."""
    book = open_book(desk.book)
    try:
        with book.read() as reading:
            said = tuple(
                Difference(
                    text=what,
                    printed=Money(theirs * currency.unit, currency),
                    book=Money(ours * currency.unit, currency),
                )
                for what, (theirs, ours) in differences.items()
            )
            facts = build_income(reading, Period.parse(period), date(2026, 1, 1), said)
            sheet = Sheet("income", facts, bilingual(reading, ("en",)), "A4")
        return text(draw(sheet))
    finally:
        book.close()


def model_book() -> Iterator[dict[str, Any]]:
    """Requests for the lines of the Ethiopian manual's page."""
    accounts = {"cash": 1, "bank": 2}
    kinds = {"Stationery": "office", "Guard": "wages", "Transport": "transport"}
    on = {"on": "2025-01-31"}
    with (CASES / "ethiopian-model-book.csv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            what, amount = line["description"], line["amount"]
            if line["kind"] == "opening":
                opened = {"what": "account", "account": accounts[line["to"]], "amount": amount}
                yield {"kind": "opening", "lines": [opened], **on}
            elif line["kind"] == "income":
                came = {"amount": amount, "income": "fee", "account": accounts[line["to"]], **on}
                yield {"kind": "money-in", "lines": [came]}
            elif line["kind"] == "expense":
                spent = {"payee": what, "category": kinds[what], "amount": amount, **on}
                yield {"kind": "money-out", "lines": [spent]}
            else:
                move = {"source": accounts[line["from"]], "target": accounts[line["to"]]}
                yield {"kind": "move", "amount": amount, **move, **on}


def test_the_ethiopian_model_book(desk: Desk, tmp_path: Path) -> None:
    desk.found("ETB", "ET")
    status, _out, err = desk.post(*model_book())
    assert status == 0, err
    found = printed(desk, "2025-01", Currency("ETB"), {})
    for words in (
        "January 2025", "Birr", "Water fees 200", "Wages 50", "Office 10", "Transport 10",
        "Total 200", "Total 70", "Left over 130", "At the start 150", "At the end 280",
        "30 cash box", "250 bank",
    ):  # fmt: skip
        assert words in found, words
    out = tmp_path / "cash.pdf"
    desk.ask("print", "cashbook", "--period", "2025-01", "--out", str(out))
    found = text(out.read_bytes())
    assert "100 moved from cash box to bank" in found
    assert "Total 200 70" in found and "Carried forward 280" in found


def test_fletcher_creek(desk: Desk) -> None:
    cad = Currency("CAD")
    desk.found("CAD", "CA", "2014-01")
    users = {"kind": "members", "lines": [{"adults": [{"name": "Water users"}]}]}
    reserve = {"kind": "account", "type": "reserve"}
    status, _out, err = desk.post(users, reserve, *creek(2014), *creek(2015))
    assert status == 0, err

    first = printed(desk, "2014", cad, {"Expenses as printed": (16319, 16320)})
    for words in (
        "57,546", "New equipment 26,212", "42,532", "Left over 15,014", "At the start 106,132",
        "At the end 121,146", "24,068 cash box", "97,078 savings",
        "Expenses as printed: printed 16,319, added up 16,320, difference –1",
    ):  # fmt: skip
        assert words in first, words
    assert "2013" not in first

    otherwise = {"Expenses as printed": (15442, 15443), "Cash as printed": (38211, 38209)}
    second = printed(desk, "2015", cad, otherwise)
    for words in (
        "2014", "30,697 57,546", "15,443 42,532", "15,254 15,014", "121,146 106,132",
        "136,400 121,146", "38,209 cash box", "98,191 savings", "Owed to us 478",
        "Expenses as printed: printed 15,442, added up 15,443, difference –1",
        "Cash as printed: printed 38,211, added up 38,209, difference 2",
    ):  # fmt: skip
        assert words in second, words


def test_a_practice_paper_says_practice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    assert desk.run("practice", "--members", "12", "--months", "3", "--seed", "5")[0] == 0
    out = tmp_path / "poster.pdf"
    desk.ask("print", "poster", "--out", str(out), "--languages", "en,fr")
    pdf = out.read_bytes()
    assert raster.pages(pdf) == 5
    assert "PRACTICE" in text(pdf, 1) and "EXERCICE" in text(pdf, 1)


def test_all_statements_in_one_file_or_a_file_each(january: Desk, tmp_path: Path) -> None:
    before = january.ask("verify")["totals"]["entries"]
    out = tmp_path / "all.pdf"
    said = january.ask("print", "statements", *MONTHS, "--out", str(out))
    assert said["totals"] == {"entry": before + 2, "statements": 2}
    assert raster.pages(out.read_bytes()) == 2
    folder = tmp_path / "each"
    said = january.ask("print", "statements", *MONTHS, "--paper", "each", "--out", str(folder))
    assert [Path(row["file"]).name for row in said["rows"]] == [
        "1 Mwikali.pdf", "2 b Jose.pdf",
    ]  # fmt: skip
    first = (folder / "1 Mwikali.pdf").read_bytes()
    assert "Mwikali" in text(first)
    said = january.ask("print", "statements", *MONTHS, "--paper", "each", "--out", str(folder))
    assert Path(said["rows"][0]["file"]).name == "1 Mwikali (2).pdf"
    assert (folder / "1 Mwikali.pdf").read_bytes() == first
    totals = january.ask("verify")["totals"]
    assert (totals["entries"], totals["problems"]) == (before + 6, 0)


def test_a_handover_is_written_as_a_folder_of_files(january: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "handover"
    words = ("print", "handover-pack", "--period", "2020", "--paper", "each")
    said = january.ask(*words, "--out", str(folder))
    names = sorted(path.name for path in folder.iterdir())
    assert "00 All papers for a handover.pdf" in names and "02 Cash book.pdf" in names
    assert said["totals"]["files"] == len(names) == said["totals"]["papers"] + 1
    status, _told, err = january.run(*words[:-1], "A3", "--out", str(tmp_path / "no.pdf"))
    assert status == 2 and "each" in err


def test_a_folder_for_a_paper_of_one_file_is_answered_with_a_sentence(
    january: Desk, tmp_path: Path
) -> None:
    status, _told, err = january.run("print", "behind", "--out", str(tmp_path))
    said = "".join(err.replace("│", "").split())
    assert status == 2
    assert f"thisisonefile,endingin.pdfor.png,suchas{tmp_path}/paper.pdf" in said
    status, _told, err = january.run("print", "handover-pack", "--out", str(tmp_path / "a.png"))
    assert status == 2 and f"suchas{tmp_path}/a.pdf" in "".join(err.replace("│", "").split())


def test_a_zone_where_nobody_lives_has_no_statements(january: Desk, tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    words = ("print", "statements", *MONTHS, "--zone", "nowhere", "--out", str(out))
    status, _told, err = january.run(*words)
    assert status == 1
    assert "There is no household here" in err
    assert not out.exists()


def test_every_paper_of_the_book_has_a_word_on_the_command_line() -> None:
    from imt_desktop.cli.printing import PRINTED

    leading = {key for key, kind in PAPERS.items() if kind.leads}
    assert leading == set(PACKS)
    assert set(PRINTED.values()) == set(PAPERS) - leading


def test_a_batch_is_printed_again_by_any_of_its_entries(january: Desk, tmp_path: Path) -> None:
    out, copies = tmp_path / "all.pdf", tmp_path / "copies.pdf"
    said = january.ask("print", "statements", *MONTHS, "--out", str(out))
    entry = said["totals"]["entry"]
    again = january.ask("print-again", str(entry - 1), "--out", str(copies))
    assert again["totals"] == {"entry": entry + 2, "copies": 2}
    assert text(copies.read_bytes()).count("COPY 2") >= 2
    alone = january.ask("print", "behind", "--out", str(out))["totals"]["entry"]
    assert january.ask("print-again", str(alone), "--out", str(copies))["totals"]["copies"] == 1
    assert january.run("print-again", "1", "--out", str(copies))[0] == 1
    assert january.run("print-again", str(entry), "--out", str(tmp_path / "x.doc"))[0] == 2


NOWHERE = ("none/x", "a/folder", "x" * 300, "/proc/x")
"""Places without a folder, with something else in the way, too long for a name, and closed to all."""


@pytest.mark.parametrize("place", NOWHERE, ids=lambda place: place[:8])
@pytest.mark.parametrize("call", ["print", "each", "print-again", "export", "template"])
def test_where_nothing_can_be_written_nothing_is_issued(
    january: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, call: str
) -> None:
    if place.startswith("/proc") and not Path("/proc/self").exists():
        pytest.skip("there is no such folder here")
    ending = {"each": "", "export": ".xlsx", "template": ".xlsx"}.get(call, ".pdf")
    out = tmp_path / f"{place}{ending}"
    if place == "a/folder":
        out.parent.mkdir()
        out.write_bytes(b"") if call == "each" else out.mkdir()
    entry = january.ask("print", "behind", "--out", str(tmp_path / "first.pdf"))["totals"]["entry"]
    words = {
        "print": ("print", "poster", *MONTHS, "--out", str(out)),
        "each": ("print", "statements", *MONTHS, "--paper", "each", "--out", str(out)),
        "print-again": ("print-again", str(entry), "--out", str(out)),
        "export": ("export", str(out), "--year", "2020"),
    }
    there = sorted(tmp_path.rglob("*"))
    if call == "template":
        status = main(["template", str(out), "--as", "members"])
        err = capsys.readouterr().err
    else:
        status, _said, err = january.run(*words[call])
    assert status == 1
    assert (
        "cannot be written. Is the folder there, may it be written to, and is there room on the disk?"
        in err
    )
    assert sorted(tmp_path.rglob("*")) == there
    assert january.ask("verify")["totals"]["entries"] == entry


@pytest.mark.parametrize("place", [".", "x" * 300 + ".xlsx", "none.xlsx", "/proc/self/mem"])
def test_what_cannot_be_read_brings_nothing_in(january: Desk, tmp_path: Path, place: str) -> None:
    before = january.ask("verify")["totals"]["entries"]
    for words in (
        ("import", str(tmp_path / place), "--as", "members"),
        ("readings", str(tmp_path / place), "--month", "2020-01"),
    ):
        status, _said, err = january.run(*words)
        assert (status, err.count("\n")) == (1, 1), err
        assert "not your fault" not in err
    assert january.ask("verify")["totals"]["entries"] == before


@pytest.mark.skipif(sys.platform == "win32", reason="only root of Unix can mount a small disk")
def test_a_full_disk_keeps_nothing_of_a_batch(january: Desk, tmp_path: Path) -> None:
    out = tmp_path / "disk"
    out.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", str(out)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        for words in (
            ("print", "statements", *MONTHS, "--paper", "each", "--out", str(out / "all")),
            ("print", "aloud", *MONTHS, "--out", str(out / "aloud.png")),
            ("export", str(out / "year.xlsx"), "--year", "2020"),
        ):
            status, _said, err = january.run(*words)
            assert (status, err.count("\n")) == (1, 1), err
            assert (
                "cannot be written. Is the folder there, may it be written to, and is there room on the disk?"
                in err
            )
            assert not list(out.iterdir())
    finally:
        subprocess.run(["umount", str(out)], check=True)


def test_a_paper_that_was_issued_and_not_written_says_how_to_have_it(
    january: Desk, tmp_path: Path
) -> None:
    """A place that refuses at once issues nothing; this one refuses the second file of all."""
    folder, out = tmp_path / "each", tmp_path / "all.pdf"
    (folder / "2 b Jose.pdf.part").mkdir(parents=True)
    words = ("print", "statements", *MONTHS, "--paper", "each", "--out", str(folder))
    status, said, err = january.run(*words)
    assert status == 1 and "cannot be written" in err
    assert [path.name for path in folder.iterdir()] == ["2 b Jose.pdf.part"]
    entry = said.split("entry ")[1].split(":")[0]
    assert f"print-again {january.book} {entry} --out FILE" in said
    again = january.ask("print-again", entry, "--out", str(out))
    assert again["totals"] == {"entry": int(entry), "copies": 0}
    assert "COPY" not in text(out.read_bytes())  # no first print of them lies anywhere
    assert january.ask("print-again", entry, "--out", str(out))["totals"]["copies"] == 2
    assert text(out.read_bytes()).count("COPY 2") >= 2


def test_one_paper_that_was_not_written_is_no_copy_the_next_time(
    january: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "sheets.png"
    (tmp_path / "sheets-2.png.part").mkdir()  # refuses the second page alone
    status, told, _err = january.run("print", "worksheets", "--out", str(out))
    assert status == 1
    entry = told.split("entry ")[1].split(":")[0]
    pdf = tmp_path / "sheets.pdf"
    assert january.ask("print-again", entry, "--out", str(pdf))["totals"]["copies"] == 0
    assert "COPY" not in text(pdf.read_bytes())
    assert january.ask("print-again", entry, "--out", str(pdf))["totals"]["copies"] == 1


def test_bills_of_a_zone_are_printed_with_their_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys)
    made = desk.run("practice", "--metered", "--members", "12", "--months", "4", "--seed", "5")
    assert made[0] == 0
    last = str(Month.of(date.today()).shift(-1))
    out = tmp_path / "bills.pdf"
    said = desk.ask("print", "bills", "--period", last, "--zone", "Market", "--out", str(out))
    many = said["totals"]["bills"]
    pdf = out.read_bytes()
    assert many and raster.pages(pdf) == -(-many // 2)
    found = text(pdf)
    for words in ("To pay", "What was used", "within the minimum", "Meter: from", "PRACTICE"):
        assert words in found, words
    folder = tmp_path / "each"
    desk.ask("print", "bills", "--period", last, "--paper", "each", "--out", str(folder))
    assert len(list(folder.glob("*.pdf"))) >= many
    roll = tmp_path / "roll.pdf"
    desk.ask("print", "bills", "--period", last, "--paper", "roll", "--out", str(roll))
    assert "To pay" in text(roll.read_bytes())
    status, _out, err = desk.run(
        "print", "bills", "--period", last, "--zone", "nowhere", "--out", str(out)
    )
    assert status != 0 and "no household" in err


def test_a_sheet_to_read_meters_names_each_in_its_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys)
    made = desk.run("practice", "--metered", "--members", "24", "--months", "3", "--seed", "5")
    assert made[0] == 0
    out = tmp_path / "sheet.pdf"
    now = str(Month.of(date.today()))
    desk.ask("print", "readings", "--period", now, "--out", str(out), "--languages", "es,fr")
    found = text(out.read_bytes())
    assert "Riverside" in found or "Old Well" in found
    assert "Hilltop" not in found, "what is read already is not carried again"
