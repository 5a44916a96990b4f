"""The wage sheet of a period."""
