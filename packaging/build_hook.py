"""Puts the commit into what hatchling builds, so that an installed copy can name it."""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NAME = "resources/commit.txt"


class CommitHook(BuildHookInterface):
    """Writes the commit for the wheel and the sdist; a checkout asks git itself."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file that names the commit; an sdist brings the one it was made from."""
        if version == "editable":
            return
        root = Path(self.root)
        written = root / _NAME
        if not written.exists():
            written = Path(self.directory) / "commit.txt"
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(_commit(root), encoding="ascii")
        build_data["force_include"][str(written)] = _NAME


def _commit(root: Path) -> str:
    ask = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  fixed words
    except (OSError, subprocess.CalledProcessError):
        return ""
