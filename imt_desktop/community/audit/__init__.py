"""Community audits: who audits what period, what was drawn by lot, what was found and what came of it."""
