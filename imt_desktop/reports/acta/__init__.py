"""The agreement of an assembly on its water price, to be signed by those who were there, A4."""
