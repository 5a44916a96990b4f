"""The poster and certificate of a community audit."""
