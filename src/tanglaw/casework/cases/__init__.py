"""Working on a case: people, words, tasks, referrals, closing. Each step is one transaction with its log entry."""
