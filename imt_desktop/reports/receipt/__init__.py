"""The receipt: A6, or member's and committee's half on one A4."""
