"""A year at a glance: what is due when, as a calendar for the wall."""
