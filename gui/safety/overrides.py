"""Errors in what Qt calls of ours end in the report, not in the end of the program.

Up to Python 3.11 an error that built-in code raises, such as a wrong type, is on its way no object
yet but a class and a text. Qt for Python (6.9 to 6.11 at least) takes the text for the object where
an overridden method fails, and the process ends with a segmentation fault. A frame with a handler
on the way makes the object.

In any version an error out of an event filter breaks off whoever sent the event, and has ended the
process: it is told at once, and the event goes on.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

__all__ = ["guard_overrides"]

_QT = "PySide6."
_NEW = "__init_subclass__"
_FILTER = "eventFilter"
_WHOLE_ANYWAY = sys.version_info >= (3, 12)


def guard_overrides() -> None:
    """Let errors out of overridden methods whole, in every class of Qt's made so far or later."""
    if _NEW in Shiboken.Object.__dict__:
        return
    _guard_below(Shiboken.Object)
    setattr(Shiboken.Object, _NEW, classmethod(_guard_new))


def _guard_below(kind: type) -> None:
    below: type
    for below in kind.__subclasses__():
        if not below.__module__.startswith(_QT):
            _guard(below)
        _guard_below(below)


def _guard_new(kind: Any, /, **named: Any) -> None:
    super(Shiboken.Object, kind).__init_subclass__(**named)
    _guard(kind)


def _guard(kind: type) -> None:
    """Guard the methods of `kind` that stand for one of Qt's."""
    theirs = [base.__dict__ for base in kind.__mro__ if base.__module__.startswith(_QT)]
    for name, method in list(kind.__dict__.items()):
        if isinstance(method, FunctionType) and any(name in names for names in theirs):
            if name == _FILTER:
                setattr(kind, name, _told(method))
            elif not _WHOLE_ANYWAY:
                setattr(kind, name, _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # caught, it is an object
            raise

    return call


def _told(event_filter: Callable[..., bool]) -> Callable[..., bool]:
    @wraps(event_filter)
    def call(*given: Any) -> bool:
        try:
            return event_filter(*given)
        except Exception:
            sys.excepthook(*sys.exc_info())
            return False

    return call
