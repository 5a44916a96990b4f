"""The page closing: a month is looked over, signed and closed; its certificate on paper."""
