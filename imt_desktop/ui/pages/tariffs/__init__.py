"""Tariffs: what water costs and who decided it, and whether it covers what the water costs."""
