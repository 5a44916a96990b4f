"""The cash book of a period, A4, one account or all."""
