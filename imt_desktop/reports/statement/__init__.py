"""A member's statement of account, A5."""
