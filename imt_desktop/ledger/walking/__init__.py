"""The way from house to house: in which order the households of a zone are walked."""
