"""Who is behind, for the committee."""
