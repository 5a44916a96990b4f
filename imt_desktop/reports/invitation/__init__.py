"""The invitation to a meeting in two languages: a poster, and slips to carry from house to house."""
