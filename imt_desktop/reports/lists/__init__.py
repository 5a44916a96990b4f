"""Lists that whoever checks the book holds beside it: receipts, vouchers, decisions, complaints."""
