"""How often bills are made and when they are due."""

from __future__ import annotations

import re
from typing import Final

from imt_desktop.ledger.charging.asked import DueLine
from imt_desktop.ledger.charging.terms import EVERY
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import Card, Choice, EvenRow, LabelledField
from imt_desktop.wording.tariffs import every_words

LAST: Final = 31
_DAY: Final = re.compile(r"^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$")
END, DAY, AFTER, SEASONS = "end", "day", "after", "seasons"


class DuePart(Card):
    """One list box says how; only the fields that it needs are shown."""

    def __init__(self, parts: Parts, every: str, due: DueLine) -> None:
        tr = parts.form.desk.tr
        super().__init__(tr.gettext("When bills come"))
        self._parts = parts
        choices = [Choice(every_words(code, tr), code) for code in EVERY]
        ways = [
            Choice(tr.gettext("on the last day of the period"), END),
            Choice(tr.gettext("on a day of a month"), DAY),
            Choice(tr.gettext("some days after the period"), AFTER),
            Choice(tr.gettext("on days of the year, as after the harvest"), SEASONS),
        ]
        self._every = parts.choice("every", tr.gettext("Bills are made"), choices, every)
        self._how = parts.choice("due", tr.gettext("They are due"), ways, _way(due))
        self._day = parts.quantity("due/day", tr.gettext("Day of the month"))
        self._after = parts.quantity(
            "due/months_after", tr.gettext("Months after"), hint=tr.gettext("0: the period's last")
        )
        self._days = parts.quantity("due/days_after", tr.gettext("Days after the period"))
        self._seasons = parts.line(
            "due/seasons", tr.gettext("Days of the year"), hint=tr.gettext("30/6, 15/12")
        )
        self._fill(due)
        self.add(EvenRow([self._every, self._how], most=2))
        self.add(EvenRow([self._day, self._after, self._days, self._seasons], most=2))
        parts.form.fields.when("due", lambda _way: self._follow())
        self._follow()

    def _fill(self, due: DueLine) -> None:
        values = (
            (self._day, str(due.day or LAST)),
            (self._after, str(due.months_after)),
            (self._days, str(due.days_after or 0)),
            (self._seasons, ", ".join(f"{int(one[3:])}/{int(one[:2])}" for one in due.seasons)),
        )
        for field, words in values:
            field.editor.setText(words)  # type: ignore[attr-defined]  # all are line edits

    def _follow(self) -> None:
        way = self._parts.form.value_of("due")
        shown: dict[str, tuple[LabelledField, ...]] = {
            DAY: (self._day, self._after), AFTER: (self._days,), SEASONS: (self._seasons,),
        }  # fmt: skip
        for fields in shown.values():
            for field in fields:
                field.setVisible(field in shown.get(way, ()))

    @property
    def every(self) -> str:
        """How often bills are made."""
        return str(self._parts.form.value_of("every"))

    def line(self) -> DueLine:
        """Return what was chosen."""
        form, parts = self._parts.form, self._parts
        for name in ("due/day", "due/months_after", "due/days_after", "due/seasons", "every"):
            parts.at(name, name)
        way = form.value_of("due")
        if way == SEASONS:
            return DueLine(seasons=_seasons(form.words_of("due/seasons")))
        if way == AFTER:
            return DueLine(days_after=form.whole_of("due/days_after") or 0)
        if way == DAY:
            return DueLine(
                day=form.whole_of("due/day") or 0,
                months_after=form.whole_of("due/months_after") or 0,
            )
        return DueLine(days_after=0) if self.every == "week" else DueLine(day=LAST)


def _way(due: DueLine) -> str:
    if due.seasons:
        return SEASONS
    if due.days_after is not None:
        return AFTER if due.days_after else END
    return END if (due.day or LAST) == LAST and not due.months_after else DAY


def _seasons(words: str) -> tuple[str, ...]:
    """Read days of the year as they are typed; what is none is told by the tariff itself."""
    found = [_DAY.match(part) for part in words.split(",")]
    return tuple(
        f"{int(one[2]):02}-{int(one[1]):02}" if one else part.strip()
        for one, part in zip(found, words.split(","), strict=True)
    )
