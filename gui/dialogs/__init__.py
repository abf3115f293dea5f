"""What asks and what tells: messages, files, the export, about."""
