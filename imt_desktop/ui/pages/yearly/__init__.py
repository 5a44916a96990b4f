"""A year at a glance: what is due when, from all parts of the book."""
