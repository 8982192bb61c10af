"""Two runs side by side: what entered, what left, what moved, and by which reason."""
