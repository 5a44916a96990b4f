"""Complaints and suggestions: who waits for an answer, and what came of it."""
