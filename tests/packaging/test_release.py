"""What packs the program for three systems agrees with itself, where it cannot be run here."""

import os
import re
import tomllib
from pathlib import Path

import pptx.oxml
import pytest
from lxml import etree

from gui.language import ENGLISH, languages

ROOT = Path(__file__).parents[2]
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
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


def test_the_package_depends_on_the_libraries_that_make_run_installs() -> None:
    setup = (ROOT / "packaging/setup/environment.sh").read_text(encoding="utf-8")
    pack = (ROOT / "packaging/linux/deb.sh").read_text(encoding="utf-8")
    installed = re.search(r"^debian=\(([^)]*)\)", setup, re.MULTILINE)
    depends = re.search(r"^Depends: (.*)$", pack, re.MULTILINE)
    assert installed
    assert depends
    named = {entry.split(" | ")[0] for entry in depends[1].split(", ")}
    assert named == {"libc6", *installed[1].split()}


def test_the_peers_of_the_benchmarks_are_named_once() -> None:
    """What `environment.sh` asks pyproject.toml for is there, each a word of the shell."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    peers = extras["optional-dependencies"]["bench"]
    assert peers
    assert not [peer for peer in peers if len(peer.split()) > 1]


@pytest.mark.parametrize("code", languages())
def test_a_desktop_and_its_software_centre_describe_the_program_in_every_language(
    code: str,
) -> None:
    ending = "" if code == ENGLISH else f"[{code}]"
    entry = (ROOT / "packaging/linux/chainrule.desktop").read_text(encoding="utf-8")
    for key in ("GenericName", "Comment", "Keywords"):
        assert f"\n{key}{ending}=" in entry, key
    said = etree.parse(ROOT / "packaging/linux/org.chainrule.Chainrule.metainfo.xml")
    spoken = None if code == ENGLISH else code
    for path, count in (("summary", 1), ("description/p", 1), ("description/ul/li", 4)):
        texts = [one.text for one in said.findall(path) if one.get(XML_LANGUAGE) == spoken]
        assert len(texts) == len(set(texts)) == count, path
