"""The Django site: where its settings come from, how it answers, and what starts it."""
