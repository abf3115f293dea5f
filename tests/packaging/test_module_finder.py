"""The bundle's modules are found by their names and read from the program as they stand in it."""

import marshal
import subprocess
import sys
import zlib
from pathlib import Path

FINDER = Path(__file__).parents[2] / "packaging" / "module_finder.py"
BEFORE = 64  # bytes of the program in front of its modules

# What PyInstaller has when the bundle's first script runs, as far as the finder uses it.
IMPORTERS = """
import sys
from importlib.machinery import ModuleSpec
from types import SimpleNamespace

class Archive:
    _filename, _start_offset = sys.argv[1], {before}
    toc = {toc!r}
    def extract(self, name, raw=False):
        return f"by PyInstaller: {{name}}"

class PyiFrozenFinder:
    def __init__(self, path):
        pass
    def find_spec(self, fullname, target=None):
        return ModuleSpec(self._compute_pyz_entry_name(fullname), None)

pyimod01_archive = SimpleNamespace(PYZ_ITEM_MODULE=0, PYZ_ITEM_PKG=1)
pyz_archive = Archive()
"""
TRIED = f"""
import os, runpy, sys
sys._MEIPASS = "/bundle"
found = runpy.run_path({str(FINDER)!r})
archive, (finder,) = found["_archive"], [f for f in sys.meta_path if type(f).__name__ == "_Finder"]
for name in archive.toc:
    code = archive.extract(name)
    print(name, code if isinstance(code, str) else eval(code))
print(archive.extract("short", raw=True))
usual = [os.path.join("/bundle", "package")]
for name, path in [
    ("short", None), ("package.short", usual), ("package.short", ["/elsewhere"]), ("other", None)
]:
    spec = finder.find_spec(name, path)
    print(name, spec and spec.name)
"""


def test_modules_are_read_where_they_stand(tmp_path: Path) -> None:
    codes = {
        "short": (0, "'short'", 0),
        "package": (1, "'package'", 0),
        "package.short": (0, "'within'", 0),
        "several.blocks": (0, repr("x" * 70_000), 0),
        "packed": (0, repr("x" * 100), 6),
        "data": (2, "'data'", 0),
    }
    program, toc = b"-" * BEFORE, {}
    for name, (kind, text, level) in codes.items():
        block = zlib.compress(marshal.dumps(compile(text, name, "eval")), level)
        toc[name] = kind, len(program) - BEFORE, len(block)
        program += block
    file = tmp_path / "program"
    file.write_bytes(program)
    importers = tmp_path / "pyimod02_importers.py"
    importers.write_text(IMPORTERS.format(before=BEFORE, toc=toc), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n{TRIED}", file],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "short short",
        "package package",
        "package.short within",
        "several.blocks by PyInstaller: several.blocks",
        "packed by PyInstaller: packed",
        "data by PyInstaller: data",
        "by PyInstaller: short",
        "short short",
        "package.short package.short",
        "package.short None",
        "other None",
    ]
