"""The community audit, walked through in fourteen steps."""
