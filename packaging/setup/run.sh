#!/usr/bin/env bash
# Opens the editor on the linear unit; with no display prints its table and writes its picture.
set -euo pipefail
cd "$(dirname "$0")/../.."
example=resources/examples/linear-unit.chainrule
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
  exec .venv/bin/chainrule "$example"
fi
echo "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so here is the linear unit without a window:"
echo
.venv/bin/chainrule evaluate "$example"
mkdir -p build
.venv/bin/chainrule export "$example" -o build/linear-unit.png
echo
echo "Its picture: build/linear-unit.png"
