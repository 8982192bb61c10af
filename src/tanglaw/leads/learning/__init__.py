"""Learning from outcomes: from finished runs and what people found out to an update that can be reviewed."""
