"""The editor and the command line; nothing here is imported by the engine."""
