"""The planning board for the wall, A3 or A2 on its side."""
