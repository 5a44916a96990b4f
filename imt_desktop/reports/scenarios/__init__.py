"""Three water prices beside each other, for the assembly to weigh and to vote on, A4."""
