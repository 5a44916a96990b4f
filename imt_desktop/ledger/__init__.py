"""The ledger: members, bills, payments and all other money of the committee."""
