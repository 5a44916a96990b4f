"""Arrears: who stands where on the assembly's steps, and what the committee decides.

Decisions that are written down here name no household: their list is not hidden from a queue.
"""
