"""The command line: the same use cases without a window."""

from imt_desktop.cli.commands import main

__all__ = ["main"]
