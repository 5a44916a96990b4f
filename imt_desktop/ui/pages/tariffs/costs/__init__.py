"""Whether the price covers the cost: cost groups, the budget, what wears out, savings and gifts."""
