"""What needs several parts of the book: all of its rooms, and all that can be asked of it."""
