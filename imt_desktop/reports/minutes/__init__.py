"""The minutes of a meeting, to sign; and before it the agenda with room to write."""
