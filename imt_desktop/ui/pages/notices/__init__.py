"""The page notices."""
