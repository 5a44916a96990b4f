"""Check a paper: its code is held against the book, and the answer is said."""
