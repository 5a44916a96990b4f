"""The collection sheet: a zone in walking order, and what each household paid."""
