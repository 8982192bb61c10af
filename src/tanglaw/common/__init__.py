"""What every package may use: errors, progress, output folders."""
