"""The transparency notice: a poster for the wall, a picture, and a page to read aloud."""
