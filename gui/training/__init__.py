"""How a document is trained over time: its trainer, by what setting, and what edits leave it be."""
