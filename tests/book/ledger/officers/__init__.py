"""Officers at work in any order, for the state machine: what they do, and what must stay true."""
