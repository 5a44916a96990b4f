"""Expenses above the assembly's limit: they wait, visibly, until a second officer has signed."""
