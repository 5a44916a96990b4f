"""The grid of readings: the first step of billing where water is measured."""
