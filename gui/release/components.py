"""What is shipped with Chainrule: each part's name, version and licence."""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires

from gui.release.libraries import installed_libraries

__all__ = ["Component", "components"]

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60  # characters; some packages put a licence's whole text where its name belongs
_FONTS = (("Inter", "4.1"), ("STIX Two Math", "2.12"), ("STIX Two Text", "2.13"))


@dataclass(frozen=True)
class Component:
    """A part that somebody else made; `licence` is its SPDX expression where it names one."""

    name: str
    version: str
    licence: str


def components() -> list[Component]:
    """Return Python, every package that Chainrule needs to run, the fonts, and the libraries.

    These are the installed program's, which brings them along.
    """
    found: dict[str, Component] = {}
    pending = ["chainrule"]
    while pending:
        for needed in requires_of(pending.pop()):
            if needed not in found and (component := _component(needed)) is not None:
                found[needed] = component
                pending.append(needed)
    packages = sorted(found.values(), key=lambda each: each.name.lower())
    python = Component("Python", platform.python_version(), "PSF-2.0")
    fonts = [Component(*font, "OFL-1.1") for font in _FONTS]
    return [python, *packages, *fonts, *(Component(*each) for each in installed_libraries())]


def requires_of(package: str) -> list[str]:
    """Return what a package needs to run, without its extras and what other systems need."""
    try:
        needed = requires(package) or []
    except PackageNotFoundError:
        return []
    here = (_NAME.match(line) for line in needed if not _is_elsewhere(line))
    return [match.group().lower() for match in here if match]


def _is_elsewhere(requirement: str) -> bool:
    _, _, condition = requirement.partition(";")
    return "extra" in condition


def _component(package: str) -> Component | None:
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return None  # needed on another system or an older Python only
    fields = [*told.get_all("License-Expression", []), *told.get_all("License", [])]
    licence = next((field for field in fields if len(field) <= _LONGEST), "")
    return Component(
        told["Name"], told["Version"], licence or _classified(told.get_all("Classifier"))
    )


def _classified(classifiers: list[str] | None) -> str:
    names = [line.rpartition(" :: ")[2] for line in classifiers or [] if line.startswith("License")]
    return ", ".join(names) or "see its own files"
