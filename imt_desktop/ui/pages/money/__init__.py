"""The page money."""
