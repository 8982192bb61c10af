"""XML for filings: text that XML can carry, hardened reading, schemas, and faults that point to the dossier."""
