"""The log: append-only, chained, signed. Who saw and did what, reads of people included."""
