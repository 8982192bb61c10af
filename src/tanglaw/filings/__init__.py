"""Filings: from a lead or a case to a report that a financial intelligence unit can act on."""
