"""Papers: facts first, ink second. One folder a paper, and ``paper`` with the tools of all."""
