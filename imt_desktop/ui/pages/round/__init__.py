"""A round of the toolbox: seven steps, each a page for the wall."""
