"""Invitations by name: a slip for each household, zone by zone, as somebody walks past them."""
