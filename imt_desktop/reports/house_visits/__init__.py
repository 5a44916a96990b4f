"""The list that auditors carry from house to house: whom to visit, what to ask, room to write."""
