"""What ships beside the code: fonts, examples, icons; found by name, wherever it is installed."""

from importlib.resources import files
from pathlib import Path

__all__ = ["resource"]

_HOME = Path(str(files(__name__)))


def resource(name: str) -> Path:
    """Return the path of the shipped file or folder `name`, such as `fonts/Inter-Regular.ttf`.

    Raises FileNotFoundError for a name that is not shipped.
    """
    path = _HOME.joinpath(*name.split("/"))
    if not path.exists():
        raise FileNotFoundError(f"no resource {name!r} is shipped with Chainrule")
    return path
