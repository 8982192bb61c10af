"""The pages: one file a place in the workspace, each with a twin for programs."""
