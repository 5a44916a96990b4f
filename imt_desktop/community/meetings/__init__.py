"""Meetings: called, held, their minutes and decisions, questions that wait for an answer, elections."""
