"""Text with delimiters (CSV): encoding, dialect, records, reader."""
