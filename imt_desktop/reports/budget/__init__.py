"""The budget of a year, with what came of it beside, A4."""
