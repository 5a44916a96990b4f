"""Copies of the book: making them, bringing one back, comparing two, checking the book."""
