"""Papers leave the program here: onto a printer, or into a folder."""
