"""From evidence to a posterior: expected against seen, explanations that compete."""
