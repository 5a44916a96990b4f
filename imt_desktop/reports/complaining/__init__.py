"""How to complain: a poster in two languages, and a page to read aloud."""
