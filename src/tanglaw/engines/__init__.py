"""How payments are laid out in buckets and how the buckets are visited."""
