"""Runs come in: read whole, compared with what is there, and written in one transaction; what filings need follows in batches."""
