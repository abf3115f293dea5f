"""The parser of arguments: what is wrong is said in one line, for who has not read the code."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from gui.command_line.usage import UsageError

__all__ = ["Parser"]

_OF_OPTION = re.compile(r"argument (?P<option>\S+): (?P<said>.*)", re.DOTALL)
_CHOICE = re.compile(r"invalid choice: (?P<typed>'.*'|\".*\") \(choose from (?P<known>.*)\)")
_WHOLE = re.compile(r"invalid int value: (?P<typed>.*)")
_AGAINST = re.compile(r"not allowed with argument (?P<other>\S+)")
_NEGATIVE = re.compile(r"-[\d.∞]|-(nan|inf|infinity)\Z", re.IGNORECASE)
_MISSING = "the following arguments are required: "
_UNKNOWN = "unrecognized arguments: "
_UNCLEAR = re.compile(r"ambiguous option: (?P<typed>\S+) could match (?P<known>.*)")


class Parser(argparse.ArgumentParser):
    """Raises UsageError with one line instead of printing the usage and leaving."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._negative_number_matcher = _NEGATIVE  # argparse's takes -1e-3 and -inf for options

    def error(self, message: str) -> NoReturn:
        """Raise UsageError that says in plain words what argparse found."""
        known = [name for name in self._option_string_actions if name.startswith("--")]
        said = _plain(message, known)
        raise UsageError(said if said.endswith("?") else f"{said}; see '{self.prog} --help'")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help; argparse would not tell that it cannot be written."""
        print(message, end="", file=file, flush=True)


def _plain(message: str, known: Iterable[str]) -> str:
    """Return argparse's message as a sentence; one that it has no words for stays as it is."""
    if message.startswith(_MISSING):
        names = [_short(name) for name in message.removeprefix(_MISSING).split(", ")]
        return f"{_listed(names, 'and')} {'is' if len(names) == 1 else 'are'} missing"
    if message.startswith(_UNKNOWN):
        return _unknown(message.removeprefix(_UNKNOWN), known)
    unclear = _UNCLEAR.match(message)
    if unclear:
        return f"{unclear['typed']} may be {_listed(unclear['known'].split(', '), 'or')}"
    found = _OF_OPTION.match(message)
    return _of_option(_short(found["option"]), found["said"]) if found else message


def _unknown(typed: str, known: Iterable[str]) -> str:
    first = typed.split(" ")[0]
    if first.startswith("=") or first.endswith("="):
        return "write w=3 without blanks"
    if not first.startswith("-"):
        said = f"{first!r} is one argument too many"
        return f"{said}; did you mean --set {first}?" if "=" in first and "--set" in known else said
    from engine.words.suggestion import did_you_mean  # the engine takes its time to load

    option = first.partition("=")[0]
    if option in known:  # behind --, where there are none
        return f"{option!r} is one argument too many"
    return f"there is no option {option}{did_you_mean(option, known)}"


def _of_option(option: str, said: str) -> str:
    if said == "expected one argument":
        return f"nothing follows {option}"
    if said.startswith("ignored explicit argument"):
        return f"{option} takes no value"
    choice = _CHOICE.match(said)
    if choice:
        known = re.findall(r"[\w.-]+", choice["known"])
        return f"{option} is {_listed(known, 'or')}, not {choice['typed']}"
    whole = _WHOLE.match(said)
    if whole:
        return f"{option} is a whole number, not {whole['typed']}"
    against = _AGAINST.match(said)
    if against:
        return f"{option} and {_short(against['other'])} exclude each other"
    return f"{option}: {said}"


def _short(name: str) -> str:
    """Return `-o` for `-o/--out`."""
    return name.partition("/")[0]


def _listed(names: list[str], last: str) -> str:
    """Return `a, b or c`."""
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
