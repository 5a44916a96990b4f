"""What the program's start is compared with: a window of PySide6 with nothing in it."""

from __future__ import annotations

import resource

from PySide6.QtWidgets import QApplication, QMainWindow


def say_shown() -> None:
    """Say that the window is there, and how much memory its process took until then, in kB."""
    print("shown", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)


def show() -> None:
    """Show it."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    say_shown()


if __name__ == "__main__":
    show()
