"""What wears out, and what to set aside for it each year, A4."""
