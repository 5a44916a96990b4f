"""The fourteen steps of an audit, a file each."""
