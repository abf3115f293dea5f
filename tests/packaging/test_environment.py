"""What `environment.sh` asks a bare Debian for, whose commands are played by others here."""

import os
import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "packaging/setup/environment.sh"
STUBS = {
    "dpkg-query": "exit 1",
    "id": "echo 0",
    "apt-get": 'echo "$@" >>asked; [[ "$*" != *python3-venv* ]] || touch with-venv',
    # without its package Python makes no environment
    "python3": '[ "$2" != venv ] || { [ -e with-venv ] && mkdir -p .venv/bin'
    " && cp stubs/true .venv/bin/python; }",
    "true": "exit 0",
}


def test_a_bare_debian_gets_qts_libraries_also_where_it_lacks_what_makes_environments(
    tmp_path: Path,
) -> None:
    script = tmp_path / "packaging/setup/environment.sh"
    script.parent.mkdir(parents=True)
    shutil.copy(SCRIPT, script)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "stubs").mkdir()
    for name, body in STUBS.items():
        stub = tmp_path / "stubs" / name
        stub.write_text(f"#!/usr/bin/env bash\n{body}\n", encoding="utf-8")
        stub.chmod(0o755)
    path = f"{tmp_path / 'stubs'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([script, "run"], env={**os.environ, "PATH": path}, check=True)
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert [line.split()[-1] for line in asked if line.startswith("install")] == [
        "python3-venv",
        "libxkbcommon-x11-0",
    ]
