"""Scenes of the audit: its fourteen steps, its forms, and a book that nobody audited."""

from __future__ import annotations

from functools import partial
from typing import Final

from imt_desktop.committee.queries import officers
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.audit.finding_forms import answer, follow
from imt_desktop.ui.pages.audit.look import STEPS
from imt_desktop.ui.pages.audit.page import AuditPage
from imt_desktop.ui.pages.audit.steps.drawing import DrawingView
from imt_desktop.ui.pages.audit.steps.reading import read_out


def _page(stage: Stage, step: str) -> AuditPage:
    stage.go("audit")
    page = stage.window.page("audit")
    assert isinstance(page, AuditPage)
    page.go_to(STEPS.index(step))
    stage.settle()
    return page


def _step(stage: Stage, step: str) -> None:
    _page(stage, step)


def _form(stage: Stage, name: str) -> None:
    page = _page(stage, "receipts" if name in ("draw", "note") else "findings")
    view, found = page.view, page.view.look
    assert found is not None
    if name == "begin":
        page.begin()
    elif name == "finding":
        page.tell()
    elif name == "answer":
        answer(view, stage.desk, found.findings[0])
    elif name == "follow":
        follow(view, stage.desk, found.findings[0])
    elif name == "read":
        read_out(view, stage.desk, found)
    else:
        assert isinstance(view, DrawingView)
        view.throw() if name == "draw" else view.note(view.table.table.row(), "differs")
    stage.settle()


def _sit(stage: Stage) -> None:
    with stage.desk.book.read() as book:
        overseer = next(one for one in officers(book) if one.post == "oversight")
    stage.desk.sit(overseer)


def _overseer(stage: Stage) -> None:
    """Somebody of the oversight committee sits here: an officer types the answers."""
    _sit(stage)
    _page(stage, "findings")


def _shut(stage: Stage) -> None:
    """Who only oversees opens a form of the committee."""
    _sit(stage)
    stage.go("money", "out")


def _wrong(stage: Stage) -> None:
    _form(stage, "finding")
    stage.submit()


SCENES: Final = (
    *(Scene(f"audit-{step}", partial(_step, step=step)) for step in STEPS),
    *(
        Scene(f"audit-form-{name}", partial(_form, name=name))
        for name in ("begin", "draw", "note", "finding", "answer", "follow", "read")
    ),
    Scene("audit-finding-wrong", _wrong),
    Scene("audit-overseer", _overseer),
    Scene("audit-overseer-shut", _shut),
    Scene("audit-new-book", lambda stage: stage.go("audit"), "new"),
)
