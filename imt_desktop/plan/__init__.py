"""The integrity action plan: rounds of the toolbox, problems, tools, actions, the board, visits."""

from imt_desktop.plan.posting import ROOM

__all__ = ["ROOM"]
