"""Letters to households that are behind: one for each step that was taken."""
