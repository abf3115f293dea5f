"""Drags: one object per gesture, one file per kind; nothing enters the history before release."""
