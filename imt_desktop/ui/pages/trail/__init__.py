"""The page trail: who did what and when."""
