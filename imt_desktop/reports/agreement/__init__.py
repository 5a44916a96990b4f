"""An agreement to pay in instalments, to sign."""
