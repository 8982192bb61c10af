"""Detection from the workspace: sources, runs in the background, a schedule, and taking up what was killed."""
