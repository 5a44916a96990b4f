"""A new tariff: what each type is charged, all the rest, a test bill beside it, and the decision."""
