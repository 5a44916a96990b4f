"""What a committee is able to do: the capacity index and a grade, from the book where it can say so."""

from imt_desktop.oversight.capacity.rule import functional, overall
from imt_desktop.oversight.capacity.sheet import Sheet, history, sheet

__all__ = ["Sheet", "functional", "history", "overall", "sheet"]
