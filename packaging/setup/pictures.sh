#!/usr/bin/env bash
# Makes the pictures of the README and of the guide with the program itself, then the guide's page.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
out=.github/pictures
mkdir -p "$out"
.venv/bin/chainrule export resources/examples/linear-unit.chainrule -o "$out/linear-unit.png" --scale 2
.venv/bin/chainrule export resources/examples/two-layer-network.chainrule -o "$out/two-layer-network.png" --scale 2 --theme dark --size 16:9
QT_SCALE_FACTOR=1.5 .venv/bin/python packaging/pictures.py resources/guide
cp resources/guide/lesson.png "$out/lesson.png"
.venv/bin/python packaging/guide.py build/guide
echo "the guide: build/guide/index.html"
