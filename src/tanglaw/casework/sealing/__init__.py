"""Care for what identifies people: sealed under a key a record, so that the database alone shows no one."""
