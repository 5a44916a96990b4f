"""Money in and money out of a period, with the one before beside it, A4."""
