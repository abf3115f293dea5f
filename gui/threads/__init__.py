"""Work beside the event loop: its threads, and what keeps them out of the way of a frame."""
