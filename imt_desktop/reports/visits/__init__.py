"""Slips for a pair that visits households: one for each house, never a list of debts."""
