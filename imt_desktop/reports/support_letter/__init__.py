"""A letter that asks somebody outside for help, with the figures of the book that back it."""
