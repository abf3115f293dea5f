"""Results that hold only in the thread that made them, such as what stands on a font's engine."""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

__all__ = ["cached_by_thread"]

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def cached_by_thread(most: int) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Return a decorator that keeps `most` results of a function for each thread apart.

    Qt gives every thread font engines of its own and takes them back with the thread: glyphs that
    one thread shaped crash another that draws them.
    """

    def decorate(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
        own = threading.local()

        @wraps(function)
        def cached(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            kept: Any = getattr(own, "kept", None)
            if kept is None:
                kept = own.kept = lru_cache(maxsize=most)(function)
            found: Found = kept(*args, **kwargs)
            return found

        return cached

    return decorate
