"""Meetings: called, held, their minutes, decisions and questions, elections."""
