"""The list of members, for the committee."""
