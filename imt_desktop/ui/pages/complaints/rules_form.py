"""How the committee deals with complaints: by when it answers, free days, and kinds of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from imt_desktop.community import packs
from imt_desktop.community.complaints.entries import ComplaintRules
from imt_desktop.community.complaints.rules import CategoryLine, RulesRequest, set_rules
from imt_desktop.errors import UserError
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice, LabelledField, TextArea, Words
from imt_desktop.wording.community import CATEGORIES, category_words

MORE = 2
"""Empty fields for further kinds."""


def rules_form(page: QWidget, desk: Desk, now: ComplaintRules, used: frozenset[str]) -> Form:
    """Change the rules. ``used`` are codes of the committee's own that must not be given again."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Deadline and kinds of complaints"), tr.gettext("Save it"),
        tr.gettext("It holds for complaints from now on; those that wait keep their day."), wide=600,
    )  # fmt: skip
    counted = [
        Choice(tr.gettext("Only working days"), True),
        Choice(tr.gettext("All days"), False),
    ]
    form.row(
        form.line("days", tr.gettext("Days to answer"), str(now.days)),
        form.choice("working", tr.gettext("Which days count"), counted, now.working),
    )
    free = "\n".join(tr.short_date(day) for day in now.free_days)
    form.row(
        form.put(
            "free_days", tr.gettext("Days off here, beside those of the country"),
            TextArea(free, lines=2), tr.gettext("one on each line"),
        )
    )  # fmt: skip
    called = {one.code: one.name for one in now.categories}
    everybodys = [one.code for one in packs.categories()]
    own = [code for code in called if code not in everybodys]
    codes = [*own, *_further(used), *everybodys]
    fields = [_name(form, at, code, called.get(code, "")) for at, code in enumerate(codes, 1)]
    beside = len(fields) - len(everybodys)
    for field in fields[:beside]:
        form.row(field)
    form.add(
        Words(tr.gettext("Another word for a kind that all committees have"), "second", wrap=True)
    )
    for at in range(beside, len(fields), 2):
        form.row(*fields[at : at + 2])

    def request() -> RulesRequest:
        kinds = ((code, form.words_of(f"categories/{at}/name")) for at, code in enumerate(codes, 1))
        return RulesRequest(
            days=form.whole_of("days") or 0,
            working=form.value_of("working"),
            free_days=tuple(_days(form)),
            categories=tuple(CategoryLine(code=code, name=name) for code, name in kinds if name),
        )

    return form.asks(request, set_rules, NOTHING, tr.gettext("It is written down."))


def _name(form: Form, at: int, code: str, name: str) -> LabelledField:
    """Make the field of a kind: one of our own, or our word for one that all have."""
    tr, ours = form.desk.tr, code not in CATEGORIES
    label = tr.gettext("A kind of our own") if ours else category_words(code, {}, tr)
    return form.line(f"categories/{at}/name", label, name)


def _further(used: frozenset[str]) -> Iterator[str]:
    """Give codes that no kind ever had."""
    number = made = 0
    while made < MORE:
        number += 1
        if f"own-{number}" not in used:
            made += 1
            yield f"own-{number}"


def _days(form: Form) -> Iterator[date]:
    """Read the days off, a line each."""
    editor = form.fields["free_days"].editor
    assert isinstance(editor, TextArea)
    for line in filter(None, map(str.strip, editor.text().splitlines())):
        try:
            yield form.desk.tr.parse_date(line)
        except UserError as error:
            form.fields.wrong(error.beside("free_days"))
