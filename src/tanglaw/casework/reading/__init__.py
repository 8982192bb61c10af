"""What people read: leads drawn, names shielded, the queue in its order."""
