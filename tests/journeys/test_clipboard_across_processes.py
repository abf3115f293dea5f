"""Point 8: what one process copies another pastes, over a real X server; nothing is trusted."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from screens import display

__all__ = ["display"]

SUPPORT = Path(__file__).parents[1] / "support"
ROOT = SUPPORT.parents[1]

Editor = Callable[[str], tuple[subprocess.Popen, dict]]


@pytest.fixture
def editor(display: str, tmp_path: Path) -> Iterator[Editor]:
    """Start an editor that does a deed; return it, and what it told."""
    started: list[subprocess.Popen] = []
    path = os.pathsep.join([str(ROOT), str(SUPPORT)])
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": path}

    def start(deed: str) -> tuple[subprocess.Popen, dict]:
        settings = tmp_path / f"{len(started)}" / "settings.ini"
        settings.parent.mkdir()
        process = subprocess.Popen(
            [sys.executable, SUPPORT / "clipboard_editor.py", deed, settings],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        started.append(process)
        return process, json.loads(process.stdout.readline())

    yield start
    for process in started:
        process.communicate()
        assert process.returncode == 0


def test_what_one_process_copies_another_pastes_as_one_step(editor: Editor):
    _, copied = editor("copy")
    assert copied["steps"] == 0
    _, pasted = editor("paste")
    assert pasted["nodes"] == ["w", "x", "c"]
    assert pasted["steps"] == 1
    edges = [(e["source"], e["target"], e["key"]) for e in json.loads(pasted["text"])["edges"]]
    assert edges == [("w", "c", 0), ("x", "c", 1)]


def test_what_a_hostile_process_copied_is_refused_with_a_sentence(editor: Editor):
    editor("hostile")
    _, pasted = editor("paste")
    assert pasted["nodes"] == []
    assert pasted["steps"] == 0
    (said,) = pasted["said"]
    assert said.startswith("The clipboard holds no graph: ")
    assert "nested" in said
