"""How a line of the collection sheet is shown: its columns, its state, and the words under it."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

from imt_desktop.errors import AmountError
from imt_desktop.ledger.accounts import Account
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.sheet.lines import Line
from imt_desktop.ui.pages.receive.ways import ICONS
from imt_desktop.ui.pages.walking.cells import Under
from imt_desktop.ui.widgets import Column, State, shortened
from imt_desktop.ui.widgets.states import cut_off, done, late
from imt_desktop.wording.kinds import method_name

MEMBER: Final = 1
PLACE: Final = 2
PAID: Final = 4
HOW: Final = 5
REFERENCE: Final = 6
STATE: Final = 7


class Shown(Struct):
    """What the columns need to know beside the line itself."""

    desk: Desk
    accounts: dict[int, Account] = field(default_factory=dict)
    filled: dict[int, Line] = field(default_factory=dict)
    """Lines of all zones with an amount, by the ids of their households."""
    furthest: int = -1
    """The place of the last line that is filled in."""
    places: dict[int, int] = field(default_factory=dict)
    """Where each household of the zone shown stands on the sheet, by its id."""
    narrow: bool = False
    """Whether there is no room for a column of places: then they stand beside the names."""
    current: int | None = None
    """The household that the cursor stands on."""

    def way(self, line: Line) -> Account | None:
        """Return where the money of a line goes; None while nothing is typed or chosen."""
        return self.accounts.get(line.typed.account or 0)

    def way_name(self, account: Account | None) -> str:
        """Name a way to pay."""
        if account is None:
            return ""
        return account.name or method_name(account.type, self.desk.tr)

    def owed(self, line: Line) -> str:
        """Say what is owed; while balances are hidden, only of the household at the cursor."""
        tr = self.desk.tr
        if self.desk.hides_balances and line.stop.id != self.current:
            return ""
        return tr.amount(line.stop.owed) if line.stop.owed else tr.gettext("nothing")

    def state(self, line: Line) -> State | None:
        """Say in a word how a line stands."""
        tr = self.desk.tr
        if line.filled:
            return late(tr.gettext("fix")) if line.wrong else done(tr.gettext("ready"))
        if line.receipts:
            numbers = ", ".join(map(str, line.receipts))
            return done(tr.gettext("receipt {number}").format(number=numbers))
        if self.places.get(line.stop.id, 0) < self.furthest:
            return cut_off(tr.gettext("no payment"))
        return None

    def states(self) -> tuple[str, ...]:
        """Return all words that a state may have, but receipts with long numbers."""
        tr = self.desk.tr
        receipt = tr.gettext("receipt {number}").format(number=1000)
        return tr.gettext("fix"), tr.gettext("ready"), tr.gettext("no payment"), receipt

    def noted(self, line: Line) -> str:
        """Say what is typed behind Alt+M."""
        tr, parts = self.desk.tr, []
        if line.typed.paid_by:
            parts.append(tr.gettext("paid by {name}").format(name=shortened(line.typed.paid_by)))
        if line.typed.pad:
            parts.append(tr.gettext("pad {number}").format(number=line.typed.pad))
        return ", ".join(parts)

    def under(self, line: Line) -> Under | None:
        """Return the sentence that a line needs; its own row opens when the cursor has left it."""
        tr = self.desk.tr
        if line.wrong is not None:
            words = self.desk.sentence(line.wrong)
            if isinstance(line.wrong, AmountError) and line.wrong.meanings:
                words = f"{words} {' / '.join(line.wrong.meanings)}"
            return Under(words, "bad", "circle-x")
        if line.over is not None:
            if self.desk.hides_balances and line.stop.id != self.current:
                return Under(
                    tr.gettext("More than is owed: the rest is kept as paid ahead."), "warn", "info"
                )
            words = tr.gettext("{amount} more than is owed: it is kept as paid ahead.")
            return Under(words.format(amount=tr.money(line.over)), "warn", "info")
        return None


def columns(shown: Shown) -> list[Column[Line]]:
    """Return the columns of the sheet."""
    tr = shown.desk.tr
    money = tr.symbol(shown.desk.currency)
    return [
        Column[Line](tr.gettext("No."), lambda line: line.stop.number, ink="ink2"),
        Column[Line](
            tr.gettext("Member"), lambda line: line.stop.name or tr.gettext("Forgotten"), bold=True,
            stretch=1,
            note=lambda line: line.stop.house if shown.narrow else "",
        ),
        Column[Line](tr.gettext("Place"), lambda line: line.stop.house, ink="ink2"),
        Column[Line](
            tr.gettext("Owes, {currency}").format(currency=money), shown.owed, right=True,
            ink=lambda line: "ink" if line.stop.owed else "ink2",
        ),
        Column[Line](
            tr.gettext("Paid now, {currency}").format(currency=money),
            lambda line: line.typed.amount, right=True, bold=True,
            ink=lambda line: "bad" if line.wrong and line.wrong.field == "amount" else "ink",
        ),
        Column[Line](
            tr.gettext("How"), lambda line: shown.way_name(shown.way(line)),
            icon=lambda line: ICONS.get(way.type, "") if (way := shown.way(line)) else "",
        ),
        Column[Line](
            tr.gettext("Reference"), lambda line: line.typed.reference, note=shown.noted,
            ink=lambda line: "bad" if line.wrong and line.wrong.field == "reference" else "ink2",
        ),
        Column[Line](tr.gettext("State"), lambda _line: "", state=shown.state),
    ]  # fmt: skip
