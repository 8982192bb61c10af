"""Runs come in: read whole, compared with what is there, written in one transaction; what filings need follows."""
