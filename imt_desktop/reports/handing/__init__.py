"""The state of everything when a committee changes, as a list to be gone through and signed."""
