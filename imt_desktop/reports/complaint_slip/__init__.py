"""The slip that confirms a complaint: its number, by when the answer comes, and where to ask."""
