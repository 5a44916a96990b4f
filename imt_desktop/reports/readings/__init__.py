"""The sheet that is carried from meter to meter."""
