"""Tariffs: one page, its views under segments, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.tariffs.view import TariffsWish, View
from imt_desktop.ui.pages.tariffs.views import VIEWS
from imt_desktop.ui.widgets import Choice, Segments


class TariffsPage(Page):
    """What water costs, whether that covers what it costs to bring, and what has to be set aside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Tariffs"))
        tr = desk.tr
        self._specs = {spec.key: spec for spec in VIEWS}
        self._views: dict[str, View] = {}
        choices = [Choice(spec.words(tr), spec.key) for spec in VIEWS]
        self.segments = Segments(choices, VIEWS[0].key, name=tr.gettext("What to look at"))
        if len(VIEWS) == 1:
            self.segments.hide()
        self.segments.chosen.connect(lambda key: self.show_view(str(key)))
        self.add_action(self.segments)
        self.desk.projected.connect(self._projected)
        self._current = VIEWS[0].key
        self.show_view(self._current)

    def _projected(self, on: bool) -> None:
        self.show_bar(not on)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._views[self._current]

    @property
    def help_key(self) -> str:
        """The help of the view that is shown."""
        return self.view.help_key

    def show_view(self, key: str) -> None:
        """Show a view; it is made the first time."""
        if key not in self._views:
            made = self._specs[key].make(self.desk)
            self._views[key] = made
            self.add(made, 1)
        self._current = key
        self.segments.set_value(key)
        for other, view in self._views.items():
            view.setVisible(other == key)
        self._refresh()
        if self.isVisible():
            self.view.begin()

    def show_what(self, what: object) -> None:
        """Show a view by its key, or by a ``TariffsWish`` what one of them should show."""
        wish = what if isinstance(what, TariffsWish) else TariffsWish(str(what))
        if wish.view in self._specs:
            self.show_view(wish.view)
            if wish.what is not None:
                self.view.show_what(wish.what)

    def load(self) -> None:
        """Let the view that is shown read the book."""
        self._refresh()

    def _book_changed(self, changes: Changes) -> None:
        for view in self._views.values():
            view.stale = True
        super()._book_changed(changes)

    def _refresh(self) -> None:
        if self.view.stale and self.isVisible():
            self.view.stale = False
            self.view.load()

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Ask the first view that holds something not saved yet."""
        return all(view.may_close(go_on) for view in self._views.values())
