"""The service: what broke, how the water ran, what it is like, and what is looked after."""
