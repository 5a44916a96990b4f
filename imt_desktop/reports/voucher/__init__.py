"""A payment voucher to sign."""
