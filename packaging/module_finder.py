"""Run before the frozen program: finds its modules by name and reads them where they stand.

PyInstaller's own finder is asked once for each folder, and opens the program again for each module.
"""

import marshal
import mmap
import os
import sys
from importlib.machinery import PathFinder

import pyimod02_importers as own

_archive = own.pyz_archive
with open(_archive._filename, "rb") as _file:  # noqa: PTH123 # pathlib takes its time
    _program = mmap.mmap(_file.fileno(), 0, access=mmap.ACCESS_READ)
_extract = _archive.extract
_STORED = 1  # a block of a zlib stream: the last one, and as it is
_HEAD, _TAIL = 7, 4  # bytes of a stream before such a block, and after it


def _quick_extract(name: str, raw: bool = False):
    """Return what `_archive.extract` returns, the code of a module or package."""
    kind, begin, length = _archive.toc[name]
    begin += _archive._start_offset
    if raw or kind not in (own.pyimod01_archive.PYZ_ITEM_MODULE, own.pyimod01_archive.PYZ_ITEM_PKG):
        return _extract(name, raw)
    if _program[begin + 2] != _STORED:  # a long module is in several blocks
        return _extract(name, raw)
    return marshal.loads(_program[begin + _HEAD : begin + length - _TAIL])  # noqa: S302 # ours


class _Finder(own.PyiFrozenFinder):
    """Finds modules that stand in the program under their full names."""

    def _compute_pyz_entry_name(self, fullname: str) -> str:
        return fullname

    def find_spec(self, fullname: str, path=None, target=None):
        package = fullname.rpartition(".")[0]
        folder = os.path.join(sys._MEIPASS, *package.split("."))  # noqa: PTH118
        usual = path is None or folder in path
        return super().find_spec(fullname, target) if usual and fullname in _archive.toc else None


_archive.extract = _quick_extract
sys.meta_path.insert(sys.meta_path.index(PathFinder), _Finder(sys._MEIPASS))
