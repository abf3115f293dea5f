"""What packs the program for three systems agrees with itself, where it cannot be run here."""

import os
import re
from pathlib import Path

import pptx.oxml

ROOT = Path(__file__).parents[2]
SPEC = (ROOT / "packaging/chainrule.spec").read_text(encoding="utf-8")


def test_the_folder_past_which_the_template_of_notes_is_sought_is_in_the_bundle() -> None:
    source = Path(pptx.oxml.__file__).read_text(encoding="utf-8")
    assert '"..", "templates"' in source, "python-pptx looks elsewhere now: is the folder needed?"
    assert '"pptx/oxml"' in SPEC


def test_two_machines_images_of_the_disk_do_not_overwrite_each_other_in_a_release() -> None:
    pack = (ROOT / "packaging/macos/dmg.sh").read_text(encoding="utf-8")
    assert "$(uname -m).dmg" in pack


def test_what_the_workflow_runs_is_there() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"packaging/[\w/]+\.\w+", workflow))
    assert named
    for name in named:
        assert (ROOT / name).is_file(), name
    for name in re.findall(r"run: (packaging/[\w/]+\.sh)", workflow):
        assert os.access(ROOT / name, os.X_OK), name
