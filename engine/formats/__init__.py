"""Reading and writing graphs: one format per module, one writer for all of them."""
