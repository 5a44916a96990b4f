"""A post is handed over at the window; and the way back where the laptop is gone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from imt_desktop.committee import describing, handovers, queries
from imt_desktop.committee import entries as e
from imt_desktop.committee.describing import OfficerChangedRequest, OfficerRequest
from imt_desktop.journal import Recorded, Signing
from imt_desktop.period import Period
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.settings.handover.form import HandoverForm
from imt_desktop.ui.pages.settings.handover.lost_laptop import LostLaptop, RebuiltForm
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.pin_dialog import PinDialog
from imt_desktop.ui.widgets import ConfirmDialog, Dialog, Words
from tests.officers import AUDITOR, BOTH, CHAIR, PINS, SECRETARY, TREASURER, name, set_pin
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, pick, press, said, save, write
from tests.ui.pages.office import Office, open_dialog

NEW, NEW_PIN = 6, "314159"


@pytest.fixture
def changing(office: Office) -> Office:
    """The assembly elected Halima; she set her PIN in the old treasurer's presence; cash is counted."""
    hand = office.hand
    hand.who = BOTH
    name(hand, "Halima", "treasurer")
    set_pin(hand, NEW, NEW_PIN, witness=TREASURER)
    hand.get(500)
    hand.count(500)
    office.sign_in()
    return office


def settings(office: Office) -> SettingsPage:
    office.window.go("settings")
    idle(office.qtbot, office.desk)
    page = office.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def begin(office: Office, leaves: int = TREASURER) -> HandoverForm:
    page = settings(office)
    row = next(one for one in page.officers.list.rows_model.rows if one.id == leaves)
    page.officers.list.choose(row)
    press(page.officers._over)
    return open_dialog(office, HandoverForm)


def list_papers(form: HandoverForm, says: int = 0) -> None:
    """Say the same of everything: 0 handed over, 1 missing, 2 there is none."""
    for row in form.papers.rows:
        if row.what:
            QTest.keyClick(row.there._segments[says], Qt.Key.Key_Space)


def handed(office: Office) -> Recorded:
    with office.book.read() as reading:
        return reading.recorded(handovers.handovers(reading)[0].entry)


def test_the_old_officer_signs_off_and_the_new_one_on(changing: Office, tmp_path: Path) -> None:
    form = begin(changing)
    assert form.value_of("takes_over") == NEW  # the one of the same post
    assert "KSh\u00a0500 counted" in " ".join(said(form))
    list_papers(form)
    keys = form.papers.rows[0]
    QTest.keyClicks(keys.remark, "two <b>keys")
    last = form.papers.rows[-1]
    QTest.keyClicks(last.other, "Bicycle")
    QTest.keyClick(last.there._segments[1], Qt.Key.Key_Space)
    press(form.do)
    first = changing.dialog()
    assert first.officer.count() == 1 and first.officer.value() == TREASURER
    changing.sign(PINS[TREASURER])
    second = changing.dialog()
    assert second.officer.value() == NEW
    changing.sign(NEW_PIN)
    recorded = handed(changing)
    entry, envelope = recorded.entry, recorded.envelope
    assert isinstance(entry, e.HandedOver)
    assert (entry.leaves, entry.takes_over, entry.forced) == (TREASURER, NEW, False)
    assert (envelope.responsible, envelope.countersigned) == (TREASURER, (NEW,))
    assert envelope.signature == "pin"
    papers = {one.what: (one.handed, one.remark) for one in entry.papers}
    assert papers["Keys of the cash box and the office"] == (True, "two <b>keys")
    assert papers["Bicycle"] == (False, "")
    assert changing.desk.officer is not None and changing.desk.officer.id == NEW
    assert changing.desk.tasks.who == Signing(NEW, signature="pin")  # who typed it just now
    assert changing.window.shell.page_key() == "notices"
    officers = settings(changing).officers
    assert officers.list.row().id == TREASURER and not officers._over.isEnabled()  # who left
    left = officers._line(officers.list.row())  # as the list of the command line says it
    assert left.state.words == "until 13 Oct 2026" and "PIN" not in left.under
    changing.window.go("notices")
    notices = changing.window.page("notices")
    assert isinstance(notices, NoticesPage)
    changing.qtbot.waitUntil(lambda: notices.deliver.pdf.isEnabled(), timeout=30_000)
    assert notices.papers.value() == "handover"
    changing.desk.keep(papers_folder=str(tmp_path))
    with changing.qtbot.waitSignal(changing.desk.said, timeout=30_000):
        press(notices.deliver.pdf)
    assert [one.stem for one in tmp_path.glob("*.pdf")] == [
        "Kiboko - Handover of a post - 14 October 2026"
    ]
    changing.window.go("trail")
    idle(changing.qtbot, changing.desk)
    changing.window.page("trail").open_entry(recorded.seq)  # type: ignore[attr-defined]
    sheet = open_dialog(changing, EntrySheet)
    assert "Bicycle: missing" in " ".join(said(sheet))
    sheet.reject()


def test_money_is_counted_first_and_that_leads_there(changing: Office) -> None:
    changing.hand.get(100)
    page = settings(changing)
    press(page.officers._over)
    idle(changing.qtbot, changing.desk)
    asked = next(
        one
        for one in changing.window.findChildren(Dialog)
        if one.isVisible() and "First count" in " ".join(said(one))
    )
    assert "in the book" not in " ".join(said(asked))  # who counts is not told what should be there
    QTest.keyClick(asked, Qt.Key.Key_Return)
    idle(changing.qtbot, changing.desk)
    form = open_dialog(changing, Form)
    assert "counted" in form.fields
    form.leave()
    assert changing.window.shell.page_key() == "money"


def test_of_each_paper_it_has_to_be_said_before_anybody_signs(changing: Office) -> None:
    form = begin(changing)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Keys of the cash box" in form.papers.error
    changing.qtbot.waitUntil(lambda: form.papers._wrong.y() > 0)
    first, second = form.papers.rows[:2]
    assert first.y() < form.papers._wrong.y() < second.y()  # where it can be put right
    assert changing.window.focusWidget() is form or form.focusWidget() is not None
    assert not [one for one in changing.window.findChildren(PinDialog) if one.isVisible()]
    list_papers(form, says=2)
    assert not form.papers.error and form.papers.value() == ()
    QTest.keyClick(form, Qt.Key.Key_Escape)  # what was said is not lost without a question
    asked = open_dialog(changing, ConfirmDialog)
    assert form.isVisible()
    asked.accept()
    assert not form.isVisible()


def test_a_wrong_pin_and_leaving_book_nothing_and_keep_the_form(changing: Office) -> None:
    form = begin(changing)
    list_papers(form)
    press(form.do)
    asked = changing.dialog()
    QTest.keyClicks(asked.pin, "111222")
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    idle(changing.qtbot, changing.desk)
    assert "4 more times" in (asked.field.error or "")
    changing.sign(PINS[TREASURER])
    QTest.keyClick(changing.dialog(), Qt.Key.Key_Escape)
    assert form.isVisible() and len(form.papers.value()) == 8
    with changing.book.read() as reading:
        assert not handovers.handovers(reading)
    form.leave()


def test_if_the_old_one_does_not_come_the_chair_and_an_auditor_do_it(changing: Office) -> None:
    changing.sign_in(CHAIR)
    form = begin(changing)
    QTest.keyClick(form.absent, Qt.Key.Key_Space)
    list_papers(form, says=1)
    press(form.do)
    assert form.fields["reason"].error == "Write the reason."
    QTest.keyClicks(form.fields["reason"].editor, "went to town")
    press(form.do)
    assert changing.dialog().officer.value() == CHAIR
    changing.sign(PINS[CHAIR])
    assert changing.dialog().officer.value() == AUDITOR
    changing.sign(PINS[AUDITOR])
    recorded = handed(changing)
    assert isinstance(recorded.entry, e.HandedOver) and recorded.entry.forced
    assert recorded.entry.reason == "went to town"
    assert recorded.envelope.countersigned == (AUDITOR,)


def test_who_is_signed_in_cannot_say_of_themselves_that_they_do_not_come(changing: Office) -> None:
    changing.sign_in(TREASURER)
    form = begin(changing)
    QTest.keyClick(form.absent, Qt.Key.Key_Space)
    assert "is signed in here. One of those who sign has to sign in instead." in " ".join(
        said(form)
    )
    assert not form.do.isEnabled() and not form._reason.isVisible()
    QTest.keyClick(form.absent, Qt.Key.Key_Space)
    assert form.do.isEnabled() and "is signed in here" not in " ".join(said(form))
    form.leave()


def test_of_the_chair_another_officer_and_an_auditor_sign(changing: Office) -> None:
    form = begin(changing, CHAIR)
    choose(form, "takes_over", None)
    QTest.keyClick(form.absent, Qt.Key.Key_Space)
    QTest.keyClicks(form.fields["reason"].editor, "ill")
    list_papers(form, says=2)
    press(form.do)
    asked = changing.dialog()
    offered = {asked.officer.itemData(at) for at in range(asked.officer.count())}
    assert CHAIR not in offered and SECRETARY in {*offered, asked.officer.value(), SECRETARY}
    asked.reject()
    form.leave()


def test_whose_term_is_over_is_not_offered(changing: Office) -> None:
    changing.hand.who = BOTH
    over = {"until": date(2026, 10, 1)}
    for number, who, post in ((AUDITOR, "Rose", "auditor"), (NEW, "Halima", "treasurer")):
        wanted = OfficerChangedRequest(officer=str(number), name=who, post=post, **over)
        changing.hand.do(describing.change_officer, wanted)
    card = settings(changing).officers
    signs = {one.id for one in card.list.rows_model.rows if "signs with" in card._line(one).under}
    assert CHAIR in signs and not {AUDITOR, NEW} & signs
    form = begin(changing)
    assert form.value_of("takes_over") is None
    QTest.keyClick(form.absent, Qt.Key.Key_Space)
    assert "the chair and an auditor sign" in (form.fields["takes_over"].error or "")
    QTest.keyClicks(form.fields["reason"].editor, "went to town")
    list_papers(form)
    press(form.do)
    assert not [one for one in changing.window.findChildren(PinDialog) if one.isVisible()]
    form.leave()


def test_coming_for_a_handover_all_of_the_officers_is_in_view(changing: Office) -> None:
    changing.window.resize(1024, 768)
    changing.window.go("settings", "officers")
    idle(changing.qtbot, changing.desk)
    page = changing.window.page("settings")
    assert isinstance(page, SettingsPage)
    card, port = page.officers, page._scroll.viewport()

    def whole() -> bool:
        return card.mapTo(port, card.rect().bottomLeft()).y() < port.height()

    changing.qtbot.waitUntil(whole)
    bar = page._scroll.verticalScrollBar()
    tall = bar.maximum()
    page.committee.setMinimumHeight(page.committee.height() + 200)  # its words came
    changing.qtbot.waitUntil(lambda: bar.maximum() > tall)
    changing.qtbot.waitUntil(whole)


def test_who_has_no_pin_is_told_before_anybody_types(changing: Office) -> None:
    changing.hand.who = BOTH
    name(changing.hand, "Neema", "treasurer")
    form = begin(changing)
    choose(form, "takes_over", 7)
    assert "Neema has no PIN" in (form.fields["takes_over"].error or "")  # before the list is made
    list_papers(form)
    press(form.do)
    assert "Neema has no PIN" in (form.fields["takes_over"].error or "")
    assert not [one for one in changing.window.findChildren(PinDialog) if one.isVisible()]
    form.leave()


def test_whose_pin_a_copy_came_without_sets_one_again_before_the_handover(
    changing: Office,
) -> None:
    with changing.book.write(BOTH) as writing:
        seen = [one for one in queries.officers(writing) if one.id in (NEW, AUDITOR)]
        for one in seen:
            writing.driver.execute("DELETE FROM pin WHERE pin=?", (one.pin,))
    form = begin(changing)
    choose(form, "takes_over", NEW)
    said_so = "This copy of the book came without the PINs. {} has to set one again."
    assert form.fields["takes_over"].error == said_so.format("Halima")
    list_papers(form)
    press(form.do)
    assert not [one for one in changing.window.findChildren(PinDialog) if one.isVisible()]
    QTest.keyClick(form.absent, Qt.Key.Key_Space)  # then an auditor would have to sign
    (auditor,) = (one.name for one in seen if one.id == AUDITOR)
    assert form.fields["takes_over"].error == said_so.format(auditor)
    form.leave()


def test_a_committee_without_pins_hands_over_unsigned(window: MainWindow, qtbot: QtBot) -> None:
    with window.desk.book.write(Signing(1)) as book:
        describing.name_officer(book, OfficerRequest(name="Halima", post="secretary"))
    window.go("settings")
    idle(qtbot, window.desk)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    press(page.officers._over)
    idle(qtbot, window.desk)
    form = next(one for one in window.findChildren(HandoverForm) if one.isVisible())
    assert form.do.text() == "Hand over"
    list_papers(form)
    with window.desk.book.read() as reading:
        last = queries.officers(reading)[-1]
    assert last.post != form.leaves.post and window.desk.officer is not None
    assert window.desk.officer.id == form.leaves.id != last.id
    choose(form, "takes_over", last.id)
    save(form, qtbot)
    qtbot.waitUntil(lambda: window.desk.officer != form.leaves)
    assert window.desk.officer.id == last.id, "whoever took over, whatever the post, sits here"
    with window.desk.book.read() as reading:
        (found,) = handovers.handovers(reading)
        envelope = reading.recorded(found.entry).envelope
        left = queries.by_id(reading, found.leaves)
    assert envelope.signature == "unsigned" and left is not None and left.left_on


def test_names_stay_plain_and_the_form_in_the_window(changing: Office) -> None:
    changing.hand.who = BOTH
    for who in HOSTILE[:3]:
        name(changing.hand, who, "member")
    changing.window.resize(1024, 768)
    form = begin(changing)
    assert form.width() <= 1024 and form.height() <= 768
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in form.findChildren(Words))
    form.leave()


# The laptop is gone


def test_the_way_leads_from_the_copy_to_days_marked_as_rebuilt(changing: Office) -> None:
    page = settings(changing)
    pick(page.officers.more, "The laptop is gone")
    sheet = open_dialog(changing, LostLaptop)
    assert len(sheet.buttons_of) == 5 and sheet.focusWidget() is not None
    press(sheet.buttons_of[0])
    idle(changing.qtbot, changing.desk)
    assert changing.window.shell.page_key() == "copies"
    page = settings(changing)
    page.show_what("lost-laptop")
    sheet = open_dialog(changing, LostLaptop)
    press(sheet.buttons_of[4])
    idle(changing.qtbot, changing.desk)
    assert changing.window.focusWidget() is page.officers.list  # where one hands over
    page.show_what("lost-laptop")
    sheet = open_dialog(changing, LostLaptop)
    press(sheet.buttons_of[3])
    form = open_dialog(changing, RebuiltForm)
    write(form, first="10/10/2026", last="1/10/2026", reason="stolen")
    press(form.do)
    idle(changing.qtbot, changing.desk)
    assert form.fields["last"].error
    write(form, last="15/11/2026")
    press(form.do)
    idle(changing.qtbot, changing.desk)
    assert "still to come" in (form.fields["last"].error or "")
    write(form, last="13/10/2026")
    press(form.do)
    changing.sign(PINS[CHAIR])
    with changing.book.read() as reading:
        assert handovers.rebuilt(reading, Period(date(2026, 10, 11), date(2026, 10, 12)))
        assert not handovers.rebuilt(reading, Period(date(2026, 10, 9), date(2026, 10, 9)))
    settings(changing).show_what("lost-laptop")
    sheet = open_dialog(changing, LostLaptop)
    assert "10 October 2026 to 13 October 2026" in " ".join(said(sheet))
    sheet.reject()


def test_handovers_so_far_stand_in_the_trail(changing: Office) -> None:
    page = settings(changing)
    pick(page.officers.more, "Handovers so far")
    idle(changing.qtbot, changing.desk)
    assert changing.window.shell.page_key() == "trail"
    assert not [one for one in changing.window.findChildren(QDialog) if one.isVisible()]


def test_all_papers_of_a_handover_are_offered_beside_the_officers(changing: Office) -> None:
    page = settings(changing)
    pick(page.officers.more, "All papers for a handover")
    asked = [one for one in page.findChildren(QFileDialog) if one.isVisible()]
    assert len(asked) == 1
    asked[0].reject()
