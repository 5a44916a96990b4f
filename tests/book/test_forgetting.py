"""A member who has left is forgotten: the words go everywhere, the figures and the chain stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.i18n import Translator
from imt_desktop.journal import Signing, store
from imt_desktop.journal import errors as journal_errors
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import Problem, verify
from imt_desktop.ledger import errors, forgetting, members
from imt_desktop.ledger.forgetting import ForgetRequest, Forgotten
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.wording.copies import forgotten_words, restored_words
from tests.book.faults import change, dump
from tests.builders import TODAY, Desk, book_in, household, standing

NAME = "Zawadi Ñandú"
PHONE = "0798 123 456"
HOUSE = "Behind the blue gate"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A book in which Zawadi was a member, paid, was printed, and left."""
    made = book_in(tmp_path, members=2, fee=450)
    adults = (members.AdultLine(name=NAME), members.AdultLine(name="Juma Ñandú"))
    made.join(
        members.MemberLine(adults=adults, phone=PHONE, phone_consent=True, house=HOUSE),
        *(household(f"Filler {n}") for n in range(40)),
    )
    made.bill()
    made.bill_one("3", 100, text=f"{NAME} missed the work day")
    made.pay("1", 450, paid_by=f"brought by {NAME.upper()}")
    paid = made.pay("3", 550, paid_by="her cousin")
    for paper, about, said in (
        ("receipt", f"{paid.entry}/1", '{"payer":{"name":"somebody"}}'),
        ("statement", "3", f'{{"member":{{"name":"{NAME}"}}}}'),
        ("statement", "1", '{"member":{"name":"Member 1"}}'),
        ("notice", "2026-10", f'{{"thanks":["a","to  {NAME.lower()}, of course"]}}'),
    ):
        entry = PaperIssued(paper=paper, about=about, languages=("en",), copy=1, said=said)
        made.do(lambda book, entry=entry: book.append(entry))
    yield made
    made.book.close()


def leave(desk: Desk) -> None:
    wanted = members.MemberStatusRequest(member="3", status="left", reason="moved to the coast")
    desk.do(members.change_status, wanted)


def forget(desk: Desk, mentions: bool = False) -> Forgotten:
    return desk.do(forgetting.forget, ForgetRequest(member="3", mentions=mentions))


def bytes_of(path: Path) -> bytes:
    """Everything that lies on the disk for this book."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(path.name + "*")))


def test_the_words_go_and_the_figures_stay(desk: Desk) -> None:
    leave(desk)
    before = standing(desk)
    done = forget(desk)
    assert (done.words, done.papers) == (10, 3)
    assert standing(desk) == before
    assert desk.rows("SELECT name, second_adult, phone, house FROM member WHERE id=3") == [
        ("", "", "", "")
    ]
    assert verify(desk.book.path, ROOMS).problems == ()
    left = {row[0] for row in desk.rows("SELECT text FROM word")}
    assert NAME not in left and "her cousin" not in left and "moved to the coast" not in left
    assert '{"member":{"name":"Member 1"}}' in left
    assert desk.see(forgetting.was_forgotten, "3") and not desk.see(forgetting.was_forgotten, "1")


def test_no_byte_of_them_stays_in_the_file(desk: Desk) -> None:
    leave(desk)
    for wanted in (NAME, PHONE, HOUSE, "Juma", "her cousin", "moved to the coast"):
        assert wanted.encode() in bytes_of(desk.book.path)
    forget(desk, mentions=True)
    found = bytes_of(desk.book.path)
    for gone in (NAME, PHONE, HOUSE, "Juma", "her cousin", "moved to the coast", NAME.upper()):
        assert gone.encode() not in found, gone


def test_notes_about_others_are_named_and_kept_unless_asked(desk: Desk) -> None:
    desk.spend(20, text="soap", payee=f"{NAME}uu")  # somebody else
    leave(desk)
    done = forget(desk)
    (mention,) = done.mentions
    assert (mention.kind, mention.path) == ("payments/1", "lines/0/paid_by")
    assert desk.rows("SELECT count(*) FROM word WHERE text LIKE '%ÑANDÚ'") == [(1,)]


def test_whether_notes_are_erased_is_said_while_the_name_is_known(desk: Desk) -> None:
    leave(desk)
    with pytest.raises(errors.MentionsUnsaidError) as refused:
        desk.do(forgetting.forget, ForgetRequest(member="3"))
    (entry,) = refused.value.entries
    assert refused.value.field == "mentions"
    assert [one.entry for one in forget(desk).mentions] == [entry]


def test_an_old_name_is_forgotten_too(desk: Desk) -> None:
    new = members.HouseholdLine(adults=(members.AdultLine(name="Zawadi Married"),))
    desk.do(members.change, members.ChangeMemberRequest(member="3", household=new))
    leave(desk)
    forget(desk, mentions=True)
    found = bytes_of(desk.book.path)
    assert b"Married" not in found and NAME.encode() not in found


def test_later_entries_post_the_same_as_a_rebuild(desk: Desk) -> None:
    leave(desk)
    forget(desk)
    desk.bill(month="2026-09")
    desk.pay("1", 450)
    before = dump(desk.book.path)
    rebuild_file(desk.book.path, ROOMS)
    assert dump(desk.book.path) == before


def test_a_missing_word_that_no_entry_lists_is_tampering(desk: Desk) -> None:
    leave(desk)
    forget(desk)
    desk.book.close()
    change(desk.book.path, "DELETE FROM word WHERE text='Member 2'")
    kinds = {problem.kind for problem in verify(desk.book.path, ROOMS).problems}
    assert "word-missing" in kinds


def test_a_forgotten_word_that_is_put_back_is_named(desk: Desk) -> None:
    leave(desk)
    with closing(sqlite3.connect(desk.book.path)) as database:
        ((seq, path, salt, text),) = database.execute(
            "SELECT seq, path, CAST(salt AS BLOB), text FROM word WHERE text=?", (NAME,)
        ).fetchall()
    forget(desk)
    desk.book.close()
    change(desk.book.path, f"INSERT INTO word VALUES ({seq}, '{path}', X'{salt.hex()}', '{text}')")
    assert Problem("word-strange", seq=seq, table="word", row=f"{seq}, {path}") in (
        verify(desk.book.path, ROOMS).problems
    )


def test_a_copy_from_before_brings_the_words_back_and_says_so(desk: Desk) -> None:
    leave(desk)
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    forget(desk)
    desk.book.close()
    done = copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock)
    assert done.forgotten and done.left is not None
    assert "Erase them again." in restored_words(done, Translator("en"))[-1]
    desk.book = open_book(desk.book.path, clock=desk.clock)
    copy = copies.back_up(desk.book.path, "closing", TODAY).path
    desk.pay("1", 5)
    desk.book.close()
    assert not copies.restore(copy, desk.book.path, Signing(), Asked(None), desk.clock).forgotten
    desk.book = open_book(desk.book.path, clock=desk.clock)


def test_only_a_member_who_left_and_is_even_can_be_forgotten(desk: Desk) -> None:
    with pytest.raises(errors.MemberStaysError):
        forget(desk)
    desk.bill_one("3", 70)
    leave(desk)
    with pytest.raises(errors.MemberOwesError):
        forget(desk)
    desk.pay("3", 100)
    with pytest.raises(errors.MemberPaidAheadError):
        forget(desk)
    desk.refund("3", 30)
    forget(desk)
    with pytest.raises(errors.NothingToForgetError):
        forget(desk)


def test_a_reader_of_old_pages_is_told_of(desk: Desk) -> None:
    leave(desk)
    other = open_book(desk.book.path, writable=False)
    with other.read() as reading:
        reading.head()
        with pytest.raises(journal_errors.TracesLeftError):
            forget(desk)
    assert verify(desk.book.path, ROOMS).problems == ()
    other.close()
    desk.book.wipe()
    assert PHONE.encode() not in bytes_of(desk.book.path)


def test_a_name_in_a_field_that_is_no_word_is_said(desk: Desk) -> None:
    recorded = desk.connect("1", type=NAME)
    leave(desk)
    assert forget(desk).fixed == (recorded.seq,)


def test_wiping_reaches_what_secure_delete_leaves_in_split_pages(tmp_path: Path) -> None:
    """A page that was split can keep a copy of a text; only writing the file anew removes it."""
    left_by_secure_delete = 0
    for seed in range(10):
        path = tmp_path / f"{seed}.db"
        with closing(store.connect(path, "create")) as database:
            _fill_and_erase(database, Random(seed))
            left_by_secure_delete += b"SECRET" in bytes_of(path)
            store.wipe(database, path)
            assert b"SECRET" not in bytes_of(path)
    assert left_by_secure_delete


def perhaps(desk: Desk) -> dict[int, str]:
    """Book notes in which Zawadi may be meant, and return them by their entries."""
    new = members.HouseholdLine(adults=(members.AdultLine(name=NAME),), nickname="Mama Wawili")
    desk.do(members.change, members.ChangeMemberRequest(member="3", household=new))
    notes = ("carried by Ñandu’s boy", "for mama  wawili", "Ñandú Zawadi mended it", "wawili dug")
    return {desk.spend(10, text=note).seq: note for note in notes}


def test_notes_with_a_part_of_the_name_or_the_nickname_are_named_and_kept(desk: Desk) -> None:
    notes = perhaps(desk)
    leave(desk)
    assert desk.see(forgetting.perhaps_meant, "3") == tuple(notes)
    done = forget(desk, mentions=True)
    assert done.perhaps == tuple(notes) and not done.beside
    texts = {row[0] for row in desk.rows("SELECT text FROM word")}
    assert texts >= set(notes.values())
    (told,) = [words for words in forgotten_words(done, Translator("en")) if "Perhaps" in words]
    assert told.endswith(": " + ", ".join(map(str, notes)) + ".")


def test_somebody_says_which_of_these_are_erased_too(desk: Desk) -> None:
    first, *others = perhaps(desk)
    other = desk.spend(10, text="soap").seq
    leave(desk)
    with pytest.raises(errors.NotMeantError):
        desk.do(forgetting.forget, ForgetRequest(member="3", mentions=True, also=(other,)))
    done = desk.do(forgetting.forget, ForgetRequest(member="3", mentions=True, also=(first,)))
    assert done.perhaps == tuple(others)
    assert not desk.rows("SELECT * FROM word WHERE seq=? AND path='lines/0/text'", first)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_where_only_a_part_of_the_name_stands_somebody_has_to_read_it(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=2)
    desk.join(household("Otieno Achieng"))
    spent = desk.spend(10, text="brought by Achieng").seq
    leave(desk)
    with pytest.raises(errors.PerhapsMeantError) as refused:
        desk.do(forgetting.forget, ForgetRequest(member="3"))
    assert refused.value.entries == (spent,)
    assert desk.do(forgetting.forget, ForgetRequest(member="3", also=(spent,))).perhaps == ()
    assert b"Achieng" not in bytes_of(desk.book.path)
    desk.book.close()


def test_a_book_is_wiped_in_a_file_and_a_statement_undone_in_memory(tmp_path: Path) -> None:
    path, said = tmp_path / "our.db", list[str]()
    with closing(store.connect(path, "create")) as database:
        assert database.execute("PRAGMA temp_store").fetchone() == (2,)
        database.set_trace_callback(said.append)
        store.wipe(database, path)
        assert said[said.index("VACUUM") - 1] == "PRAGMA temp_store = FILE"
        assert database.execute("PRAGMA temp_store").fetchone() == (2,)


def _fill_and_erase(database: sqlite3.Connection, chance: Random) -> None:
    database.execute("CREATE TABLE word (seq INTEGER PRIMARY KEY, text TEXT)")
    for number in range(300):
        text = f"SECRET{number}" + "x" * chance.randrange(150)
        database.execute("INSERT OR IGNORE INTO word VALUES (?,?)", (chance.randrange(10**6), text))
    database.execute("UPDATE word SET text=''")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_beside_the_whole_name_the_surname_goes_and_what_stays_is_named(desk: Desk) -> None:
    both = desk.spend(20, payee=NAME, text="help by Ñandú").seq
    other = desk.spend(30, payee=NAME, text="help for the old lady").seq
    desk.spend(40, payee="Shop", text="a ñandú of wood")
    leave(desk)
    done = forget(desk, mentions=True)
    assert done.beside == (other,)
    texts = dict(desk.rows("SELECT seq, text FROM word WHERE text LIKE 'help%'"))
    assert texts == {other: "help for the old lady"}
    assert b"help by" not in bytes_of(desk.book.path)
    assert any("were left. Read" in words and words.endswith(f" {other}.")
               for words in forgotten_words(done, Translator("en")))  # fmt: skip
    assert desk.rows("SELECT count(*) FROM word WHERE text='a ñandú of wood'") == [(1,)]
    assert both not in done.beside
