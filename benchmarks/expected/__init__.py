"""What independent authors' worlds show of each pattern, pooled: whence the assumed shares of pattern files come."""
