"""What all papers share: sheets, letters, two languages, borders, marks, codes, bars and tiles."""
