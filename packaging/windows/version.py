"""Writes the version resource that Windows shows of the executables.

Run as `python packaging/windows/version.py FILE`, before PyInstaller on Windows.
"""

import re
import sys
from pathlib import Path

from gui.release.version import version

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The Chainrule developers'),
      StringStruct('FileDescription', 'Chainrule'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'chainrule'),
      StringStruct('LegalCopyright', 'MIT licence'),
      StringStruct('OriginalFilename', 'chainrule.exe'),
      StringStruct('ProductName', 'Chainrule'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ])
"""


def main(path: Path) -> None:
    """Write the resource for the version that is installed."""
    numbers = [int(part) for part in re.findall(r"\d+", version())][:4]
    padded = tuple(numbers + [0] * (4 - len(numbers)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEXT.format(numbers=padded, version=version()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
