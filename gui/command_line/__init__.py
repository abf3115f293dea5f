"""The command line: one module per command; what does not draw imports no Qt."""
