"""Copies of a book: backups, sealed copies for a stick, restoring, comparing. A copy is a prefix."""
