"""Bumping beside backpropagation: the slopes and kinks it finds, and whether both agree."""
