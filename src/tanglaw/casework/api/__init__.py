"""The API: what the pages do, for programs, over the same readings, the same permissions and the same log."""
