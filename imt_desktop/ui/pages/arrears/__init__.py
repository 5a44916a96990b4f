"""Arrears: who stands where on the assembly's steps, and what the committee decides."""
