"""Extraordinary contributions: who has given, and what is missing."""
