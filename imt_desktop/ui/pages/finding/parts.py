"""Parts of pages, and papers, that people look for by a name of their own."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.i18n import mark
from imt_desktop.reports.packs.parts import PACKS
from imt_desktop.ui.pages.complaints.page import RULES
from imt_desktop.ui.pages.notices.kinds import icon_of
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.tariffs.view import KIOSK, TariffsWish
from imt_desktop.wording.papers import PAPERS as PAPER_NAMES


class Part(Struct, frozen=True):
    """A part: its name, its icon, the page that it is of, and what that page should show."""

    words: str
    icon: str
    page: str
    what: object
    also: str = ""
    """Other words that people type for it, with commas between."""


PARTS: Final = (
    Part(mark("Tariff workshop"), "scale", "tariffs", TariffsWish("workshop")),
    Part(mark("Cost recovery"), "trending-up", "tariffs", TariffsWish("costs", "recovery")),
    Part(mark("Budget"), "table-properties", "tariffs", TariffsWish("costs", "budget")),
    Part(mark("What wears out"), "wrench", "tariffs", TariffsWish("costs", "assets")),
    Part(mark("Readings: what the meters say"), "droplets", "billing", "readings"),
    Part(mark("Kiosk sales"), "hand-coins", "tariffs", KIOSK),
    Part(mark("Decisions"), "stamp", "meetings", "decisions"),
    Part(mark("Limit for two signatures"), "users", "settings", "limit"),
    Part(mark("Names on the notice"), "eye", "settings", "names",
         mark("publish names, debtors, wall, who is behind")),
    Part(mark("Another book"), "book-open", "settings", "another-book", mark("Open a book")),
    Part(mark("Savings and gifts"), "wallet", "tariffs", TariffsWish("costs", "savings")),
    Part(mark("Take the book to another laptop"), "arrow-right", "copies", "along",
         mark("laptop, computer, PC, move the book, carry")),
    Part(mark("Make a copy now"), "save", "copies", "make",
         mark("backup, back up, save, spare copy")),
    Part(mark("Sealed copy onto a stick"), "lock", "copies", "stick",
         mark("USB, flash disk, pen drive, memory, backup, encrypted")),
    Part(mark("Bring it back from a copy"), "history", "copies", "back",
         mark("restore, recover, get the book back, damaged, lost")),
    Part(mark("Compare with a copy"), "git-fork", "copies", "compare",
         mark("two books, the same, different, fork, take over")),
    Part(mark("Check the book"), "shield-check", "copies", "check",
         mark("verify, verification, tampering, changed, damaged")),
    Part(mark("Check a paper"), "scan-qr-code", "check-paper", None,
         mark("verify, code, QR, scan, photo, receipt, forged, false")),
    Part(mark("Who did what"), "history", "trail", None,
         mark("audit trail, log, history, changes, entries")),
    Part(mark("Close the month"), "stamp", "closing", None,
         mark("closing, end of the month, sign, certificate")),
    Part(mark("The bank's papers"), "landmark", "money", "papers",
         mark("reconcile, reconciliation, bank statement, tick, compare with the bank")),
    Part(mark("Count cash"), "coins", "money", "count",
         mark("cash box, notes and coins, difference, missing money")),
    Part(mark("Officers"), "users", "settings", "officers",
         mark("PIN, password, sign in, new officer, election")),
    Part(mark("Hand over"), "arrow-right", "settings", "officers",
         mark("handover, handing over, leaves the post, successor")),
    Part(PAPER_NAMES["handover-pack"], "users", "settings", "handover-pack"),
    Part(PAPER_NAMES["audit-pack"], "eye", "audit", None),
    Part(mark("The laptop is gone"), "life-buoy", "settings", "lost-laptop",
         mark("stolen, lost, broken, computer, bring your receipts, rebuild")),
    Part(mark("Forget names and telephone"), "user", "members", None,
         mark("erase, delete, remove a person, privacy")),
    Part(mark("Expenses not yet approved"), "users", "money", "waiting",
         mark("approve, approval, waiting, second signature, second officer")),
    Part(mark("Receipt pads"), "receipt-text", "money", "pads",
         mark("pad, receipt book, gaps, missing receipts")),
    Part(mark("Action plan"), "kanban", "plan", None,
         mark("planning board, cards, tasks, activities, who does what")),
    Part(mark("Figures"), "trending-up", "plan", "figures",
         mark("indicators, targets, KPI, collection efficiency, progress")),
    Part(mark("Round"), "footprints", "round", None,
         mark("toolbox, integrity management, workshop, new round, IMT")),
    Part(mark("Integrity and reputation"), "scale", "round", "integrity",
         mark("transparency, accountability, participation, votes, beans")),
    Part(mark("Management model and compliance"), "scroll-text", "round", "compliance",
         mark("registration, licence, permit, bylaws, legal, county, checklist")),
    Part(mark("Three key problems"), "triangle-alert", "round", "problems",
         mark("problem cards, root causes, why, problem tree, risks, risk map")),
    Part(mark("Integrity tools"), "wrench", "round", "tools",
         mark("tool library, instruments, toolbox")),
    Part(mark("Follow up"), "footprints", "round", "follow",
         mark("coaching visit, review, walk the board, before and after, end the round")),
    Part(mark("Questions"), "circle-help", "questions", None,
         mark("red flags, warnings, control, fraud, irregularities")),
    Part(mark("What the committee is able to do"), "shield-check", "capacity", None,
         mark("capacity, index, grade, score, level, performance, SIASAR")),
    Part(mark("Calendar of what is due"), "calendar-days", "yearly", None,
         mark("deadlines, reminders, the year, dates")),
    Part(mark("Community audit"), "eye", "audit", None,
         mark("social audit, auditors, house visits, dice, lot, findings")),
    Part(mark("Deadline and kinds of complaints"), "settings", "complaints", RULES),
    Part(mark("Collection sheet"), "table-properties", "receive", "sheet",
         mark("catch up, catching up, days on paper, many payments, a whole zone, door to door")),
    Part(mark("Bring in a spreadsheet"), "file-spreadsheet", "bringing-in", None,
         mark("import, Excel, workbook, CSV, load a file, old lists")),
    Part(mark("Empty spreadsheets to fill in"), "file-spreadsheet", "bringing-in", "templates",
         mark("template, blank form, Excel, workbook, import")),
    Part(mark("Lists in Excel"), "file-spreadsheet", "notices", "excel",
         mark("export, spreadsheet, workbook, accountant, whole year, save a list")),
    Part(mark("Waiting for a printer"), "printer", "notices", "waiting",
         mark("not printed yet, print later, unprinted")),
    Part(mark("Issued before"), "history", "notices", "issued",
         mark("print again, reprint, papers given out")),
    Part(mark("Closed months"), "stamp", "closing", "closed", mark("certificates, signed months")),
    Part(mark("New member"), "user-plus", "members", "new",
         mark("new household, new customer, join, add, connect")),
    Part(mark("Money in"), "banknote-arrow-up", "money", "in",
         mark("income, gift, grant, donation, deposit")),
    Part(mark("Move money"), "arrow-left-right", "money", "move",
         mark("transfer, to the bank, from the bank, withdraw, deposit")),
)  # fmt: skip
"""Found beside the pages, once somebody types a word of them; a page or a job is found once."""

PAGES_ALSO: Final = {
    "home": mark("start, overview, today, to do"),
    "receive": mark("pay, cash, till, take money, receipts, fees"),
    "members": mark("households, customers, users, connections, telephone numbers, zones"),
    "arrears": mark("debts, debtors, overdue, owing, unpaid, behind, reminders, instalments"),
    "money": mark("cash book, accounts, bank, mobile money, balance, income, expenses"),
    "billing": mark("bills, invoices, monthly fee, charge, fines, meters"),
    "tariffs": mark("prices, rates, fees, budget, costs"),
    "complaints": mark("grievances, suggestions, feedback, problems"),
    "meetings": mark("minutes, assembly, agenda, attendance, decisions"),
    "service": mark("breakdowns, repairs, leaks, pump, water tests, chlorine, stores, spare parts"),
    "support": mark("county, regulator, ministry, requests, reports, registration papers"),
    "notices": mark("papers, posters, letters, statements, reports"),
    "settings": mark("language, text size, printer, colours, options, preferences"),
}
"""Other words that people type for whole pages, by their keys; those of ``PARTS`` have theirs above."""

_ALSO: Final = {
    "behind": mark("Arrears"),
    "notice": mark("Notices"),
    "members": mark("list of members, register"),
    "daylist": mark("day list"),
}

PAPERS: Final = tuple(
    Part(words, icon_of(paper), "notices", Wish(paper), _ALSO.get(paper, ""))
    for paper, words in PAPER_NAMES.items()
    if paper not in PACKS
)
"""Found likewise: each leads to the page where it is looked at and printed. Packs are made elsewhere."""
