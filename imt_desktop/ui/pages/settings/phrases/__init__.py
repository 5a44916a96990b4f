"""Own words on papers: the sentences that papers say, and languages of the committee's own."""
