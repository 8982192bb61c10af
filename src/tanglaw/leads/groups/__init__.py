"""Groups: payers and receivers that belong together, as one lead an analyst can open."""
