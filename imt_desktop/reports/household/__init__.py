"""Slips by household to carry, in place of a list of debts."""
