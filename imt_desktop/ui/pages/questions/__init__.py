"""Questions the book asks: a list, each with what it rests on, and what the committee says to it."""
