"""What goes in and out: one file a part of the work."""
