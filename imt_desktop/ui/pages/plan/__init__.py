"""The action plan: the planning board, its cards, and the forms about them."""
