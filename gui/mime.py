"""The MIME types of what is dragged and copied inside Chainrule."""

__all__ = ["OP"]

OP = "application/x-chainrule-op"  # the name of an op or a kind of leaf, UTF-8
