"""Leads, their files, their table and the report."""
