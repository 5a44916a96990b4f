"""The poster of the tariff: what each pays, what it is for, who decided, and when."""
