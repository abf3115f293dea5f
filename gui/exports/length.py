"""Lengths as the formats that are text write them."""

__all__ = ["length"]


def length(units: float) -> str:
    """Return a length to a hundredth of a unit, without needless digits.

    >>> length(1.5), length(-0.001), length(2.0)
    ('1.5', '0', '2')
    """
    text = f"{units:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
