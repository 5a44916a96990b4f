"""Pages: one folder each, built from the desk alone. No page calls another."""
