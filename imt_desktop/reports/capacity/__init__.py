"""The capacity sheet as a poster: what the committee is able to do, and how that is known."""
