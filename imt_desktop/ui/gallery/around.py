"""Scenes of the window itself: sign-in, help, bands, and what is said when something is wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from imt_desktop.journal.errors import BookBusyError, ClockBehindError, DiskFullError
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.reminders import StickQuestion
from imt_desktop.ui.widgets import CrashDialog


def _sign_in(stage: Stage) -> None:
    stage.window.ask_who()
    stage.settle()


def _help(stage: Stage, page: str) -> None:
    stage.go(page)
    stage.window.show_help()
    stage.settle()


def _help_over_form(stage: Stage) -> None:
    stage.go("money", "out")
    stage.window.show_help()
    stage.settle()


def _behind(stage: Stage) -> ClockBehindError:
    clock = stage.desk.book.now().replace(year=2020, month=1, day=1)
    return ClockBehindError(clock.isoformat(), stage.desk.book.now().isoformat())


def _which_day(stage: Stage) -> None:
    stage.window.ask_day(_behind(stage), lambda: None, lambda: None)
    stage.settle()


def _wrong_day(stage: Stage) -> None:
    _which_day(stage)
    dialog = stage.window.day_dialog
    assert dialog is not None
    dialog.day.setText("30/02/2026")
    dialog.go_on.click()
    stage.settle()


def _clock_is_wrong(stage: Stage) -> None:
    stage.desk.tasks.say_day(stage.desk.book.now().date() + timedelta(days=40))
    stage.window.show_bands()
    stage.go("money")


def _read_only(stage: Stage) -> None:
    stage.desk.read_only = BookBusyError(str(stage.desk.book.path))
    stage.window.show_bands()
    stage.go("members")


def _refused(stage: Stage) -> None:
    stage.window.say_refused(DiskFullError(str(stage.desk.book.path)))
    stage.settle()


def _broken(stage: Stage) -> None:
    details = "page.py:120 load"
    CrashDialog(stage.window, stage.desk.tr, "", "ZeroDivisionError", details).open()
    stage.settle()


def _stick(stage: Stage) -> None:
    StickQuestion(stage.window, stage.desk.tr, None).open()
    stage.settle()


def _left(stage: Stage) -> None:
    """The book went to another laptop, and today has no copy."""
    tr = stage.desk.tr
    words = tr.gettext(
        "The book went to another laptop on {day}: what is written here is not there."
    ).format(day=tr.date(stage.desk.today))
    band = stage.window.shell.set_band
    band("left", words, "triangle-alert", tr.gettext("It is here again"))
    stage.window.reminders.copied.emit(DiskFullError(str(stage.desk.book.path)))
    stage.go("copies")


SCENES: Final = (
    Scene("sign-in", _sign_in),
    Scene("help-home", lambda stage: _help(stage, "home")),
    Scene("help-money", lambda stage: _help(stage, "money")),
    Scene("help-copies", lambda stage: _help(stage, "copies")),
    Scene("help-settings", lambda stage: _help(stage, "settings")),
    Scene("help-over-form", _help_over_form),
    Scene("which-day", _which_day),
    Scene("which-day-wrong", _wrong_day),
    Scene("clock-is-wrong", _clock_is_wrong),
    Scene("read-only", _read_only),
    Scene("ask-for-stick", _stick),
    Scene("book-has-left", _left),
    Scene("refused", _refused),
    Scene("broken", _broken),
)
