"""Packs: the papers of a period in one file, each with its own code, and the vouchers behind them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.journal import Signing
from imt_desktop.ledger.vouchers import JPEG
from imt_desktop.period import Period
from imt_desktop.reports import printing
from imt_desktop.reports.handing.build import build_handing
from imt_desktop.reports.handing.facts import HandingFacts
from imt_desktop.reports.issued import issued_papers
from imt_desktop.reports.lists.build import build_list
from imt_desktop.reports.packs.facts import Packed
from imt_desktop.reports.packs.folder import draw_folder
from imt_desktop.reports.packs.making import Pack, draw_pack, issue_pack
from imt_desktop.reports.packs.parts import usual_period
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.saving import save_folder
from tests.book.charging.village import ask, decide
from tests.book.community.village import officers
from tests.book.faults import change
from tests.builders import TODAY, Desk, book_in, kes
from tests.reports.reading import codes_of, text

YEAR = Period.year(2026)


class Stop(Exception):
    """Somebody pressed Stop."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three households, two receipts, one of them cancelled, and an expense with its photo."""
    desk = book_in(tmp_path, members=3, fee=450)
    desk.bill("2026-08")
    for member in ("1", "2"):
        desk.pay(member, 450, on=date(2026, 9, 3))
    desk.void(desk.rows("SELECT seq FROM money_line WHERE receipt=2")[0][0], reason="torn")
    with desk.book.write(Signing(None)) as book:
        kept = book.keep(photo("orange"), JPEG)
    desk.spend(100, on=date(2026, 9, 8), attachment=kept)
    return desk


def photo(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 90), colour).save(out, "JPEG")
    return out.getvalue()


def test_a_pack_for_an_audit_is_of_its_days(desk: Desk) -> None:
    def days(pack: str) -> Period:
        return desk.see(usual_period, pack, TODAY)

    assert days("audit-pack") == Period.year(TODAY.year)
    ask(desk, "audit", decision=decide(desk, "Audit"), first="2026-07-01", last="2026-09-30",
        auditors=[{"name": "R. Sang"}])  # fmt: skip
    assert days("audit-pack") == Period(date(2026, 7, 1), date(2026, 9, 30))
    assert days("handover-pack") == Period.year(TODAY.year)


def made(desk: Desk) -> Pack:
    with desk.book.write(Signing(None)) as book:
        return issue_pack(book, "audit-pack", YEAR, ("en", "sw"))


def drawn(desk: Desk, pack: Pack) -> bytes:
    return desk.see(lambda book: draw_pack(book, pack))


def test_all_papers_and_the_photo_stand_in_one_file_behind_a_sheet_that_names_them(
    desk: Desk,
) -> None:
    pack = made(desk)
    data = drawn(desk, pack)
    said = text(data)
    for words in (
        "All papers for an audit",
        "List of receipts",
        "torn",
        "List of vouchers",
        "Cash book",
    ):
        assert words in said, words
    anchors = [one.anchor for one in pack.sheets if one.anchor]
    assert len(anchors) == len(pack.sheets) >= 8
    assert len(pack.vouchers) == 1
    with pypdfium2.PdfDocument(data) as document:
        last = document[len(document) - 1]
        kinds = [one.type for one in last.get_objects()]
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds, "the photo is the last page"
    for anchor in anchors:
        assert anchor.code[:4] in said and anchor.code[-4:] in said


def test_every_paper_of_it_is_issued_and_what_the_book_has_not_is_left_out(desk: Desk) -> None:
    pack = made(desk)
    kinds = [one.paper for one in pack.sheets]
    assert kinds[0] == "cashbook" and "tariff" in kinds and "complaint-list" in kinds
    assert "board" not in kinds or desk.rows("SELECT count(*) FROM plan_round")[0][0]
    every = range(1, desk.entries() + 1)
    entries = desk.see(lambda book: [book.recorded(seq).entry for seq in every])
    issued = [entry.paper for entry in entries if isinstance(entry, PaperIssued)]
    assert issued[-len(kinds) - 1 :] == [*kinds, "audit-pack"]


def test_its_cover_has_a_code_of_its_own_and_can_be_issued_again(desk: Desk) -> None:
    pack = made(desk)
    data = drawn(desk, pack)
    assert codes_of(data) == [pack.anchor.qr]
    assert pack.anchor.qr not in [one.anchor.qr for one in pack.sheets if one.anchor]
    copy = desk.do(printing.again, pack.anchor.entry)
    assert copy.facts == pack.cover and copy.anchor and copy.anchor.code == pack.anchor.code
    said = text(printing.draw(copy))
    assert "List of receipts" in said and pack.cover.papers[0].code[:4] in said
    (_copy, first, *_) = desk.see(issued_papers)
    assert (first.paper, first.about, first.code) == ("audit-pack", "2026", pack.anchor.code)


def test_its_cover_says_what_is_left_out_and_why(tmp_path: Path) -> None:
    """A book without a water price and a round, one of whose voucher photos was erased."""
    desk = book_in(tmp_path, members=1)
    with desk.book.write(Signing(None)) as book:
        kept = book.keep(photo("orange"), JPEG)
    desk.spend(100, on=date(2026, 9, 8), attachment=kept)
    change(desk.book.path, "DELETE FROM file")
    pack = made(desk)
    data = drawn(desk, pack)
    assert [one.paper for one in pack.left_out] == ["tariff", "board"]
    assert not {"tariff", "board"} & {one.paper for one in pack.sheets}
    said = text(data, 0)
    for words in (
        "Left out: Tariff poster. No water price is set",
        "No round of the toolbox",
        "Left out: Photo: 1. The photo is not in this copy of the book.",
    ):
        assert words in said, words


def test_a_cover_of_two_pages_counts_itself(desk: Desk) -> None:
    pack = made(desk)
    list_ = next(one for one in pack.sheets if one.paper == "complaint-list")
    papers = (Packed(paper="complaint-list"),) * 30
    cover = msgspec.structs.replace(pack.cover, papers=papers, photos=0)
    data = drawn(desk, replace(pack, cover=cover, sheets=(list_,) * 30, vouchers=()))
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 32
    assert " 3 List of complaints" in text(data, 0) and " 32 List of complaints" in text(data, 1)


def test_a_book_that_has_all_leaves_nothing_out(desk: Desk) -> None:
    ask(desk, "round", name="2026")
    pack = made(desk)
    assert pack.left_out == () and "board" in [one.paper for one in pack.sheets]
    assert "Left out" not in text(drawn(desk, pack), 0)


def test_it_says_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    pack, heard = made(desk), list[tuple[int, int]]()
    desk.see(lambda book: draw_pack(book, pack, lambda done, every: heard.append((done, every))))
    every = len(pack.sheets) + 1
    assert heard == [(n, every) for n in range(1, every + 1)]

    def stop(done: int, _every: int) -> None:
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        desk.see(lambda book: draw_pack(book, pack, stop))


def test_a_complaint_stands_in_the_list_without_a_word_or_a_name(desk: Desk) -> None:
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-09-30")
    said = text(drawn(desk, made(desk)))
    assert "List of complaints" in said and "ecret" not in said


def test_the_list_leaves_out_what_came_about_an_officer(desk: Desk) -> None:
    officers(desk)
    for about in ("T. Reasurer", ""):
        ask(
            desk,
            "complaint",
            words="x",
            source="anonymous",
            category="money",
            about=about,
            on="2026-09-30",
        )
    rows = desk.see(build_list, "complaints", YEAR).rows
    assert [(one.number, one.code) for one in rows] == [("2", "money")]
    said = text(
        printing.draw(desk.do(printing.issue, PaperWanted("complaint-list", ("en",), YEAR)))
    )
    assert said.count("Use of money") == 1 and "An officer" not in said
    assert "Complaints about an officer are left out." in said


def test_a_handover_names_what_is_owed_outside_and_what_lies_in_the_store(desk: Desk) -> None:
    ask(desk, "contact", role="ngo", name="W. A.")
    ask(desk, "support", contact=1, words="A pump", due_on="2026-09-30", on="2026-09-01")
    for day in ("2026-10-01", "2026-12-31"):
        ask(desk, "report-owed", contact=1, what="The year", due_on=day)
    ask(desk, "breakdown", component="pump", cause="wear", on="2026-10-01")
    ask(desk, "stores", lines=[{"part": "Rubber rings", "stock": 12, "least": 4}])
    facts = desk.see(build_handing, TODAY)
    assert (facts.requests, facts.late_requests) == (1, 1)
    assert (facts.reports, facts.late_reports) == (2, 1)
    assert facts.breakdowns == 1
    assert [(one.part, one.stock) for one in facts.spare_parts] == [("Rubber rings", 12)]
    with desk.book.write(Signing(None)) as book:
        pack = issue_pack(book, "handover-pack", YEAR, ("en",))
    said = text(drawn(desk, pack))
    for words in ("Requests for support: 1, Late: 1", "Reports owed: 2, Late: 1", "Rubber rings"):
        assert words in said, words


def test_the_list_says_who_has_it_what_is_late_and_what_was_put_right(desk: Desk) -> None:
    own = [{"code": "own-1", "name": "Goats"}]
    ask(desk, "complaint-rules", categories=own, days=2)
    ask(desk, "complaint", words="x", source="anonymous", category="own-1", on="2026-09-14")
    ask(desk, "complaint", words="x", source="anonymous", on="2026-09-14")
    ask(desk, "complaint-moved", complaint=1, stage="committee", on="2026-09-15")
    ask(desk, "complaint-answered", complaint=2, words="y", fixed=True, on="2026-09-15")
    ask(desk, "complaint-rules", categories=[])  # what was written down keeps its name
    said = text(
        printing.draw(desk.do(printing.issue, PaperWanted("complaint-list", ("en",), YEAR)))
    )
    assert said.count("Late") == 1 and said.count("Put right") == 1
    assert "With the committee" in said and "Goats" in said


def test_a_handover_begins_with_what_lies_there_and_two_to_sign(desk: Desk) -> None:
    ask(desk, "complaint", words="x", source="anonymous", on="2026-09-30")
    with desk.book.write(Signing(None)) as book:
        pack = issue_pack(book, "handover-pack", YEAR, ("en", "sw"))
    assert [one.paper for one in pack.sheets][:2] == ["handing-over", "cashbook"]
    facts = pack.sheets[0].facts
    assert isinstance(facts, HandingFacts)
    assert (facts.households_behind, facts.owed) == (2, kes(900))
    assert [(one.account, one.book) for one in facts.money if one.book] == [("cash", kes(350))]
    assert (facts.complaints, facts.last_receipt) == (1, 2)
    said = text(drawn(desk, pack))
    for words in ("Handover of the committee", "Hands over", "Takes over", "Stamp", "350"):
        assert words in said, words
    owed, behind = said.index("Owed to us"), said.index("Households behind: 2")
    assert owed < said.index("900") < behind, "what is owed is not that of those behind alone"


def test_a_folder_has_the_whole_each_paper_and_what_was_photographed(
    desk: Desk, tmp_path: Path
) -> None:
    with desk.book.write(Signing(None)) as book:
        minute, scan = book.keep(photo("red"), JPEG), book.keep(photo("blue"), JPEG)
        secret = book.keep(photo("green"), JPEG)
    ask(desk, "decision", minute="07/2026", what="The well/pump contract", body="committee",
        decided_on="2026-09-01", attachment=minute)  # fmt: skip
    ask(desk, "contact", role="county", name="Water office")
    ask(desk, "support", contact=1, words="A pump", due_on="2026-10-30", attachment=scan)
    ask(desk, "complaint", words="x", source="anonymous", on="2026-09-30", attachment=secret)
    with desk.book.write(Signing(None)) as book:
        pack = issue_pack(book, "handover-pack", YEAR, ("en", "sw"))
    folder, heard = tmp_path / "handover", list[tuple[int, int]]()
    tell = lambda done, every: heard.append((done, every))  # noqa: E731
    desk.see(lambda book: save_folder(folder, draw_folder(book, pack, tell)))
    names = sorted(path.name for path in folder.iterdir())
    assert names[:4] == [
        "00 All papers for a handover.pdf",
        "01 Handover of the committee.pdf",
        "02 Cash book.pdf",
        "03 Cash book, bank.pdf",
    ]
    assert {"List of receipts", "List of complaints", "Who is behind"} <= {
        name[3:].removesuffix(".pdf") for name in names
    }
    decided = next(name for name in names if name.startswith("Decision - 2026-09-01"))
    assert "07 2026 - The well pump contract" in decided and decided.endswith(".jpg")
    assert (folder / decided).read_bytes() == photo("red")
    assert sum(name.startswith("Letter that asks for help - ") for name in names) == 1
    assert sum(name.startswith("Voucher - 2026-09-08 - ") for name in names) == 1
    assert photo("green") not in [path.read_bytes() for path in folder.iterdir()], "a complaint's"
    assert heard[-1][0] == heard[-1][1] == 2 * len(pack.sheets)


def test_a_folder_that_is_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    pack = made(desk)
    folder = tmp_path / "audit"

    def stop(done: int, every: int) -> None:
        if done == every - 1:
            raise Stop

    with pytest.raises(Stop):
        desk.see(lambda book: save_folder(folder, draw_folder(book, pack, stop)))
    assert not folder.exists()
