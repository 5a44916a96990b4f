"""Packs: many papers of the book in one file, for an audit or for those who take over."""
