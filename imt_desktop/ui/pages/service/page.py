"""The service: four facts, what broke, two charts, and what is tested and looked after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.community.service.entries import (
    BrokeDown,
    FunctionalitySaid,
    SupplyLogged,
    WaterProduced,
)
from imt_desktop.journal import Entry
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.kept_photo import show_photo
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.service import forms
from imt_desktop.ui.pages.service.lists import show_tests
from imt_desktop.ui.pages.service.look import Broken, ServiceLook, look
from imt_desktop.ui.pages.service.names import (
    asked_of,
    breakdown_state,
    dry_state,
    figure,
    measured,
    part_state,
    task_state,
    test_state,
    works_state,
)
from imt_desktop.ui.pages.service.turns import set_turns, turn_words
from imt_desktop.ui.pages.state_rows import Act, StateRow, card_of
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import (
    BarChart,
    Bars,
    Button,
    Card,
    EmptyState,
    EvenRow,
    Fact,
    FlowRow,
    MenuButton,
    MenuItem,
    Series,
    State,
    shortened,
)
from imt_desktop.wording.community import (
    cause_words,
    component_words,
    contact_words,
    parameter_words,
)

NEW = "new"

_LITRES = 1000


class ServicePage(Page):
    """How the water runs. It asks nothing of anybody's money."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("The service"))
        self._look: ServiceLook | None = None
        self._then: object = None
        self.new = Button(tr.gettext("A breakdown"), "primary", "plus", "Ctrl+N")
        self.write = MenuButton(tr.gettext("Write down"), self._more, key="F10", icon="pencil")
        self.dry = Fact("droplets", tr.gettext("Days without water"), "")
        self.hours = Fact("clock", tr.gettext("Hours with water"), "")
        self.water = Fact("trending-up", tr.gettext("Water produced"), "")
        self.works = Fact("wrench", tr.gettext("Does it work?"), "")
        self.dry_chart = BarChart(tr.gettext("Days without water"), _no_bars())
        self.water_chart = BarChart(tr.gettext("Water produced"), _no_bars())
        self.buttons: dict[tuple[str, int], Button] = {}
        """Of rows, by what they do and the number of what they are about."""
        self._all = QWidget()
        self._column = QVBoxLayout(self._all)
        self._rows: EvenRow | None = None
        self._begin = Button(tr.gettext("A breakdown"), "primary", "plus", size="page")
        self._none = EmptyState(
            tr.gettext("Nothing of the service is written down"),
            tr.gettext(
                "What breaks and when it is repaired, hours with water, tests of the water: then the "
                "notice says how many days there was none, and what is due stands on Home."
            ),
            (self._begin,), drawing="nothing-found",
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.set_first(self.new)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.name_broken_lists()
        self.add_action(self.write)
        self.add_action(self.new)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(EvenRow([self.dry, self.hours, self.water, self.works]))
        charts = []
        for words, chart in (
            (tr.gettext("Days without water"), self.dry_chart),
            (tr.gettext("Water produced, m³"), self.water_chart),
        ):
            card = Card(words)
            card.add(chart, 1)
            charts.append(card)
        self._column.addWidget(EvenRow(charts, most=2))
        self.add(self._all)
        self.add(self._none, 1)
        self.body.addStretch(1)
        for part in (self._all, self._none):
            part.hide()

    def _connect(self) -> None:
        for button in (self.new, self._begin):
            button.clicked.connect(self.begin)
        for fact, entry, form in (
            (self.dry, BrokeDown, forms.broke),
            (self.hours, SupplyLogged, forms.supplied),
            (self.water, WaterProduced, forms.produced),
            (self.works, FunctionalitySaid, forms.works),
        ):
            fact.clicked.connect(partial(self._behind, entry, form))

    # Reading

    def load(self) -> None:
        """Read the service."""
        today = self.desk.today
        self.ask(lambda book: look(book, today), self.show_service)

    def show_what(self, what: object) -> None:
        """Begin with a new breakdown, where another page asks for it."""
        if self._look is None:
            self._then = what
        elif what == NEW:
            self.begin()

    def show_service(self, found: ServiceLook) -> None:
        """Show the service as it was read."""
        self._look = found
        self._all.setVisible(not found.nothing)
        self._none.setVisible(found.nothing)
        self.new.setVisible(not found.nothing)
        self._show_facts(found)
        self._show_charts(found)
        self._show_cards(found)
        what, self._then = self._then, None
        if what is not None:
            self.show_what(what)

    def _show_facts(self, found: ServiceLook) -> None:
        tr = self.desk.tr
        self.dry.set_figure(tr.number(found.dry_year), dry_state(found.dry_year, tr))
        hours = "–" if found.hours is None else figure(found.hours, tr)
        self.hours.set_figure(hours, tr.gettext("a day, since last month"))
        litres = sum(one or 0 for one in found.litres)
        lost = tr.gettext("in twelve months")
        if found.lost is not None and found.lost.share is not None:
            share = tr.percent(Decimal(found.lost.share) / 10_000)
            lost = tr.gettext("{share} seen by no meter").format(share=share)
        self.water.set_figure(f"{tr.number(litres // _LITRES)} m³" if litres else "–", lost)
        codes = [state for state, _day in found.works.values()]
        states = [works_state(state, tr) for state in codes]
        worst = next((one for one in states if one.shape != "circle-check"), None)
        said = worst or next(iter(states), None)
        short = {"functional": tr.gettext("Yes"), "partly": tr.gettext("Partly")}
        answer = short.get(codes[0], tr.gettext("No")) if codes else "–"
        self.works.set_figure(tr.number(len(codes)) if len(codes) > 1 else answer, said or "")

    def _show_charts(self, found: ServiceLook) -> None:
        tr = self.desk.tr
        labels = tuple(tr.month_name(month, short=True) for month in found.months)
        last = frozenset({len(labels) - 1})
        days = Series(tr.gettext("Days without water"), "out", found.dry)
        self.dry_chart.set_bars(
            Bars(
                labels, (days,), tr.number, tr.number, unfinished=last,
                empty=tr.gettext("Water on every day"),
            )
        )  # fmt: skip
        water = Series(
            tr.gettext("Water produced"), "teal", tuple(one or 0 for one in found.litres)
        )
        self.water_chart.set_bars(
            Bars(
                labels, (water,), lambda n: f"{tr.number(n // _LITRES)} m³",
                lambda n: tr.number(n // _LITRES), unfinished=last,
                empty=tr.gettext("Nobody measured it yet"),
            )
        )  # fmt: skip

    def _show_cards(self, found: ServiceLook) -> None:
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self.buttons = {}
        cards = [
            self._breakdowns(found), self._tests(found), self._care(found), self._stores(found),
            self._turns(found), self._repairers(found),
        ]  # fmt: skip
        self._rows = EvenRow(cards, most=2)
        self._column.addWidget(self._rows)

    # Cards

    def _breakdowns(self, found: ServiceLook) -> Card:
        tr, rows = self.desk.tr, list[QWidget]()
        for one in found.shown:
            what = one.breakdown
            title = tr.about(component_words(what.component, tr), cause_words(what.cause, tr))
            said = [tr.short_date(what.reported_on), what.words]
            dry = what.dry_days(found.today)
            if dry:
                said.append(
                    tr.ngettext("{n} day without water", "{n} days without water", dry).format(
                        n=tr.number(dry)
                    )
                )
            if one.cost.minor:
                said.append(tr.money(one.cost))
            act = None if what.repaired_on else (tr.gettext("Repaired"), partial(self.repair, one))
            state = breakdown_state(what, found.today, tr)
            row = self._row(title, said, state, ("repair", one.id), act)
            if one.photo is not None:
                look_at = partial(show_photo, self, self.desk, one.photo)
                self.buttons["photo", one.id] = row.add_act(tr.gettext("Photo"), look_at)
            rows.append(row)
        return card_of(tr.gettext("What broke"), rows, tr.gettext("Nothing broke."))

    def _tests(self, found: ServiceLook) -> Card:
        tr = self.desk.tr
        rows = [
            self._row(
                tr.about(parameter_words(one.parameter, tr), measured(one, tr)),
                [asked_of(one, tr)],
                test_state(one, tr),
            )
            for one in found.tests
        ]  # fmt: skip
        card = card_of(tr.gettext("Water tests"), rows, tr.gettext("The water was not tested yet."))
        if rows:
            every = Button(tr.gettext("Look closer"), icon="eye", size="row")
            every.clicked.connect(lambda: show_tests(self, self.desk))
            card.add(FlowRow([every]))
            self.buttons["tests", 0] = every
        return card

    def _turns(self, found: ServiceLook) -> Card:
        tr = self.desk.tr
        rows = [
            self._row(zone or tr.gettext("All zones"), [turn_words(turns, tr)])
            for zone, turns in found.turns.items()
        ]
        return card_of(
            tr.gettext("Turns of the water"), rows, tr.gettext("Water at no fixed time.")
        )

    def _care(self, found: ServiceLook) -> Card:
        tr, rows = self.desk.tr, list[QWidget]()
        for task in found.tasks:
            done = (tr.gettext("Done"), partial(self.look_after, task.id))
            every = tr.ngettext("every {n} month", "every {n} months", task.months)
            said = [component_words(task.component, tr), every.format(n=tr.number(task.months))]
            state = task_state(task, found.today, tr)
            rows.append(self._row(task.what, said, state, ("care", task.id), done))
        return card_of(
            tr.gettext("Looked after before it breaks"), rows, tr.gettext("Nothing is planned.")
        )

    def _stores(self, found: ServiceLook) -> Card:
        tr = self.desk.tr
        rows = [self._row(one.part, [], part_state(one, tr)) for one in found.stores]
        return card_of(tr.gettext("Spare parts"), rows, tr.gettext("Nothing was counted yet."))

    def _repairers(self, found: ServiceLook) -> Card:
        tr = self.desk.tr
        rows = [
            self._row(one.name or contact_words(one.role, tr), [one.phone, one.mandate])
            for one in found.repairers
        ]
        return card_of(tr.gettext("Who can repair and test"), rows, tr.gettext("Nobody is named."))

    def _row(
        self,
        title: str,
        said: Sequence[str],
        state: State | None = None,
        about: tuple[str, int] = ("", 0),
        act: Act | None = None,
    ) -> StateRow:
        acts = [act] if act is not None and self.desk.read_only is None else []
        row = StateRow(title, said, state, acts)
        if row.buttons:
            self.buttons[about] = row.buttons[0]
        return row

    # Doing

    def begin(self) -> Form | None:
        """Write a breakdown down."""
        return self._open(forms.broke)

    def repair(self, one: Broken) -> None:
        """Write down that something was repaired."""
        if self._look is not None:
            forms.repaired(self, self.desk, self._look, one).open()

    def look_after(self, number: int) -> None:
        """Write down that a task of maintenance was done."""
        task = self._look.task(number) if self._look else None
        if self._look is not None and task is not None:
            forms.looked_after(self, self.desk, self._look, task).open()

    def _behind(
        self, entry: type[Entry], form: Callable[[QWidget, Desk, ServiceLook], Form]
    ) -> None:
        """Show the entries that a figure is made of; where there are none yet, write the first."""
        code = entry.KIND.partition("/")[0]
        if self._look is not None and code in self._look.kinds:
            self.desk.go.emit("trail", TrailWish(kind=code))
        else:
            self._open(form)

    def _open(self, form: Callable[[QWidget, Desk, ServiceLook], Form]) -> Form | None:
        if self._look is None:
            return None
        made = form(self, self.desk, self._look)
        made.open()
        return made

    def _more(self) -> list[MenuItem]:
        """What else can be written down."""
        tr = self.desk.tr
        items = [
            MenuItem(tr.gettext("Hours with water"), lambda: self._open(forms.supplied), "clock"),
            MenuItem(tr.gettext("Turns of the water"), lambda: self._open(set_turns), "calendar-days"),
            MenuItem(tr.gettext("Water produced"), lambda: self._open(forms.produced), "droplets"),
            MenuItem(tr.gettext("Water test"), lambda: self._open(forms.tested), "shield-check"),
            MenuItem(
                tr.gettext("Look after it before it breaks"),
                lambda: forms.planned(self, self.desk).open(), "calendar-plus", ruled=True,
            ),
            MenuItem(tr.gettext("Spare parts"), lambda: self._open(forms.counted), "wrench"),
            MenuItem(tr.gettext("Does it work?"), lambda: self._open(forms.works), "circle-help"),
        ]  # fmt: skip
        for task in self._look.tasks if self._look else ():
            words = tr.gettext("Change: {what}").format(what=shortened(task.what, 40))
            change = partial(self._change, task.id)
            items.append(MenuItem(words, change, "pencil", ruled=task is self._look.tasks[0]))  # type: ignore[union-attr]
        return items

    def _change(self, number: int) -> None:
        task = self._look.task(number) if self._look else None
        if task is not None:
            forms.planned(self, self.desk, task).open()


def _no_bars() -> Bars:
    return Bars((), (), str, str)
