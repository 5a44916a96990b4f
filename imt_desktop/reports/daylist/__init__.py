"""Everything that was entered on a day, to sign."""
