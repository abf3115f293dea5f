"""What typed text offers to place or to connect."""
