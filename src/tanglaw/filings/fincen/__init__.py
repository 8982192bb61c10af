"""FinCEN SAR: the batch XML that the United States' BSA E-Filing System takes."""
