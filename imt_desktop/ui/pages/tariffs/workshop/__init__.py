"""The tariff workshop: numbers that one drags before the assembly, and bars that answer."""
