"""The service: breakdowns, supply, production, quality, maintenance, spare parts, and how it works."""
