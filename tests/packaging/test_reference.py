"""The man page and the completions say what the program's own parsers say."""

import runpy
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gui.command_line.main import parsers

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging/linux"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reference")
    runpy.run_path(str(LINUX / "reference.py"))["main"](folder)
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


OPTIONS = [
    (name, option)
    for name, parser in parsers().items()
    for action in parser._actions
    for option in action.option_strings
    if option.startswith("--")
]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_in_the_man_page_and_each_completion(
    written: dict[str, str], command: str, option: str
) -> None:
    section = written["chainrule.1"].partition(f".SH {command.upper() or 'OPTIONS'}\n")[2]
    assert option.replace("-", r"\-") in section.partition("\n.SH ")[0]
    assert option in written["chainrule.bash"]
    if command:
        assert f"'{option}[" in written["_chainrule"]
    assert f"-l {option[2:]} " in written["chainrule.fish"]


def test_bash_completes_commands_options_and_choices(written: dict[str, str], tmp_path) -> None:
    script = tmp_path / "chainrule.bash"
    script.write_text(written["chainrule.bash"], encoding="utf-8")

    def completed(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in ("chainrule", *words))
        ask = (
            f". '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _chainrule;"
            ' printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert "evaluate" in completed("eva")
    assert completed("export", "g.chainrule", "--transp") == ["--transparent"]
    assert completed("export", "--theme", "d") == ["dark"]


def test_the_desktop_knows_the_type_its_glob_its_magic_and_who_opens_it() -> None:
    desktop = (LINUX / "chainrule.desktop").read_text(encoding="utf-8")
    assert "MimeType=application/vnd.chainrule+json;" in desktop
    assert "Exec=chainrule %F" in desktop
    mime = ElementTree.parse(LINUX / "chainrule-mime.xml").getroot()[0]  # noqa: S314  our own
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert mime.get("type") == "application/vnd.chainrule+json"
    assert mime.find(f"{space}glob").get("pattern") == "*.chainrule"
    magic = mime.find(f"{space}magic/{space}match/{space}match")
    first, _, last = magic.get("offset").partition(":")
    example = (ROOT / "resources/examples/linear-unit.chainrule").read_text(encoding="utf-8")
    assert int(first) <= example.index(magic.get("value")) <= int(last)
