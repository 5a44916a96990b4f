"""Tools of the developers: catalogues and drawn data."""
