"""Complaints and suggestions: received, taken up, answered in time, and followed up."""
