"""Lists in Excel: which one, of which time, for whom; written in a process of its own."""
