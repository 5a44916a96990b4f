"""The same questions a year later, side by side: what a round has changed."""
