"""Lists and statements as spreadsheets: what they say (``facts``), who reads it, and how it is written."""
