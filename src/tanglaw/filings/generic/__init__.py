"""The generic suspicious transaction report: documented JSON, and tables for authorities that take neither XML."""
