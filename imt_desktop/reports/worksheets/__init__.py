"""Blank sheets for the steps of a round, to work without the laptop."""
