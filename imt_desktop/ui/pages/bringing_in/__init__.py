"""The page Bring in a spreadsheet."""
