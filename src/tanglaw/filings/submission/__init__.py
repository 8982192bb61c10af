"""Submissions: what became of each filing, from draft to receipt, in one file that survives a crash."""
