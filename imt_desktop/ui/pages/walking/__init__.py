"""Grids that are filled in from house to house, and what is typed into them kept on this laptop."""
