"""What the workspace holds about one person, gathered for an answer to them; everybody else left out."""
