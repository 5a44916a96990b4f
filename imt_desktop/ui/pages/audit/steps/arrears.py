"""Step 9: debts and exemptions, held against decisions; of officers as counts, never by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight import audited
from imt_desktop.oversight.audited import Behind
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.relieving import LESS
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.widgets import EvenRow, Fact
from imt_desktop.ui.widgets.states import done, late


class ArrearsView(StepView):
    """Who owes and who pays less, as counts."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Who owes, and who pays less?"),
            tr.gettext("The same rules hold for everybody. Officers are counted, never named."),
            "hourglass",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, _tr: Translator) -> Behind:
        """Count them."""
        return audited.behind(book, look.period, look.today)

    def parts(self, look: AuditLook, found: Behind) -> Sequence[QWidget]:
        """Show the counts."""
        tr = self.desk.tr
        behind = Fact(
            "hourglass", tr.gettext("Households behind"), tr.number(found.households),
            tr.money(found.owed),
        )  # fmt: skip
        behind.clicked.connect(lambda: self.going.emit("arrears", None))
        officers = Fact("users", tr.gettext("Officers behind"), tr.number(found.officers))
        exempt = Fact(
            "scale", tr.gettext("Pay less"), tr.number(found.exempt),
            tr.gettext("officers among them: {n}").format(n=tr.number(found.exempt_officers)),
        )  # fmt: skip
        missing = found.without_minute
        decided = Fact(
            "gavel", tr.gettext("Without a decision that holds"), tr.number(missing),
            late(tr.gettext("to be explained")) if missing else done(tr.gettext("none")),
        )  # fmt: skip
        for fact, which in ((officers, None), (exempt, LESS)):
            fact.clicked.connect(lambda _=False, which=which: self.going.emit("arrears", which))
        decided.clicked.connect(lambda: self.going.emit("meetings", "decisions"))
        return [EvenRow([behind, officers, exempt, decided], most=2)]
