#!/usr/bin/env bash
# Makes the pictures of the README with the program itself.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
out=.github/pictures
mkdir -p "$out"
.venv/bin/chainrule export resources/examples/linear-unit.chainrule -o "$out/linear-unit.png" --scale 2
.venv/bin/chainrule export resources/examples/two-layer-network.chainrule -o "$out/two-layer-network.png" --scale 2 --theme dark --size 16:9
