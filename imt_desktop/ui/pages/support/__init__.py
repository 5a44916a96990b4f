"""Duty bearers: who helps with what, what was asked of them, and what is owed to them."""
