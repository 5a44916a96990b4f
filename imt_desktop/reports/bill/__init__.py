"""A member's bill: what it is for in words, what is owed, and the history of use."""
