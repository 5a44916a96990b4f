"""The tariff in force in words, who decided it, its history, and a new one."""
