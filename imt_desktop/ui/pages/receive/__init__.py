"""The page receive."""
