"""Words for entries, errors, kinds and states: one place for window, command line and paper."""
