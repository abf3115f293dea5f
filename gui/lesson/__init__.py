"""A lesson on the document's graph: forward step by step, then backward."""
