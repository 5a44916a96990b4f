"""What kiosks sold, against the cash that was handed in, A4."""
