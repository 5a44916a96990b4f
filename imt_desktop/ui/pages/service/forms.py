"""Forms of the service page: each writes one thing down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.community import packs
from imt_desktop.community.service import measuring, repairing
from imt_desktop.community.service.errors import HoursError, MeasureError, VolumeError
from imt_desktop.community.service.measuring import (
    MeasuredLine,
    ProducedLine,
    ProductionRequest,
    SuppliedLine,
    SupplyRequest,
    WaterTestRequest,
)
from imt_desktop.community.service.queries import Task
from imt_desktop.community.service.repairing import (
    CAUSES,
    COMPONENTS,
    STATES,
    BreakdownRequest,
    FunctionalityRequest,
    MaintenanceDoneRequest,
    MaintenanceRequest,
    RepairedRequest,
    StoreLine,
    StoresRequest,
)
from imt_desktop.errors import CountError
from imt_desktop.journal import Ref
from imt_desktop.ledger.expenses import PaidOut
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.oversight.service import do_maintenance, repair_breakdown
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.outgoing import photo_field, voucher_of
from imt_desktop.ui.pages.service import actions
from imt_desktop.ui.pages.service.look import Broken, ServiceLook
from imt_desktop.ui.pages.service.names import guideline
from imt_desktop.ui.widgets import Choice, ComboBox, DateEdit, LabelledField, shortened
from imt_desktop.wording.community import (
    cause_words,
    component_words,
    functionality_words,
    parameter_words,
)

LETTERS = 60


def broke(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Write down that something broke."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("What broke?"), tr.gettext("Write it down"), wide=600)
    form.row(_component(form), form.choice("cause", tr.gettext("Why?"), _causes(desk), "unknown"))
    if _many(look):
        form.row(_system(form, look))
    form.row(form.line("words", tr.gettext("What happened")))
    form.row(form.line("by", tr.gettext("Who told it")))
    dry = [Choice(tr.gettext("There is still water"), False), Choice(tr.gettext("No water"), True)]
    form.row(form.choice("dry", tr.gettext("Is there water?"), dry))
    since = form.day("dry_since", tr.gettext("First day without water"))
    form.row(form.day("on", tr.gettext("Reported on")), since)
    _same_day(form, "on", "dry_since")
    since.setVisible(False)
    form.fields.when("dry", lambda chosen: since.setVisible(bool(chosen)))
    _photo(form)

    def request() -> tuple[BreakdownRequest, Voucher | None]:
        wanted = BreakdownRequest(
            component=form.value_of("component"), cause=form.value_of("cause"),
            words=form.words_of("words"), by=form.words_of("by"),
            system=form.value_of("system") if _many(look) else None,
            dry_since=form.day_of("dry_since") if form.value_of("dry") else None,
            on=form.day_of("on"),
        )  # fmt: skip
        return wanted, voucher_of(form, "attachment")

    return form.asks(
        request, actions.break_down, NOTHING, tr.gettext("It is written down."),
        again=lambda: broke(page, desk, look).open(),
    )  # fmt: skip


def _same_day(form: Form, first: str, other: str) -> None:
    """Let a day move with the first one until they are set apart: today is seldom meant by both."""
    leader, follower = form.fields[first].editor, form.fields[other].editor
    assert isinstance(leader, DateEdit) and isinstance(follower, DateEdit)
    before = [leader.value()]

    def follow(day: date | None) -> None:
        if day is not None:
            if follower.value() == before[0]:
                follower.set_value(day)
            before[0] = day

    leader.changed.connect(follow)


def repaired(page: QWidget, desk: Desk, look: ServiceLook, row: Broken) -> Form:
    """Write down that it was repaired."""
    tr, one = desk.tr, row.breakdown
    form = Form(
        page, desk, tr.gettext("It is repaired"), tr.gettext("Write it down"),
        shortened(tr.about(component_words(one.component, tr), one.words), 200), wide=600,
    )  # fmt: skip
    dry = one.dry_since is not None
    form.row(form.line("words", tr.gettext("What was done")))
    form.row(form.line("by", tr.gettext("Who did it")))
    form.row(_spent(form, look.expenses))
    days = [form.day("on", tr.gettext("Repaired on"))]
    if dry:
        days.append(form.day("back_on", tr.gettext("First day with water again")))
    form.row(*days)
    if dry:
        _same_day(form, "on", "back_on")
    return form.asks(
        lambda: RepairedRequest(
            breakdown=one.id, words=form.words_of("words"), by=form.words_of("by"),
            spent=_refs(form), on=form.day_of("on"),
            back_on=form.day_of("back_on") if dry else None,
        ),
        repair_breakdown, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def supplied(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Write down how long there was water on a day."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Hours with water"), tr.gettext("Write it down"))
    zones = [Choice(tr.gettext("All zones"), ""), *(Choice(zone, zone) for zone in look.zones)]
    form.row(form.choice("lines/1/zone", tr.gettext("Zone"), zones))
    form.row(
        form.line("lines/1/hours", tr.gettext("Hours with water"), hint="0–24"),
        form.day("lines/1/on", tr.gettext("On")),
    )

    def request() -> SupplyRequest:
        hours = desk.tr.parse_number(form.words_of("lines/1/hours"))
        if hours is None:
            form.fields.wrong(HoursError(form.words_of("lines/1/hours")).beside("lines/1/hours"))
            hours = Decimal(0)
        line = SuppliedLine(
            hours=hours, zone=form.value_of("lines/1/zone"), on=form.day_of("lines/1/on")
        )
        return SupplyRequest(lines=(line,))

    return form.asks(
        request, measuring.log_supply, NOTHING, tr.gettext("It is written down."),
        again=lambda: supplied(page, desk, look).open(),
    )  # fmt: skip


def produced(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Write down how much water was produced since it was measured before."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Water produced"), tr.gettext("Write it down"),
        tr.gettext("What the meter of the source counted since it was read before."),
    )  # fmt: skip
    if _many(look):
        form.row(_system(form, look, "lines/1/system"))
    form.row(form.line("lines/1/volume", "m³"), form.day("lines/1/on", tr.gettext("On")))

    def request() -> ProductionRequest:
        volume = desk.tr.parse_number(form.words_of("lines/1/volume"))
        if volume is None:
            form.fields.wrong(VolumeError(form.words_of("lines/1/volume")).beside("lines/1/volume"))
            volume = Decimal(0)
        system = form.value_of("lines/1/system") if _many(look) else None
        line = ProducedLine(volume=volume, system=system, on=form.day_of("lines/1/on"))
        return ProductionRequest(lines=(line,))

    return form.asks(
        request, measuring.log_production, NOTHING, tr.gettext("It is written down."),
        again=lambda: produced(page, desk, look).open(),
    )  # fmt: skip


def tested(page: QWidget, desk: Desk, _look: ServiceLook) -> Form:
    """Write a test of the water down: only what was measured."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Water test"), tr.gettext("Write it down"),
        tr.gettext("Type only what was measured."), wide=600,
    )  # fmt: skip
    known = packs.parameters()
    for pair in _pairs(list(known.values())):
        form.row(
            *(
                form.line(
                    f"lines/{one.code}", parameter_words(one.code, tr), hint=guideline(one, tr)
                )
                for one in pair
            )
        )
    form.row(form.line("place", tr.gettext("Where")), form.line("by", tr.gettext("Who did it")))
    form.row(form.day("on", tr.gettext("On")))
    _photo(form)

    def request() -> tuple[WaterTestRequest, Voucher | None]:
        lines = []
        for code, one in known.items():
            typed = form.words_of(f"lines/{code}")
            value = desk.tr.parse_number(typed) if typed else None
            if typed and (value is None or not 0 <= value <= one.possible):
                error = MeasureError(typed, code, f"{one.possible:f}", one.unit)
                form.fields.wrong(error.beside(f"lines/{code}"))
            elif value is not None:
                lines.append(MeasuredLine(parameter=code, value=value))
        wanted = WaterTestRequest(
            lines=tuple(lines), place=form.words_of("place"), by=form.words_of("by"),
            on=form.day_of("on"),
        )  # fmt: skip
        return wanted, voucher_of(form, "attachment")

    return form.asks(
        request, actions.test_water, NOTHING, tr.gettext("It is written down.")
    )  # fmt: skip


def planned(page: QWidget, desk: Desk, task: Task | None = None) -> Form:
    """Plan something that is looked after before it breaks; or plan a task anew, or end it."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Look after it before it breaks"), tr.gettext("Save it"))
    form.row(form.line("what", tr.gettext("What is done"), task.what if task else ""))
    form.row(
        _component(form, task.component if task else "pump"),
        form.line("months", tr.gettext("Every how many months"), str(task.months if task else 3)),
    )
    form.row(form.day("first_on", tr.gettext("First on"), task.first_on if task else None))
    if task is not None:
        form.add(form.tick("ended", tr.gettext("No longer done")))
    return form.asks(
        lambda: MaintenanceRequest(
            what=form.words_of("what"), component=form.value_of("component"),
            months=form.whole_of("months") or 0, first_on=form.day_of("first_on"),
            ended=form.ticked("ended") if task else False, task=task.id if task else None,
        ),
        repairing.plan, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def looked_after(page: QWidget, desk: Desk, look: ServiceLook, task: Task) -> Form:
    """Write down that a task was done."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("It was done"), tr.gettext("Write it down"), task.what)
    form.row(form.line("words", tr.gettext("What was done")))
    form.row(form.line("by", tr.gettext("Who did it")))
    form.row(_spent(form, look.expenses))
    form.row(form.day("on", tr.gettext("On")))
    return form.asks(
        lambda: MaintenanceDoneRequest(
            task=task.id, words=form.words_of("words"), by=form.words_of("by"),
            spent=_refs(form), on=form.day_of("on"),
        ),
        do_maintenance, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def counted(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Count the spare parts: all of them anew, and one more."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Spare parts"), tr.gettext("Save it"),
        tr.gettext("A part without a name is left out."), wide=600,
    )  # fmt: skip
    rows = [(one.part, str(one.stock), str(one.least)) for one in look.stores]
    rows += [("", "", "")] * 2
    for at, (part, stock, least) in enumerate(rows):
        form.row(
            form.line(f"lines/{at}/part", tr.gettext("Part"), part),
            form.line(f"lines/{at}/stock", tr.gettext("How many"), stock),
            form.line(f"lines/{at}/least", tr.gettext("At least"), least),
        )

    def request() -> StoresRequest:
        for at in range(len(rows)):
            if form.words_of(f"lines/{at}/part") and not form.words_of(f"lines/{at}/stock"):
                form.fields.wrong(CountError("").beside(f"lines/{at}/stock"))
        lines = (
            StoreLine(
                part=form.words_of(f"lines/{at}/part"),
                stock=form.whole_of(f"lines/{at}/stock") or 0,
                least=form.whole_of(f"lines/{at}/least") or 0,
            )
            for at in range(len(rows))
        )
        return StoresRequest(lines=tuple(one for one in lines if one.part))

    return form.asks(request, repairing.count_stores, NOTHING, tr.gettext("It is written down."))


def works(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Say how the water system works, in the field's own terms."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Does it work?"), tr.gettext("Save it"))
    states = [Choice(functionality_words(code, tr), code) for code in STATES]
    first = next(iter(look.systems), 0) if _many(look) else 0
    state = form.choice("state", tr.gettext("State"), states, look.state(first))

    def begin(code: str) -> None:
        editor = state.editor
        assert isinstance(editor, ComboBox)
        editor.set_value(code)

    if _many(look):
        form.row(_system(form, look))
        form.fields.when("system", lambda system: begin(look.state(system)))
    form.row(state)
    form.row(form.day("on", tr.gettext("On")))
    return form.asks(
        lambda: FunctionalityRequest(
            state=form.value_of("state"), on=form.day_of("on"),
            system=form.value_of("system") if _many(look) else None,
        ),
        repairing.say_functionality, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


# Fields that several forms share


def _photo(form: Form) -> None:
    form.row(photo_field(form, "attachment"))
    form.fields["attachment"].set_label(form.desk.tr.gettext("Photo or PDF"))


def _component(form: Form, value: str = "pump") -> LabelledField:
    tr = form.desk.tr
    parts = [Choice(component_words(code, tr), code) for code in COMPONENTS]
    return form.choice("component", tr.gettext("Which part"), parts, value)


def _causes(desk: Desk) -> list[Choice]:
    return [Choice(cause_words(code, desk.tr), code) for code in CAUSES]


def _many(look: ServiceLook) -> bool:
    return len(look.systems) > 1


def _system(form: Form, look: ServiceLook, name: str = "system") -> LabelledField:
    systems = [Choice(shortened(words, LETTERS), number) for number, words in look.systems.items()]
    return form.choice(name, form.desk.tr.gettext("Water system"), systems)


def _spent(form: Form, expenses: Sequence[PaidOut]) -> LabelledField:
    """Offer the latest expenses, one of which it may have cost."""
    tr = form.desk.tr
    none = Choice(tr.gettext("Nothing, or not paid yet"), None)
    paid = [
        Choice(
            shortened(
                " · ".join(
                    filter(None, (tr.day(one.on), tr.amount(one.amount), one.who or one.text))
                ),
                LETTERS,
            ),
            one.ref,
        )
        for one in expenses
    ]
    return form.choice("spent/1", tr.gettext("What it cost"), [none, *paid])


def _refs(form: Form) -> tuple[Ref, ...]:
    chosen = form.value_of("spent/1")
    return () if chosen is None else (chosen,)


def _pairs(rows: Sequence[packs.Parameter]) -> list[Sequence[packs.Parameter]]:
    return [rows[at : at + 2] for at in range(0, len(rows), 2)]
