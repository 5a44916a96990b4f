"""The capacity sheet: what the committee is able to do, and how that is known."""
