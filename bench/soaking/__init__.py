"""Soaks: the book under power cuts, kills, tampering and hostile files, many thousand times."""
