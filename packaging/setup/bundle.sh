#!/usr/bin/env bash
# Freezes the program into dist/chainrule: a folder that needs no Python.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
python=.venv/bin/python
mkdir -p build
git rev-parse --short=12 HEAD >build/commit.txt
$python packaging/icons.py build/icons
# Modules as they are: to inflate them takes a tenth of the start, and a package compresses them anyway.
export PYINSTALLER_ZLIB_COMPRESSION_LEVEL=0
$python -m PyInstaller -y --log-level WARN --distpath dist --workpath build/pyinstaller packaging/chainrule.spec
# Python's own library may carry its debugging symbols. Nothing else is stripped: NumPy would break.
find dist/chainrule/_internal -name 'libpython3*.so*' -type f -exec strip --strip-unneeded {} +
# Nor may a library look for others where the machine that froze it had its Python.
find dist/chainrule -type f \( -name '*.so' -o -name '*.so.*' \) -print0 | while IFS= read -r -d '' library; do
  path=$(patchelf --print-rpath "$library" 2>/dev/null || true)
  case "$path" in /*) patchelf --remove-rpath "$library" ;; esac
done
echo "dist/chainrule: $(du -sm dist/chainrule | cut -f1) MB"
