"""Whether the water price covers what the water costs: the budget, what wears out, and what comes in."""
