"""Practice worlds, evaluation and the opponents to beat."""
