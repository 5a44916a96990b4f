"""What actions of the plan have cost so far: expenses of the book that belong to them."""

from __future__ import annotations

from imt_desktop.journal import Reading
from imt_desktop.money import Money


def spent(book: Reading) -> dict[int, Money]:
    """Return what was spent for each action that has an expense; cancelled ones do not count.

    One that waits for its second signature counts from the day on which it is approved.
    """
    rows = book.driver.execute(
        "SELECT c.action, sum(m.amount) FROM action_cost c LEFT JOIN waiting w ON w.seq=c.entry"
        " AND w.line=c.line AND w.answer='approved' JOIN money_line m"
        " ON m.seq=coalesce(w.answered_by, c.entry) AND m.line=c.line WHERE m.void IS NULL GROUP BY 1"
    )
    return {action: Money(amount, book.currency) for action, amount in rows}
