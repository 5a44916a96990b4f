"""Measurements: books of any size, one script a job, and the figures they give."""
