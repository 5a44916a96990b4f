"""One line of the book, opened: what it says, what proves it, and how it is cancelled."""
