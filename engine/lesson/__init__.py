"""A lesson on a graph: the order of its steps, what is said at them, a quiz about it."""
