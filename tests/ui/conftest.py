"""Windows go with the test that opened them: a change of theme would dress all that are left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Delete what a test leaves behind, once everything else of it is taken down."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        for widget in QApplication.topLevelWidgets():
            widget.hide()  # which keeps what is typed: a job that must end before its window goes
            for pool in widget.findChildren(QThreadPool):
                pool.waitForDone()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
