"""The list of those who come to a meeting, to tick and to sign."""
