"""Slips on which members confirm what the old book says."""
