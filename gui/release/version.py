"""Which Chainrule this is: its version, the commit it was built from, what it stands on."""

import platform
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path

import resources

__all__ = ["commit", "long_version", "version"]

_BUILT_FROM = "commit.txt"  # packaging/build_hook.py puts it beside the resources of a wheel


def version() -> str:
    """Return the version, such as `0.1.0`; `unknown` for a copy that was never installed."""
    try:
        return version_of("chainrule")
    except PackageNotFoundError:
        return "unknown"


def commit() -> str:
    """Return the commit this was built from, in a checkout the one checked out, "" for neither."""
    home = Path(resources.__file__).parent
    try:
        return (home / _BUILT_FROM).read_text(encoding="ascii").strip()
    except OSError:
        return _checked_out(home.parent)


def long_version() -> str:
    """Return version, commit, Qt and Python in one line, without loading Qt."""
    built = commit()
    parts = [f"commit {built}"] if built else []
    parts += [f"Qt {version_of('PySide6-Essentials')}", f"Python {platform.python_version()}"]
    return f"{version()} ({', '.join(parts)})"


def _checked_out(root: Path) -> str:
    if not (root / ".git").exists():
        return ""
    import subprocess  # only a checkout asks

    ask = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
    try:
        # no user's text is in the words, and git is whichever the developer uses
        done = subprocess.run(ask, capture_output=True, text=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
