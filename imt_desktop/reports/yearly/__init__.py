"""A year at a glance: what is due when, for the wall of the office."""
