"""Who can help and who owes the community something; what was asked of them; reports owed to them."""
