"""The evidence pack: one ZIP that says what was found, in forms for people and programs, and whether it is intact."""
