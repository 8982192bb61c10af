"""What is computed of a payer and of a receiver: Polars expressions, one family a file."""
