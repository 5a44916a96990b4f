"""The preview of a run of bills, for the committee."""
