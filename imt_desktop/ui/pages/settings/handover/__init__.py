"""A post changes hands; and what to do where the laptop is gone as well."""
