"""The canvas for a screen reader: what it finds there, may do there and hears."""
