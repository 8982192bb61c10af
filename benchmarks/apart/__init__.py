"""Worlds kept apart: payment worlds, a judge and two opponents that share no code with the detector or its own lab."""
