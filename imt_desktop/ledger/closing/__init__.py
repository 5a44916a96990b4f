"""Counting, comparing with the bank, and closing a month."""
