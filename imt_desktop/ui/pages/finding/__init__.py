"""Find anything: a box over any page, and whatever it finds, opened by Enter."""
