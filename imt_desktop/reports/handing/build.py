"""Facts of the list of a handover from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit.queries import open_findings
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.community.service import queries as service
from imt_desktop.community.support import queries as support
from imt_desktop.journal import Reading
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.statements import open_items, owing
from imt_desktop.money import total
from imt_desktop.oversight.handing_over import lying
from imt_desktop.plan import queries as plan
from imt_desktop.reports.handing.facts import HandedPart, HandingFacts
from imt_desktop.reports.handover.facts import HandedMoney, HandedPad
from imt_desktop.reports.heading import heading


def build_handing(book: Reading, today: date) -> HandingFacts:
    """Return the state of everything today."""
    waits, actions = complaints.waiting(book), [one for one in plan.actions(book) if one.open]
    asked = support.requests(book, waiting=True)
    owed = [day for one in support.reports(book) if (day := one.next_due) is not None]
    owing_now = owing(book, today)
    last = book.driver.execute("SELECT max(receipt) FROM money_line").fetchone()[0]
    return HandingFacts(
        heading=heading(book, today),
        on=today,
        money=tuple(
            HandedMoney(
                account=one.account.type, own_name=one.account.name, book=one.account.balance,
                counted=one.counted,
            )
            for one in lying(book, today)
        ),
        households_behind=owing_now.members_behind,
        owed=owing_now.owed_to_us,
        we_owe=total((one.left for one in open_items(book, "owed")), book.currency),
        last_receipt=last,
        pads=tuple(
            HandedPad(first=first, last=to, holder=holder)
            for first, to, holder in book.driver.execute(
                "SELECT first, last, holder FROM pad WHERE void IS NULL ORDER BY first"
            ).fetchall()
        ),
        assets=len(assets(book)),
        complaints=len(waits),
        late_complaints=sum(one.days_late(today) > 0 for one in waits),
        actions=len(actions),
        late_actions=sum(one.days_late(today) > 0 for one in actions),
        findings=len(open_findings(book)),
        requests=len(asked),
        late_requests=sum(one.days_late(today) > 0 for one in asked),
        reports=len(owed),
        late_reports=sum(day < today for day in owed),
        breakdowns=sum(one.repaired is None for one in service.breakdowns(book)),
        spare_parts=tuple(
            HandedPart(part=one.part, stock=one.stock) for one in service.stores(book)
        ),
        questions=len(meetings.questions(book, waiting=True)),
        pins=sum(one.pin is not None and one.left_on is None for one in committee.officers(book)),
    )  # fmt: skip
