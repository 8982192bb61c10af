"""A pattern set tried on past payments, month by month, as if it had been running then."""
